import fc from "fast-check";
import { resolve } from "./document.ts";
import { formatNamed } from "./formats.ts";
import type { Direction } from "./validator.ts";

export type Schema = any;

/** What a schema of each kind may say. A keyword that is not here would go untested, so it is an error. */
const keywords: Record<string, string[]> = {
  $ref: [],
  allOf: [],
  anyOf: [],
  enum: ["type"],
  string: ["pattern", "format", "minLength"],
  integer: ["format", "minimum"],
  array: ["items"],
  object: ["properties", "required", "additionalProperties"],
};
const ofAnyKind = ["type", "nullable", "writeOnly", "title", "description", "deprecated", "example"];

export function kindOf(schema: Schema): string {
  const kind = ["$ref", "allOf", "anyOf", "enum"].find((keyword) => keyword in schema) ?? String(schema.type);
  if (!keywords[kind]) throw new Error(`teach tests/support/arbitrary.ts the type ${kind}`);
  const known = [kind, ...keywords[kind], ...ofAnyKind];
  const unknown = Object.keys(schema).find((keyword) => !known.includes(keyword) && !keyword.startsWith("x-"));
  if (unknown) throw new Error(`teach tests/support/arbitrary.ts the keyword ${unknown} of ${kind}`);
  if (schema.allOf && schema.allOf.length !== 1)
    throw new Error("teach tests/support/arbitrary.ts an allOf that is more than a reference with a description");
  return kind;
}

/** The members that a body may have that goes this way. */
export const membersOf = ({ properties = {} }: Schema, direction: Direction): [name: string, schema: Schema][] =>
  Object.entries<Schema>(properties).filter(([, { writeOnly }]) => direction === "request" || !writeOnly);

/** A name that is none of an object's own. */
export const unknownName = ({ properties = {} }: Schema) =>
  fc.string().filter((name) => !Object.hasOwn(properties, name));

/** Any value that a schema allows in a body that goes this way. */
export function valid(schema: Schema, direction: Direction): fc.Arbitrary<any> {
  const value = arbitraries[kindOf(schema)]!(schema, direction);
  return schema.nullable && !schema.enum ? fc.option(value) : value;
}

const arbitraries: Record<string, (schema: Schema, direction: Direction) => fc.Arbitrary<any>> = {
  $ref: (schema, direction) => valid(resolve(schema), direction),
  allOf: (schema, direction) => valid(schema.allOf[0], direction),
  anyOf: (schema, direction) => fc.oneof(...schema.anyOf.map((branch: Schema) => valid(branch, direction))),
  enum: (schema) => fc.constantFrom(...schema.enum),
  string: ({ minLength = 0, ...schema }) => textOf(schema).filter((text) => text.length >= minLength),
  integer: ({ format = "int64", minimum = -Infinity }) =>
    formatNamed(format).valid.filter((number) => number >= minimum),
  array: (schema, direction) => fc.array(valid(schema.items, direction), { maxLength: 2 }),
  object: (schema, direction) => {
    const members = membersOf(schema, direction).map(([name, member]) => [name, valid(member, direction)]);
    const known = fc.record(Object.fromEntries(members), {
      requiredKeys: schema.required ?? [],
      noNullPrototype: true,
    });
    const others = fc.dictionary(unknownName(schema), fc.jsonValue({ maxDepth: 1 }), {
      maxKeys: 2,
      noNullPrototype: true,
    });
    return schema.additionalProperties === false
      ? known
      : fc.tuple(others, known).map((parts) => Object.assign({}, ...parts));
  },
};

/** A text of any length with the pattern or the format of a schema. */
export function textOf({ pattern, format }: Schema): fc.Arbitrary<string> {
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return format ? formatNamed(format).valid : fc.string();
}
