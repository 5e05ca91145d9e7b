import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** An included text and the name that it is pinned by: its path in the INCLUDE without the leading dots. */
export interface IncludedText {
  key: string;
  bytes: Buffer;
}

/** Finds included texts beside the pages: where the INCLUDE says, otherwise under one of the folders or its parent. */
export class IncludeFinder {
  readonly #folders: string[];
  readonly #found = new Map<string, IncludedText | null>();

  constructor(folders: string[]) {
    this.#folders = folders;
  }

  find(page: string, path: string): IncludedText | null {
    const literal = resolve(dirname(page), path);
    const known = this.#found.get(literal);
    if (known !== undefined) return known;
    const key = path.replace(/^(?:\.{0,2}\/)+/, "");
    const places = [literal, ...this.#folders.flatMap((folder) => [join(folder, key), join(folder, "..", key)])];
    const file = places.find((place) => statSync(place, { throwIfNoEntry: false })?.isFile());
    const found = file === undefined ? null : { key, bytes: readFileSync(file) };
    this.#found.set(literal, found);
    return found;
  }
}
