import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { parse as parseYaml } from "yaml";
import { leaves } from "../../lib/json-leaves.ts";
import { factsText, readIfThere, writeFile } from "./files.ts";
import { IncludeFinder } from "./includes.ts";
import { readPage } from "./page.ts";
import { type Identity, Sources } from "./sources.ts";

export interface ReadOptions {
  folders: string[];
  /** Where the facts files go. */
  target: string;
  /** The list of pinned texts; null when any text may be read. */
  sources: string | null;
  /** Only tell what moved. */
  check: boolean;
  /** The folders hold only what is published now. */
  published: boolean;
  /** Pin what isn't pinned. */
  pin: boolean;
}

export interface Output {
  out: (line: string) => void;
  error: (line: string) => void;
}

interface PageFile {
  file: string;
  name: string;
  stem: string;
}

interface Count {
  read: number;
  written: number;
  unchanged: number;
  failed: number;
  skipped: number;
  gone: number;
  important: number;
  harmless: number;
}

/** A text that may give facts. */
type ReadableText = Exclude<Identity, { kind: "unread" }>;

/** Whether there is a list of pinned texts, and the text isn't on it. */
const isUnpinned = ({ kind }: ReadableText): boolean => kind === "changed" || kind === "unknown";

/** A text that can't be read, with the reasons. */
class ReadError extends Error {}

/** Reads the pages in some folders; returns 1 if one can't be read or is gone, or, when only checking, if a fact moved. */
export function readFolders(options: ReadOptions, output: Output): number {
  const files = pageFiles(options.folders);
  const sources = Sources.open(options.sources);
  const reader = new FolderReader(options, output, sources);
  for (const file of files) reader.read(file);
  reader.reportGone();
  const pinned = sources.changedText();
  if (pinned !== null && options.sources !== null && !options.check)
    writeFile(options.sources, pinned, { check: false });
  return reader.finish();
}

/** The Markdown files that lie in the folders themselves. */
function pageFiles(folders: string[]): PageFile[] {
  return folders.flatMap((folder) => {
    const names = readFolder(folder).filter((name) => /\.(md|markdown|txt)$/i.test(name));
    if (names.length === 0)
      throw new Error(`${folder}: holds no page; expected files ending in .md, .markdown or .txt`);
    return names.map((name) => ({ file: join(folder, name), name, stem: parse(name).name }));
  });
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    throw new Error(`${folder}: cannot be read (${code}); expected a folder of pages`);
  }
}

class FolderReader {
  readonly #options: ReadOptions;
  readonly #output: Output;
  readonly #sources: Sources;
  readonly #includes: IncludeFinder;
  // Compared without case: on some file systems two facts files would be one.
  readonly #taken = new Map<string, string>();
  readonly #count: Count = {
    read: 0,
    written: 0,
    unchanged: 0,
    failed: 0,
    skipped: 0,
    gone: 0,
    important: 0,
    harmless: 0,
  };

  constructor(options: ReadOptions, output: Output, sources: Sources) {
    this.#options = options;
    this.#output = output;
    this.#sources = sources;
    this.#includes = new IncludeFinder(options.folders);
  }

  read(page: PageFile): void {
    try {
      const bytes = readFileSync(page.file);
      const identity = this.#sources.identify(page.name, page.stem, bytes);
      if (identity.kind === "unread") {
        this.#count.skipped++;
        this.#output.out(`${page.file}: not read: ${identity.why}`);
        return;
      }
      this.#claimName(identity.name, page);
      this.#admit(page, identity);
      const facts = this.#readText(page, identity, bytes);
      if (this.#options.pin && isUnpinned(identity)) this.#sources.pin("pages", identity.name, bytes);
      this.#sources.pinFacts(identity.name, facts);
    } catch (failure) {
      this.#count.failed++;
      this.#output.error(failure instanceof ReadError ? failure.message : `${page.file}:1: ${reasonOf(failure)}`);
      this.#warnOfOldFacts(page);
    }
  }

  /** Reports the facts files that no longer have a page, and leaves them unchanged. */
  reportGone(): void {
    const { target, published } = this.#options;
    const present = (readIfFolder(target) ?? []).filter((name) => name.endsWith(".yaml"));
    for (const name of present) {
      if (this.#taken.has(parse(name).name.toLowerCase())) continue;
      if (published && !this.#sources.isPublished(parse(name).name)) continue;
      this.#count.gone++;
      this.#output.error(`${join(target, name)}: none of the folders holds its page; delete it, or name the folder`);
    }
  }

  finish(): number {
    const { read, written, unchanged, failed, skipped, gone, important, harmless } = this.#count;
    const parts = [
      `${read} pages read: ${written} facts files ${this.#options.check ? "moved" : "written"}, ${unchanged} unchanged`,
      `${failed} failed`,
      ...(skipped > 0 ? [`${skipped} not to be read`] : []),
      ...(gone > 0 ? [`${gone} facts files without a page`] : []),
    ];
    this.#output.out(parts.join("; "));
    if (important + harmless > 0)
      this.#output.out(`${important} important notes, ${harmless} harmless ones: see "notes" in the facts files`);
    return failed + gone > 0 || (this.#options.check && written > 0) ? 1 : 0;
  }

  /** The facts written before may no longer be what the page says. */
  #warnOfOldFacts({ file, stem }: PageFile): void {
    const name = [...this.#taken].find(([, taken]) => taken === file)?.[0] ?? stem.toLowerCase();
    const old = (readIfFolder(this.#options.target) ?? []).find((other) => other.toLowerCase() === `${name}.yaml`);
    if (old !== undefined)
      this.#output.error(
        `${join(this.#options.target, old)}: left as it was, and may be out of date: ${file} can't be read`,
      );
    this.#taken.set(name, file);
  }

  #claimName(name: string, page: PageFile): void {
    const other = this.#taken.get(name.toLowerCase());
    if (other !== undefined)
      throw new ReadError(`${page.file}:1: shares its facts file with ${other}; expected one page of each name`);
    this.#taken.set(name.toLowerCase(), page.file);
  }

  /** Rejects a text that isn't pinned, unless it is to be pinned or only compared. */
  #admit(page: PageFile, identity: ReadableText): void {
    const { check, pin, sources } = this.#options;
    if (pin || !isUnpinned(identity)) return;
    const what = identity.kind === "changed" ? "differs from the text pinned" : "isn't pinned";
    if (check) this.#output.out(`${page.file}: ${what} in ${sources} as "${identity.name}"`);
    else throw new ReadError(`${page.file}:1: ${what} in ${sources}; expected its SHA-256 there. To pin it, add --pin`);
  }

  /** Writes what a text says, and returns it. */
  #readText(page: PageFile, identity: ReadableText, bytes: Buffer): string {
    const { facts, notes, problems } = readPage(decode(bytes), {
      page: identity.name,
      source: sourceOf(identity, page),
      findInclude: (path) => this.#findInclude(page, path),
    });
    if (problems) throw new ReadError(problems.map(({ line, text }) => `${page.file}:${line}: ${text}`).join("\n"));
    const file = join(this.#options.target, `${identity.name}.yaml`);
    const text = factsText(facts);
    const before = readIfThere(file);
    this.#count[writeFile(file, text, this.#options)]++;
    this.#count.read++;
    if (this.#options.check) for (const line of movedFacts(before, text)) this.#output.out(`${file}: ${line}`);
    for (const { line, grade, text: what } of notes) {
      this.#count[grade]++;
      if (grade === "important") this.#output.out(`${page.file}:${line}: note: ${what}`);
    }
    return text;
  }

  #findInclude(page: PageFile, path: string): string | null {
    const found = this.#includes.find(page.file, path);
    if (found === null) return null;
    const { key, bytes } = found;
    if (!this.#sources.isPinnedInclude(key, bytes)) {
      const { check, pin, sources } = this.#options;
      if (pin) this.#sources.pin("includes", key, bytes);
      else if (check) this.#output.out(`${page.file}: the included text ${key} isn't the one pinned in ${sources}`);
      else
        throw new ReadError(
          `${page.file}:1: the included text ${key} isn't the one pinned in ${sources}; to pin it, add --pin`,
        );
    }
    return decode(bytes);
  }
}

/** What a page's facts name as their source: its address; without one, the name that it is pinned by, or its file's. */
function sourceOf(identity: ReadableText, page: PageFile): string {
  if (identity.kind === "unpinned") return page.name;
  return identity.kind === "unknown" ? identity.name : (identity.address ?? identity.name);
}

function readIfFolder(folder: string): string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch {
    return null;
  }
}

function decode(bytes: Buffer): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

function reasonOf(failure: unknown): string {
  const { code, message } = failure as NodeJS.ErrnoException;
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "isn't UTF-8 text; expected a Markdown page";
  return `cannot be read or written (${code ?? message}); expected a Markdown page and a folder to write to`;
}

/** The facts that differ between two facts files, by pointer. */
function movedFacts(before: string | null, after: string): string[] {
  if (before === null) return ["new"];
  const old = leaves(parseYaml(before));
  const now = leaves(parseYaml(after));
  const gone = [...old].filter(([pointer]) => !now.has(pointer)).map(([pointer, value]) => `gone ${pointer}: ${value}`);
  const changed = [...now].flatMap(([pointer, value]) => {
    const was = old.get(pointer);
    if (was === undefined) return [`new ${pointer}: ${value}`];
    return was === value ? [] : [`changed ${pointer}: ${was} is now ${value}`];
  });
  return [...gone, ...changed];
}
