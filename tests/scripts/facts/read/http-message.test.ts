import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Facts } from "../../../../scripts/facts/facts.ts";
import { factsText } from "../../../../scripts/facts/read/files.ts";
import { readRequest, readResponse, strayMarkdown } from "../../../../scripts/facts/read/http-message.ts";
import { jsonError, parseLenient } from "../../../../scripts/facts/read/json.ts";
import { exchange, factsOf, harmlessNotes, importantNotes } from "./support.ts";

describe("an exchange's text", () => {
  it.each([
    ["HTTP/1.1 201 Created", 201, "Created"],
    ["HTTP/1.1 201, Created", 201, "Created"],
    ["HTTP/1.1 204", 204, undefined],
    ["HTTP 200 OK", 200, "OK"],
    ["HTTP/2 200", 200, undefined],
    ["HTTP code: 201, Created", 201, "Created"],
    ["HTTP status code 204", 204, undefined],
    ["200 OK", null, undefined],
  ])("of a response that starts with %s", (line, status, reason) => {
    expect(readResponse(line)).toMatchObject({ status, ...(reason && { reason }) });
  });

  it.each([
    ["GET /a/{id | name}", "/a/{id | name}", undefined],
    ["GET /a?$filter=b eq 'c' HTTP/1.1", "/a?$filter=b eq 'c'", "HTTP/1.1"],
    ["GET /a?\n$top=1\n&$skip=2", "/a?$top=1&$skip=2", undefined],
    ["GET /a\n  ?$top=1", "/a?$top=1", undefined],
  ])("of a request that starts with %s", (line, url, version) => {
    expect(readRequest(line)).toMatchObject({ url, headers: [], body: null, others: [] });
    expect(readRequest(line)?.version).toBe(version);
  });

  it.each([
    "Prefer: odata.maxpagesize=2",
    "Content-type: application/json",
    "ConsistencyLevel: eventual",
    "If-Match: a",
    "x-ms-lamp: 1",
  ])("reads %s after a blank line as a header", (header) => {
    expect(readRequest(`GET /lamps/delta\n\n${header}`)).toMatchObject({ lateHeaders: true, body: null });
    expect(readRequest(`POST /lamps\n\n${header}\nContent-length: 2\n\n{}`)).toMatchObject({
      headers: [{ name: header.split(":")[0] }, { name: "Content-length", value: "2" }],
      blankLine: true,
      body: { text: "{}" },
    });
    expect(readResponse(`HTTP/1.1 200 OK\n\n${header}`)).toMatchObject({ lateHeaders: true, body: null });
  });

  it("checks the JSON below late headers, and notes them", () => {
    const text = exchange("POST /lamps\n\nContent-type: application/json\n\n{ 'id': 1 }", "HTTP/1.1 204");
    expect(factsOf(text).examples?.x?.request).toMatchObject({
      headers: { "Content-type": "application/json" },
      body: { json: false },
    });
    expect(harmlessNotes(text)).toContain("headers stand after a blank line; they are read as headers");
  });

  it.each(["From: a@example.com\nSubject: lamps\n\nHello", "Content-Type: text/plain\n\nHello"])(
    "keeps a message within a body as the body: %j",
    (body) => {
      const text = exchange(`POST /lamps\nContent-Type: message/rfc822\n\n${body}`, "HTTP/1.1 204");
      expect(factsOf(text).examples?.x?.request?.body).toEqual({ text: body, json: null });
      expect(importantNotes(text)).toEqual(["a body begins with a line that looks like a header"]);
    },
  );

  it.each([
    "GET /lamps/a\nGET /lamps/b",
    "GET /lamps/a\n\nGET https://graph.microsoft.com/beta/lamps/b",
    "GET /lamps/a\nPOST {next link}",
  ])("reads each of several requests in one block: %j", (block) => {
    const { examples } = factsOf(exchange(block, "HTTP/1.1 200 OK"));
    expect(examples?.x?.request).toMatchObject({ url: "/lamps/a", body: null });
    expect(Object.keys(examples?.x?.alternatives ?? {})).toEqual([block.split("\n").at(-1)]);
    expect(importantNotes(exchange(block, "HTTP/1.1 200 OK"))).toEqual([
      'the block of "GET /lamps/a" shows several requests',
    ]);
  });

  it("gives the last of several requests the headers and body", () => {
    expect(readRequest("GET /a\nPOST /b\nAccept: */*\n\n{}")).toMatchObject({
      url: "/a",
      others: [{ method: "POST", url: "/b" }],
      headers: [{ name: "Accept" }],
      body: { text: "{}" },
    });
  });

  it("notes a body that looks like another request", () => {
    expect(importantNotes(exchange("POST /a\nAccept: */*\n\nGET /b", "HTTP/1.1 200 OK"))).toEqual([
      "a body begins with a line that looks like a request",
    ]);
  });

  it.each([
    ["{}\n### Response", "a heading"],
    ["{}\n# Response\n", "a heading"],
    ['{}\n<!-- { "blockType": "response" }', "an annotation"],
    ["{}\n<!--\n{", "an annotation"],
    ["{}\n```http", "a fence"],
    ["{}\n  ~~~", "a fence"],
    ["{}\n\nHTTP/1.1 200 OK", "a status line"],
    ["HTTP/1.1 200 OK\n\n{}", null],
    ["{}\n# not a heading", null],
    ["<!-- html -->", null],
    ['{ "a": "# b" }', null],
  ])("is searched for what a missing fence leaves in it: %j", (text, found) => {
    expect(strayMarkdown(text)).toBe(found);
  });

  it("that has lost its closing fence is noted", () => {
    const text = exchange("POST /x\n\n{}", "HTTP/1.1 200 OK").replace("{}\n````\n", "{}\n");
    expect(importantNotes(text)).toContain(
      "a code block holds an annotation, so its closing fence is probably missing",
    );
  });

  it("keeps any body that a page shows, to the character", () => {
    const line = fc.string({ unit: fc.constantFrom(..."ab{}[]:\"'\\#-|>&* \t`éü€", "😀") });
    const body = fc
      .array(line, { minLength: 1, maxLength: 6 })
      .map((lines) => lines.join("\n").replace(/\n+$/, ""))
      .filter((text) => text.trim() !== "" && !text.includes("````"));
    fc.assert(
      fc.property(body, (text) => {
        const facts = factsOf(exchange(`POST /x\nAccept: */*\n\n${text}`, `HTTP/1.1 200 OK\n\n${text}`));
        const { x } = (parse(factsText(facts)) as Facts).examples ?? {};
        expect(x?.request?.body?.text).toBe(text);
        expect(x?.response?.body?.text).toBe(text);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});

describe("JSON", () => {
  it("is called invalid exactly when it is, at a place within it", () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", '"', "0", "x", "\n", "/**/"))
      .map(([text, at, sign]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + sign + text.slice(place + 1);
      });
    const isValid = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(damaged, (text) => {
        const error = jsonError(text);
        expect(error === null).toBe(isValid(text));
        expect(error?.offset ?? 0).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it.each([
    ['{"a": 1,}', 8, "found `}`, expected a property name in double quotes"],
    ['{"a" 1}', 5, "found `1`, expected a colon"],
    ["[1 2]", 3, "found `2`, expected a comma"],
    ['{"a": String}', 6, "found `String`, expected a value"],
    ['{"a": [1', 8, "the text ends, expected ]"],
    ['{"a": 1', 7, "the text ends, expected }"],
    ["{} {}", 3, "found `{`, expected nothing more"],
    ["", 0, "the text ends, expected a value"],
    ["{ // why\n}", 2, "found `/`, expected no comment"],
  ])("that is broken is explained: %s", (text, offset, message) => {
    expect(jsonError(text)).toEqual({ offset, message });
  });

  it("of an annotation may be lenient, but must be an object", () => {
    expect(parseLenient('{ "a": 1 }')).toEqual({ value: { a: 1 } });
    expect(parseLenient("{ a: 'b', }")).toMatchObject({ value: { a: "b" }, lenient: { offset: 2 } });
    expect(parseLenient('{ "a": 1 "b": 2 }')).toMatchObject({ value: { a: 1, b: 2 }, broken: { offset: 9 } });
    expect(parseLenient("[1]")).toBeNull();
    expect(parseLenient("a")).toBeNull();
  });
});
