import fc from "fast-check";
import { kindOf, membersOf, type Schema, textOf, unknownName, valid } from "./arbitrary.ts";
import { resolve } from "./document.ts";
import { formatNamed } from "./formats.ts";
import type { Direction } from "./validator.ts";

/** A way to break one constraint of a schema, and nothing else. */
export interface Fault {
  /** Where, with `*` for a name or number that is generated. */
  place: string;
  keyword: string;
  broken: fc.Arbitrary<Broken>;
}

interface Broken {
  value: unknown;
  /** The very place that is to be found. */
  at: string;
}

/** Every way to break a schema, or one below it. */
export function faultsOf(schema: Schema, direction: Direction): Fault[] {
  const kind = kindOf(schema);
  if (kind === "$ref") return faultsOf(resolve(schema), direction);
  if (kind === "allOf") return faultsOf(schema.allOf[0], direction);
  return [wrongType(schema), ...(below[kind]?.({ ...schema, nullable: false }, direction) ?? [])]; // what has a part is not null
}

const own = (keyword: string, values: fc.Arbitrary<unknown>): Fault => ({
  place: "",
  keyword,
  broken: values.map((value) => ({ value, at: "" })),
});

const ofType: Record<string, fc.Arbitrary<unknown>> = {
  null: fc.constant(null),
  boolean: fc.boolean(),
  integer: fc.integer(),
  fraction: fc.double({ noInteger: true, noDefaultInfinity: true, noNaN: true }),
  string: fc.string(),
  array: fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 2 }),
  object: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
};

function wrongType(schema: Schema): Fault {
  const taken = (schema.anyOf ?? [schema]).flatMap(({ type, nullable }: Schema) => [type, nullable && "null"]);
  const others = Object.keys(ofType).filter((type) => !taken.includes(type));
  return own(schema.anyOf ? "anyOf" : "type", fc.oneof(...others.map((type) => ofType[type]!)));
}

const below: Record<string, (schema: Schema, direction: Direction) => Fault[]> = {
  anyOf: ({ anyOf }) => {
    // With a branch that takes every text, an open enumeration refuses nothing but other types.
    const open = anyOf.find(
      ({ type, nullable, title, description, ...constraints }: Schema) => type && Object.keys(constraints).length === 0,
    );
    if (!open || anyOf.some(({ type }: Schema) => type !== open.type))
      throw new Error("teach tests/support/faults.ts an anyOf that is no open enumeration");
    return [];
  },
  enum: (schema) => [
    own(
      "enum",
      fc.string().filter((text) => !schema.enum.includes(text)),
    ),
  ],
  string: ({ pattern, format, minLength }) => {
    const faults: Fault[] = [];
    if (pattern) {
      const near = fc
        .tuple(fc.string({ maxLength: 2 }), textOf({ pattern }), fc.string({ maxLength: 2 }))
        .map((parts) => parts.join(""));
      faults.push(
        own(
          "pattern",
          fc.oneof(fc.string(), near).filter((text) => !new RegExp(pattern).test(text)),
        ),
      );
    }
    const wrongFormat = format && formatNamed(format).broken;
    if (wrongFormat) faults.push(own("format", wrongFormat));
    if (minLength)
      faults.push(
        own(
          "minLength",
          textOf({ pattern, format }).filter((text) => text.length < minLength),
        ),
      );
    return faults;
  },
  integer: ({ format, minimum }) => [
    ...(format ? [own("format", formatNamed(format).broken!)] : []),
    ...(minimum === undefined ? [] : [own("minimum", fc.integer({ max: minimum - 1 }))]),
  ],
  array: (schema, direction) => {
    const some = valid(schema, direction);
    return faultsOf(schema.items, direction).map(({ place, keyword, broken }) => ({
      place: `/*${place}`,
      keyword,
      broken: fc.tuple(some, broken, some).map(([before, { value, at }, after]) => ({
        value: [...before, value, ...after],
        at: `/${before.length}${at}`,
      })),
    }));
  },
  object: (schema, direction) => {
    const whole = valid(schema, direction);
    const withMember = (name: string, { place, keyword, broken }: Fault): Fault => ({
      place: `/${name}${place}`,
      keyword,
      broken: fc
        .tuple(whole, broken)
        .map(([object, { value, at }]) => ({ value: { ...object, [name]: value }, at: `/${name}${at}` })),
    });
    const sentOnly = Object.entries<Schema>(schema.properties ?? {}).filter(
      ([, { writeOnly }]) => writeOnly && direction === "response",
    );
    return [
      ...(schema.required ?? []).map((name: string) => ({
        place: `/${name}`,
        keyword: "required",
        broken: whole.map(({ [name]: _, ...value }) => ({ value, at: `/${name}` })),
      })),
      ...(schema.additionalProperties === false
        ? [
            {
              place: "/*",
              keyword: "additionalProperties",
              broken: fc
                .tuple(whole, unknownName(schema), fc.jsonValue())
                .map(([object, name, value]) => ({ value: { ...object, [name]: value }, at: `/${name}` })),
            },
          ]
        : []),
      ...sentOnly.map(([name, member]) => withMember(name, own("writeOnly", valid(member, "request")))),
      ...membersOf(schema, direction).flatMap(([name, member]) =>
        faultsOf(member, direction).map((fault) => withMember(name, fault)),
      ),
    ];
  },
};
