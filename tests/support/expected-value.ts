import type { Direction } from "../../scripts/lib/schema-validator.ts";

/** What a schema must state about a value, and which values a validator must accept and reject. Written by hand. */
export interface ExpectedValue {
  /** Every constraint, in OpenAPI's keywords. Those of properties and items stand in their own expectations. */
  constraints: Record<string, unknown>;
  /** A valid value. Objects, lists, and references are made of the values of their parts. */
  value?: unknown;
  /** More valid values. */
  accepted?: unknown[];
  /** Invalid values by the keyword that rejects them, for keywords that have no general ones. */
  rejected?: Record<string, unknown[]>;
  properties?: Record<string, ExpectedValue>;
  items?: ExpectedValue;
}

/** What a named schema must be. */
export interface ExpectedSchema {
  /** Whether it describes requests, responses, or both. */
  directions: Direction[];
  schema: ExpectedValue;
}

type Details = Omit<ExpectedValue, "constraints" | "value">;

/** A value that isn't an object or a list, with its constraints. */
export const scalar = (value: unknown, constraints: Record<string, unknown>, details: Details = {}): ExpectedValue => ({
  ...details,
  constraints,
  value,
});

export const string = (value: string, constraints = {}, rejected: Record<string, unknown[]> = {}): ExpectedValue =>
  scalar(value, { type: "string", ...constraints }, { rejected });

/** One of the listed values, of any type. */
export const oneOf = (type: string, values: unknown[], rejected: unknown[]): ExpectedValue =>
  scalar(values[0], { type, enum: values }, { accepted: values, rejected: { enum: rejected } });

/** A string with known values. Others are valid too, as the service may add one. */
export const openEnum = (values: string[]): ExpectedValue =>
  scalar(values[0], { type: "string", "x-extensible-enum": values }, { accepted: [...values, "added-later"] });

/** A value that another named schema describes. */
export const ref = (name: string): ExpectedValue => ({ constraints: { $ref: name } });

export const list = (items: ExpectedValue, constraints = {}): ExpectedValue => ({
  constraints: { type: "array", ...constraints },
  items,
});

/** The properties of an object. The names of the required ones come first. */
type Properties = [required: string[], properties: Record<string, ExpectedValue>];

/** An object that accepts unknown properties, as the service may add one. */
export const openObject = (...[required, properties]: Properties): ExpectedValue => ({
  constraints: { type: "object", ...(required.length > 0 && { required }) },
  properties,
});

/** An object that rejects unknown properties, so that no misspelled one is sent. */
export const closedObject = (...[required, properties]: Properties): ExpectedValue => ({
  constraints: { type: "object", ...(required.length > 0 && { required }), additionalProperties: false },
  properties,
});

const valuesByType: Record<string, unknown> = {
  null: null,
  boolean: true,
  integer: 1,
  number: 1.5,
  string: "1",
  array: ["text"],
  object: {},
};

/** Values that look like a format and aren't. A format that is only for readers has none. */
const invalidByFormat: Record<string, unknown[]> = {
  byte: ["a_b-", "MII_", "x5c-value", "key-value"],
  base64url: ["a+b/", "a b", "ab==", "abcde"],
  int64: [2 ** 53],
  uri: ["not an address", "/relative"],
  "uri-reference": ["not a reference"],
  password: [],
};

// These constrain no value, or have tests of their own.
const withoutInvalidValues = new Set([
  "$ref",
  "additionalProperties",
  "default",
  "deprecated",
  "nullable",
  "readOnly",
  "required",
  "writeOnly",
]);

/** Values that a validator must reject, by the keyword that rejects them. */
export function rejectedValues({ constraints, value, rejected = {} }: ExpectedValue): [string, unknown[]][] {
  return Object.keys(constraints)
    .filter((keyword) => !withoutInvalidValues.has(keyword) && !keyword.startsWith("x-"))
    .map((keyword) => [keyword, rejected[keyword] ?? generalValues(keyword, constraints, value)]);
}

function generalValues(keyword: string, constraints: Record<string, unknown>, value: unknown): unknown[] {
  const limit = Number(constraints[keyword]);
  switch (keyword) {
    case "type":
      return valuesOfOtherTypes(String(constraints.type), constraints.nullable === true);
    case "format":
      return valuesForFormat(String(constraints.format));
    case "minLength":
      return [String(value).slice(0, limit - 1)];
    case "maxLength":
      return [String(value).padEnd(limit + 1, String(value))];
    case "minimum":
      return [limit - 1];
    case "maximum":
      return [limit + 1];
    default:
      throw new Error(`The expected value ${JSON.stringify(value)} needs values that its ${keyword} rejects.`);
  }
}

function valuesForFormat(format: string): unknown[] {
  const values = invalidByFormat[format];
  if (!values) throw new Error(`tests/support/expected-value.ts lists no invalid values for the format ${format}.`);
  return values;
}

function valuesOfOtherTypes(type: string, nullable: boolean): unknown[] {
  const ofType = type === "number" ? ["number", "integer"] : [type];
  return Object.entries(valuesByType)
    .filter(([other]) => !ofType.includes(other) && !(nullable && other === "null"))
    .map(([, value]) => value);
}
