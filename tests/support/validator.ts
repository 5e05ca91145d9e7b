import { Ajv2020 } from "ajv/dist/2020.js";
import { joinPointer } from "../../scripts/lib/json-pointer.ts";
import { type Direction, makeAjv } from "../../scripts/lib/schema-validator.ts";
import { document } from "./document.ts";

export type { Direction };

/** The place in a value, then the keyword that it breaks. */
export type Violation = string;

const validators = {
  request: makeAjv("request").addSchema(document, "spec"),
  response: makeAjv("response").addSchema(document, "spec"),
  documented: new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).addSchema(document, "spec"),
};

/**
 * What is wrong with a value, by the schema at a JSON pointer in the contract. Of a documented value, formats aren't checked, because
 * pages show placeholders, and neither is which way a member goes.
 */
export function violations(direction: Direction | "documented", pointer: string, value: unknown): Violation[] {
  const uri = pointer.split("/").map(encodeURIComponent).join("/");
  const validate = validators[direction].getSchema(`spec#${uri}`);
  if (!validate) throw new Error(`no schema at ${pointer}`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, keyword, params }) => {
    const property = params.missingProperty ?? params.additionalProperty;
    return `${instancePath}${property === undefined ? "" : `/${property}`} ${keyword}`;
  });
}

/** The JSON pointer of the schema of an operation's request body, or of its response with a status. */
export function schemaPointer(path: string, method: string, part: "requestBody" | `responses/${number}`): string {
  return joinPointer("/paths", path, method, ...part.split("/"), "content", "application/json", "schema");
}
