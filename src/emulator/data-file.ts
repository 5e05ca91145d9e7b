import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import type { Place } from "./invalid-value.js";

/** A file of JSON or YAML, of which JSON is a part. */
export interface DataFile {
  content: unknown;
  /** The file, line, and column of a place in the content. A place that is missing has those of its parent. */
  locationOf(place: Place): string;
}

/** @throws TypeError that names the file and the line, and repeats nothing of the content. */
export async function readDataFile(file: string): Promise<DataFile> {
  const lines = new LineCounter();
  const document = parseDocument(await textOf(file), { lineCounter: lines });
  const location = (offset = 0) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [problem] = document.errors;
  if (problem) throw new TypeError(`${location(problem.pos[0])} isn't valid JSON or YAML.`);
  return {
    content: document.toJS(),
    locationOf(place) {
      let known = place;
      while (known.length > 0 && !document.hasIn(known)) known = known.slice(0, -1);
      const node = document.getIn(known, true) as { range?: [number] } | undefined;
      return location(node?.range?.[0]);
    },
  };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new TypeError(`Can't read ${file} (${(error as NodeJS.ErrnoException).code}).`);
  }
}
