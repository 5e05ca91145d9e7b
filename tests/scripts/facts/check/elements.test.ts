import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../../../scripts/contract/document.ts";
import { checkElements } from "../../../../scripts/facts/check/check-elements.ts";
import type { Convention } from "../../../../scripts/facts/check/conventions.ts";
import { elementsOf } from "../../../../scripts/facts/check/elements.ts";
import { createFindSources } from "../../../../scripts/facts/check/sources.ts";
import { resolvePointer } from "../../../../scripts/lib/json-pointer.ts";
import { real, realClaims, set } from "./audited.ts";

const keySets = "#/paths/~1trustFramework~1keySets";
const schemas = "#/components/schemas";

const inventionsIn = (document: Document): string[] =>
  checkElements({ ...real, document }, realClaims).findings.map(({ about }) => about);

const sourcesOf = createFindSources(real, realClaims);
const known = new Set(elementsOf(real.document).map((element) => JSON.stringify(element)));

/** The same, about the new elements of a document. The facts are about what was there before. */
const newInventionsIn = (document: Document): string[] =>
  elementsOf(document)
    .filter((element) => !known.has(JSON.stringify(element)) && sourcesOf(element).length === 0)
    .map(({ pointer }) => pointer);

describe("the audit refuses an invented", () => {
  const inventions: [what: string, pointer: string, value: unknown, about?: string][] = [
    ["property of a request", `${schemas}/GenerateKeyInput/properties/keySize`, { type: "integer" }],
    ["property of a response", `${schemas}/TrustFrameworkKeySet/properties/friendlyName`, { type: "string" }],
    ["property within an array", `${schemas}/ODataError/properties/error/properties/details/items/properties/hint`, {}],
    ["listed value of a request", `${schemas}/GenerateKeyInput/properties/kty/enum/3`, "EC"],
    ["known value of a response", `${schemas}/KeyType/x-extensible-enum/2`, "EC"],
    ["error code", `${schemas}/ErrorCode/x-extensible-enum/99`, "AADB2C99999"],
    ["error code of an operation", `${keySets}/get/x-errors/99`, "AADB2C99999"],
    ["query option", `${keySets}/get/parameters`, [{ name: "$top", in: "query" }], `${keySets}/get/parameters/0`],
    [
      "header of a request",
      `${keySets}/get/parameters`,
      [{ name: "If-Match", in: "header" }],
      `${keySets}/get/parameters/0`,
    ],
    ["parameter of a path", `${keySets}~1{id}/get/parameters/1`, { name: "version", in: "path" }],
    ["status", `${keySets}/post/responses/412`, { description: "Wrong version." }],
    ["status that other operations have", `${keySets}/get/responses/404`, { $ref: "#/components/responses/NotFound" }],
    [
      "operation",
      `#/paths/~1trustFramework~1keySets~1$count`,
      { get: { operationId: "countKeySets" } },
      "#/paths/~1trustFramework~1keySets~1$count/get",
    ],
    ["method of a path", `${keySets}/delete`, { operationId: "deleteKeySets" }],
    ["length", `${schemas}/UploadSecretInput/properties/k/minLength`, 3],
    ["other length of a parameter", `${keySets}~1{id}/get/parameters/0/schema/minLength`, 3],
    ["pattern", `${schemas}/TrustFrameworkKeySet/properties/id/pattern`, "^B2C_1A_"],
    ["format", `${schemas}/TrustFrameworkKeySet/properties/id/format`, "uuid"],
    ["maximum", `${schemas}/GenerateKeyInput/properties/nbf/maximum`, 2_147_483_647],
    ["null in a request", `${schemas}/GenerateKeyInput/properties/nbf/nullable`, true],
    ["closed response", `${schemas}/TrustFrameworkKey/additionalProperties`, false],
    ["required member of a response", `${schemas}/TrustFrameworkKey/required/1`, "kid"],
    ["required member of a request", `${schemas}/UploadSecretInput/required/2`, "nbf"],
    ["composition", `${schemas}/TrustFrameworkKey/anyOf`, [{ required: ["n"] }]],
    ["write-only member", `${schemas}/TrustFrameworkKey/properties/n/writeOnly`, true],
    [
      "header of a response",
      `${keySets}/get/responses/200/headers`,
      { ETag: {} },
      `${keySets}/get/responses/200/headers/ETag`,
    ],
    ["media type", `${keySets}/get/responses/200/content/text~1csv`, {}],
    ["link", `${keySets}/post/responses/201/links/deleteKeySet`, { operationId: "deleteKeySet" }],
    ["permission", `${keySets}/get/x-permissions/delegated/higher/1`, "Directory.ReadWrite.All"],
    [
      "permission whose name begins like a real one",
      `${keySets}/get/x-permissions/delegated/higher/1`,
      "TrustFrameworkKeySet.Read",
    ],
    ["scope", `${keySets}/get/security/0/delegated/1`, "Directory.ReadWrite.All"],
    ["way to sign in", `${keySets}/get/security/2`, { apiKey: [] }, `${keySets}/get/security/2/apiKey`],
    ["security scheme", `#/components/securitySchemes/apiKey`, { type: "apiKey", in: "header", name: "x-key" }],
    [
      "address to sign in",
      `#/components/securitySchemes/delegated/flows/authorizationCode/tokenUrl`,
      "https://example.com/token",
    ],
    [
      "permission ID",
      `#/components/securitySchemes/delegated/x-permission-ids/TrustFrameworkKeySet.Read.All`,
      "00000000-0000-0000-0000-000000000000",
    ],
    ["role", `${keySets}/get/x-role`, "Global Administrator"],
    ["server", `#/servers/4`, { url: "https://graph.example.com/beta" }, "#/servers/4/url"],
    ["cloud of a server", `#/servers/1/x-cloud`, "germany"],
    ["text of an error", `${schemas}/ErrorCode/x-error-codes/AADB2C95028/message`, "It exists."],
    ["status of an error", `${schemas}/ErrorCode/x-error-codes/AADB2C95028/statuses/2`, 422],
    ["schema", `${schemas}/KeyRing`, { type: "object" }],
    ["namespace", "#/info/x-namespace", "microsoft.graph.beta"],
    ["extension", `${keySets}/get/x-rate-limit`, 10],
    ["callback", `${keySets}/post/callbacks`, { created: {} }],
  ];
  // One document has all of them, except for a second one at the same place, as an audit takes long.
  const isRepeated = (pointer: string, i: number) => inventions.findIndex(([, other]) => other === pointer) < i;
  const found = [false, true].map((repeated) => {
    const document = structuredClone(real.document);
    for (const [i, [, pointer, value]] of inventions.entries())
      if (isRepeated(pointer, i) === repeated) set(document, pointer, value);
    return inventionsIn(document);
  });

  test.each(inventions.map(([what], i) => [what, i] as const))("%s", (_, i) => {
    const [, pointer = "", , about = pointer] = inventions[i] ?? [];
    expect(found[Number(isRepeated(pointer, i))]).toContain(about);
  });
});

describe("no element passes that is added:", () => {
  const places = elementsOf(real.document);
  const objects = (kinds: string[]): string[] => {
    const all = places.filter(({ kind }) => kinds.includes(kind)).map(({ pointer }) => pointer);
    return all.filter((pointer) => isOwn(resolvePointer(real.document, pointer)));
  };
  const isOwn = (node: unknown): node is object => typeof node === "object" && node !== null && !("$ref" in node);
  const [name = ""] = fc.sample(fc.stringMatching(/^[a-z]{3,8}Zz$/), { numRuns: 1, seed: 1 });

  /** The additions that pass. All are made to one document, as elements have their sources independently of each other. */
  function passing(additions: { pointer: string; value: unknown; about?: string }[]): string[] {
    const document = structuredClone(real.document);
    for (const { pointer, value } of additions) set(document, pointer, value);
    const found = new Set(newInventionsIn(document));
    expect(additions.length).toBeGreaterThan(90);
    return additions.map(({ pointer, about = pointer }) => about).filter((about) => !found.has(about));
  }

  test("properties and constraints of schemas", () => {
    const keywords = {
      minLength: 2,
      maxLength: 9,
      pattern: "^a",
      format: "uuid",
      maxItems: 3,
      minProperties: 1,
      uniqueItems: true,
      readOnly: true,
      default: "a",
      enum: ["a"],
      const: "a",
      not: {},
    };
    const additions = objects(["schema", "property"]).flatMap((at) => [
      ...Object.entries(keywords).map(([keyword, value]) => ({
        pointer: `${at}/${keyword}`,
        value,
        about: Array.isArray(value) ? `${at}/${keyword}/0` : `${at}/${keyword}`,
      })),
      ...("properties" in (resolvePointer(real.document, at) as object)
        ? [{ pointer: `${at}/properties/${name}`, value: { type: "string" } }]
        : []),
    ]);
    expect(passing(additions)).toEqual([]);
  });

  test("required members", () => {
    const additions = objects(["schema"]).flatMap((at) => {
      const { properties = {}, required = [] } = resolvePointer(real.document, at) as {
        properties?: object;
        required?: string[];
      };
      const optional = Object.keys(properties).filter((property) => !required.includes(property));
      return optional.map((_, i) => ({
        pointer: `${at}/required`,
        value: [...required, ...optional],
        about: `${at}/required/${required.length + i}`,
      }));
    });
    expect(passing(additions)).toEqual([]);
  });

  test("parts of operations", () => {
    const additions = objects(["operation"]).flatMap((at) => [
      { pointer: `${at}/${name}`, value: true },
      { pointer: `${at}/responses/418`, value: { description: "" } },
      { pointer: `${at}/parameters`, value: [{ name, in: "query" }], about: `${at}/parameters/0` },
      { pointer: `${at}/x-errors/99`, value: name },
      { pointer: `${at}/x-permissions/application/least/9`, value: name },
      { pointer: `${at}/x-pages/9`, value: name },
      { pointer: `${at}/security/0/delegated/9`, value: name },
      { pointer: `${at}/x-role`, value: name },
    ]);
    expect(passing(additions)).toEqual([]);
  });
});

test("every element of the contract has a source, and words for people are none", () => {
  expect(inventionsIn(real.document)).toEqual([]);
  const document = structuredClone(real.document);
  set(document, `${keySets}/get/description`, "Something else.");
  set(document, `${schemas}/TrustFrameworkKey/properties/kid/example`, "other");
  expect(elementsOf(document)).toEqual(elementsOf(real.document));
});

test("an invention is found at its line, with the fix", () => {
  const document = structuredClone(real.document);
  set(document, `${schemas}/KeyUse/maxLength`, 3);
  const { findings } = checkElements({ ...real, document }, realClaims);
  expect(findings).toEqual([
    expect.objectContaining({
      place: expect.stringMatching(/^spec\/schemas\/KeyUse\.yaml:\d+$/),
      says: "constraint maxLength: 3",
      fix: expect.stringContaining("remove it, or name #/components/schemas/KeyUse/maxLength"),
    }),
  ]);
});

describe("an element rests on", () => {
  const by = (pointer: string): string[] => {
    const element = elementsOf(real.document).find((element) => element.pointer === pointer);
    return element ? sourcesOf(element).map(({ by }) => by) : [];
  };

  test.each<[what: string, pointer: string, first: string]>([
    ["a fact of a page", `${keySets}/post/responses/201`, "fact"],
    ["a fact about the same type", `${schemas}/TrustFrameworkKeyInput/properties/status`, "fact"],
    ["a fact about a type with the same members", `${schemas}/TrustFrameworkKey_v2/properties/k/writeOnly`, "fact"],
    ["a conflict that names it", `${schemas}/GenerateKeyInput/additionalProperties`, "conflict"],
    ["a convention", "#/servers/3/url", "convention"],
  ])("%s", (_, pointer, first) => {
    expect(by(pointer)[0]).toBe(first);
  });

  test("no conflict that names only what it is a part of", () => {
    const { ledger } = real;
    const conflicts = ledger.conflicts.map((conflict) => ({
      ...conflict,
      contract: {
        ...conflict.contract,
        at: [schemas, `${schemas}/TrustFrameworkKeySet`, `${schemas}/TrustFrameworkKeySet/properties`],
      },
    }));
    const document = structuredClone(real.document);
    set(document, `${schemas}/TrustFrameworkKeySet/properties/friendlyName`, { type: "string" });
    const { findings } = checkElements({ ...real, document, ledger: { ...ledger, conflicts } }, realClaims);
    expect(findings.map(({ about }) => about)).toContain(`${schemas}/TrustFrameworkKeySet/properties/friendlyName`);
  });
});

describe("conventions", () => {
  const withConvention = (covers: Convention["covers"]) => {
    const convention = { id: "new", says: "Something.", reference: "https://example.com", covers };
    const conventions = { ...real.conventions, conventions: [...real.conventions.conventions, convention] };
    return checkElements({ ...real, conventions }, realClaims).findings;
  };

  test.each([
    ["a place that the contract doesn't have", { at: "#/paths/*/head" }],
    ["values that the place doesn't have", { at: "#/servers/0/x-cloud", values: ["mars"] }],
  ])("that cover %s are stale", (_, cover) => {
    expect(withConvention([cover])).toEqual([
      expect.objectContaining({ about: "new", says: expect.stringContaining("covers ") }),
    ]);
  });

  test("that cover something are needed", () => {
    expect(withConvention([{ at: "#/servers/(0|1)/x-cloud", values: ["global"] }])).toEqual([]);
  });

  test("can't place a rule that the overview doesn't have", () => {
    const conventions = {
      ...real.conventions,
      overview: { ...real.conventions.overview, gone: { outside: "A test." } },
    };
    const { findings } = checkElements({ ...real, conventions }, realClaims);
    expect(findings).toEqual([expect.objectContaining({ about: "gone", says: "isn't a rule of the overview" })]);
  });
});

test.each([
  [
    "a constraint",
    `${schemas}/KeyUse/maxLength`,
    3,
    'name #/components/schemas/KeyUse/maxLength in "contract.at" of a conflict that has 3 in "contract.says", or in spec/conventions.yaml',
  ],
  [
    "clouds",
    `${keySets}~1{id}~1keys_v2/get/x-clouds`,
    "some",
    '/get/x-clouds in "contract.at" of a conflict that has `some` in backticks in "contract.says", or in',
  ],
  ["a parameter", `${keySets}~1{id}/get/parameters/1`, { name: "version", in: "path" }, "has `{version}` in backticks"],
  [
    "a property",
    `${schemas}/TrustFrameworkKeySet/properties/name`,
    {},
    'properties/name in "contract.at" of a conflict, or in',
  ],
  [
    "a code of an operation",
    `${keySets}/get/x-errors/99`,
    "AADB2C99999",
    `${keySets}/get/x-errors in "contract.at" of a conflict`,
  ],
])("the fix of %s without a source says what a conflict must have", (_what, pointer, value, fix) => {
  const document = structuredClone(real.document);
  set(document, pointer, value);
  const { findings } = checkElements({ ...real, document }, realClaims);
  expect(findings.find(({ about }) => about === pointer)?.fix).toContain(fix);
});
