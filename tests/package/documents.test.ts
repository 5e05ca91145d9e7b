// What the documents and GitHub settings list is complete. Whether what they name exists is checked by scripts/lint/claims.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../package.json" with { type: "json" };
import { filesBelow } from "../../scripts/lib/files-below.ts";
import { root } from "../../scripts/lib/root.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const scripts = Object.keys(manifest.scripts);
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
