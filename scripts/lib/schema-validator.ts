import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { joinPointer } from "./json-pointer.ts";

/** Which way a body goes: some members can only be sent. */
export type Direction = "request" | "response";

/**
 * What is wrong with a documented value, by pointer; a required member that is missing is at `…#name`. Formats aren't
 * checked, because the pages show placeholders, and neither is which way a member goes.
 */
export function violations(schema: object, value: unknown): Map<string, string[]> {
  const validate = validator(schema);
  validate(value);
  const found = new Map<string, string[]>();
  for (const error of validate.errors ?? []) {
    const place = placeOf(error);
    found.set(place, [...(found.get(place) ?? []), error.message ?? error.keyword]);
  }
  return found;
}

function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  if (keyword === "required") return `${instancePath}#${params.missingProperty}`;
  if (keyword === "additionalProperties") return joinPointer(instancePath, params.additionalProperty);
  return instancePath;
}

const compiler = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
const compiled = new Map<string, ValidateFunction>();

/** A schema's validator, kept by the schema's text: writing the text takes far less time than compiling it. */
function validator(schema: object): ValidateFunction {
  const text = JSON.stringify(schema);
  const validate = compiled.get(text) ?? compiler.compile(schema);
  compiled.set(text, validate);
  return validate;
}

/** Ajv with the contract's formats, which rejects `writeOnly` members in a response. */
export function makeAjv(direction: Direction): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat("int64", { type: "number", validate: Number.isSafeInteger });
  // The library's own accepts any text that has an empty line.
  ajv.addFormat("byte", /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
  // One character left over from groups of four encodes nothing (RFC 4648, section 4).
  ajv.addFormat("base64url", (text: string) => /^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1);
  ajv.removeKeyword("writeOnly");
  ajv.addKeyword({
    keyword: "writeOnly",
    validate: (writeOnly: boolean) => !(writeOnly && direction === "response"),
    error: { message: "must not be in a response" },
  });
  return ajv;
}
