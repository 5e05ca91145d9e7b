import fc, { type Arbitrary } from "fast-check";
import { isReference, type Reference, resolve, type Schema } from "./document.ts";
import { formatNamed, integerRange } from "./formats.ts";
import type { Direction } from "./validator.ts";

/** The keywords that a schema of each kind may have. Another one would go untested, so it is an error. */
const keywords = {
  enum: ["type"],
  boolean: [],
  string: ["pattern", "format", "minLength", "maxLength"],
  integer: ["format", "minimum", "maximum"],
  number: ["minimum", "maximum"],
  array: ["items"],
  object: ["properties", "required", "additionalProperties"],
} satisfies Record<string, string[]>;
const ofAnyKind = ["type", "nullable", "writeOnly", "title", "description", "deprecated", "example"];

export type Kind = keyof typeof keywords;
export type Properties = [name: string, schema: Schema | Reference][];

export function kindOf(schema: Schema): Kind {
  const kind = "enum" in schema ? "enum" : String(schema.type);
  if (!isKind(kind)) throw new Error(`tests/support/arbitrary.ts has no values for a schema of the type ${kind}`);
  const known = [kind, ...keywords[kind], ...ofAnyKind];
  const unknown = Object.keys(schema).find((keyword) => !known.includes(keyword) && !keyword.startsWith("x-"));
  if (unknown) throw new Error(`tests/support/arbitrary.ts has no values for the keyword ${unknown} of ${kind}`);
  return kind;
}

const isKind = (kind: string): kind is Kind => Object.hasOwn(keywords, kind);

/** The properties that a body may have in a direction. */
export const propertiesOf = ({ properties = {} }: Schema, direction: Direction): Properties =>
  Object.entries(properties).filter(([, property]) => direction === "request" || !isSecret(property));

/** The properties that only requests may have. */
export const secretsOf = ({ properties = {} }: Schema): Properties =>
  Object.entries(properties).filter(([, property]) => isSecret(property));

const isSecret = (property: Schema | Reference): boolean => !isReference(property) && property.writeOnly === true;

/** A name that isn't in the schema. Some of them are names that every object inherits. */
export const unknownName = ({ properties = {} }: Schema): Arbitrary<string> =>
  fc
    .oneof({ arbitrary: fc.string(), weight: 4 }, fc.constantFrom("__proto__", "constructor", "toString"))
    .filter((name) => !Object.hasOwn(properties, name));

const made = {
  request: new WeakMap<object, Arbitrary<unknown>>(),
  response: new WeakMap<object, Arbitrary<unknown>>(),
};

/** Any value that a schema allows in a body that goes in a direction. */
export function valid(schema: Schema | Reference, direction: Direction): Arbitrary<unknown> {
  const target = resolve(schema);
  const known = made[direction].get(target);
  if (known) return known;
  const value = arbitraries[kindOf(target)](target, direction);
  const values = target.nullable && !target.enum ? fc.option(value) : value;
  made[direction].set(target, values);
  return values;
}

const arbitraries: Record<Kind, (schema: Schema, direction: Direction) => Arbitrary<unknown>> = {
  enum: (schema) => fc.constantFrom(...(schema.enum ?? [])),
  boolean: () => fc.boolean(),
  string: (schema) => {
    const text = textOf(schema).filter((text) => hasLength(text, schema));
    const known = knownValues(schema);
    return known.length > 0 ? fc.oneof(fc.constantFrom(...known), text) : text;
  },
  integer: ({ format = "int64", minimum, maximum }) => {
    const { min, max } = integerRange(format);
    return fc.integer({
      min: Math.max(min, Math.ceil(minimum ?? min)),
      max: Math.min(max, Math.floor(maximum ?? max)),
    });
  },
  number: (range) => finite.filter((number) => isInRange(number, range)),
  array: (schema, direction) => fc.array(valid(itemsOf(schema), direction), { maxLength: 2 }),
  object: (schema, direction) => objectOf(schema, direction),
};

/** The known values of an open enumeration. Others are valid too. */
const knownValues = (schema: Schema & { "x-extensible-enum"?: string[] }): string[] =>
  schema["x-extensible-enum"] ?? [];

/** A value as a body carries it: JSON has no negative zero. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

export const anyJson: Arbitrary<unknown> = fc.jsonValue({ maxDepth: 1 }).map(asJson);

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map(asJson);

const hasLength = (text: string, { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema): boolean =>
  text.length >= minLength && text.length <= maxLength;

const isInRange = (
  number: number,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Schema,
): boolean => number >= minimum && number <= maximum;

/** The schema of the items of a list. */
export function itemsOf(schema: Schema): Schema | Reference {
  if (!("items" in schema)) throw new Error("expected a list to have a schema of its items");
  return schema.items;
}

/** Any text with the pattern or the format of a schema, of any length. */
export function textOf({ pattern, format }: Schema): Arbitrary<string> {
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return format ? formatNamed(format).valid.map(String) : fc.string();
}

function objectOf(schema: Schema, direction: Direction): Arbitrary<Record<string, unknown>> {
  const properties = propertiesOf(schema, direction).map(([name, property]) => [name, valid(property, direction)]);
  const known: Arbitrary<Record<string, unknown>> = fc.record<Record<string, unknown>, string>(
    Object.fromEntries(properties),
    { requiredKeys: schema.required ?? [], noNullPrototype: true },
  );
  if (schema.additionalProperties === false) return known;
  const others = fc.dictionary(unknownName(schema), anyJson, {
    maxKeys: 2,
    noNullPrototype: true,
  });
  return fc.tuple(others, known).map((parts) => merged(...parts));
}

/** One object with the properties of all. To assign them would set the prototype where one is named `__proto__`. */
export const merged = (...parts: object[]): Record<string, unknown> =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

/** A value as text. It shows prototypes that a body from JSON can't have, as they decide what a validator finds. */
export function printed(value: unknown): string {
  return fc.stringify(withPrototypes(value));
}

function withPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPrototypes);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, withPrototypes(member)]);
  const prototype = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  return Object.fromEntries(isPlain ? entries : [...entries, ["[[Prototype]]", withPrototypes(prototype)]]);
}
