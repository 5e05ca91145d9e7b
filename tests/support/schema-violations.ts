import fc, { type Arbitrary } from "fast-check";
import { joinPointer } from "../../scripts/lib/json-pointer.ts";
import {
  anyJson,
  itemsOf,
  type Kind,
  kindOf,
  merged,
  propertiesOf,
  secretsOf,
  textOf,
  unknownName,
  valid,
} from "./arbitrary.ts";
import { isReference, type Reference, resolve, type Schema } from "./document.ts";
import { formatNamed, integerRange } from "./formats.ts";
import type { Direction } from "./validator.ts";

/** A way to break one constraint of a schema, and no other. */
export interface SchemaViolation {
  /** The place, with `*` instead of a generated name or number. */
  place: string;
  keyword: string;
  broken: Arbitrary<BrokenValue>;
}

interface BrokenValue {
  value: unknown;
  /** The place that a validator must report. */
  at: string;
}

/** Every way to break a schema, or the schema of one of its parts. */
export function violationsOf(schema: Schema | Reference, direction: Direction): SchemaViolation[] {
  if (isReference(schema)) return violationsOf(resolve(schema), direction);
  return [wrongType(schema), ...(violationsByKind[kindOf(schema)]?.({ ...schema, nullable: false }, direction) ?? [])];
}

const breaking = (keyword: string, values: Arbitrary<unknown>): SchemaViolation => ({
  place: "",
  keyword,
  broken: values.map((value) => ({ value, at: "" })),
});

const valuesByType: Record<string, Arbitrary<unknown>> = {
  null: fc.constant(null),
  boolean: fc.boolean(),
  integer: fc.integer(),
  number: fc.double({ noInteger: true, noDefaultInfinity: true, noNaN: true }),
  string: fc.string(),
  array: fc.array(anyJson, { maxLength: 2 }),
  object: fc.dictionary(fc.string(), anyJson, { maxKeys: 2, noNullPrototype: true }),
};

function wrongType({ type, nullable }: Schema): SchemaViolation {
  const accepted = [type, ...(type === "number" ? ["integer"] : []), ...(nullable ? ["null"] : [])];
  const others = Object.entries(valuesByType).filter(([type]) => !(accepted as unknown[]).includes(type));
  return breaking("type", fc.oneof(...others.map(([, values]) => values)));
}

const violationsByKind: Partial<Record<Kind, (schema: Schema, direction: Direction) => SchemaViolation[]>> = {
  enum: ({ enum: values = [], ...schema }, direction) => [
    breaking(
      "enum",
      valid(schema, direction).filter((value) => !values.includes(value)),
    ),
  ],
  string: (schema) => [...brokenPattern(schema), ...brokenFormat(schema), ...brokenLength(schema)],
  integer: (schema) => [...brokenFormat(schema), ...brokenRange(schema)],
  number: (schema) => brokenRange(schema),
  array: (schema, direction) => {
    const some = valid(schema, direction) as Arbitrary<unknown[]>;
    return violationsOf(itemsOf(schema), direction).map(({ place, keyword, broken }) => ({
      place: `/*${place}`,
      keyword,
      broken: fc.tuple(some, broken, some).map(([before, { value, at }, after]) => ({
        value: [...before, value, ...after],
        at: `/${before.length}${at}`,
      })),
    }));
  },
  object: (schema, direction) => [
    ...missingProperties(schema, direction),
    ...unknownProperties(schema, direction),
    ...(direction === "response" ? returnedSecrets(schema) : []),
    ...propertiesOf(schema, direction).flatMap(([name, property]) =>
      violationsOf(property, direction).map((violation) => inProperty(schema, direction, { name, violation })),
    ),
  ],
};

function brokenPattern({ pattern }: Schema): SchemaViolation[] {
  if (!pattern) return [];
  const near = fc
    .tuple(fc.string({ maxLength: 2 }), textOf({ pattern }), fc.string({ maxLength: 2 }))
    .map((parts) => parts.join(""));
  const expression = new RegExp(pattern);
  return [
    breaking(
      "pattern",
      fc.oneof(fc.string(), near).filter((text) => !expression.test(text)),
    ),
  ];
}

function brokenFormat({ format }: Schema): SchemaViolation[] {
  const broken = format && formatNamed(format).broken;
  return broken ? [breaking("format", broken)] : [];
}

function brokenLength({ pattern, format, minLength, maxLength }: Schema): SchemaViolation[] {
  const texts = textOf({ ...(pattern && { pattern }), ...(format && { format }) });
  return [
    ...(minLength
      ? [
          breaking(
            "minLength",
            texts.filter((text) => text.length < minLength),
          ),
        ]
      : []),
    ...(maxLength === undefined ? [] : [breaking("maxLength", fc.string({ minLength: maxLength + 1 }))]),
  ];
}

function brokenRange({ format = "int64", minimum, maximum }: Schema): SchemaViolation[] {
  const { min, max } = integerRange(format);
  return [
    ...(minimum === undefined ? [] : [breaking("minimum", fc.integer({ min, max: Math.ceil(minimum) - 1 }))]),
    ...(maximum === undefined ? [] : [breaking("maximum", fc.integer({ min: Math.floor(maximum) + 1, max }))]),
  ];
}

const objects = (schema: Schema, direction: Direction) => valid(schema, direction) as Arbitrary<object>;

const missingProperties = (schema: Schema, direction: Direction): SchemaViolation[] =>
  (schema.required ?? []).map((name) => ({
    place: joinPointer("", name),
    keyword: "required",
    broken: objects(schema, direction).map((object) => ({
      value: Object.fromEntries(Object.entries(object).filter(([other]) => other !== name)),
      at: `/${name}`,
    })),
  }));

function unknownProperties(schema: Schema, direction: Direction): SchemaViolation[] {
  if (schema.additionalProperties !== false) return [];
  const broken = fc
    .tuple(objects(schema, direction), unknownName(schema), anyJson)
    .map(([object, name, value]) => ({ value: merged(object, Object.fromEntries([[name, value]])), at: `/${name}` }));
  return [{ place: "/*", keyword: "additionalProperties", broken }];
}

const returnedSecrets = (schema: Schema): SchemaViolation[] =>
  secretsOf(schema).map(([name, property]) => {
    const violation = breaking("writeOnly", valid(property, "request"));
    return inProperty(schema, "response", { name, violation });
  });

function inProperty(
  schema: Schema,
  direction: Direction,
  { name, violation }: { name: string; violation: SchemaViolation },
): SchemaViolation {
  return {
    place: `/${name}${violation.place}`,
    keyword: violation.keyword,
    broken: fc.tuple(objects(schema, direction), violation.broken).map(([object, { value, at }]) => ({
      value: merged(object, Object.fromEntries([[name, value]])),
      at: `/${name}${at}`,
    })),
  };
}
