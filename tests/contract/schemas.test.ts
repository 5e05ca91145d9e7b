import { describe, expect, test } from "vitest";
import { cases, knownValues, type SchemaCase } from "../support/cases.ts";
import { document } from "../support/document.ts";
import { type Direction, violations } from "../support/validator.ts";

const schemas = document.components!.schemas as Record<string, any>;

test("every schema of the contract has its cases, and every case its schema", () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(schemas).sort());
});

describe.each(Object.entries(cases))("%s", (name, schemaCase) => {
  const check = (direction: Direction, value: unknown) => violations(direction, `/components/schemas/${name}`, value);
  const {
    least,
    required,
    refused,
    closed = [],
    open = [],
    writeOnly = [],
    deprecated = [],
    refers = {},
    values = {},
    shown = {},
  } = schemaCase;
  const directions = schemaCase.directions.map((direction) => ({ direction, full: fullOf(schemaCase, direction) }));

  describe.each(directions)("in a $direction", ({ direction, full }) => {
    test("takes what has only the required properties, and what has all", () => {
      expect(check(direction, least)).toEqual([]);
      expect(check(direction, full)).toEqual([]);
    });

    test.each(required)("refuses a value without the required %s", (place) => {
      expect(check(direction, edited(full, place, undefined))).toContain(`${place} required`);
    });

    test.each(wrongValues(schemaCase).filter(([place]) => direction === "request" || !writeOnly.includes(place)))(
      "refuses at '%s', by its %s, the value %j",
      (place, keyword, value) => {
        expect(check(direction, edited(full, place, value))).toContain(`${place} ${keyword}`);
      },
    );

    test.each(closed)("refuses an unknown property at '%s'", (place) => {
      expect(check(direction, edited(full, `${place}/kyes`, []))).toEqual([`${place}/kyes additionalProperties`]);
    });

    test.each(open)("takes an unknown property at '%s', as the service may add one", (place) => {
      expect(check(direction, edited(full, `${place}/addedLater`, true))).toEqual([]);
    });
  });

  test("has cases for each of its properties, and requires no other than these", () => {
    const places = placesOf(schemas[name]);
    expect(Object.keys(refused).sort()).toEqual(places.map(({ place }) => place).sort());
    expect(
      places.flatMap(({ place, schema }) => (schema.required ?? []).map((key: string) => `${place}/${key}`)).sort(),
    ).toEqual([...required].sort());
  });

  test("marks as writeOnly and as deprecated these places alone", () => {
    const marked = (mark: string) =>
      placesOf(schemas[name])
        .filter(({ schema }) => schema[mark])
        .map(({ place }) => place);
    expect(marked("writeOnly").sort()).toEqual([...writeOnly].sort());
    expect(marked("deprecated").sort()).toEqual([...deprecated].sort());
  });

  // What is never sent has no value that could tell what a secret would have to be.
  test.each(writeOnly.filter(() => !schemaCase.directions.includes("request")))(
    "says of the secret %s, which nobody sends, what it is",
    (secret) => {
      const { schema } = placesOf(schemas[name]).find(({ place }) => place === secret)!;
      expect(schema).toEqual({ type: "string", format: "base64url", writeOnly: true, description: expect.any(String) });
    },
  );

  test("lists at these places the only values", () => {
    const listing = placesOf(schemas[name]).filter(({ schema }) => schema.enum);
    expect(Object.fromEntries(listing.map(({ place, schema }) => [place, schema.enum]))).toEqual(values);
  });

  test("has at these places a format that refuses nothing", () => {
    const formats = placesOf(schemas[name]).filter(
      ({ place, schema }) => schema.format && !refused[place]?.some(([keyword]) => keyword === "format"),
    );
    expect(Object.fromEntries(formats.map(({ place, schema }) => [place, schema.format]))).toEqual(shown);
  });

  test("refers at these places to these named schemas", () => {
    // A reference with a description beside it is the only part of an allOf.
    const referring = placesOf(schemas[name]).flatMap(({ place, schema }) =>
      (schema.allOf ?? [schema]).map(({ $ref }: any) => ({ place, $ref })),
    );
    const found = referring.filter(({ $ref }) => $ref).map(({ place, $ref }) => `${place} ${$ref.split("/").at(-1)}`);
    expect(found.sort()).toEqual(
      Object.entries(refers)
        .map(([place, schema]) => `${place} ${schema}`)
        .sort(),
    );
  });

  test.each(writeOnly.filter(() => schemaCase.directions.includes("response")))(
    "refuses the secret %s in a response",
    (place) => {
      expect(check("response", edited(fullOf(schemaCase, "request"), place, "AQHF"))).toContain(`${place} writeOnly`);
    },
  );
});

test.each(Object.entries(knownValues))("%s lists its known values, and takes others", (name, values) => {
  expect(schemas[name].anyOf.map(({ description, ...constraints }: any) => constraints)).toEqual([
    { type: "string", enum: values },
    { type: "string" },
  ]);
  for (const value of [...values, "added-later"])
    expect(violations("response", `/components/schemas/${name}`, value)).toEqual([]);
});

function fullOf({ full }: SchemaCase, direction: Direction): unknown {
  return typeof full === "object" && full !== null && direction in full
    ? (full as Record<Direction, unknown>)[direction]
    : full;
}

function wrongValues({ refused }: SchemaCase): [place: string, keyword: string, value: unknown][] {
  return Object.entries(refused).flatMap(([place, rules]) =>
    rules.flatMap(([keyword, ...values]) => values.map((value): [string, string, unknown] => [place, keyword, value])),
  );
}

/** A copy with another value at a place, or without it. */
function edited(value: unknown, place: string, replacement: unknown): unknown {
  if (place === "") return replacement;
  const copy = structuredClone(value) as any;
  const keys = place.slice(1).split("/");
  const last = keys.pop()!;
  const parent = keys.reduce((node, key) => node[key], copy);
  if (replacement === undefined) delete parent[last];
  else parent[last] = replacement;
  return copy;
}

/** Every place of a schema that a value can have, down to what another named schema describes. */
function placesOf(schema: any, place = ""): { place: string; schema: any }[] {
  return [
    { place, schema },
    ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) => placesOf(property, `${place}/${key}`)),
    ...(schema.items ? placesOf(schema.items, `${place}/0`) : []),
  ];
}
