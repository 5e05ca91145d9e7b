import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Report } from "../lib/lint-report.ts";
import { root } from "../lib/root.ts";
import { isSettings, openRepository, type Repository } from "./repository.ts";

/** Texts on which a result depends, by the name of the result. */
type Units = ReadonlyMap<string, string[]>;

/** Lints the units of which the texts changed, all in one run, and returns what was found in all units, now or before. */
export type LintChanged = (
  linter: string,
  units: Units,
  lint: (changed: string[]) => Promise<ReadonlyMap<string, Report[]>>,
) => Promise<ReadonlyMap<string, Report[]>>;

/** Lints all units each time. */
export const withoutCache: LintChanged = async (_linter, units, lint) =>
  units.size > 0 ? lint([...units.keys()]) : new Map();

interface Entry {
  key: string;
  reports: Report[];
}

/** Keeps results in a folder until the tools change, which are the texts that each result depends on. */
export function withCache(folder: string, tools: string[]): LintChanged {
  const toolsHash = hash(tools);
  return async (linter, units, lint) => {
    const file = join(folder, `${linter}.json`);
    const known = readEntries(file);
    const keys = new Map([...units].map(([name, texts]) => [name, hash([toolsHash, ...texts])]));
    const keptOf = (name: string) => (known[name]?.key === keys.get(name) ? known[name]?.reports : undefined);
    const changed = [...keys.keys()].filter((name) => !keptOf(name));
    const found = changed.length > 0 ? await lint(changed) : new Map<string, Report[]>();
    const entries = [...keys].map(([name, key]) => {
      const reports = keptOf(name) ?? found.get(name);
      if (!reports) throw new Error(`${linter} returned nothing about ${name}.`);
      return [name, { key, reports }] as const;
    });
    const complete = entries.filter(([, { reports }]) => reports.every(({ failure }) => failure === undefined));
    if (changed.length > 0) writeEntries(file, Object.fromEntries(complete));
    return new Map(entries.map(([name, { reports }]) => [name, reports]));
  };
}

const toolFiles = /^(scripts\/(lint\b|lib\/)|spectral\/)|(^|\/)(package(-lock)?\.json|\.(editorconfig|ignore))$/;

/** Whether each result depends on a file: the code, the rules, and the settings of the linters, and the versions of their packages. */
export const isTool = (file: string): boolean => toolFiles.test(file) || isSettings.test(file);

/** The cache of `npm run lint`. Whatever can change a result is part of its key. */
export async function openCache(): Promise<LintChanged> {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return withoutCache; // npm didn't install what runs
  const repository = await openRepository();
  const tools = textsOf(repository, isTool);
  return withCache(join(root, "node_modules/.cache/trustframework-keysets/lint"), [
    ...[process.version, process.platform, readFileSync(installed, "utf8")],
    ...tools,
  ]);
}

/** The names and texts of some files. */
export const textsOf = (repository: Repository, isWanted: (file: string) => boolean): string[] =>
  [...repository].filter(([file]) => isWanted(file)).flat();

function hash(texts: string[]): string {
  const sum = createHash("sha256");
  for (const text of texts) sum.update(`${text.length}:${text}`);
  return sum.digest("hex");
}

/** What is in a file of the cache; nothing if it's missing or broken. */
function readEntries(file: string): Record<string, Entry> {
  try {
    const { sum, entries }: { sum: string; entries: Record<string, Entry> } = JSON.parse(readFileSync(file, "utf8"));
    return sum === hash([JSON.stringify(entries)]) ? entries : {};
  } catch {
    return {};
  }
}

function writeEntries(file: string, entries: Record<string, Entry>): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`; // another run may read the file at the same time
  writeFileSync(unfinished, JSON.stringify({ sum: hash([JSON.stringify(entries)]), entries }));
  renameSync(unfinished, file);
}
