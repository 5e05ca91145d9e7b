// What the documents say about the repository: scripts, paths, and lockfiles exist, and none is missing.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../package.json" with { type: "json" };
import { root } from "../../scripts/lib/root.ts";
import { filesBelow } from "../../scripts/lint/words/files.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const scripts = Object.keys(manifest.scripts);
const documents = (
  await Promise.all(
    [".github", "docs", "spec/README.md", "README.md", "CONTRIBUTING.md", "SECURITY.md"].map(filesBelow),
  )
)
  .flat()
  .filter((file) => file.endsWith(".md"));

/** What stands in backticks in a text, without its blocks of code. */
const codeIn = (text: string): string[] =>
  [...text.replace(/```.*?```/gs, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

describe.each(documents)("%s", (file) => {
  const text = read(file);

  test("names only npm scripts that exist", () => {
    const named = [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script]) => script);
    expect(scripts).toEqual(expect.arrayContaining(named));
  });

  test("names only files and folders that exist or that a command makes", () => {
    const made = ["site/dist/", "spec/facts/sources.yaml"];
    const paths = codeIn(text).filter(
      (code) =>
        /^(\.github|bench|docs|generated|scripts|site|spec|src|tests)\/[\w./-]*$/.test(code) && !made.includes(code),
    );
    const inSpec =
      file === "spec/README.md" ? codeIn(text).filter((code) => /^[\w./-]+(\/|\.ya?ml|\.json)$/.test(code)) : [];
    const exists = (path: string) => existsSync(join(root, path)) || existsSync(join(root, "spec", path));
    expect([...paths, ...inSpec].filter((path) => !exists(path))).toEqual([]);
  });
});

test("CONTRIBUTING.md has a row for each npm script, except those that npm calls by itself", () => {
  const rows = [...read("CONTRIBUTING.md").matchAll(/^\| `([\w:]+)` \|/gm)].map(([, script]) => script);
  expect(rows.sort()).toEqual(scripts.filter((script) => !script.startsWith("pre")).sort());
});

test("each decision is in the list of decisions, in order", async () => {
  const files = (await filesBelow("docs/decisions")).filter((file) => /\/\d{4}-/.test(file));
  const listed = [...read("docs/decisions/README.md").matchAll(/^\[\d{4}\]: (.*)$/gm)].map(([, file]) => file);
  expect(listed).toEqual(files.map((file) => file.replace("docs/decisions/", "")));
});

test("Dependabot renews each lockfile", async () => {
  const lockfiles = (await filesBelow(".")).filter((file) => file.endsWith("package-lock.json"));
  const folders = lockfiles.map((file) => `/${file.replace(/\/?package-lock\.json$/, "")}`);
  const { updates } = parse(read(".github/dependabot.yml")) as { updates: { directories?: string[] }[] };
  expect(updates.flatMap(({ directories = [] }) => directories).sort()).toEqual(folders.sort());
});

test("each issue form asks for something, and its fields have IDs of their own", async () => {
  const forms = (await filesBelow(".github/ISSUE_TEMPLATE")).filter((file) => !file.endsWith("config.yml"));
  expect(forms).toHaveLength(3);
  for (const form of forms) {
    const { name, description, body } = parse(read(form)) as Form;
    expect([name, description]).not.toContain(undefined);
    const ids = body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(body.filter(({ type }) => type !== "markdown")).toHaveLength(ids.length);
    expect(body.some(({ validations }) => validations?.required)).toBe(true);
  }
});

interface Form {
  name: string;
  description: string;
  body: { type: string; id?: string; validations?: { required?: boolean } }[];
}
