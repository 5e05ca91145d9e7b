// docs/importers.md, whose tables are the results of this suite.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/lib/root.ts";
import { formatTable } from "../../../scripts/lib/table.ts";
import type { Importer } from "./importers.ts";

/** A row of a table: what an importer makes of a document. A part that it doesn't have is a dash. */
export interface Cells {
  importer: Importer;
  /** The names of the files, separated by a comma. */
  documents: string[];
  operations: string;
  examples?: string;
  permissions?: string;
  compiles?: string;
  accepted?: string;
  rejected?: string;
}

type Column = keyof Omit<Cells, "importer" | "documents">;

/** The tables of importers, with their titles and columns. */
const tables: { kind: Importer["kind"]; title: string; columns: Partial<Record<Column, string>> }[] = [
  {
    kind: "reader",
    title: "Portals and API clients",
    columns: { operations: "operations", examples: "examples", permissions: "permissions" },
  },
  {
    kind: "generator",
    title: "Code generators",
    columns: { operations: "operations", compiles: "compiles" },
  },
  {
    kind: "server",
    title: "Mock servers and validators",
    columns: {
      operations: "operations",
      examples: "examples shown",
      accepted: "right exchanges accepted",
      rejected: "wrong ones rejected",
    },
  },
];

const page = join(root, "docs/importers.md");

/** The text of a part of the page, between its marks. */
export function readPart(name: string): string {
  const text = readFileSync(page, "utf8");
  const [, part] = text.match(between(name)) ?? [];
  if (part === undefined)
    throw new Error(
      `docs/importers.md needs the marks <!-- ${name} --> and <!-- /${name} -->, each on a line of its own.`,
    );
  return part.trim();
}

/** Replaces a part of the page. */
export function writePart(name: string, part: string): void {
  readPart(name);
  const text = readFileSync(page, "utf8");
  writeFileSync(
    page,
    text.replace(between(name), () => `<!-- ${name} -->\n\n${part}\n\n<!-- /${name} -->`),
  );
}

const between = (name: string) => new RegExp(`<!-- ${name} -->([\\s\\S]*?)<!-- /${name} -->`);

/** The version of the package that does an importer's work, as its lockfile pins it. */
export function versionOf({ package: name, folder = "tests/suites/importers" }: Importer): string {
  const { packages } = JSON.parse(readFileSync(join(root, folder, "package-lock.json"), "utf8"));
  return packages[`node_modules/${name}`].version;
}

/** The tables of the page, as Markdown. */
export function tablesOf(rows: Cells[]): string {
  return tables
    .map(({ kind, title, columns }) => {
      const own = rows.filter(({ importer }) => importer.kind === kind);
      const header = ["importer", "version", "OpenAPI", ...Object.values(columns), "what to know"];
      const cells = own.map((row) => [
        row.importer.name,
        versionOf(row.importer),
        row.documents.map(versionIn).join(", "),
        ...(Object.keys(columns) as Column[]).map((column) => row[column] ?? "-"),
        row.importer.note ?? "",
      ]);
      return own.length > 0 ? `### ${title}\n\n${formatTable(header, cells)}` : "";
    })
    .filter(Boolean)
    .join("\n\n");
}

/** The version of OpenAPI that a file has, or the file if it's no document. */
const versionIn = (file: string): string =>
  ({ "generated/openapi.json": "3.0.3", "generated/openapi-3.1.yaml": "3.1" })[file] ?? file;

/** How the page differs from results. Results of some importers alone don't tell which rows the page has too many. */
export function differencesFrom(rows: Cells[], areAll: boolean): string[] {
  const now = linesOf(tablesOf(rows));
  const then = linesOf(readPart("importers"));
  return [
    ...now.filter((line) => !then.includes(line)).map((line) => `docs/importers.md lacks this result: ${line}`),
    ...(areAll ? then.filter((line) => !now.includes(line)) : []).map(
      (line) => `docs/importers.md has a result that is no longer so: ${line}`,
    ),
  ];
}

/** The lines of tables, without the spaces and dashes that depend on the width of other lines. */
const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.replaceAll(/ +/g, " ").replaceAll(/-{2,}/g, "--").trim())
    .filter(Boolean);
