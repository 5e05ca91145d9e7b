import { describe, expect, test } from "vitest";
import type { Page } from "../../../../scripts/facts/load.ts";
import { pageNamed, reportAfter, set, textAfter, textAfterPage } from "./audited.ts";

const page = "trustframeworkkeyset-uploadcertificate";

describe("a page is found to differ after it gets", () => {
  test.each<[what: string, edits: Record<string, unknown>, words: string[]]>([
    [
      "another method",
      { "#/requestLines/0/method": "PUT" },
      ["/requestLines/0\n", "PUT /trustFramework", "has no PUT /trustFramework"],
    ],
    [
      "another shown method",
      { "#/examples/0/request/method": "PUT" },
      ["/examples/0/request/method\n", "says      PUT", "contract  POST"],
    ],
    [
      "another title",
      { "#/title/value": "Upload a file" },
      ["/title\n", 'is titled "Upload a file"', "has no type in this title"],
    ],
    ["another header", { "#/headers/0/name": "If-Match" }, ["/headers/0\n", "declares no header If-Match"]],
    [
      "another parameter",
      { "#/parameters": [{ line: 1, in: "query", name: "$top" }] },
      ["/parameters/0\n", "declares no parameter $top"],
    ],
    [
      "a shown body that isn't JSON",
      { "#/examples/0/response/body/json": false, "#/examples/0/response/body/error": "found ," },
      ["/examples/0/response/body\n", "has a body that isn't valid JSON: found ,"],
    ],
    [
      "no shown body",
      { "#/examples/0/request/body": null },
      ["/examples/0/request/body\n", "has no body", "contract  has a body"],
    ],
    [
      "no empty line",
      { "#/examples/0/request/blankLine": false },
      ["/examples/0/request/blankLine\n", "has no empty line before the body"],
    ],
    [
      "another reason",
      { "#/examples/0/response/reason": "Done" },
      ["/examples/0/response/reason\n", "Done", "follows RFC 9110"],
    ],
    [
      "another content type",
      { "#/examples/0/request/headers/0/value": "text/plain" },
      ["Content-type: text/plain", "has the content types application/json"],
    ],
    [
      "an unknown INCLUDE",
      { "#/includes/0/label": "new" },
      ["/includes/0\n", "add what the INCLUDE brings to scripts/facts/check/compare/links.ts"],
    ],
    [
      "a link to an unknown type",
      { "#/resources/0/name": "jsonwebkey" },
      ["/resources/0/name\n", "has no type jsonwebkey; it has "],
    ],
    [
      "a note",
      { "#/notes": [{ line: 9, text: "Beware." }] },
      ["/notes/0\n", "says      Beware.", "can't be compared with a note"],
    ],
    [
      "an unknown kind of fact",
      { "#/throttling": { line: 77, limit: 5 } },
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
      set(edited, "#/examples/0/request/annotation/name", "get_trustframeworkkeyset"),
    );
    expect(text).toContain("also has trustframeworkkeyset-get with an example of this name");
  });

  test("a Content-Length that counts neither LF nor CRLF line ends", () => {
    const text = textAfterPage(page, ({ examples }) =>
      examples?.[0]?.request?.headers.push({ line: 1, name: "content-length", value: "7" }),
    );
    expect(text).toMatch(
      /content-length: 7\n {2}contract {2}the body as shown has \d+ bytes, with CRLF line ends \d+ \(spec/,
    );
  });
});

test("a page of a call that the contract lacks is found once", () => {
  const { findings } = reportAfter((input) => {
    const requestLines = [{ line: 3, method: "GET", path: "/x" }];
    input.pages.push({ ...structuredClone(pageNamed(input, page)), page: "other-page", requestLines, examples: [] });
  });
  expect(findings).toEqual([
    expect.objectContaining({
      place: "spec/facts/pages/other-page.yaml:1",
      about: "/requestLines/0",
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
    expect(reportAfter(({ pages }) => pages.push(typePage({ properties, jsonRepresentations }))).findings).toEqual([]);
  });

  test.each<[what: string, facts: Partial<Page>, at: string, contract: string]>([
    ["another title", { title: { line: 1, value: "jsonWebKey resource type" } }, "/title", "has no type jsonWebKey"],
    [
      "a property that only goes one way",
      { properties: [{ line: 3, name: "kid", writeOnly: true }] },
      "/properties/0/writeOnly",
      "kid isn't writeOnly",
    ],
    [
      "an unlisted value",
      { properties: [{ line: 3, name: "use", values: ["wrap"] }] },
      "/properties/0/values/0",
      "lists sig, enc",
    ],
    [
      "another relationship",
      { relationships: [{ line: 3, name: "owner" }] },
      "/relationships/0",
      "has no property owner (spec/schemas/TrustFrameworkKey.yaml:",
    ],
    ["another method", { methods: [{ line: 3, name: "Rotate" }] }, "/methods/0", "has no operation named Rotate"],
    [
      "another member in JSON",
      { jsonRepresentations: [{ line: 3, annotation: {}, body: '{"z": 1}', json: true }] },
      "/jsonRepresentations/0",
      "has no property z",
    ],
    [
      "no JSON",
      { jsonRepresentations: [{ line: 3, annotation: {}, body: "{", json: false }] },
      "/jsonRepresentations/0",
      "has valid JSON only",
    ],
    [
      "another value of an enumeration",
      { kind: "enum", members: [{ line: 3, name: "off", enum: "trustFrameworkKeyStatus" }] },
      "/members/0",
      "lists enabled, disabled",
    ],
  ])("is found to differ by %s", (_, facts, at, contract) => {
    const text = textAfter(({ pages }) => pages.push(typePage(facts)));
    expect(text).toContain(`spec/facts/pages/type-page.yaml:1 ${at}\n`);
    expect(text).toContain(contract);
  });
});
