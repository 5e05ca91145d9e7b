import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import schema from "../../../spec/conventions.schema.json" with { type: "json" };
import { pointerSegments } from "../../lib/json-pointer.ts";
import { parseYamlLines } from "../../lib/yaml-lines.ts";
import type { Stated } from "./compare/overview.ts";

/** Where the conventions are. */
export const conventionsFile = "spec/conventions.yaml";

/** What the contract has from Graph, OData, or a standard in general, and from no page about key sets. */
export interface Convention {
  id: string;
  says: string;
  /** The address of the document that says it. */
  reference: string;
  covers: Cover[];
}

/** A place of the contract that rests on a convention; `*` stands for one segment. */
export interface Cover {
  at: string;
  /** The values that the place may have. */
  values?: unknown[];
}

export interface Conventions {
  conventions: Convention[];
  /** Where the contract says what the overview says, by the names of its rules. */
  overview: Record<string, Stated>;
  /** The `file:line` of a JSON pointer into the file. */
  locate: (pointer: string) => string;
}

const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** Reads the conventions of a folder. Throws an error if they don't have the shape of spec/conventions.schema.json. */
export async function loadConventions(folder = "."): Promise<Conventions> {
  const { value, error, lineOf } = parseYamlLines(await readFile(join(folder, conventionsFile), "utf8"));
  const locate = (pointer: string): string => `${conventionsFile}:${lineOf(pointerSegments(pointer))}`;
  if (error) throw new Error(`${conventionsFile}:${error.line}: ${error.message}`);
  if (!validate(value)) {
    const [first] = validate.errors ?? [];
    throw new Error(`${locate(first?.instancePath ?? "")}: ${first?.instancePath} ${first?.message}`);
  }
  return { ...(value as Pick<Conventions, "conventions" | "overview">), locate };
}
