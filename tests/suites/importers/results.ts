// The results of this suite: results.json, and the tables of docs/importers.md that show them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/lib/root.ts";
import { formatTable } from "../../../scripts/lib/table.ts";
import { type Importer, importers } from "./importers.ts";
import { rulesets } from "./rulesets.ts";

/** What an importer makes of documents: how much of the contract arrives, such as "15 of 15". */
export interface ImporterResult {
  /** The files of which it makes the same. */
  documents: string[];
  operations: string;
  examples?: string;
  permissions?: string;
  compiles?: string;
  accepted?: string;
  rejected?: string;
}

export interface Results {
  /** By the name of the adapter. */
  importers: Record<string, ImporterResult[]>;
  /** How many findings each rule of a ruleset has, by the name of the ruleset. */
  rulesets: Record<string, Record<string, number>>;
}

const file = join(import.meta.dirname, "results.json");
export const page = join(root, "docs/importers.md");

export const readResults = (): Results => JSON.parse(readFileSync(file, "utf8"));

/** Writes the results, and their tables into the page. */
export function writeResults(results: Results): void {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(page, withTables(readFileSync(page, "utf8"), results));
}

/** The text of the page with the tables of results between its marks. */
export function withTables(text: string, results: Results): string {
  const parts = { importers: importerTables(results.importers), rulesets: rulesetTable(results.rulesets) };
  return Object.entries(parts).reduce((page, [name, part]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const between = new RegExp(`${begin}[\\s\\S]*${end}`);
    if (!between.test(page))
      throw new Error(`docs/importers.md needs the marks ${begin} and ${end}, each on its own line.`);
    return page.replace(between, () => `${begin}\n\n${part}\n\n${end}`);
  }, text);
}

type Column = Exclude<keyof ImporterResult, "documents">;

const tables: { kind: Importer["kind"]; title: string; columns: Partial<Record<Column, string>> }[] = [
  {
    kind: "reader",
    title: "Portals and API clients",
    columns: { operations: "operations", examples: "examples", permissions: "permissions" },
  },
  { kind: "generator", title: "Code generators", columns: { operations: "operations", compiles: "compiles" } },
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

function importerTables(results: Results["importers"]): string {
  return tables
    .map(({ kind, title, columns }) => {
      const header = ["importer", "version", "document", ...Object.values(columns), "what to know"];
      const rows = importers
        .filter((importer) => importer.kind === kind)
        .flatMap((importer) =>
          (results[importer.adapter] ?? []).map((result) => [
            importer.name,
            versionOf(importer.package, importer.folder),
            result.documents.map((document) => document.replace("generated/", "")).join(", "),
            ...(Object.keys(columns) as Column[]).map((column) => result[column] ?? "-"),
            importer.note ?? "",
          ]),
        );
      return `### ${title}\n\n${formatTable(header, rows)}`;
    })
    .join("\n\n");
}

function rulesetTable(results: Results["rulesets"]): string {
  const rows = Object.entries(rulesets).flatMap(([name, { package: pack, folder, reasons }]) => {
    const version = versionOf(pack, folder);
    const findings = Object.entries(results[name] ?? {});
    if (findings.length === 0) return [[name, version, "", 0, "nothing to explain"]];
    return findings.map(([rule, count]) => [name, version, `\`${rule}\``, count, reasons[rule] ?? ""]);
  });
  return formatTable(["ruleset", "version", "rule", "findings", "why they stay"], rows);
}

/** The version of a package, as a lockfile pins it. */
function versionOf(name: string, folder = "tests/suites/importers"): string {
  const { packages } = JSON.parse(readFileSync(join(root, folder, "package-lock.json"), "utf8"));
  return packages[`node_modules/${name}`].version;
}

/** An importer that loses something needs a note that says so. */
export function noteProblems({ name, adapter, note }: Importer, { importers }: Results): string[] {
  const cells = (importers[adapter] ?? []).flatMap(({ documents: _, ...parts }) => Object.values(parts));
  const isIncomplete = cells.some((cell) => {
    const [, count, of] = /^(\d+) of (\d+)$/.exec(cell) ?? [];
    return cell !== "-" && cell !== "yes" && (count !== of || count === undefined);
  });
  return isIncomplete && !note ? [`${name} loses something. Say why in its note in importers.ts.`] : [];
}
