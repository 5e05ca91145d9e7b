import { describe, expect, it } from "vitest";
import { meaningOf, unknownKeys } from "../../../../scripts/facts/read/annotation.ts";
import { exchange, factsOf, harmlessNotes, importantNotes, page, resource } from "./support.ts";

const nothing = {
  blockType: "response",
  names: [],
  isEmpty: false,
  expectError: false,
  truncated: false,
  optionalProperties: [],
  nullableProperties: [],
  abstract: false,
  openType: false,
  sampleKeys: [],
  opaqueUrl: false,
  idempotent: false,
  isComposable: false,
  isMediaEntity: false,
  scopes: [],
  apiVersions: [],
  tags: [],
};

describe("an annotation means", () => {
  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ name: "a" }, { names: ["a"] }],
    [{ name: ["a", "b"] }, { names: ["a", "b"] }],
    [{ "@odata.type": "microsoft.graph.lamp" }, { type: "microsoft.graph.lamp" }],
    [{ "@type": "microsoft.graph.lamp" }, { type: "microsoft.graph.lamp" }],
    [{ "@type": "a", "@odata.type": "b" }, { type: "a" }],
    [{ isCollection: true }, { collectionProperty: "value" }],
    [{ isCollection: "true" }, { collectionProperty: "value" }],
    [{ isCollection: true, collectionProperty: "lamps" }, { collectionProperty: "lamps" }],
    [{ isCollection: false, collectionProperty: "lamps" }, {}],
    [
      { "@odata.type": "Collection(microsoft.graph.lamp)" },
      { type: "microsoft.graph.lamp", collectionProperty: "value" },
    ],
    [{ "@odata.type": "collection(lamp)" }, { type: "lamp", collectionProperty: "value" }],
    [{ isEmpty: true }, { isEmpty: true }],
    [{ expectError: true }, { expectError: true }],
    [{ truncated: true }, { truncated: true }],
    [{ Truncated: "True" }, { truncated: true }],
    [{ optionalProperties: ["a"] }, { optionalProperties: ["a"] }],
    [{ nullableProperties: ["a", "b"] }, { nullableProperties: ["a", "b"] }],
    [{ keyProperty: "id" }, { keyProperty: "id" }],
    [{ baseType: "microsoft.graph.entity" }, { baseType: "microsoft.graph.entity" }],
    [{ baseType: "" }, {}],
    [{ baseType: null }, {}],
    [{ abstract: true }, { abstract: true }],
    [{ openType: true }, { openType: true }],
    [{ sampleKeys: ["a1"] }, { sampleKeys: ["a1"] }],
    [{ opaqueUrl: true }, { opaqueUrl: true }],
    [{ idempotent: true }, { idempotent: true }],
    [{ isComposable: true }, { isComposable: true }],
    [{ isMediaEntity: true }, { isMediaEntity: true }],
    [{ longRunningResponseType: "lamp" }, { longRunningResponseType: "lamp" }],
    [{ scopes: "lamp.read room.read" }, { scopes: ["lamp.read", "room.read"] }],
    [{ scopes: ["lamp.read"] }, { scopes: ["lamp.read"] }],
    [{ apiVersions: "v1.0 beta" }, { apiVersions: ["v1.0", "beta"] }],
    [{ tags: "service.graph" }, { tags: ["service.graph"] }],
  ])("%j", (annotation, meaning) => {
    expect(meaningOf({ blockType: "response", ...annotation })).toEqual({ ...nothing, ...meaning });
  });

  it("nothing more than its kind, in small letters, when it says no more", () => {
    expect(meaningOf({ BlockType: "Request" })).toEqual({ ...nothing, blockType: "request" });
    expect(meaningOf({})).toEqual({ ...nothing, blockType: "unknown" });
  });

  it("nothing by keys that the pages' own tool doesn't know", () => {
    expect(unknownKeys({ blockType: "request", NAME: "a", color: "red", "@type.aka": "b", target: "action" })).toEqual([
      "color",
    ]);
    expect(harmlessNotes(annotated('{ "blockType": "request", "name": "a", "color": "red" }'))).toContain(
      "the annotation has unknown keys: color",
    );
  });
});

const annotated = (annotation: string): string =>
  page(
    `## Example\n\n<!-- ${annotation} -->\n\`\`\`http\nGET /lamps\n\`\`\`\n\n<!-- { "blockType": "response" } -->\n\`\`\`http\nHTTP/1.1 200 OK\n\`\`\`\n`,
  );

describe("an annotation is read", () => {
  it.each([
    ['{ "blockType": "request", "name": "a", }', "line 1 of the annotation isn't strict JSON"],
    ["{ 'blockType': 'request', 'name': 'a' }", "line 1 of the annotation isn't strict JSON"],
    ['{ "blockType": "request", /* why */ "name": "a" }', "line 1 of the annotation isn't strict JSON"],
    ['{\n "blockType": "request",\n "name": "a",\n}', "line 4 of the annotation isn't strict JSON"],
  ])("though %s isn't strict JSON, with a note that says where", (annotation, note) => {
    expect(factsOf(annotated(annotation)).examples).toHaveProperty("a");
    expect(harmlessNotes(annotated(annotation))[0]).toContain(note);
    expect(importantNotes(annotated(annotation))).toEqual([]);
  });

  it("with a remark behind its object, and without one", () => {
    expect(
      factsOf(annotated('{ "blockType": "request", "name": "a" } // Note: kept by hand.')).examples,
    ).toHaveProperty("a");
    expect(factsOf(annotated('\n{\n"blockType": "request",\n"name": "a"\n}\n')).examples).toHaveProperty("a");
  });

  it("as far as it goes when it is broken, with an important note", () => {
    const text = annotated('{ "blockType": "request" "name": "a" }');
    expect(factsOf(text).examples).toHaveProperty("a");
    expect(importantNotes(text)).toEqual([
      'line 1 of the annotation is broken: found `"`, expected a comma; the rest may be lost',
    ]);
  });

  it("not at all when it holds no object, with an important note", () => {
    expect(importantNotes(page("<!-- blockType: request -->\n"))).toEqual([
      "the comment holds a blockType but no readable JSON object; it isn't read",
    ]);
  });

  it("not when it is shown within code", () => {
    expect(factsOf(page('```html\n<!-- { "blockType": "request" -->\n```\n')).notes).toBeUndefined();
  });

  it.each(["request", "response", "resource", "example"])(
    "with a note when no code block follows that of a %s",
    (kind) => {
      const note = `no code block follows the ${kind} annotation`;
      expect(
        importantNotes(page(`<!-- { "blockType": "${kind}" } -->\n\n## More\n\n\`\`\`http\nGET /x\n\`\`\`\n`)),
      ).toContain(note);
      const twice = `<!-- { "blockType": "${kind}" } -->\n<!-- { "blockType": "ignored" } -->\n\`\`\`http\nGET /x\n\`\`\`\n`;
      expect(importantNotes(page(twice))).toContain(note);
      expect(importantNotes(page(`<!-- { "blockType": "${kind}" } -->\n`))).toContain(note);
    },
  );

  it("of an unknown kind with a note", () => {
    expect(importantNotes(annotated('{ "blockType": "riddle" }'))).toContain(
      'the block type "riddle" is unknown; the block isn\'t read',
    );
  });

  it.each(["samples", "testParams"])("of the kind %s with a note that its block isn't read", (kind) => {
    expect(harmlessNotes(annotated(`{ "blockType": "${kind}" }`))).toContain(
      `a block of the type "${kind.toLowerCase()}" isn't read`,
    );
  });
});

describe("what an annotation says is held against its block", () => {
  const response = (annotation: string, text: string): string[] =>
    importantNotes(
      exchange("GET /x", text).replace('{ "blockType": "response" }', `{ "blockType": "response", ${annotation} }`),
    );

  it.each([
    ['"isEmpty": true', "HTTP/1.1 200 OK\n\n{}", "the annotation says isEmpty, and the response has a body"],
    ['"expectError": true', "HTTP/1.1 200 OK", "the annotation says expectError, and the status is 200"],
    [
      '"isCollection": true',
      'HTTP/1.1 200 OK\n\n{ "id": "a" }',
      'the annotation says isCollection, and "value" isn\'t a list',
    ],
    [
      '"isCollection": true, "collectionProperty": "lamps"',
      'HTTP/1.1 200 OK\n\n{ "value": [] }',
      'the annotation says isCollection, and "lamps" isn\'t a list',
    ],
    [
      '"@odata.type": "Collection(lamp)"',
      "HTTP/1.1 200 OK\n\n[]",
      'the annotation says isCollection, and "value" isn\'t a list',
    ],
  ])("%s against %j", (annotation, text, note) => {
    expect(response(annotation, text)).toEqual([note]);
  });

  it.each([
    ['"isEmpty": true', "HTTP/1.1 204 No Content"],
    ['"expectError": true', "HTTP/1.1 404 Not Found"],
    ['"isCollection": true', 'HTTP/1.1 200 OK\n\n{ "value": [] }'],
    ['"isCollection": true, "expectError": true', "HTTP/1.1 400 Bad Request\n\n{}"],
    ['"isCollection": true', "HTTP/1.1 200 OK"],
    ['"isCollection": true', "HTTP/1.1 200 OK\n\nlamps"],
  ])("%s agrees with %j", (annotation, text) => {
    expect(response(annotation, text)).toEqual([]);
  });
});

describe("requests and responses are paired", () => {
  const block = (annotation: string, text: string): string => `<!-- ${annotation} -->\n\`\`\`http\n${text}\n\`\`\`\n\n`;
  const request = (name: string): string => block(`{ "blockType": "request", "name": ${name} }`, "GET /lamps");
  const pairs = (text: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(factsOf(page(`## Examples\n\n${text}`)).examples ?? {}).map(([name, { response }]) => [
        name,
        response?.status ?? null,
      ]),
    );
  const answer = (status: number, name?: string): string =>
    block(`{ "blockType": "response"${name ? `, "name": ${name}` : ""} }`, `HTTP/1.1 ${status} X`);

  it("in order", () => {
    expect(pairs(request('"a"') + answer(200) + request('"b"') + answer(201))).toEqual({ a: 200, b: 201 });
  });

  it("by a name that both have, whatever stands between", () => {
    expect(pairs(request('"a"') + request('"b"') + answer(201, '"b"') + answer(200, '"a"'))).toEqual({
      a: 200,
      b: 201,
    });
  });

  it("by the names of several requests, which share the response", () => {
    expect(pairs(request('"a"') + request('"b"') + request('"c"') + answer(200, '["a", "b"]'))).toEqual({
      a: 200,
      b: 200,
      c: null,
    });
  });

  it("by one of several names", () => {
    expect(pairs(request('["a", "b"]') + request('"c"') + answer(200, '["b"]'))).toEqual({ a: 200, c: null });
  });

  it("under different headings too, with an important note when these name two examples", () => {
    const text = page(`## Examples\n\n### Example 1: One\n\n${request('"a"')}### Example 2: Two\n\n${answer(200)}`);
    expect(factsOf(text).examples?.a?.response?.status).toBe(200);
    expect(importantNotes(text)).toEqual([
      'the response under "Example 2: Two" belongs to the request under "Example 1: One"',
    ]);
  });

  it("never across a request that is marked ignored", () => {
    expect(pairs(request('"a"') + block('{ "blockType": "ignored" }', "GET /other") + answer(200))).toEqual({
      a: null,
      example: 200,
    });
  });

  it("also across an ignored block that isn't a request", () => {
    expect(pairs(request('"a"') + block('{ "blockType": "ignored" }', "{}") + answer(200))).toEqual({ a: 200 });
  });

  it("with a note on what is left alone", () => {
    expect(harmlessNotes(page(`## Examples\n\n${request('"a"')}${request('"b"')}`))).toEqual([
      'the request "a" has no response',
      'the request "b" has no response',
    ]);
    expect(harmlessNotes(page(`## Examples\n\n${answer(200)}`))).toEqual([
      'a response under "the title" has no request',
    ]);
  });

  it("under a suffix when two have one name", () => {
    const text = request('"a"') + answer(200) + request('"a"') + answer(201) + request('"a"') + answer(202);
    expect(pairs(text)).toEqual({ a: 200, "a (2)": 201, "a (3)": 202 });
    expect(harmlessNotes(page(`## Examples\n\n${text}`))).toContain(
      'the example "a" is given more than once; here it is "a (2)"',
    );
  });

  it("with an annotation above a table saying nothing of the block below it", () => {
    const table = '<!-- { "blockType": "ignored" } -->\n|Color|\n|:--|\n|red|\n\n```http\nGET /lamps\n```\n\n';
    expect(pairs(table + answer(200))).toEqual({ example: 200 });
  });

  it("with simulated responses too", () => {
    expect(pairs(request('"a"') + block('{ "blockType": "simulatedResponse" }', "HTTP/1.1 200 OK"))).toEqual({
      a: 200,
    });
  });
});

describe("other annotated blocks", () => {
  it("an example's body is a fact, with its annotation", () => {
    const text = `${resource("|id|String|Its id.|")}\n## Example\n\n<!-- { "blockType": "example", "name": "lit" } -->\n\`\`\`json\n{ "id": "a", }\n\`\`\`\n`;
    expect(factsOf(text).examples?.lit).toEqual({
      annotation: { blockType: "example", name: "lit" },
      body: {
        text: '{ "id": "a", }',
        json: false,
        error: "line 1: found `}`, expected a property name in double quotes",
      },
    });
  });

  it("the shapes of resources go by their types", () => {
    const shape = (type: string): string =>
      `<!-- { "blockType": "resource", "@type": "${type}" } -->\n\`\`\`json\n{}\n\`\`\`\n\n`;
    const { jsonRepresentations } = factsOf(
      `${resource("|id|String|Its id.|")}\n## JSON representation\n\n${shape("a.lamp")}${shape("a.bulb")}`,
    );
    expect(Object.keys(jsonRepresentations ?? {})).toEqual(["a.lamp", "a.bulb"]);
  });
});
