import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import schema from "../../spec/conflicts/conflicts.schema.json" with { type: "json" };
import { pointerSegments } from "../lib/json-pointer.ts";
import { parseYamlLines, type YamlLines } from "../lib/yaml-lines.ts";

/** The folder of the ledger: a file for each group of conflicts. */
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

export interface Ledger {
  /** In their order. */
  groups: Group[];
  /** The conflicts of all groups. */
  conflicts: Conflict[];
  /** The `file:line` of a conflict, or of the value at a JSON pointer into it. */
  locate: (id: string, pointer?: string) => string;
  /** What is wrong with the shape of the files. */
  shapeErrors: ShapeError[];
}

interface ShapeError {
  place: string;
  message: string;
}

interface GroupFile {
  group: Group;
  lineOf: YamlLines["lineOf"];
  shapeErrors: ShapeError[];
}

const validate = new Ajv2020({ allErrors: true, verbose: true }).compile(schema);

/** Reads the ledger of a folder. */
export async function loadLedger(folder = ledgerFolder): Promise<Ledger> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const files = await Promise.all(
    names.map(async (name) => readGroup(`${ledgerFolder}/${name}`, await readFile(join(folder, name), "utf8"))),
  );
  const shapeErrors = files.flatMap(({ shapeErrors }) => shapeErrors);
  if (shapeErrors.length > 0) return { groups: [], conflicts: [], locate: () => ledgerFolder, shapeErrors };

  const ordered = files.sort((a, b) => a.group.order - b.group.order);
  const places = ordered.flatMap(({ group, lineOf }) =>
    group.conflicts.map(({ id }, i) => ({
      id,
      locate: (pointer: string) => `${group.file}:${lineOf(["conflicts", String(i), ...pointerSegments(pointer)])}`,
    })),
  );
  const groups = ordered.map(({ group }) => group);
  return {
    groups,
    conflicts: groups.flatMap(({ conflicts }) => conflicts),
    locate: (id, pointer = "") => places.find((place) => place.id === id)?.locate(pointer) ?? ledgerFolder,
    shapeErrors: places
      .filter(({ id }, i) => places.findIndex((place) => place.id === id) < i)
      .map(({ id, locate }) => ({ place: locate("/id"), message: `the id "${id}" exists twice` })),
  };
}

function readGroup(file: string, text: string): GroupFile {
  const { value, error, lineOf } = parseYamlLines(text);
  if (error) throw new Error(`${file}:${error.line}: ${error.message}`);
  validate(value);
  const shapeErrors = (validate.errors ?? [])
    // Whatever a branch of "oneOf" lacks is part of the message of the "oneOf" itself.
    .filter(({ schemaPath }) => !schemaPath.includes("/oneOf/"))
    .map((error) => ({
      place: `${file}:${lineOf(pointerSegments(error.instancePath))}`,
      message: `${error.instancePath} ${messageOf(error)}`.trim(),
    }));
  return { group: { file, ...(value as Omit<Group, "file">) }, lineOf, shapeErrors };
}

function messageOf({ keyword, message = keyword, params, schema, data }: ErrorObject): string {
  if (keyword === "additionalProperties") return `${message} "${params.additionalProperty}"`;
  if (keyword === "enum") return `${message}: ${params.allowedValues.join(", ")}`;
  if (keyword !== "oneOf") return message;
  const kinds = (schema as { required: string[] }[]).map(({ required }) => required);
  const given = Object.keys(data as object).filter((name) => kinds.flat().includes(name));
  const expected = kinds.map((names) => names.join(" and ")).join(", or ");
  return `must be of one kind only, with ${expected}; it has ${given.join(", ") || "none of these"}`;
}

/** Whether a text quotes words in backticks, wherever its lines break. */
export const quotes = (text: string, words: string): boolean =>
  text.includes(`\`${words}\``) || onOneLine(text).includes(`\`${onOneLine(words)}\``);

/** A text without its line breaks. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
