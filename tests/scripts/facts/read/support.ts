import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import type { Facts } from "../../../../scripts/facts/facts.ts";
import type { Note } from "../../../../scripts/facts/read/notes.ts";
import { readPage } from "../../../../scripts/facts/read/page.ts";
import { options, readCommand } from "../../../../scripts/facts/read/read-command.ts";

export const fixtures = join(import.meta.dirname, "..", "pages");
export const fixture = (name: string): string => readFileSync(join(fixtures, name), "utf8");

/** The facts and notes of a page's text; throws if the page fails. */
export function read(text: string, includes: Record<string, string> = {}): { facts: Facts; notes: Note[] } {
  const { facts, notes, problems } = readPage(text, {
    page: "a",
    source: "a.md",
    findInclude: (path) => includes[path] ?? null,
  });
  if (problems) throw new Error(problems.map(({ line, text: what }) => `${line}: ${what}`).join("\n"));
  return { facts, notes };
}

/** The facts of a page's text. */
export const factsOf = (text: string, includes?: Record<string, string>): Facts => read(text, includes).facts;

/** The texts of the important notes on a page. */
export const importantNotes = (text: string, includes?: Record<string, string>): string[] =>
  factsOf(text, includes).notes?.important ?? [];

export const harmlessNotes = (text: string): string[] => factsOf(text).notes?.harmless ?? [];

/** An API page as short as one can be that nothing is noted on, with something more at its end. */
export const page = (more = ""): string =>
  `# Get a lamp\n\n## HTTP request\n\n\`\`\`http\nGET /lamps/{id}\n\`\`\`\n\n## Response\n\nIt returns \`200 OK\`.\n\n${more}`;

/** A resource page with a table of properties, given as rows of "|name|type|description|". */
export const resource = (...rows: string[]): string =>
  `# lamp resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}\n`;

/** A page with one annotated request and response. */
export const exchange = (request: string, response: string): string =>
  page(
    `## Example\n\n<!-- { "blockType": "request", "name": "x" } -->\n\`\`\`\`http\n${request}\n\`\`\`\`\n\n<!-- { "blockType": "response" } -->\n\`\`\`\`http\n${response}\n\`\`\`\`\n`,
  );

/** A folder of pages and one for their facts, both of a test's own. */
export class Workspace {
  readonly root = mkdtempSync(join(tmpdir(), "facts-"));
  readonly pages = join(this.root, "pages");
  readonly out = join(this.root, "out");

  constructor() {
    mkdirSync(this.pages);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Writes a file under the folder of pages. */
  write(name: string, text: string | Buffer): void {
    const file = join(this.pages, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Runs the program in this process; without arguments, on the pages written before. */
  run(...args: string[]): { code: number; out: string[]; errors: string[] } {
    const said = { out: [] as string[], errors: [] as string[] };
    const { values, positionals } = parseArgs({
      args: args.length > 0 ? args : [this.pages, "--out", this.out],
      allowPositionals: true,
      options,
    });
    const code = readCommand(values, positionals, {
      out: (line) => said.out.push(line),
      error: (line) => said.errors.push(line),
    });
    return { code, ...said };
  }

  factsText(name: string): string {
    return readFileSync(join(this.out, `${name}.yaml`), "utf8");
  }

  facts(name: string): Facts {
    return parse(this.factsText(name)) as Facts;
  }
}
