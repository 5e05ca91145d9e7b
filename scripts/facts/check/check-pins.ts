import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseYamlLines } from "../../lib/yaml-lines.ts";
import { allFactsFolder, factsFolder, type Page } from "../load.ts";
import { hashOf, type SourceList } from "../read/sources.ts";
import type { Finding } from "./finding.ts";

/** The SHA-256 of a page's facts file, and the one that sources.yaml has. */
export interface Pin {
  page: string;
  /** The `file:line` of the page in sources.yaml. */
  place: string;
  hash: string;
  pinned: string | undefined;
}

/** Reads the facts files of a folder that has them in `spec/`, and the hashes that the program wrote with them. */
export async function loadPins(pages: Page[], folder = "."): Promise<Pin[]> {
  const file = `${allFactsFolder}/sources.yaml`;
  const { value, lineOf } = parseYamlLines(await readFile(join(folder, file), "utf8"));
  const sources = value as Partial<SourceList> | undefined;
  return Promise.all(
    pages.map(async ({ page }) => ({
      page,
      place: `${file}:${lineOf(["pages", page])}`,
      hash: hashOf(await readFile(join(folder, factsFolder, `${page}.yaml`))),
      pinned: sources?.pages?.[page]?.facts,
    })),
  );
}

/** Facts files that aren't as the program wrote them. */
export const checkPins = (pins: Pin[]): Finding[] =>
  pins
    .filter(({ hash, pinned }) => hash !== pinned)
    .map(({ page, place, hash, pinned }) => ({
      place: `${factsFolder}/${page}.yaml:1`,
      about: page,
      says: `has the SHA-256 ${hash}, and not ${pinned ?? "one"} from ${place}`,
      fix: "restore the file; only npm run facts:read writes it and its hash",
      causes: [],
    }));
