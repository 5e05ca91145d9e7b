import { describe, expect, test } from "vitest";
import type { Page } from "../../../../scripts/facts/load.ts";
import { pageNamed, reportAfter, set, textAfter, textAfterPage } from "./audited.ts";

const page = "trustframeworkkeyset-uploadcertificate";

describe("a page is found to differ after it gets", () => {
  test.each<[what: string, edits: Record<string, unknown>, words: string[]]>([
    [
      "another method",
      { "#/requestLines/POST ~1trustFramework~1keySets~1{id}~1uploadCertificate/method": "PUT" },
      [
        "/requestLines/POST ~1trustFramework~1keySets~1{id}~1uploadCertificate\n",
        "PUT /trustFramework",
        "has no PUT /trustFramework",
      ],
    ],
    [
      "another shown method",
      { "#/examples/trustframeworkkeyset_uploadcertificate/request/method": "PUT" },
      ["/examples/trustframeworkkeyset_uploadcertificate/request/method\n", "says      PUT", "contract  POST"],
    ],
    [
      "another title",
      { "#/title": "Upload a file" },
      ["/title\n", 'is titled "Upload a file"', "has no type in this title"],
    ],
    [
      "another header",
      { "#/headers/If-Match": { value: "*", required: true } },
      ["/headers/If-Match\n", "declares no header If-Match"],
    ],
    [
      "another parameter",
      { "#/parameters": { $top: { in: "query" } } },
      ["/parameters/$top\n", "declares no parameter $top"],
    ],
    [
      "a shown body that isn't JSON",
      {
        "#/examples/trustframeworkkeyset_uploadcertificate/response/body/json": false,
        "#/examples/trustframeworkkeyset_uploadcertificate/response/body/error": "found ,",
      },
      ["/examples/trustframeworkkeyset_uploadcertificate/response/body\n", "has a body that isn't valid JSON: found ,"],
    ],
    [
      "no shown body",
      { "#/examples/trustframeworkkeyset_uploadcertificate/request/body": null },
      ["/examples/trustframeworkkeyset_uploadcertificate/request/body\n", "has no body", "contract  has a body"],
    ],
    [
      "no empty line",
      { "#/examples/trustframeworkkeyset_uploadcertificate/request/blankLine": false },
      ["/examples/trustframeworkkeyset_uploadcertificate/request/blankLine\n", "has no empty line before the body"],
    ],
    [
      "another reason",
      { "#/examples/trustframeworkkeyset_uploadcertificate/response/reason": "Done" },
      ["/examples/trustframeworkkeyset_uploadcertificate/response/reason\n", "Done", "follows RFC 9110"],
    ],
    [
      "another content type",
      { "#/examples/trustframeworkkeyset_uploadcertificate/request/headers/Content-type": "text/plain" },
      ["Content-type: text/plain", "has the content types application/json"],
    ],
    [
      "an unknown INCLUDE",
      { "#/includes/new": "new.md" },
      ["/includes/new\n", "add what the INCLUDE brings to scripts/facts/check/compare/links.ts"],
    ],
    [
      "a link to an unknown type",
      { "#/resources/jsonwebkey": { jsonWebKey: true } },
      ["/resources/jsonwebkey\n", "has no type jsonwebkey; it has "],
    ],
    [
      "a note",
      { "#/notes": { important: ["Beware."] } },
      ["/notes/important/0\n", "says      Beware.", "can't be compared with a note"],
    ],
    [
      "an unknown kind of fact",
      { "#/throttling": { limit: 5 } },
      ["/throttling/limit\n", "says      5", "no comparison reads this fact"],
    ],
  ])("%s", (_, edits, words) => {
    const text = textAfterPage(page, (edited) => {
      for (const [pointer, value] of Object.entries(edits)) set(edited, pointer, value);
    });
    for (const some of [`spec/facts/pages/${page}.yaml:`, ...words]) expect(text).toContain(some);
  });

  test("the name of another page's example", () => {
    const text = textAfterPage(page, (edited) =>
      set(
        edited,
        "#/examples/trustframeworkkeyset_uploadcertificate/request/annotation/name",
        "get_trustframeworkkeyset",
      ),
    );
    expect(text).toContain("also has trustframeworkkeyset-get with an example of this name");
  });

  test("a Content-Length that counts neither LF nor CRLF line ends", () => {
    const text = textAfterPage(page, (edited) =>
      set(edited, "#/examples/trustframeworkkeyset_uploadcertificate/request/headers/content-length", "7"),
    );
    expect(text).toMatch(
      /content-length: 7\n {2}contract {2}the body as shown has \d+ bytes, with CRLF line ends \d+ \(spec/,
    );
  });
});

test("a page of a call that the contract lacks is found once", () => {
  const { findings } = reportAfter((input) => {
    const requestLines = { "GET /x": { method: "GET", path: "/x" } };
    input.pages.push({ ...structuredClone(pageNamed(input, page)), page: "other-page", requestLines, examples: {} });
  });
  expect(findings).toEqual([
    expect.objectContaining({
      place: "spec/facts/pages/other-page.yaml:1",
      about: "/requestLines/GET ~1x",
      says: "GET /x",
      contract: expect.stringMatching(/^has no GET \/x \(spec\/openapi\.yaml:\d+\)$/),
    }),
  ]);
});

describe("the page of a type", () => {
  const typePage = (facts: Partial<Page>): Page => ({
    page: "type-page",
    source: "type-page.md",
    kind: "resource",
    title: "trustFrameworkKey resource type",
    ...facts,
  });

  test("is met by the schema of its title", () => {
    const properties: Page["properties"] = {
      k: { type: "String", writeOnly: true },
      nbf: { type: "Int64" },
      x5c: { type: "String collection" },
      kty: { type: "String", values: { RSA: true, oct: true } },
    };
    const jsonRepresentations = { key: { annotation: {}, body: '{"k": "String"}', json: true } };
    expect(reportAfter(({ pages }) => pages.push(typePage({ properties, jsonRepresentations }))).findings).toEqual([]);
  });

  test.each<[what: string, facts: Partial<Page>, at: string, contract: string]>([
    ["another title", { title: "jsonWebKey resource type" }, "/title", "has no type jsonWebKey"],
    [
      "a property that only goes one way",
      { properties: { kid: { writeOnly: true } } },
      "/properties/kid/writeOnly",
      "kid isn't writeOnly",
    ],
    [
      "an unlisted value",
      { properties: { use: { values: { wrap: true } } } },
      "/properties/use/values/wrap",
      "lists sig, enc",
    ],
    [
      "another relationship",
      { relationships: { owner: {} } },
      "/relationships/owner",
      "has no property owner (spec/schemas/TrustFrameworkKey.yaml:",
    ],
    ["another method", { methods: { Rotate: {} } }, "/methods/Rotate", "has no operation named Rotate"],
    [
      "another member in JSON",
      { jsonRepresentations: { key: { annotation: {}, body: '{"z": 1}', json: true } } },
      "/jsonRepresentations/key/body",
      "has no property z",
    ],
    [
      "no JSON",
      { jsonRepresentations: { key: { annotation: {}, body: "{", json: false } } },
      "/jsonRepresentations/key/body",
      "has valid JSON only",
    ],
    [
      "another value of an enumeration",
      { kind: "enum", members: { trustFrameworkKeyStatus: { off: {} } } },
      "/members/trustFrameworkKeyStatus/off",
      "lists enabled, disabled",
    ],
  ])("is found to differ by %s", (_, facts, at, contract) => {
    const text = textAfter(({ pages }) => pages.push(typePage(facts)));
    expect(text).toContain(`spec/facts/pages/type-page.yaml:1 ${at}\n`);
    expect(text).toContain(contract);
  });
});
