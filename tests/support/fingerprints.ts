import { createHash } from "node:crypto";
import { parse } from "yaml";
import { joinPointer } from "../../scripts/lib/json-pointer.ts";

/** Eight digits that change with a value. Where the lines of a text break doesn't count. */
export function fingerprintOf(value: unknown): string {
  const text = JSON.stringify(value, (_, part) => (typeof part === "string" ? part.replace(/\s+/g, " ").trim() : part));
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** Where only texts count, as the rest has expectations, or changes each time it is made. */
const texts = /^spec\/(openapi\.yaml|(paths|schemas|headers|responses)\/|examples\/realistic\/(?!error-))/;

/** The fingerprints of the entries of a file of spec/, by their names. */
export function fingerprintsIn(file: string, text: string): Record<string, string> {
  const entries = entriesIn(parse(text, { merge: true })).map(([name, entry]): [string, unknown] => [
    name,
    texts.test(file) ? textsIn({ [name]: entry }) : entry,
  ]);
  const written = entries.filter(([, entry]) => !Array.isArray(entry) || entry.length > 0);
  return Object.fromEntries(written.map(([name, entry]) => [name, fingerprintOf(entry)]));
}

/** The members of a file that list entries, each with a fingerprint of its own. */
const lists = new Set([
  "codes",
  "conflicts",
  "conventions",
  "operations",
  "overview",
  "pages",
  "workflows",
  "x-error-codes",
]);

/** The entries of a file: those of its lists by their IDs, those of its maps by their names, and each other member. */
const entriesIn = (file: object): [name: string, entry: unknown][] =>
  Object.entries(file).flatMap(([name, value]): [string, unknown][] => {
    if (!lists.has(name)) return [[name, value]];
    if (!Array.isArray(value)) return Object.entries(value).map(([key, entry]) => [`${name}/${key}`, entry]);
    return value.map((entry) => [`${name}/${entry.id ?? entry.workflowId}`, entry]);
  });

const textNames = new Set(["name", "title", "summary", "description", "meaning", "remedy", "url"]);

/** The texts that people read in a part of the contract, and the examples in its schemas, by their JSON pointers. */
function textsIn(node: unknown, pointer = ""): [pointer: string, text: unknown][] {
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([name, value]) => {
    const place = joinPointer(pointer, name);
    // The examples of parameters belong to the realistic examples.
    if (name === "example" || name === "values") return "in" in node ? [] : [[place, value]];
    const isText = typeof value === "string" && (textNames.has(name) || pointer.endsWith("/scopes"));
    return isText ? [[place, value]] : textsIn(value, place);
  });
}
