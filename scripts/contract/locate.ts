import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { isMap } from "yaml";
import { pointerSegments } from "../lib/json-pointer.ts";
import { parseYamlLines, type YamlLines } from "../lib/yaml-lines.ts";

/** Finds the place of a JSON pointer into the contract, as `file:line` of the part that holds it. */
export type Locate = (pointer: string) => string;

/**
 * Locates pointers into the document that starts at a root file. Parts are found by following `$ref` from file to file,
 * so pointers into the bundled and into the dereferenced document both work. A pointer that doesn't exist has the place
 * of its nearest ancestor. Files are named from the folder that holds the root file's folder.
 */
export function createLocate(root = "spec/openapi.yaml"): Locate {
  const files = new Map<string, YamlLines>();
  const read = (file: string): YamlLines => {
    const known = files.get(file) ?? parseYamlLines(readFileSync(file, "utf8"));
    files.set(file, known);
    return known;
  };
  const base = dirname(dirname(resolve(root)));
  const locate = (file: string, segments: string[]): string => {
    const part = read(file);
    const { node, offset, rest } = part.walk(segments);
    const reference = rest.length > 0 && isMap(node) ? node.get("$ref") : undefined;
    if (typeof reference !== "string") return `${relative(base, file)}:${part.lineAt(offset)}`;
    const [path = "", fragment = ""] = reference.split("#");
    const target = path === "" ? file : join(dirname(file), path);
    return locate(target, [...pointerSegments(decodeURIComponent(fragment)), ...rest]);
  };
  return (pointer) => locate(resolve(root), pointerSegments(pointer));
}
