import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

type Node = any;

import { joinPointer } from "./json-pointer.ts";

/** Which way a body goes: some members are only to be sent. */
export type Direction = "request" | "response";

/** The schema of the place in a value that a pointer names. */
export function schemaAt(schema: Node, path: string): Node {
  return path
    .split("/")
    .slice(1)
    .reduce((node, segment) => (node?.type === "array" ? node.items : node?.properties?.[segment]), schema);
}

/** The values that an open enumeration lists. */
export const listedValues = (schema: Node): string[] =>
  schema.enum ?? (schema.anyOf ?? []).flatMap((branch: Node) => branch.enum ?? []);

/** What is wrong with a value, by pointer; a required member that is missing is at `…#name`. */
export function violations(schema: Node, value: Node, direction: Direction): Map<string, string[]> {
  const validate = validator(schema, direction);
  validate(value);
  const found = new Map<string, string[]>();
  for (const error of validate.errors ?? []) {
    const place = placeOf(error);
    found.set(place, [...(found.get(place) ?? []), error.message ?? error.keyword]);
  }
  return found;
}

function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  if (keyword === "required") return `${instancePath}#${params["missingProperty"]}`;
  if (keyword === "additionalProperties") return joinPointer(instancePath, params["additionalProperty"]);
  return instancePath;
}

const validators: Record<Direction, { ajv: Ajv2020; compiled: Map<string, ValidateFunction> }> = {
  request: { ajv: makeAjv("request"), compiled: new Map() },
  response: { ajv: makeAjv("response"), compiled: new Map() },
};

/** The validator of a schema, by its text: to write one out takes far less time than to compile it. */
function validator(schema: Node, direction: Direction): ValidateFunction {
  const { ajv, compiled } = validators[direction];
  const text = JSON.stringify(schema);
  if (!compiled.has(text)) compiled.set(text, ajv.compile(schema));
  return compiled.get(text)!;
}

/** Ajv that knows the formats of the contract and refuses, in an answer, what is only to be sent. */
export function makeAjv(direction: Direction): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat("int64", { type: "number", validate: Number.isSafeInteger });
  // The library's own takes any text that has an empty line.
  ajv.addFormat("byte", /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
  // One character left over from groups of four encodes nothing (RFC 4648, section 4).
  ajv.addFormat("base64url", (text: string) => /^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1);
  ajv.removeKeyword("writeOnly");
  ajv.addKeyword({
    keyword: "writeOnly",
    validate: (writeOnly: boolean) => !(writeOnly && direction === "response"),
    error: { message: "is only to be sent" },
  });
  return ajv;
}
