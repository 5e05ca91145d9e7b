import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { root as repository } from "../../../../scripts/lib/root.ts";
import { fixture, fixtures, page, resource, Workspace } from "./support.ts";

let space: Workspace;
beforeEach(() => {
  space = new Workspace();
});
afterEach(() => space.remove());

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const notesLine = /^\d+ important notes, \d+ harmless ones: see "notes" in the facts files$/;

describe("the program", () => {
  it.each<[args: string[], message: RegExp]>([
    [["--out", "there"], /Which folder has the pages\?/],
    [["pages", "--pin", "--check"], /--check writes nothing/],
    [["pages", "--pin", "--out", "there"], /--pin needs a list/],
    [["no-such-folder"], /ENOENT.*expected a folder/],
  ])("says what is wrong with %j", (args, message) => {
    expect(() => space.run(...args)).toThrow(message);
  });

  it("says that a folder has no page", () => {
    expect(() => space.run(space.pages)).toThrow(/holds no page; expected files ending in/);
  });

  it("reads only pages that lie in the folders themselves", () => {
    space.write("a.md", page());
    space.write("notes.json", "{}");
    mkdirSync(join(space.pages, "deeper.md"));
    expect(space.run().out).toEqual(["1 pages read: 1 facts files written, 0 unchanged; 0 failed"]);
  });

  it("reads several folders as one", () => {
    space.write("api/a.md", page());
    space.write("resources/lamp.markdown", resource("|id|String|Its id.|"));
    const folders = [join(space.pages, "api"), join(space.pages, "resources")];
    expect(space.run(...folders, "--out", space.out).code).toBe(0);
    expect(readdirSync(space.out)).toEqual(["a.yaml", "lamp.yaml"]);
  });

  it("finds included texts where the INCLUDE says, or under a folder or beside it", () => {
    const including = (path: string): string => page(`## Request body\n\n[!INCLUDE [rows](${path})]\n`);
    space.write("beta/api/a.md", including("../includes/a.md"));
    space.write("beta/api/b.md", including("../../includes/b.md"));
    space.write("beta/api/c.md", including("../../../includes/c.md"));
    const rows = "|Property|Type|\n|:--|:--|\n|id|String|\n";
    space.write("beta/includes/a.md", rows);
    space.write("includes/b.md", rows);
    space.write("beta/includes/c.md", rows);
    expect(space.run(join(space.pages, "beta", "api"), "--out", space.out).code).toBe(0);
    for (const name of ["a", "b", "c"]) expect(space.facts(name).body?.rows).toHaveProperty("id");
  });

  it("writes the same bytes when it reads twice, and says that nothing changed", () => {
    cpSync(fixtures, space.pages, { recursive: true });
    space.run();
    const before = readdirSync(space.out).map((name) => readFileSync(join(space.out, name), "utf8"));
    expect(space.run().out.at(-2)).toBe("4 pages read: 0 facts files written, 4 unchanged; 0 failed");
    expect(readdirSync(space.out).map((name) => readFileSync(join(space.out, name), "utf8"))).toEqual(before);
  });

  it("writes the same bytes for a page with CRLF line ends and a BOM", () => {
    for (const name of readdirSync(fixtures)) space.write(name, fixture(name));
    space.run();
    for (const name of readdirSync(fixtures)) space.write(name, `\uFEFF${fixture(name).replaceAll("\n", "\r\n")}`);
    expect(space.run().out.at(-2)).toContain("4 unchanged");
  });

  it("names the page in its facts file, but not the folder it lay in", () => {
    cpSync(fixtures, space.pages, { recursive: true });
    space.run();
    for (const name of readdirSync(space.out))
      expect(readFileSync(join(space.out, name), "utf8")).not.toContain(space.pages);
    expect(space.factsText("lamp")).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/pages\.schema\.json\n# Facts read from lamp\. Written by "npm run facts:read", never edited\.\npage: lamp\nsource: lamp\.md\n/,
    );
  });

  it("changes one line of the facts when a line or row is inserted on the page", () => {
    space.write("a.md", resource("|id|String|Its id.|", "|glow|String|Its glow.|"));
    space.run();
    const before = space.factsText("a").split("\n");
    space.write("a.md", `\n\n${resource("|new|String|It is new.|", "|id|String|Its id.|", "|glow|String|Its glow.|")}`);
    space.run();
    const added = space.factsText("a").split("\n");
    expect(added.filter((line) => line.trim() !== "new:" && line !== "    type: String")).toEqual(
      before.filter((line) => line !== "    type: String"),
    );
    expect(added).toHaveLength(before.length + 2);
  });

  it("prints important notes with their lines, and counts the harmless ones", () => {
    space.write("a.md", page().replace("It returns `200 OK`.", "It returns a lamp."));
    space.write("b.md", page("## Example\n\n|Color|\n|:--|\n|red|\n"));
    expect(space.run().out).toEqual([
      `${join(space.pages, "a.md")}:9: note: the section Response gives no status`,
      "2 pages read: 2 facts files written, 0 unchanged; 0 failed",
      '1 important notes, 1 harmless ones: see "notes" in the facts files',
    ]);
  });

  it("runs as a command: facts and a summary, errors to stderr, exit code 1", () => {
    space.write("a.md", page());
    space.write("b.md", "text");
    const program = join(repository, "scripts", "facts-read.ts");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", program, space.pages, "--out", space.out],
      { encoding: "utf8" },
    );
    expect(stderr).toMatch(/b\.md:1: /);
    expect(stdout).toBe("1 pages read: 1 facts files written, 0 unchanged; 1 failed\n");
    expect(status).toBe(1);
    expect(space.facts("a").title).toBe("Get a lamp");
  });
});

describe("a refused page", () => {
  it("is reported with its line and doesn't count as read", () => {
    space.write("bad.md", page("```json\n{}\n"));
    space.write("good.md", page());
    const { code, errors, out } = space.run();
    expect(code).toBe(1);
    expect(errors).toEqual([
      `${join(space.pages, "bad.md")}:13: the code block is never closed; expected a closing fence`,
    ]);
    expect(readdirSync(space.out)).toEqual(["good.yaml"]);
    expect(out.at(-1)).toBe("1 pages read: 1 facts files written, 0 unchanged; 1 failed");
  });

  it("keeps the facts written before, but not silently", () => {
    space.write("a.md", page());
    space.run();
    const before = space.factsText("a");
    space.write("a.md", page("```json\n{}\n"));
    const { code, errors } = space.run();
    expect(code).toBe(1);
    expect(errors.at(-1)).toBe(
      `${join(space.out, "a.yaml")}: left as it was, and may be out of date: ${join(space.pages, "a.md")} can't be read`,
    );
    expect(space.factsText("a")).toBe(before);
    expect(readdirSync(space.out)).toEqual(["a.yaml"]);
  });

  it("may be no UTF-8 text", () => {
    space.write("a.md", Buffer.from([0x23, 0x20, 0xff]));
    expect(space.run().errors).toEqual([expect.stringMatching(/a\.md:1: isn't UTF-8 text; expected /)]);
  });

  it("may share its facts file with another, though for letter case or extension", () => {
    space.write("a.md", page());
    space.write("A.txt", page());
    space.write("b.md", page());
    const { code, errors } = space.run();
    expect(code).toBe(1);
    expect(errors[0]).toMatch(/shares its facts file with/);
    expect(readdirSync(space.out)).toHaveLength(2);
  });

  it("may have no folder for its facts file", () => {
    space.write("a.md", page());
    writeFileSync(space.out, "a file");
    expect(space.run()).toMatchObject({
      code: 1,
      errors: [expect.stringMatching(/cannot be read or written .*; expected /)],
    });
  });
});

describe("a facts file whose page is gone", () => {
  beforeEach(() => {
    space.write("a.md", page());
    space.write("b.md", page());
    space.run();
    space.write("a.md", page());
  });

  it("is reported and left as it is", () => {
    const other = new Workspace();
    other.write("a.md", page());
    const { code, errors, out } = space.run(other.pages, "--out", space.out);
    other.remove();
    expect(code).toBe(1);
    expect(errors).toEqual([
      `${join(space.out, "b.yaml")}: none of the folders holds its page; delete it, or name the folder`,
    ]);
    expect(out.at(-1)).toBe("1 pages read: 0 facts files written, 1 unchanged; 0 failed; 1 facts files without a page");
    expect(readdirSync(space.out)).toEqual(["a.yaml", "b.yaml"]);
  });
});

describe("--check", () => {
  const check = (): ReturnType<Workspace["run"]> => space.run(space.pages, "--out", space.out, "--check");

  it("finds nothing to report when no fact moved", () => {
    space.write("a.md", page());
    space.run();
    expect(check()).toEqual({
      code: 0,
      out: ["1 pages read: 0 facts files moved, 1 unchanged; 0 failed"],
      errors: [],
    });
  });

  it("reports what moved, by pointer, and writes nothing", () => {
    space.write("a.md", page("## Request headers\n\n|Name|Description|\n|:--|:--|\n|Accept|`a`|\n|Prefer|`b`|\n"));
    space.run();
    const before = space.factsText("a");
    space.write("a.md", page("## Request headers\n\n|Name|Description|\n|:--|:--|\n|Accept|`c`|\n|If-Match|`d`|\n"));
    const { code, out } = check();
    const file = join(space.out, "a.yaml");
    expect(code).toBe(1);
    expect(out).toEqual([
      `${file}: gone /headers/Prefer/value: "b"`,
      `${file}: gone /headers/Prefer/required: null`,
      `${file}: changed /headers/Accept/value: "a" is now "c"`,
      `${file}: new /headers/If-Match/value: "d"`,
      `${file}: new /headers/If-Match/required: null`,
      "1 pages read: 1 facts files moved, 0 unchanged; 0 failed",
    ]);
    expect(space.factsText("a")).toBe(before);
  });

  it("reports new pages and vanished ones", () => {
    space.write("a.md", page());
    space.run();
    const other = new Workspace();
    other.write("b.md", page());
    const { code, out, errors } = space.run(other.pages, "--out", space.out, "--check");
    other.remove();
    expect(code).toBe(1);
    expect(out[0]).toBe(`${join(space.out, "b.yaml")}: new`);
    expect(errors).toEqual([expect.stringContaining("a.yaml: none of the folders holds its page")]);
    expect(readdirSync(space.out)).toEqual(["a.yaml"]);
  });
});

describe("--published", () => {
  it("reports a vanished page, but no draft and no earlier version", () => {
    const address = "https://example.com/lamp";
    const text = { repository: null, commit: null, path: null, date: null };
    const texts = { draft: page("Draft.\n"), "lamp.2023": page("Earlier.\n"), lamp: page("Now.\n") };
    const pages = Object.entries(texts).map(([name, content]) => {
      space.write(`${name}.md`, content);
      return [name, { ...text, sha256: sha256(content), ...(name === "draft" ? {} : { address }) }];
    });
    const list = join(space.out, "..", "sources.yaml");
    writeFileSync(list, stringify({ pages: Object.fromEntries(pages) }));
    expect(space.run(space.pages, "--out", space.out, "--sources", list).code).toBe(0);

    const other = new Workspace();
    other.write("unrelated.md", page());
    const read = (...flags: string[]) => space.run(other.pages, "--out", space.out, "--sources", list, ...flags);
    expect(read("--check").errors).toHaveLength(3);
    expect(read("--check", "--published").errors).toEqual([
      expect.stringContaining("lamp.yaml: none of the folders holds its page"),
    ]);
    other.remove();
  });
});

describe("pinned texts", () => {
  const list = (): string => join(space.root, "sources.yaml");
  const pin = (sources: unknown): void => writeFileSync(list(), `# by hand\n${stringify(sources)}`);
  const readPinned = (...more: string[]): ReturnType<Workspace["run"]> =>
    space.run(space.pages, "--out", space.out, "--sources", list(), ...more);
  const entry = (text: string, more = {}): object => ({
    repository: "o/r",
    commit: "c",
    path: null,
    sha256: sha256(text),
    date: "d",
    ...more,
  });

  it("are known by their hash, whatever their file is called, and give the facts file of that name", () => {
    space.write("000_x.txt", page());
    pin({ pages: { "draft-lamp": entry(page()) } });
    expect(readPinned()).toMatchObject({ code: 0, errors: [] });
    expect(space.facts("draft-lamp")).toMatchObject({ page: "draft-lamp", source: "draft-lamp" });
  });

  it("give their published address as the source", () => {
    space.write("a.md", page());
    pin({ pages: { a: entry(page(), { address: "https://example.com/a" }) } });
    readPinned();
    expect(space.facts("a").source).toBe("https://example.com/a");
  });

  it("are the only ones that are read", () => {
    space.write("a.md", page());
    space.write("b.md", page("More.\n"));
    pin({ pages: { a: entry("other") } });
    const { code, errors, out } = readPinned();
    expect(code).toBe(1);
    expect(errors).toEqual([
      `${join(space.pages, "a.md")}:1: differs from the text pinned in ${list()}; expected its SHA-256 there. To pin it, add --pin`,
      `${join(space.pages, "b.md")}:1: isn't pinned in ${list()}; expected its SHA-256 there. To pin it, add --pin`,
    ]);
    expect(out.at(-1)).toBe("0 pages read: 0 facts files written, 0 unchanged; 2 failed");
  });

  it("are added and updated by --pin, which drops what was known of the old text but for path and address", () => {
    space.write("a.md", page("## Request body\n\n[!INCLUDE [rows](../includes/rows.md)]\n"));
    space.write("includes/rows.md", "|Property|Type|\n|:--|:--|\n|id|String|\n");
    pin({ pages: { a: entry("other", { path: "api/a.md", address: "https://example.com/a", note: "old" }) } });
    expect(readPinned("--pin")).toMatchObject({ code: 0, errors: [] });
    const pinned = parse(readFileSync(list(), "utf8"));
    expect(pinned.pages.a).toEqual({
      repository: "o/r",
      commit: null,
      path: "api/a.md",
      sha256: sha256(page("## Request body\n\n[!INCLUDE [rows](../includes/rows.md)]\n")),
      date: null,
      address: "https://example.com/a",
      facts: sha256(space.factsText("a")),
    });
    expect(pinned.includes["includes/rows.md"].sha256).toBe(sha256("|Property|Type|\n|:--|:--|\n|id|String|\n"));
    expect(readFileSync(list(), "utf8")).toContain("# by hand");
    expect(readPinned()).toMatchObject({ code: 0, errors: [] });
  });

  it("have the hash of their facts beside them, which only reading them changes", () => {
    space.write("a.md", page());
    pin({ pages: { a: entry(page(), { facts: "old" }), b: entry("other", { facts: "kept" }) } });
    const hashes = () =>
      Object.values<{ facts: string }>(parse(readFileSync(list(), "utf8")).pages).map(({ facts }) => facts);
    readPinned("--check");
    expect(hashes()).toEqual(["old", "kept"]);
    readPinned();
    expect(hashes()).toEqual([sha256(space.factsText("a")), "kept"]);
  });

  it("aren't pinned when they can't be read", () => {
    space.write("a.md", page("```json\n{}\n"));
    pin({ pages: {} });
    expect(readPinned("--pin").code).toBe(1);
    expect(parse(readFileSync(list(), "utf8"))).toEqual({ pages: {} });
  });

  it("are compared, not refused, by --check", () => {
    space.write("a.md", page());
    pin({ pages: { a: entry(page()) } });
    readPinned();
    space.write("a.md", page("## Request headers\n\n|Name|Description|\n|:--|:--|\n|Accept|`c`|\n"));
    const { code, out, errors } = readPinned("--check");
    expect(code).toBe(1);
    expect(errors).toEqual([]);
    expect(out[0]).toBe(`${join(space.pages, "a.md")}: differs from the text pinned in ${list()} as "a"`);
    expect(out[1]).toContain('new /headers/Accept/value: "c"');
  });

  it("take the last of several versions for the newest", () => {
    space.write("a.md", page("## Request body\n\nNone\n"));
    pin({ pages: { "a.2023": entry("x", { path: "api/a.md" }), "a.2024": entry("y", { path: "api/a.md" }) } });
    expect(readPinned("--check").out[0]).toContain('as "a.2024"');
  });

  it("refuse an included text that is another", () => {
    const text = page("## Request body\n\n[!INCLUDE [rows](../includes/rows.md)]\n");
    space.write("a.md", text);
    space.write("includes/rows.md", "|Property|Type|\n|:--|:--|\n|id|String|\n");
    pin({ pages: { a: entry(text) }, includes: { "includes/rows.md": entry("other") } });
    expect(readPinned().errors).toEqual([
      `${join(space.pages, "a.md")}:1: the included text includes/rows.md isn't the one pinned in ${list()}; to pin it, add --pin`,
    ]);
    expect(readPinned("--check").out[0]).toContain("the included text includes/rows.md isn't the one pinned");
  });

  it("that give no facts are left out with the reason", () => {
    space.write("a.md", page());
    pin({ unread: { draft: { ...entry(page()), why: "an early draft" } } });
    expect(readPinned()).toEqual({
      code: 0,
      out: [
        `${join(space.pages, "a.md")}: not read: an early draft`,
        "0 pages read: 0 facts files written, 0 unchanged; 0 failed; 1 not to be read",
      ],
      errors: [],
    });
  });

  it("must stand in YAML", () => {
    space.write("a.md", page());
    writeFileSync(list(), "pages: [");
    expect(() => readPinned()).toThrow(/sources\.yaml isn't YAML .*; expected/);
  });
});

it("a count of notes follows the summary only when there are any", () => {
  space.write("a.md", page());
  expect(space.run().out.some((line) => notesLine.test(line))).toBe(false);
});
