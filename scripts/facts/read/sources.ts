import { createHash } from "node:crypto";
import { basename } from "node:path";
import { type Document, parseDocument } from "yaml";
import { readIfThere } from "./files.ts";

/** One pinned text: where it comes from, and what it is known by. */
export interface PinnedText {
  repository: string | null;
  commit: string | null;
  path: string | null;
  sha256: string;
  /** The SHA-256 of the facts file that was read from the text. */
  facts?: string;
  date: string | null;
  /** The page's published address. */
  address?: string;
  note?: string;
}

/** The shape of sources.yaml. */
export interface SourceList {
  /** The text of each facts file in pages/. Of several versions of one page, the last is the newest. */
  pages: Record<string, PinnedText>;
  /** The texts that pages include, by the path in the INCLUDE without its leading dots. */
  includes: Record<string, PinnedText>;
  /** Texts that are known and give no facts, with the reason. */
  unread: Record<string, PinnedText & { why: string }>;
}

/** What a text is, by the list of pinned texts. */
export type Identity =
  | { kind: "pinned"; name: string; address?: string }
  | { kind: "changed"; name: string; address?: string }
  | { kind: "unread"; why: string }
  /** There is no list to look it up in. */
  | { kind: "unpinned"; name: string }
  | { kind: "unknown"; name: string };

/** The texts that facts may come from, known by their SHA-256. */
export class Sources {
  readonly #document: Document;
  readonly #pinned: boolean;
  readonly #names = new Map<string, string>();
  #lists: Partial<SourceList>;
  #changed = false;

  private constructor(document: Document, pinned: boolean) {
    this.#document = document;
    this.#pinned = pinned;
    this.#lists = (document.toJS() as Partial<SourceList> | null) ?? {};
    for (const [name, { sha256 }] of Object.entries(this.#list("pages"))) this.#names.set(sha256, name);
  }

  /** Reads a list; without a file, every text counts as pinned. */
  static open(file: string | null): Sources {
    if (file === null) return new Sources(parseDocument("{}"), false);
    const document = parseDocument(readIfThere(file) ?? "{}");
    const [error] = document.errors;
    if (error) throw new Error(`${file} isn't YAML (${error.message.split("\n")[0]}); expected pages and includes`);
    return new Sources(document, true);
  }

  /** The facts files of all pinned pages. */
  names(): string[] {
    return Object.keys(this.#list("pages"));
  }

  /** Whether a text is the newest one at a published address. */
  isPublished(name: string): boolean {
    const pages = this.#list("pages");
    const address = pages[name]?.address;
    const versions = Object.keys(pages).filter((other) => pages[other]?.address === address);
    return address !== undefined && versions.at(-1) === name;
  }

  /** What the text of a page is. The hash decides, the file's name only when the hash is unknown. */
  identify(file: string, stem: string, bytes: Buffer): Identity {
    if (!this.#pinned) return { kind: "unpinned", name: stem };
    const sha256 = hashOf(bytes);
    const name = this.#names.get(sha256);
    const pages = this.#list("pages");
    if (name !== undefined) return { kind: "pinned", name, ...addressOf(pages[name]) };
    const unread = Object.values(this.#list("unread") as SourceList["unread"]).find((text) => text.sha256 === sha256);
    if (unread) return { kind: "unread", why: unread.why };
    const versions = Object.entries(pages).filter(
      ([other, { path }]) => other === stem || (path !== null && basename(path) === file),
    );
    const newest = versions.at(-1);
    return newest ? { kind: "changed", name: newest[0], ...addressOf(newest[1]) } : { kind: "unknown", name: stem };
  }

  /** Whether an included text is the pinned one. */
  isPinnedInclude(key: string, bytes: Buffer): boolean {
    return !this.#pinned || this.#list("includes")[key]?.sha256 === hashOf(bytes);
  }

  /** Pins a text. What was known of another text of that name, but for its path and address, is dropped. */
  pin(section: "pages" | "includes", name: string, bytes: Buffer): void {
    const known = this.#list(section)[name];
    const text: PinnedText = {
      repository: known?.repository ?? null,
      commit: null,
      path: known?.path ?? null,
      sha256: hashOf(bytes),
      date: null,
      ...addressOf(known),
    };
    this.#document.setIn([section, name], this.#document.createNode(text));
    this.#lists = { ...this.#lists, [section]: { ...this.#lists[section], [name]: text } };
    this.#changed = true;
  }

  /** Pins the facts that were read from a pinned page, so that an edit by hand is noticed. */
  pinFacts(name: string, facts: string): void {
    const known = this.#list("pages")[name];
    const hash = hashOf(facts);
    if (known === undefined || known.facts === hash) return;
    this.#document.setIn(["pages", name, "facts"], hash);
    this.#lists = { ...this.#lists, pages: { ...this.#lists.pages, [name]: { ...known, facts: hash } } };
    this.#changed = true;
  }

  /** The list as text, if a text or its facts were pinned. */
  changedText(): string | null {
    return this.#changed ? this.#document.toString({ lineWidth: 0 }) : null;
  }

  #list(section: keyof SourceList): Record<string, PinnedText> {
    return this.#lists[section] ?? {};
  }
}

/** The SHA-256 of a text. */
export function hashOf(text: Buffer | string): string {
  return createHash("sha256").update(text).digest("hex");
}

function addressOf(text: PinnedText | undefined): { address?: string } {
  return text?.address === undefined ? {} : { address: text.address };
}
