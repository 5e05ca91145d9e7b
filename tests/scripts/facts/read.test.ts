import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { factsText } from "../../../scripts/facts/read/files.ts";
import { readRequest, readResponse } from "../../../scripts/facts/read/http-message.ts";
import { jsonError } from "../../../scripts/facts/read/json-error.ts";
import { readPage } from "../../../scripts/facts/read/page.ts";
import { run } from "../../../scripts/facts-read.ts";
import { root as repository } from "../../../scripts/lib/root.ts";

const fixtures = join(import.meta.dirname, "pages");
const root = mkdtempSync(join(tmpdir(), "pages-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let pages: string;
let out: string;
beforeEach(() => {
  const folder = mkdtempSync(join(root, "run-"));
  pages = join(folder, "pages");
  out = join(folder, "out");
  mkdirSync(pages);
});

/** Runs the program in this process, on the pages written before. */
function read(...args: string[]): { code: number; out: string[]; errors: string[] } {
  const said = { out: [] as string[], errors: [] as string[] };
  const code = run(args.length > 0 ? args : [pages, "--out", out], {
    out: (line) => said.out.push(line),
    error: (line) => said.errors.push(line),
  });
  return { code, ...said };
}

const write = (name: string, text: string): void => writeFileSync(join(pages, name), text);
const facts = (stem: string): any => parse(readFileSync(join(out, `${stem}.yaml`), "utf8"));
const fixture = (name: string): string => readFileSync(join(fixtures, name), "utf8");

/** A page as short as one can be, with something more at its end. */
const page = (more = ""): string => `# Get a lamp\n\n## HTTP request\n\n\`\`\`http\nGET /lamps/{id}\n\`\`\`\n\n${more}`;
const exchange = (request: string, response: string): string =>
  page(
    `## Example\n\n<!-- { "blockType": "request" } -->\n\`\`\`\`http\n${request}\n\`\`\`\`\n\n<!-- { "blockType": "response" } -->\n\`\`\`\`http\n${response}\n\`\`\`\`\n`,
  );

describe("reading an API page", () => {
  let post: any;
  let said: ReturnType<typeof read>;
  beforeEach(() => {
    cpSync(join(fixtures, "lamp-post.md"), join(pages, "lamp-post.md"));
    said = read();
    post = facts("lamp-post");
  });

  it("reads title, namespace, clouds and those front matter values that say something", () => {
    expect(post).toMatchObject({
      page: "lamp-post",
      source: "lamp-post.md",
      kind: "api",
      title: { line: 10, value: "Create lamp" },
    });
    expect(post.namespace).toEqual({ line: 12, value: "microsoft.graph" });
    expect(post.nationalClouds).toEqual({ line: 18, value: "global-us" });
    expect(post.frontMatter.values).toEqual({
      title: "Create lamp",
      doc_type: "apiPageType",
      "ms.date": "01/02/2025",
      "ms.subservice": "lighting",
    });
  });

  it("reads the INCLUDE directives but those of language snippets", () => {
    expect(post.includes.map(({ label }: any) => label)).toEqual([
      "beta-disclaimer",
      "national-cloud-support",
      "permissions-table",
    ]);
  });

  it("reads every permission table and INCLUDE, whatever its columns", () => {
    expect(post.permissions[0]).toEqual({
      line: 25,
      include: "../includes/permissions/lamp-post-permissions.md",
      annotation: { blockType: "permissions", name: "lamp_post" },
    });
    expect(post.permissions[1].rows[0]).toEqual({
      line: 32,
      type: "Delegated (work or school account)",
      cells: ["Lamp.ReadWrite", "Lamp.ReadWrite.All, Room.ReadWrite.All"],
    });
  });

  it("reads request lines whose paths hold spaces or run over two lines", () => {
    expect(post.requestLines).toEqual([
      { line: 39, method: "POST", path: "/rooms/{id | name}/lamps" },
      { line: 40, method: "POST", path: "/me/lamps?&light=on" },
    ]);
  });

  it("reads what each header row gives and requires", () => {
    expect(post.headers.map(({ name, value, required }: any) => [name, value, required])).toEqual([
      ["Authorization", "Bearer {token}", true],
      ["Content-Type", "application/json", true],
      ["If-Match", null, false],
      ["Prefer", "return", null],
      ["Accept", "Bearer <token>", true],
    ]);
  });

  it("reads parameters with the place that their heading names", () => {
    expect(post.parameters).toEqual([
      { line: 48, in: "function", name: "place", type: "String", required: true },
      { line: 54, in: "query", name: "$light", type: "Boolean", required: false },
    ]);
  });

  it("reads the facts of body descriptions and none of their sentences", () => {
    expect(post.body).toEqual({
      line: 66,
      required: true,
      rows: [
        { line: 72, name: "id", type: "String", inheritedFrom: "entity", placeholder: "**TODO: Say more**" },
        { line: 73, name: "bulbs", type: "bulb collection", readOnly: true },
        { line: 74, name: "glow", type: "String", values: ["warm", "cold"] },
        { line: 75, name: "key", type: "String", encoding: "base64url", writeOnly: true },
        { line: 76, name: "photo", type: "String", required: true, encoding: "base64" },
      ],
    });
  });

  it("reads the statuses, resources and headers that the response promises, and no other numbers or headers", () => {
    expect(post.response).toEqual({
      line: 78,
      statuses: [
        { line: 80, status: 201, reason: "Created" },
        { line: 81, status: 202, reason: "Accepted" },
      ],
      returns: ["lamp"],
      headers: ["Location"],
    });
  });

  it("reads each resource link once, also those that a definition resolves", () => {
    expect(post.resources.map(({ line, name }: any) => [line, name])).toEqual([
      [16, "lamp"],
      [16, "room"],
      [72, "entity"],
      [73, "bulb"],
    ]);
  });

  it("reads an exchange as shown, across language tabs", () => {
    const [first] = post.examples;
    expect(first.title).toEqual({ line: 85, value: "Example 1: Add a lamp" });
    expect(first.request).toMatchObject({
      line: 96,
      fence: "http",
      method: "POST",
      url: "https://graph.microsoft.com/beta/rooms/{id | name}/lamps",
      version: "HTTP/1.1",
      blankLine: true,
    });
    expect(first.request.body).toEqual({ line: 99, text: '{\n  "glow": "warm"  \n}', json: true });
  });

  it("keeps a JSON body that is none as text, and says where it breaks", () => {
    expect(post.examples[0].response).toMatchObject({ status: 201, reason: "Created", blankLine: false });
    expect(post.examples[0].response.body).toMatchObject({
      line: 115,
      json: false,
      error: expect.stringContaining("expected a property name"),
    });
    expect(said.out).toContain(
      `${join(pages, "lamp-post.md")}:117: note: invalid JSON: found \`}\`, expected a property name in double quotes`,
    );
    expect(said.code).toBe(0);
  });

  it("reads exchanges in list items, bodies that are no JSON and answers without a body", () => {
    const [, second] = post.examples;
    expect(second.request).toMatchObject({
      line: 126,
      url: "/me/lamps/a/photo?size=1&kind=small",
      body: { line: 130, text: "<bytes of the picture>", json: null },
    });
    expect(second.response).toMatchObject({ line: 137, status: 204, headers: [], body: null });
    expect(second.response).not.toHaveProperty("blankLine");
  });

  it("notes a response without request or status line, and a request marked ignored", () => {
    expect(post.examples[2]).not.toHaveProperty("request");
    expect(post.examples[2].response).toMatchObject({ line: 149, status: null, body: { json: true } });
    expect(post.notes.map(({ line }: any) => line)).toEqual([117, 126, 144, 149, 149]);
  });
});

describe("reading other pages", () => {
  it("reads a resource's properties, relationships, methods, members and JSON", () => {
    cpSync(join(fixtures, "lamp.md"), join(pages, "lamp.md"));
    read();
    const lamp = facts("lamp");
    expect(lamp.kind).toBe("resource");
    expect(lamp).not.toHaveProperty("notes");
    expect(lamp.properties).toEqual([
      { line: 23, name: "id", type: "String", required: true },
      { line: 24, name: "glow", type: "glow", required: false },
    ]);
    expect(lamp.relationships).toEqual([{ line: 37, name: "room", type: "room" }]);
    expect(lamp.methods).toEqual([
      { line: 16, name: "Create", returns: "lamp" },
      { line: 17, name: "Delete", returns: "None" },
    ]);
    expect(lamp.members).toEqual([
      { line: 30, name: "warm", enum: "glow" },
      { line: 31, name: "cold", enum: "glow" },
    ]);
    expect(lamp.jsonRepresentations).toEqual([
      {
        line: 43,
        annotation: { blockType: "resource", "@odata.type": "microsoft.graph.lamp" },
        body: '{ "id": "String", "glow": "String" }',
        json: true,
      },
    ]);
  });

  it("reads the members of each enum on a page", () => {
    cpSync(join(fixtures, "glow.markdown"), join(pages, "glow.markdown"));
    read();
    expect(facts("glow").members.map((member: any) => [member.enum, member.name])).toEqual([
      ["glow", "warm"],
      ["glow", "cold"],
      ["plug", "b"],
    ]);
  });

  it("reads an old page without front matter, namespace or annotations", () => {
    cpSync(join(fixtures, "lamp-get.txt"), join(pages, "lamp-get.txt"));
    read();
    const old = facts("lamp-get");
    expect(old).toMatchObject({
      kind: "api",
      body: { line: 11, none: true },
      response: { statuses: [{ line: 15, status: 204, reason: "No Content" }] },
    });
    expect(old.examples).toMatchObject([{ request: { line: 20, method: "GET" }, response: { line: 24, status: 200 } }]);
    expect(old).not.toHaveProperty("frontMatter");
    expect(old).not.toHaveProperty("namespace");
  });

  it("reads front matter of which another key cannot be resolved", () => {
    write("a.md", "---\nauthor: *name*\ntitle: Lamps\n---\n" + page());
    expect(read()).toMatchObject({ code: 0, errors: [] });
    expect(facts("a").frontMatter).toEqual({ line: 2, values: { title: "Lamps" } });
  });

  it("reads comments shown within code as code", () => {
    write("a.md", page('```html\n<!-- { "blockType": "request" -->\n```\n'));
    expect(read()).toMatchObject({ code: 0, errors: [] });
  });
});

describe("refusing a page", () => {
  const refused: [what: string, text: string, line: number, says: string][] = [
    ["is no page of an API, resource or enum", "# How to choose lamps\n\nText.\n", 1, "no Graph reference page"],
    ["is conceptual", "---\ndoc_type: conceptualPageType\n---\n" + page(), 1, "no Graph reference page"],
    [
      "describes nothing for a resource",
      "---\ndoc_type: resourcePageType\n---\n# Lamps\n\nText.\n",
      4,
      "no resource is described",
    ],
    ["has no title", page().replace("# Get a lamp\n", ""), 1, "no title"],
    ["is empty", "", 1, "no title"],
    ["leaves its front matter open", "---\ntitle: x\n\n" + page(), 1, "never closed"],
    ["has broken front matter", '---\ntitle: "x\ndoc_type: apiPageType\n---\n' + page(), 3, "front matter is no YAML"],
    ["has a list as front matter", "---\n- x\n---\n" + page(), 2, "front matter is no mapping"],
    ["leaves a fence open", page("```json\n{}\n"), 9, "code block is never closed"],
    ["leaves a fence in a list open", page("- x\n\n  ```json\n  {}\n\ntext\n"), 11, "code block is never closed"],
    ["leaves a comment open", page("<!-- never\n"), 9, "comment is never closed"],
    [
      "has an annotation of broken JSON",
      page('<!-- { "blockType": "request", } -->\n```http\nGET /x\n```\n'),
      9,
      "no readable JSON",
    ],
    [
      "has a request annotation without a block",
      page('<!-- { "blockType": "request" } -->\n\n## More\n\n```http\nGET /x\n```\n'),
      9,
      "no code block follows the request annotation",
    ],
    [
      "has a response annotation before another",
      page('<!-- { "blockType": "response" } -->\n<!-- { "blockType": "request" } -->\n```http\nGET /x\n```\n'),
      9,
      "no code block follows the response annotation",
    ],
    [
      "shows a request that is none",
      page('## Example\n\n<!-- { "blockType": "request" } -->\n```http\nLOOK /x\n```\n'),
      13,
      "the request block shows no HTTP request",
    ],
    ["shows no request line where it should", page().replace("GET /lamps", "lamps"), 6, "shows no HTTP request"],
    [
      "says apiPageType without an HTTP request",
      "---\ndoc_type: apiPageType\n---\n# Get a lamp\n",
      4,
      'no section "HTTP request"',
    ],
    [
      "has a permission table whose delimiter row is short",
      page("## Permissions\n\n|Type|Permissions|\n|:---|\n|Application|Lamp.Read|\n"),
      11,
      "table cannot be read",
    ],
    [
      "has a permission table of one column",
      page("## Permissions\n\n|Type|\n|:---|\n|Application|\n"),
      11,
      "permission table cannot be read",
    ],
    [
      "has a permission row with too many cells",
      page("## Permissions\n\n|Type|Permissions|\n|:---|:---|\n|Application|Lamp.Read|Lamp.Write|\n"),
      13,
      "permission table cannot be read",
    ],
    [
      "has a header table without names",
      page("## Request headers\n\n|Value|Description|\n|:---|:---|\n|Bearer|x|\n"),
      11,
      "header table cannot be read",
    ],
  ];

  it.each(refused)("one that %s", (_, text, line, says) => {
    write("bad.md", text);
    write("good.md", page());
    const { code, errors, out: lines } = read();
    expect(code).toBe(1);
    expect(errors.join("\n")).toContain(says);
    expect(errors.find((error) => error.includes(says))).toMatch(new RegExp(`bad\\.md:${line}: .*; expected `));
    expect(readdirSync(out)).toEqual(["good.yaml"]);
    expect(lines.at(-1)).toBe("2 pages read: 1 facts files written, 0 unchanged, 1 refused");
  });

  it("leaves the facts written before as they are", () => {
    write("a.md", page());
    read();
    const before = readFileSync(join(out, "a.yaml"), "utf8");
    write("a.md", page("```json\n{}\n"));
    expect(read().code).toBe(1);
    expect(readFileSync(join(out, "a.yaml"), "utf8")).toBe(before);
    expect(readdirSync(out)).toEqual(["a.yaml"]);
  });

  it("says all that is wrong with it, in order", () => {
    write("a.md", page('<!-- { "blockType": "request", } -->\n\n```json\n{}\n'));
    expect(read().errors.map((error) => error.replace(/^.*?(\d+): (.*?);.*$/, "$1 $2"))).toEqual([
      "9 the comment holds a blockType but no readable JSON",
      "11 the code block is never closed",
    ]);
  });

  it("that is no UTF-8 text", () => {
    writeFileSync(join(pages, "a.md"), Buffer.from([0x23, 0x20, 0xff]));
    expect(read().errors).toEqual([expect.stringMatching(/a\.md:1: is no UTF-8 text; expected /)]);
  });

  it("whose facts file was transcribed by hand", () => {
    write("a.md", page());
    mkdirSync(out);
    writeFileSync(join(out, "a.yaml"), "# by hand\ntranscribed: true\npage: a\n");
    expect(read()).toMatchObject({
      code: 1,
      errors: [expect.stringMatching(/a\.yaml says transcribed: true; expected /)],
    });
    expect(readFileSync(join(out, "a.yaml"), "utf8")).toBe("# by hand\ntranscribed: true\npage: a\n");
  });

  it("though not because a body shown on it says transcribed", () => {
    write("a.md", exchange("POST /x\n\nfirst\ntranscribed: true", "HTTP/1.1 204"));
    read();
    write("a.md", exchange("POST /x\n\nother\ntranscribed: true", "HTTP/1.1 204"));
    expect(read()).toMatchObject({ code: 0, errors: [] });
    expect(facts("a").examples[0].request.body.text).toBe("other\ntranscribed: true");
  });

  it("that shares its facts file with another, though for letter case", () => {
    write("a.md", page());
    write("A.txt", page());
    write("b.md", page());
    const { code, errors } = read();
    expect(code).toBe(1);
    expect(errors).toHaveLength(2);
    expect(errors[0]).toMatch(/shares its facts file with/);
    expect(readdirSync(out)).toEqual(["b.yaml"]);
  });

  it("whose facts file has no folder to go to", () => {
    write("a.md", page());
    writeFileSync(out, "a file");
    expect(read()).toMatchObject({ code: 1, errors: [expect.stringMatching(/cannot be written .*; expected /)] });
  });
});

describe("the program", () => {
  it("says what is wrong with its arguments and folder", () => {
    expect(read("--wrong")).toMatchObject({ code: 1, errors: [expect.stringMatching(/--wrong[^]*Usage/)] });
    expect(read("a", "b")).toMatchObject({ code: 1, errors: [expect.stringMatching(/one folder[^]*Usage/)] });
    expect(run([], { out: () => {}, error: () => {} })).toBe(1);
    expect(read(join(pages, "none"))).toMatchObject({
      code: 1,
      errors: [expect.stringMatching(/ENOENT.*expected a folder/)],
    });
    expect(read(pages)).toMatchObject({
      code: 1,
      errors: [expect.stringMatching(/holds no page; expected files ending in/)],
    });
  });

  it("reads only pages that lie in the folder itself", () => {
    write("a.md", page());
    write("notes.json", "{}");
    mkdirSync(join(pages, "deeper.md"));
    expect(read().out).toEqual(["1 pages read: 1 facts files written, 0 unchanged, 0 refused"]);
  });

  it("writes the same bytes when it reads twice, and says that nothing changed", () => {
    cpSync(fixtures, pages, { recursive: true });
    read();
    const before = readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"));
    expect(read().out.at(-1)).toBe("4 pages read: 0 facts files written, 4 unchanged, 0 refused");
    expect(readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"))).toEqual(before);
  });

  it("writes the same bytes for a page with CRLF line ends and a BOM", () => {
    for (const name of readdirSync(fixtures)) write(name, fixture(name));
    read();
    const before = readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"));
    for (const name of readdirSync(fixtures)) write(name, `\uFEFF${fixture(name).replaceAll("\n", "\r\n")}`);
    expect(read().out.at(-1)).toContain("4 unchanged");
    expect(readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"))).toEqual(before);
  });

  it("names the page in its facts file, but not the folder it lay in", () => {
    cpSync(fixtures, pages, { recursive: true });
    read();
    for (const name of readdirSync(out)) expect(readFileSync(join(out, name), "utf8")).not.toContain(pages);
    expect(readFileSync(join(out, "lamp.yaml"), "utf8")).toMatch(
      /^# Facts read from lamp\.md\. Written by "npm run facts:read", never edited\.\n/,
    );
  });

  it("runs as a command: facts and a summary, errors to stderr, exit code 1", () => {
    write("a.md", page());
    write("b.md", "text");
    const program = join(repository, "scripts", "facts-read.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", program, pages, "--out", out], {
      encoding: "utf8",
    });
    expect(stderr).toMatch(/b\.md:1: /);
    expect(stdout).toBe("2 pages read: 1 facts files written, 0 unchanged, 1 refused\n");
    expect(status).toBe(1);
    expect(facts("a").title.value).toBe("Get a lamp");
  });

  it("shows how to use it with --help", () => {
    expect(read("--help")).toMatchObject({ code: 0, out: [expect.stringContaining("npm run facts:read -- DIR")] });
  });
});

describe("an exchange's text", () => {
  it.each([
    ["HTTP/1.1 201 Created", 201, "Created"],
    ["HTTP/1.1 201, Created", 201, "Created"],
    ["HTTP/1.1 204", 204, undefined],
    ["HTTP 200 OK", 200, "OK"],
    ["HTTP/2 200", 200, undefined],
    ["200 OK", null, undefined],
  ])("of a response that starts with %s", (line, status, reason) => {
    expect(readResponse(line).status).toBe(status);
    expect(readResponse(line).reason).toBe(reason);
  });

  it.each([
    ["GET /a/{id | name}", "/a/{id | name}", undefined],
    ["GET /a?$filter=b eq 'c' HTTP/1.1", "/a?$filter=b eq 'c'", "HTTP/1.1"],
    ["GET /a?\n$top=1\n&$skip=2", "/a?$top=1&$skip=2", undefined],
  ])("of a request that starts with %s", (line, url, version) => {
    expect(readRequest(line)).toMatchObject({ url, headers: [], body: null });
    expect(readRequest(line)!.version).toBe(version);
  });

  it("keeps any body that a page shows, to the character", () => {
    const line = fc.string({ unit: fc.constantFrom(..."ab{}[]:\"'\\#-|>&* \t`éü€", "😀") });
    const body = fc
      .array(line, { minLength: 1, maxLength: 6 })
      .map((lines) => lines.join("\n").replace(/\n+$/, ""))
      .filter((text) => text.trim() !== "" && !text.includes("````"));
    fc.assert(
      fc.property(body, (text) => {
        const { facts: read } = readPage(
          "a",
          "a.md",
          exchange(`POST /x\nAccept: */*\n\n${text}`, `HTTP/1.1 200 OK\n\n${text}`),
        );
        const [example] = parse(factsText(read!)).examples;
        expect(example.request.body.text).toBe(text);
        expect(example.response.body.text).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it("is called invalid JSON exactly when it is, at a place within it", () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", '"', "0", "x", "\n"))
      .map(([text, at, sign]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + sign + text.slice(place + 1);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const error = jsonError(text);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(error === null).toBe(valid);
        if (error) expect(error.offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['{"a": 1,}', 8, "found `}`, expected a property name in double quotes"],
    ['{"a" 1}', 5, "found `1`, expected a colon"],
    ["[1 2]", 3, "found `2`, expected a comma or ]"],
    ['{"a": String}', 6, "found `String`, expected a value"],
    ['{"a": [1', 8, "the text ends, expected a comma or ]"],
    ['{"a": "b\nc"}', 6, "found a string that is not closed on its line or has a wrong escape, expected a value"],
    ['["a" "b"]', 5, 'found `"`, expected a comma or ]'],
    ["{} {}", 3, "found `{`, expected nothing more"],
  ])("that is the broken JSON %s is explained", (text, offset, message) => {
    expect(jsonError(text)).toEqual({ offset, message });
  });
});
