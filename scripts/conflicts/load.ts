import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isCollection, isNode, isPair, LineCounter, parseDocument } from "yaml";
import schema from "../../spec/conflicts/conflicts.schema.json" with { type: "json" };
import { joinPointer, selfAndAncestors } from "../lib/json-pointer.ts";

/** Where the ledger is: a file for each group of conflicts. */
export const ledgerFolder = "spec/conflicts";

/** What a page says: the facts that differ or, for running text that the page reader leaves out, the line. */
export interface PageSource {
  page: string;
  facts?: string[];
  line?: number;
  says: string;
}

export type Source = PageSource | { url: string; says: string } | { rfc: string; says: string };

/** One entry of the ledger: where the sources and the contract differ, and why. */
export interface Conflict {
  id: string;
  title: string;
  sources: Source[];
  contract: { at: string[]; says: string };
  why: string;
  evidence: ({ says: string } & ({ page: string } | { rfc: string } | { url: string } | { report: string }))[];
  sureness: "documented" | "observed" | "assumed";
}

/** A file of the ledger. */
export interface Group {
  file: string;
  title: string;
  order: number;
  conflicts: Conflict[];
}

/** All groups in their order, their conflicts in one list, and the file and line of each value in that list by JSON pointer. */
export interface Ledger {
  groups: Group[];
  conflicts: Conflict[];
  places: Map<string, string>;
  /** What is wrong with the shape of the files. */
  shapeErrors: { place: string; message: string }[];
}

const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** Reads the ledger of a folder. */
export async function loadLedger(folder = ledgerFolder): Promise<Ledger> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const files = await Promise.all(
    names.map(async (name) => readGroup(`${ledgerFolder}/${name}`, await readFile(join(folder, name), "utf8"))),
  );
  const shapeErrors = files.flatMap(({ shapeErrors }) => shapeErrors);
  if (shapeErrors.length > 0) return { groups: [], conflicts: [], places: new Map(), shapeErrors };

  const ordered = files.sort((a, b) => a.group.order - b.group.order);
  const places = new Map<string, string>();
  let first = 0;
  for (const { group, lines } of ordered) {
    for (const [pointer, line] of lines) {
      const [, top, index, ...rest] = pointer.split("/");
      if (top === "conflicts" && index !== undefined)
        places.set(["", first + Number(index), ...rest].join("/"), `${group.file}:${line}`);
    }
    first += group.conflicts.length;
  }
  const groups = ordered.map(({ group }) => group);
  const conflicts = groups.flatMap((group) => group.conflicts);
  const ids = conflicts.map(({ id }) => id);
  const doubled = ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [{ place: places.get(`/${i}/id`)!, message: `the id "${id}" exists twice` }] : [],
  );
  return { groups, conflicts, places, shapeErrors: doubled };
}

function readGroup(file: string, text: string) {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error) throw new Error(`${file}:${counter.linePos(error.pos[0]).line}: ${error.message.split("\n")[0]}`);
  const lines = new Map<string, number>();
  const walk = (node: unknown, pointer: string): void => {
    if (isNode(node) && node.range) lines.set(pointer, counter.linePos(node.range[0]).line);
    if (!isCollection(node)) return;
    for (const [i, item] of node.items.entries())
      isPair(item) ? walk(item.value, joinPointer(pointer, String(item.key))) : walk(item, joinPointer(pointer, i));
  };
  walk(document.contents, "");
  const group = { file, ...(document.toJS() as Omit<Group, "file">) };
  const lineOf = (pointer: string) =>
    selfAndAncestors(pointer)
      .map((place) => lines.get(place))
      .find(Number) ?? 1;
  validate(document.toJS());
  const shapeErrors = (validate.errors ?? [])
    // "Exactly one of" is only the sum of the lines before it.
    .filter(({ keyword }) => keyword !== "oneOf")
    .map(({ instancePath, message = "", params }) => ({
      place: `${file}:${lineOf(instancePath)}`,
      message: [instancePath, message, params["additionalProperty"]].filter(Boolean).join(" "),
    }));
  return { group, lines, shapeErrors };
}

/** Whether a fact's place fits a pattern, in which `*` stands for one segment. */
export function fits(pattern: string, place: string): boolean {
  if (!pattern.includes("*")) return pattern === place;
  const [wanted, given] = [pattern.split("/"), place.split("/")];
  return wanted.length === given.length && wanted.every((segment, i) => segment === given[i] || segment === "*");
}

/** Whether a text quotes words in backticks, wherever its lines break. */
export const quotes = (text: string, words: string): boolean =>
  text.includes(`\`${words}\``) || flat(text).includes(`\`${flat(words)}\``);

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The file and line of a place in the list of conflicts, or of what it is in. */
export const placeInLedger = ({ places }: Ledger, pointer: string): string =>
  selfAndAncestors(pointer)
    .map((place) => places.get(place))
    .find(Boolean) ?? `${ledgerFolder}/`;
