import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, type Node } from "yaml";
import { pointerSegments } from "../lib/json-pointer.ts";
import { parseYamlLines, type YamlLines } from "../lib/yaml-lines.ts";
import { factsFolder } from "./load.ts";

/** Finds the place of a page's fact, as `file:line` of its facts file. */
export type LocateFact = (page: string, at: string) => string;

/** Locates facts in the files of a folder. A fact that doesn't exist has the place of its nearest ancestor. */
export function createLocateFact(folder = factsFolder): LocateFact {
  const files = new Map<string, YamlLines>();
  return (page, at) => {
    const name = `${page}.yaml`;
    const path = join(folder, name);
    const file = files.get(name) ?? parseYamlLines(existsSync(path) ? readFileSync(path, "utf8") : "");
    files.set(name, file);
    return `${factsFolder}/${name}:${lineOfFact(file, at)}`;
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
  return lineAt(offsetOfWords(node) ?? offset);
}

/** Where the words of a fact start: the line of the source page, its first member, says nothing in this repository. */
function offsetOfWords(node: Node | null): number | undefined {
  if (!isMap<Node>(node)) return undefined;
  const [first, second] = node.items;
  return String(first?.key) === "line" ? second?.key.range?.[0] : undefined;
}
