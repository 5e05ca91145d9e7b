import { describe, expect, test } from "vitest";
import { type Input, move, reportAfter, set, textAfter } from "./audited.ts";

const create = "#/paths/~1trustFramework~1keySets/post";
const update = "#/paths/~1trustFramework~1keySets/patch";
const get = "#/paths/~1trustFramework~1keySets~1{id}/get";
const upload = "#/paths/~1trustFramework~1keySets~1{id}~1uploadCertificate/post";
const schemas = "#/components/schemas";

/** Every finding has these words, in this order, in its place, fact, what it says, and what the contract says. */
type Words = [place: RegExp, about: string, says: string, contract: string];

const undocumented = { "x-stage": "undocumented", "x-pages": [], responses: {} };

describe("a fact is found unmet if the contract has", () => {
  test.each<[what: string, edits: Record<string, unknown>, words: Words]>([
    [
      "another namespace",
      { "#/info/x-namespace": "microsoft.other" },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/namespace",
        "namespace microsoft.graph",
        "namespace microsoft.other (spec/openapi.yaml:",
      ],
    ],
    [
      "fewer pages for an operation",
      { [`${create}/x-pages`]: ["trustframework-post-keysets"] },
      [
        /draft-create-keysets\.yaml:\d+$/,
        "/requestLines/POST ~1trustFramework~1keySets",
        "POST /trustFramework/keySets",
        "lists the pages trustframework-post-keysets (spec/paths/keySets.yaml:",
      ],
    ],
    [
      "a draft that is called current",
      { [`${update}/x-stage`]: "current" },
      [
        /draft-update-keysets\.yaml:\d+$/,
        "#stage",
        "is a draft",
        "says x-stage: current, deprecated: true (spec/paths/keySets.yaml:",
      ],
    ],
    [
      "a current operation that is deprecated",
      { [`${create}/deprecated`]: true },
      [/post-keysets\.yaml:\d+$/, "#stage", "is finished", "deprecated: true"],
    ],
    [
      "another permission",
      { [`${upload}/x-permissions/application`]: { least: ["TrustFrameworkKeySet.Read.All"], higher: [] } },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/permissions/Permissions/rows/Application",
        "Application: TrustFrameworkKeySet.ReadWrite.All",
        "TrustFrameworkKeySet.Read.All",
      ],
    ],
    [
      "a higher permission as the least one",
      { [`${get}/x-permissions/delegated/least`]: ["TrustFrameworkKeySet.ReadWrite.All"] },
      [
        /keyset-get\.yaml:\d+$/,
        "/permissions/Permissions/rows/Delegated (work or school account)",
        "Delegated (work or school account): TrustFrameworkKeySet.Read.All",
        'says delegated: {"least":["TrustFrameworkKeySet.ReadWrite.All"]',
      ],
    ],
    [
      "permissions of personal accounts",
      { [`${upload}/x-permissions/personal`]: "supported" },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/permissions/Permissions/rows/Delegated (personal Microsoft account)",
        "Delegated (personal Microsoft account): Not supported.",
        'says personal: "supported"',
      ],
    ],
    [
      "no word about personal accounts",
      { [`${upload}/x-permissions/personal`]: undefined },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/permissions/Permissions/rows/Delegated (personal Microsoft account)",
        "Not supported.",
        "says personal: undefined",
      ],
    ],
    [
      "no permissions",
      { [`${create}/x-permissions`]: undefined },
      [/post-keysets\.yaml:\d+$/, "/includes/permissions-table", "permissions/", "has no x-permissions"],
    ],
    [
      "no role",
      { [`${create}/x-role`]: "not-stated" },
      [
        /post-keysets\.yaml:\d+$/,
        "/roles/B2C IEF Keyset Administrator",
        "the least privileged role is B2C IEF Keyset Administrator",
        "says x-role: not-stated",
      ],
    ],
    [
      "no token",
      { [`${upload}/security`]: [] },
      [/uploadcertificate\.yaml:\d+$/, "/headers/Authorization", "Authorization: Bearer {token}", "security: []"],
    ],
    [
      "a scheme that isn't a bearer token's",
      { "#/components/securitySchemes/delegated": { type: "http", scheme: "basic" } },
      [/uploadcertificate\.yaml:\d+$/, "/headers/Authorization", "Authorization: Bearer {token}", "security: "],
    ],
    [
      "an optional body",
      { [`${upload}/requestBody/required`]: false },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/headers/Content-type",
        "Content-type: application/json, required",
        "accepts application/json, required: false",
      ],
    ],
    [
      "another encoding",
      { [`${schemas}/UploadCertificateInput/properties/key/x-encoding`]: "base64url" },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/body/rows/key/encoding",
        "key is base64",
        "key is base64url (spec/schemas/UploadCertificateInput.yaml:",
      ],
    ],
    [
      "another type",
      { [`${schemas}/DraftKeySetInput/properties/keys/items`]: { type: "string" } },
      [
        /draft-add-keysets\.yaml:\d+$/,
        "/body/rows/keys/type",
        "keys has the type trustFrameworkKey collection",
        "keys has the type string collection",
      ],
    ],
    [
      "another type in a response",
      { [`${schemas}/TrustFrameworkKey/title`]: "jsonWebKey" },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/response/returns/trustframeworkkey",
        "returns trustframeworkkey",
        "returns jsonWebKey",
      ],
    ],
    [
      "an optional Location",
      { "#/components/headers/KeySetLocation/required": false },
      [
        /post-keysets\.yaml:\d+$/,
        "/response/headers/Location",
        "returns the header Location",
        "doesn't require the header Location",
      ],
    ],
    [
      "another example of Location",
      { "#/components/headers/KeySetLocation/example": "/x" },
      [
        /post-keysets\.yaml:\d+$/,
        "/examples/create_trustframeworkkeyset_from_trustframework1/response/headers/Location",
        "Location: /trustFramework/keySets('B2C_1A_keyset1')",
        "shows Location: /x",
      ],
    ],
    [
      "no clouds",
      { [`${create}/x-clouds`]: "not-stated" },
      [
        /post-keysets\.yaml:\d+$/,
        "/nationalClouds/clouds/Global service",
        "is available in Global service",
        "says x-clouds: not-stated",
      ],
    ],
    [
      "another server",
      { "#/servers/0/url": "https://graph.microsoft.com/v1.0" },
      [
        /post-keysets\.yaml:\d+$/,
        "/examples/create_trustframeworkkeyset_from_trustframework1/request/url#server",
        "sends to https://graph.microsoft.com/beta/trustFramework/keySets",
        "has the servers https://graph.microsoft.com/v1.0",
      ],
    ],
    [
      "a pattern that doesn't accept what a page shows",
      { [`${schemas}/TrustFrameworkKey/properties/kid`]: { type: "string", pattern: "^[0-9]+$" } },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/examples/trustframeworkkeyset_uploadcertificate/response/body/kid",
        '"kid": "kid-value"',
        'must match pattern "^[0-9]+$"',
      ],
    ],
    [
      "a member that can only be sent, though a page returns it",
      { [`${schemas}/TrustFrameworkKey/properties/kid/writeOnly`]: true },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/examples/trustframeworkkeyset_uploadcertificate/response/body/kid",
        '"kid": "kid-value"',
        "marks the member write-only",
      ],
    ],
    [
      "a required member that a page leaves out",
      { [`${schemas}/TrustFrameworkKey/required`]: ["status"] },
      [
        /uploadcertificate\.yaml:\d+$/,
        "/examples/trustframeworkkeyset_uploadcertificate/response/body#without-status",
        "shows no status",
        "must have required property 'status'",
      ],
    ],
    [
      "fewer known values",
      { [`${schemas}/TrustFrameworkKey/properties/use`]: { type: "string", "x-extensible-enum": ["enc"] } },
      [/trustframeworkkey\.yaml:\d+$/, "/properties/use/values/sig", "use may be sig", "lists enc (spec/schemas/"],
    ],
  ])("%s", (_, edits, [place, about, says, contract]) => {
    const { findings } = reportAfter((input) => {
      for (const [pointer, value] of Object.entries(edits)) set(input.contract, pointer, value);
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        place: expect.stringMatching(place),
        about,
        says: expect.stringContaining(says),
        contract: expect.stringContaining(contract),
      }),
    );
  });

  test.each<[what: string, from: string, to: string, words: string[]]>([
    [
      "a path that is spelled differently",
      "#/paths/~1trustFramework~1keySets",
      "#/paths/~1trustFramework~1keysets",
      [
        "/requestLines/POST ~1trustFramework~1keySets\n",
        "has no POST /trustFramework/keySets (spec/paths/keySets.yaml:",
      ],
    ],
    [
      "a property under another name",
      `${schemas}/UploadCertificateInput/properties/key`,
      `${schemas}/UploadCertificateInput/properties/certificate`,
      ["/body/rows/key\n", "has no property key (spec/schemas/UploadCertificateInput.yaml:"],
    ],
    [
      "another status",
      `${update}/responses/200`,
      `${update}/responses/204`,
      [
        "/response/statuses/200\n",
        "200 OK",
        "returns 204, 400",
        "returns 204, which no page of the operation documents",
        "remove the response 204",
      ],
    ],
    [
      "an example under another name",
      `${upload}/requestBody/content/application~1json/examples/trustframeworkkeyset_uploadcertificate`,
      `${upload}/requestBody/content/application~1json/examples/upload`,
      [
        "/examples/trustframeworkkeyset_uploadcertificate/request/annotation/name\n",
        "has no example trustframeworkkeyset_uploadcertificate on both the request and the response",
      ],
    ],
  ])("%s", (_, from, to, words) => {
    const text = textAfter(({ contract }) => move(contract, from, to));
    for (const some of words) expect(text).toContain(some);
  });
});

describe("the contract is wrong about pages if it has", () => {
  test.each<[what: string, edits: Record<string, unknown>, place: string, says: string, fix: string]>([
    [
      "a page that documents another call",
      { [`${upload}/x-pages`]: ["trustframeworkkeyset-uploadcertificate", "trustframework-post-keysets"] },
      "spec/paths/keySets-id-uploadCertificate.yaml:",
      "names the page trustframework-post-keysets, which doesn't document POST /trustFramework/keySets/{id}/uploadCertificate",
      "remove it from x-pages",
    ],
    [
      "a page without a facts file",
      { [`${create}/x-pages/2`]: "missing-page" },
      "spec/paths/keySets.yaml:",
      "names the page missing-page, which has no facts file",
      "read the page (npm run facts:read), or remove it from x-pages",
    ],
    [
      "the documentation of another operation",
      {
        [`${create}/externalDocs/url`]:
          "https://learn.microsoft.com/graph/api/trustframeworkkeyset-get?view=graph-rest-beta",
      },
      "spec/paths/keySets.yaml:",
      "has the address https://learn.microsoft.com/graph/api/trustframeworkkeyset-get?view=graph-rest-beta, but its first page is at https://learn.microsoft.com/graph/api/trustframework-post-keysets?view=graph-rest-beta",
      "give externalDocs the address of the first of x-pages",
    ],
    [
      "no documentation of a documented operation",
      { [`${create}/externalDocs`]: undefined },
      "spec/paths/keySets.yaml:",
      "has the address (none), but its first page is at https://learn.microsoft.com/graph/api/trustframework-post-keysets?view=graph-rest-beta",
      "give externalDocs the address of the first of x-pages",
    ],
    [
      "an operation without a page",
      { "#/paths/~1x": { get: { ...undocumented, "x-stage": "current" } } },
      "spec/openapi.yaml:",
      "is current, but no page documents the operation",
      "name its pages in x-pages, or write x-stage: undocumented",
    ],
    [
      "an operation without a page, with a method that the contract didn't use before",
      { "#/paths/~1x": { trace: { ...undocumented, "x-stage": "current" } } },
      "spec/openapi.yaml:",
      "is current, but no page documents the operation",
      "name its pages in x-pages, or write x-stage: undocumented",
    ],
  ])("%s", (_, edits, place, says, fix) => {
    const { findings } = reportAfter((input) => {
      for (const [pointer, value] of Object.entries(edits)) set(input.contract, pointer, value);
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ place: expect.stringMatching(`^${place}\\d+$`), says, fix }),
    );
  });

  test.each<[what: string, change: (input: Input) => unknown]>([
    ["an operation that it calls undocumented", ({ contract }) => set(contract, "#/paths/~1x", { get: undocumented })],
    [
      "a second server of the beta version",
      ({ contract }) => set(contract, `#/servers/${contract.servers?.length}`, { url: "https://example.com/beta" }),
    ],
  ])("but may have %s", (_, change) => {
    expect(reportAfter(change).findings).toEqual([]);
  });
});

test("facts of an operation that the contract lacks aren't reported as unread", () => {
  expect(textAfter(({ contract }) => set(contract, "#/paths/~1trustFramework~1keySets"))).not.toContain("not compared");
});
