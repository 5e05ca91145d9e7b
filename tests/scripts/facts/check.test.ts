import { execFile } from "node:child_process";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLedger, type PageSource } from "../../../scripts/conflicts/load.ts";
import { loadContract, operations } from "../../../scripts/contract/load.ts";
import { format } from "../../../scripts/facts/check/report.ts";
import { audit, claimsOfPages } from "../../../scripts/facts/check/run-audit.ts";
import { loadPages, type Page } from "../../../scripts/facts/load.ts";
import { leaves } from "../../../scripts/lib/json-leaves.ts";
import { joinPointer, resolvePointer } from "../../../scripts/lib/json-pointer.ts";

const execute = promisify(execFile);
const real = {
  contract: await loadContract("spec/openapi.yaml"),
  pages: await loadPages("spec/facts/pages"),
  conflicts: await loadLedger(),
};
type Input = typeof real;

/** What the audit prints about the real files after one change in memory. */
function after(change: (input: Input) => unknown): string {
  const input = structuredClone(real);
  change(input);
  return format(audit(input));
}

const claims = claimsOfPages(real.pages, real.contract);

/** The same about a ledger, whose change changes nothing that a page claims. */
const afterEdit = (change: (conflicts: Input["conflicts"]) => unknown): string => {
  const conflicts = structuredClone(real.conflicts);
  change(conflicts);
  return format(audit({ ...real, conflicts }, claims));
};

/** The same about a page, whose change changes what this page alone claims. */
const afterEditOf = (index: number, change: (page: Page) => unknown): string => {
  const edited = structuredClone(real.pages[index]!);
  change(edited);
  const pages = real.pages.map((page, i) => (i === index ? edited : page));
  return format(audit({ ...real, pages }, new Map([...claims, ...claimsOfPages(pages, real.contract, [edited])])));
};

const page = ({ pages }: Input, name: string): Page & { [key: string]: any } =>
  pages.find(({ page }) => page === name)!;
const conflict = ({ conflicts }: Input, id: string) => conflicts.conflicts.find((candidate) => candidate.id === id)!;
const create = ({ contract }: Input) => contract.paths["/trustFramework/keySets"].post;
const upload = ({ contract }: Input) => contract.paths["/trustFramework/keySets/{id}/uploadCertificate"].post;

describe("the audit of the real files", () => {
  test("finds every fact met or named, and every name needed", () => {
    expect(audit(real).problems).toEqual([]);
  });

  test("counts each fact of each page once", () => {
    const { rows } = audit(real);
    expect(rows.map(({ page }) => page)).toEqual(real.pages.map(({ page }) => page));
    for (const { facts, met, inConflict, unexplained } of rows) expect(met + inConflict + unexplained).toBe(facts);
  });

  test("prints a table with totals and the number of conflicts, and how to call it", async () => {
    const report = format(audit(real));
    const { stdout: help } = await execute(process.execPath, ["--import", "tsx", "scripts/facts-check.ts", "--help"]);
    expect(report).toMatch(/^page +facts +met +in conflict +unexplained\n/);
    expect(report).toMatch(/\nall +\d+ +\d+ +\d+ +0\n\n\d+ conflicts in the ledger; every fact is met or named\.$/);
    expect(help).toContain("Usage: npm run facts:check");
  });
});

describe("a contract that no longer says what a page says", () => {
  test.each<[what: string, change: (input: Input) => unknown, problem: string[]]>([
    [
      "another namespace",
      ({ contract }) => (contract.info["x-namespace"] = "microsoft.other"),
      [
        "trustframeworkkeyset-uploadcertificate.txt:12 /namespace",
        "namespace microsoft.graph",
        "namespace microsoft.other",
        "#/info/x-namespace",
      ],
    ],
    [
      "a page that is taken out of x-pages",
      (input) => create(input)["x-pages"].pop(),
      [
        "draft-create-keysets.txt:31 /requestLines/0",
        "POST /trustFramework/keySets",
        "has x-pages: [trustframework-post-keysets] there",
      ],
    ],
    [
      "a page in x-pages that documents another call",
      (input) => upload(input)["x-pages"].push("trustframework-post-keysets"),
      ["uploadCertificate/post/x-pages", "names the page trustframework-post-keysets, which documents no POST"],
    ],
    [
      "a page in x-pages without a facts file",
      (input) => create(input)["x-pages"].push("009"),
      ["#/paths/~1trustFramework~1keySets/post/x-pages", "names the page 009, of which there is no facts file"],
    ],
    [
      "a path that is spelt otherwise",
      ({ contract }) => {
        contract.paths["/trustFramework/keysets"] = contract.paths["/trustFramework/keySets"];
        delete contract.paths["/trustFramework/keySets"];
      },
      ["trustframework-post-keysets.txt:35 /requestLines/0", "POST /trustFramework/keySets", "has no such operation"],
    ],
    [
      "a draft that is called current",
      ({ contract }) => (contract.paths["/trustFramework/keySets"].patch["x-stage"] = "current"),
      ["draft-update-keysets.txt:21 #stage", "is a draft", "says x-stage: current, deprecated: true"],
    ],
    [
      "a current operation that is deprecated",
      (input) => (create(input).deprecated = true),
      ["trustframework-post-keysets.txt:11 #stage", "deprecated: true"],
    ],
    [
      "another permission",
      (input) =>
        (upload(input)["x-permissions"].application = { least: ["TrustFrameworkKeySet.Read.All"], higher: [] }),
      [
        "trustframeworkkeyset-uploadcertificate.txt:26 /permissions/0/rows/2",
        "Application: TrustFrameworkKeySet.ReadWrite.All",
        "TrustFrameworkKeySet.Read.All",
      ],
    ],
    [
      "a higher permission for the least one",
      ({ contract }) =>
        (contract.paths["/trustFramework/keySets/{id}"].get["x-permissions"].delegated.least = [
          "TrustFrameworkKeySet.ReadWrite.All",
        ]),
      [
        "trustframeworkkeyset-get?view=graph-rest-beta:19 /permissions/0/rows/0",
        "Delegated (work or school account): TrustFrameworkKeySet.Read.All",
        'says delegated: {"least":["TrustFrameworkKeySet.ReadWrite.All"]',
      ],
    ],
    [
      "personal accounts",
      (input) => (upload(input)["x-permissions"].personal = "supported"),
      [
        "trustframeworkkeyset-uploadcertificate.txt:25",
        "Delegated (personal Microsoft account): Not supported.",
        'says personal: "supported"',
      ],
    ],
    [
      "no permissions at all",
      (input) => delete create(input)["x-permissions"],
      ["trustframework-post-keysets.txt:26 /permissions/0/include", "states no permissions"],
    ],
    [
      "no role",
      (input) => (create(input)["x-role"] = "not-stated"),
      ["trustframework-post-keysets.txt:28", "does not say x-role: B2C IEF Keyset Administrator"],
    ],
    [
      "no token",
      (input) => (upload(input).security = []),
      [
        "trustframeworkkeyset-uploadcertificate.txt:40 /headers/0",
        "Authorization: Bearer {token}, required",
        "security: []",
      ],
    ],
    [
      "an optional body",
      (input) => (upload(input).requestBody.required = false),
      [
        "trustframeworkkeyset-uploadcertificate.txt:41 /headers/1",
        "Content-type: application/json, required",
        "required: false",
      ],
    ],
    [
      "a property under another name",
      ({ contract }) => {
        const { properties } = contract.components.schemas.UploadCertificateInput;
        properties.certificate = properties.key;
        delete properties.key;
      },
      ["trustframeworkkeyset-uploadcertificate.txt:49 /body/rows/0", "has key", "has no such property"],
    ],
    [
      "another encoding",
      ({ contract }) => (contract.components.schemas.UploadCertificateInput.properties.key.format = "base64url"),
      ["trustframeworkkeyset-uploadcertificate.txt:49 /body/rows/0/encoding", "key is base64", "key is base64url"],
    ],
    [
      "another type",
      ({ contract }) =>
        (contract.components.schemas.TrustFrameworkKeySetInput.properties.keys.items = { type: "string" }),
      [
        "draft-add-keysets.txt:48 /body/rows/1/type",
        "keys is a trustFrameworkKey collection",
        "keys is a string collection",
      ],
    ],
    [
      "another status",
      ({ contract }) => {
        const { responses } = contract.paths["/trustFramework/keySets"].patch;
        responses[204] = responses[200];
        delete responses[200];
      },
      [
        "draft-update-keysets.txt:55 /response/statuses/0",
        "200 OK",
        "answers 204, 400, 401, 403, 409, 429, 5XX, default",
        "is an answer that no page of the operation documents",
      ],
    ],
    [
      "another type of answer",
      ({ contract }) => (contract.components.schemas.TrustFrameworkKey.title = "jsonWebKey"),
      [
        "trustframeworkkeyset-uploadcertificate.txt:51 /response/returns/0",
        "returns trustframeworkkey",
        "returns jsonWebKey",
      ],
    ],
    [
      "an optional Location",
      ({ contract }) => (contract.components.headers.KeySetLocation.required = false),
      ["trustframework-post-keysets.txt:49 /response/headers/0", "promises the header Location"],
    ],
    [
      "another example of Location",
      ({ contract }) => (contract.components.headers.KeySetLocation.example = "/x"),
      [
        "trustframework-post-keysets.txt:126 /examples/0/response/headers/1",
        "Location: /trustFramework/keySets('B2C_1A_keyset1')",
        "shows Location: /x",
      ],
    ],
    [
      "no clouds",
      (input) => (create(input)["x-clouds"] = "not-stated"),
      ["trustframework-post-keysets.txt:19 /nationalClouds", "all-clouds", "says x-clouds: not-stated"],
    ],
    [
      "another server",
      ({ contract }) => (contract.servers[0].url = "https://graph.microsoft.com/v1.0"),
      [
        "trustframework-post-keysets.txt:69 /examples/0/request/url#server",
        "sends to https://graph.microsoft.com/beta/trustFramework/keySets",
      ],
    ],
    [
      "an example under another name",
      (input) => {
        const { examples } = upload(input).requestBody.content["application/json"];
        examples.upload = examples.trustframeworkkeyset_uploadcertificate;
        delete examples.trustframeworkkeyset_uploadcertificate;
      },
      [
        "trustframeworkkeyset-uploadcertificate.txt:68 /examples/0/request/annotation/name",
        "names the example trustframeworkkeyset_uploadcertificate",
      ],
    ],
    [
      "a format that refuses what a page shows",
      ({ contract }) =>
        (contract.components.schemas.TrustFrameworkKey.properties.kid = { type: "string", format: "uuid" }),
      [
        "trustframeworkkeyset-uploadcertificate.txt:119 /examples/0/response/body/kid",
        '"kid": "kid-value"',
        'must match format "uuid"',
      ],
    ],
    [
      "a member that is only to be sent, though a page returns it",
      ({ contract }) => (contract.components.schemas.TrustFrameworkKey.properties.kid.writeOnly = true),
      ["trustframeworkkeyset-uploadcertificate.txt:119 /examples/0/response/body/kid", "is only to be sent"],
    ],
    [
      "a required member that a page leaves out",
      ({ contract }) => contract.components.schemas.TrustFrameworkKey.required.push("status"),
      [
        "trustframeworkkeyset-uploadcertificate.txt:118 /examples/0/response/body#status",
        "must have required property 'status'",
      ],
    ],
    [
      "an operation of which there is no page",
      ({ contract }) => (contract.paths["/x"] = { get: { "x-stage": "current", responses: {} } }),
      ["#/paths/~1x/get/x-stage", "no page documents the operation", "x-stage: undocumented"],
    ],
  ])("%s", (_, change, problem) => {
    const report = after(change);
    for (const words of problem) expect(report).toContain(words);
  });

  test("is told how to mend it", () => {
    expect(after((input) => (upload(input).requestBody.required = false))).toMatch(
      /mend +change the contract at #\/paths\/\S+\/requestBody, or name the fact in spec\/conflicts\//,
    );
  });

  test("is told of a call that it has not once, without each fact of the call", () => {
    expect(after(({ contract }) => delete contract.paths["/trustFramework/keySets"])).not.toContain(
      "no check reads this fact",
    );
  });

  test("may have an operation that it calls undocumented", () => {
    expect(
      after(({ contract }) => (contract.paths["/x"] = { get: { "x-stage": "undocumented", responses: {} } })),
    ).not.toContain("mend ");
  });
});

describe("a page that no longer says what the contract says", () => {
  test.each<[what: string, change: (input: Input) => unknown, problem: string[]]>([
    [
      "another method",
      (input) => (page(input, "trustframeworkkeyset-uploadcertificate").requestLines![0]!.method = "PUT"),
      ["trustframeworkkeyset-uploadcertificate.txt:33 /requestLines/0", "PUT /trustFramework"],
    ],
    [
      "another shown method",
      (input) => (page(input, "trustframeworkkeyset-uploadcertificate").examples![0]!.request!.method = "PUT"),
      ["trustframeworkkeyset-uploadcertificate.txt:68 /examples/0/request/method", "PUT"],
    ],
    [
      "another header",
      (input) => (page(input, "trustframeworkkeyset-uploadcertificate").headers![0]!.name = "If-Match"),
      ["trustframeworkkeyset-uploadcertificate.txt:40 /headers/0", "declares no such header"],
    ],
    [
      "a body that is not JSON",
      (input) =>
        Object.assign(page(input, "trustframeworkkeyset-uploadcertificate").examples![0]!.response!.body!, {
          json: false,
          error: "found ,",
        }),
      ["not valid JSON: found ,"],
    ],
    [
      "an INCLUDE that nobody knows",
      (input) => (page(input, "trustframeworkkeyset-uploadcertificate").includes![0]!.label = "new"),
      ["trustframeworkkeyset-uploadcertificate.txt:14 /includes/0", "teach scripts/facts/check/of-links.ts"],
    ],
    [
      "a note",
      (input) => (page(input, "trustframeworkkeyset-uploadcertificate").notes = [{ line: 9, text: "Beware." }]),
      ["trustframeworkkeyset-uploadcertificate.txt:9 /notes/0", "Beware."],
    ],
    [
      "a kind of fact that no check reads",
      (input) => (page(input, "trustframeworkkeyset-uploadcertificate").throttling = { line: 77, limit: 5 }),
      ["trustframeworkkeyset-uploadcertificate.txt:77 /throttling/limit", "5", "no check reads this fact"],
    ],
    [
      "a call that the contract has not",
      (input) =>
        input.pages.push({
          ...structuredClone(page(input, "trustframeworkkeyset-uploadcertificate")),
          page: "005",
          source: "005.txt",
          requestLines: [{ line: 3, method: "GET", path: "/x" }],
        }),
      ["005.txt:3 /requestLines/0", "GET /x", "has no such operation"],
    ],
  ])("%s", (_, change, problem) => {
    const report = after(change);
    for (const words of problem) expect(report).toContain(words);
  });
});

describe("the page of a type", () => {
  const typePage = (facts: Partial<Page>): Page => ({
    page: "900",
    source: "900.txt",
    kind: "resource",
    title: { line: 1, value: "trustFrameworkKey resource type" },
    ...facts,
  });

  test("is met by the schema of its title", () => {
    const properties: Page["properties"] = [
      { line: 3, name: "k", type: "String", writeOnly: true },
      { line: 4, name: "nbf", type: "Int64" },
      { line: 5, name: "x5c", type: "String collection" },
      { line: 6, name: "kty", type: "String", values: ["RSA", "oct"] },
    ];
    const jsonRepresentations = [{ line: 9, annotation: {}, body: '{"k": "String"}', json: true }];
    expect(after(({ pages }) => pages.push(typePage({ properties, jsonRepresentations })))).not.toContain("mend ");
  });

  test.each<[facts: Partial<Page>, problem: string[]]>([
    [{ title: { line: 1, value: "jsonWebKey resource type" } }, ["900.txt:1 /title", "has no schema of this title"]],
    [
      { properties: [{ line: 3, name: "kid", writeOnly: true }] },
      ["900.txt:3 /properties/0/writeOnly", "kid is not writeOnly"],
    ],
    [
      { properties: [{ line: 3, name: "use", values: ["wrap"] }] },
      ["900.txt:3 /properties/0/values/0", "use may be wrap", "lists sig, enc"],
    ],
    [{ relationships: [{ line: 3, name: "owner" }] }, ["900.txt:3 /relationships/0", "has no such property"]],
    [{ methods: [{ line: 3, name: "Rotate" }] }, ["900.txt:3 /methods/0", "has no operation of this name"]],
    [
      { jsonRepresentations: [{ line: 3, annotation: {}, body: '{"z": 1}', json: true }] },
      ["900.txt:3 /jsonRepresentations/0", "has no z"],
    ],
    [
      { kind: "enum", members: [{ line: 3, name: "off", enum: "trustFrameworkKeyStatus" }] },
      ["900.txt:3 /members/0", "lists enabled, disabled"],
    ],
  ])("is held against it: %j", (facts, problem) => {
    const report = after(({ pages }) => pages.push(typePage(facts)));
    for (const words of problem) expect(report).toContain(words);
  });
});

describe("the ledger", () => {
  const silent = { rfc: "9110 section 15.5.5", says: "Nothing." };

  test.each<[what: string, change: (input: Input) => unknown, problem: string[]]>([
    [
      "a conflict that is missing",
      ({ conflicts }) => (conflicts.conflicts = conflicts.conflicts.filter(({ id }) => id !== "key-set-spelling")),
      [
        "trustframeworkkeyset-uploadcertificate.txt:16 /resources/0/text",
        "calls the type trustFrameworkKeyset",
        "name the fact in spec/conflicts/",
      ],
    ],
    [
      "an excuse that the contract no longer needs",
      ({ contract }) => (contract.components.schemas.UploadCertificateInput.required = undefined),
      [
        "key-parameter-not-called-required",
        "excuses /body/rows/0#required of trustframeworkkeyset-uploadcertificate",
        "the excuse is stale",
      ],
    ],
    [
      "a conflict that nobody needs",
      (input) => (conflict(input, "localtest-server").sources = [{ rfc: "1 section 1", says: "x" }]),
      ["localtest-server", "names no fact of any page, and rests on no address and no report", "take the conflict out"],
    ],
    [
      "a report for what is not called observed",
      (input) => Object.assign(conflict(input, "created-twice"), { sources: [silent], sureness: "documented" }),
      ["created-twice", "rests on no address and no report"],
    ],
    [
      "an observation without a report",
      (input) => Object.assign(conflict(input, "created-twice"), { sources: [silent], evidence: [silent] }),
      ["created-twice", "rests on no address and no report"],
    ],
    [
      "an observation that no description carries",
      (input) => (conflict(input, "secret-upload-fails-at-times").contract.at = ["#/info/description", "#/paths"]),
      [
        "secret-upload-fails-at-times",
        "points at no description of an operation, schema or property",
        "where a user meets it",
      ],
    ],
    [
      "an observation that only what is no schema carries",
      (input) =>
        (conflict(input, "secret-upload-fails-at-times").contract.at = [
          "#/components/securitySchemes/oauth2/description",
        ]),
      ["secret-upload-fails-at-times", "points at no description of an operation, schema or property"],
    ],
    [
      "a code that a user of the contract does not meet",
      ({ contract }) =>
        (contract.paths["/trustFramework/keySets/{id}/uploadPkcs12"].post.description = "Refused: AADB2C90063."),
      ["pkcs12-encryption", "quotes AADB2C90213, which is in no description", "write AADB2C90213 into the description"],
    ],
    [
      "a code that is only the beginning of the one that is met",
      (input) => (conflict(input, "pkcs12-encryption").contract.says = "The code is `AADB2C`."),
      ["pkcs12-encryption", "quotes AADB2C, which is in no description"],
    ],
    [
      "a fact that the page no longer has",
      (input) => delete page(input, "draft-add-keysets").permissions,
      ["permissions-left-open", "names the fact /permissions/0/rows/0 of draft-add-keysets, which is not there"],
    ],
    [
      "a page that there is not",
      (input) => ((conflict(input, "localtest-server").sources[0] as PageSource).page = "009"),
      ["localtest-server", "cites the page 009, of which there is no facts file"],
    ],
    [
      "a pointer that leads nowhere",
      (input) => (conflict(input, "localtest-server").contract.at = ["#/servers/9/url"]),
      ["localtest-server", "points at #/servers/9/url, which is not in the contract"],
    ],
    [
      "words that the page no longer has",
      (input) => (page(input, "draft-add-keysets").examples![0]!.request!.headers[1]!.value = "999"),
      [
        "content-length-counts-crlf",
        "does not quote what /examples/0/request/headers/1 of draft-add-keysets says",
        "write `Content-length: 999`",
      ],
    ],
    [
      "words that the contract no longer has",
      (input) =>
        (upload(input).responses[200].content[
          "application/json"
        ].examples.trustframeworkkeyset_uploadcertificate.value.kty = "EC"),
      [
        "certificate-answered-as-symmetric",
        "does not quote what the contract says",
        'write `"kty": "EC"` in "contract.says"',
      ],
    ],
  ])("is refused with %s", (_, change, problem) => {
    const report = after(change);
    for (const words of ["spec/conflicts/", ...problem]) expect(report).toContain(words);
  });

  test.each<[what: string, change: (input: Input) => unknown]>([
    ["on a report alone", (input) => (conflict(input, "created-twice").sources = [silent])],
    ["on an address alone", (input) => (conflict(input, "loose-openapi").evidence = [silent])],
  ])("may rest %s", (_, change) => {
    expect(after(change)).not.toContain("mend ");
  });

  test("is reported with the line of the entry", () => {
    const i = real.conflicts.conflicts.findIndex(({ id }) => id === "localtest-server");
    const line = real.conflicts.places.get(`/${i}/contract/at/0`);
    expect(line).toMatch(/^spec\/conflicts\/operations\.yaml:\d+$/);
    expect(after((input) => (conflict(input, "localtest-server").contract.at = ["#/nowhere"]))).toContain(
      `${line} localtest-server`,
    );
  });

  test("is reported with the line of the evidence that cites a page that there is not", () => {
    const i = real.conflicts.conflicts.findIndex(({ evidence }) => evidence.some((source) => "page" in source));
    const { id, evidence } = real.conflicts.conflicts[i]!;
    const j = evidence.findIndex((source) => "page" in source);
    expect(afterEdit(({ conflicts }) => Object.assign(conflicts[i]!.evidence[j]!, { page: "009" }))).toContain(
      `${real.conflicts.places.get(`/${i}/evidence/${j}/page`)} ${id}`,
    );
  });

  test("may not excuse with a * what is met", () => {
    const report = after(
      (input) => ((conflict(input, "inherited-from-entity").sources[0] as PageSource).facts = ["/resources/*/text"]),
    );
    expect(report).toContain("excuses /resources/0/text of draft-add-keysets");
  });

  test("needs what each of its sources excuses", () => {
    for (const [i, { id, sources }] of real.conflicts.conflicts.entries()) {
      for (const [j, source] of sources.entries()) {
        if (!("facts" in source)) continue;
        const others = real.conflicts.conflicts.flatMap(({ sources }) =>
          sources.filter((other) => other !== source && "page" in other),
        );
        const onlyHere = source.facts!.filter(
          (fact) =>
            !others.some(
              (other) => (other as PageSource).page === source.page && (other as PageSource).facts?.includes(fact),
            ),
        );
        if (onlyHere.length === 0) continue;
        const report = afterEdit(({ conflicts }) => ((conflicts[i]!.sources[j] as PageSource).facts = ["/gone"]));
        expect(report, `${id} of ${source.page}`).toContain("or name the fact in spec/conflicts/");
      }
    }
  });
});

describe("a documented body", () => {
  const bodies = real.pages
    .flatMap(({ page, examples = [] }, p) =>
      examples.flatMap(({ request, response }, e) =>
        (["request", "response"] as const).map((side) => ({
          page,
          p,
          e,
          side,
          name: String(request!.annotation?.["name"]),
          body: { request, response }[side]!.body,
        })),
      ),
    )
    .flatMap(({ body, ...rest }) => (body?.json ? [{ ...rest, body }] : []));
  const places = bodies.flatMap((body) =>
    [...leaves(JSON.parse(body.body.text)).keys()].map((path) => ({ ...body, path })),
  );
  const change = (value: any, path: string, to: unknown): void => {
    const segments = path.slice(1).split("/");
    resolvePointer({ value }, joinPointer("#/value", ...segments.slice(0, -1)))[segments.at(-1)!] = to;
  };

  test("cannot change in any one value without being found, there", () => {
    expect(places.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.nat(places.length - 1), fc.jsonValue(), (i, to) => {
        const { p, e, side, path, body } = places[i]!;
        const value = JSON.parse(body.text);
        fc.pre(JSON.stringify(resolvePointer({ value }, `#/value${path}`)) !== JSON.stringify(to));
        change(value, path, to);
        const report = afterEditOf(
          p,
          ({ examples }) => (examples![e]![side]!.body!.text = JSON.stringify(value, null, 2)),
        );
        expect(report).toContain(`/examples/${e}/${side}/body${path}`);
      }),
      { numRuns: 40 },
    );
  });

  test("is held against each value of the contract's example", () => {
    // The current pages have every kind of value.
    for (const { page, p, side, e, name } of bodies.filter(({ page }) => /^00[023]/.test(page))) {
      const { pointer, node } = operations(real.contract).find(({ node }) => node["x-pages"].includes(page))!;
      const answer = Object.keys(node.responses).find((status) => status.startsWith("2"));
      const part = side === "request" ? "requestBody" : `responses/${answer}`;
      const example = resolvePointer(real.contract, `${pointer}/${part}/content/application~1json/examples/${name}`);
      const documented = example.value;
      for (const path of leaves(documented).keys()) {
        example.value = structuredClone(documented);
        change(example.value, path, "quite another");
        const report = afterEditOf(p, () => {});
        example.value = documented;
        expect(report, path).toContain(`/examples/${e}/${side}/body`);
        expect(report, path).toContain("quite another");
      }
    }
  });
});
