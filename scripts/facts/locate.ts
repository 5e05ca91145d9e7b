import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar } from "yaml";
import { pointerSegments } from "../lib/json-pointer.ts";
import { parseYamlLines, type YamlLines } from "../lib/yaml-lines.ts";
import { factsFolder } from "./load.ts";
import { isOtherFile } from "./other-facts.ts";

/** Finds the place of a fact, as `file:line` of the facts file of that name. */
export type LocateFact = (name: string, at: string) => string;

/** The path of a facts file below a folder that has a folder of pages. */
export const factsFile = (name: string): string => (isOtherFile(name) ? `../${name}.yaml` : `${name}.yaml`);

/** Locates facts in the files of a folder of pages. A fact that doesn't exist has the place of its nearest ancestor. */
export function createLocateFact(folder = factsFolder): LocateFact {
  const files = new Map<string, YamlLines>();
  return (name, at) => {
    const path = join(folder, factsFile(name));
    const file = files.get(path) ?? parseYamlLines(existsSync(path) ? readFileSync(path, "utf8") : "");
    files.set(path, file);
    return `${join(factsFolder, factsFile(name))}:${lineOfFact(file, at)}`;
  };
}

function lineOfFact({ walk, lineAt }: YamlLines, at: string): number {
  const [pointer = ""] = at.split("#");
  const { node, offset, rest } = walk(pointerSegments(pointer));
  const body = isMap(node) ? node.get("text", true) : node;
  if (rest.length > 0 && isScalar<string>(body)) {
    // The place goes on inside the JSON. In a block, the JSON's first line follows the line of the `|`.
    const isBlock = body.type?.startsWith("BLOCK_");
    return lineAt(body.range?.[0] ?? offset) + (isBlock ? parseYamlLines(body.value).lineOf(rest) : 0);
  }
  return lineAt(offset);
}
