import { describe, expect, test } from "vitest";
import { joinPointer, resolvePointer } from "../../scripts/lib/json-pointer.ts";
import { isReference, nameOf, type Reference, type Schema, schemas } from "../support/document.ts";
import { type ExpectedValue, rejectedValues } from "../support/expected-value.ts";
import { must } from "../support/must.ts";
import { type Direction, violations } from "../support/validator.ts";
import { expectedSchemas } from "./expected-schemas.ts";

test("the contract has the expected schemas and no others", () => {
  expect(Object.keys(schemas).sort()).toEqual(Object.keys(expectedSchemas).sort());
});

// Before the tests with values, which compile the schemas: a changed constraint fails here, in little time.
test.each(Object.entries(expectedSchemas))(
  "%s states the expected constraints, at each place, and no others",
  (name, { schema: expected }) => {
    expect(statedConstraints(schemas[name])).toEqual(
      Object.fromEntries(expectedPlaces(expected).map(({ place, constraints }) => [place, inAnyOrder(constraints)])),
    );
  },
);

describe.each(Object.entries(expectedSchemas))("%s", (name, { directions, schema: expected }) => {
  const check = (direction: Direction, value: unknown) => violations(direction, `/components/schemas/${name}`, value);
  const places = expectedPlaces(expected);
  const secrets = places.filter(({ constraints }) => constraints.writeOnly).map(({ place }) => place);

  describe.each(directions)("in a %s", (direction) => {
    const full = fullValue(expected, direction);
    const sent = places.filter(({ place }) => direction === "request" || !secrets.includes(place));
    const accepted = sent.flatMap(({ place, accepted = [] }) => accepted.map((value) => ({ place, value })));
    const rejected = sent.flatMap(({ place, ...value }) =>
      rejectedValues(follow(value)).map(([keyword, values]) => ({ place, keyword, values })),
    );
    const required = sent.flatMap(({ place, constraints }) =>
      ((constraints.required ?? []) as string[]).map((property) => joinPointer(place, property)),
    );
    const objects = sent.filter(({ constraints }) => constraints.type === "object");
    const closed = objects.filter(({ constraints }) => constraints.additionalProperties === false);
    const open = objects.filter(({ constraints }) => constraints.additionalProperties !== false);

    test("accepts a value with all properties, and one with only the required ones", () => {
      expect(check(direction, full)).toEqual([]);
      expect(check(direction, leastValue(expected))).toEqual([]);
    });

    test.each(accepted)("accepts $value at $place", ({ place, value }) => {
      expect(check(direction, withValue(full, place, value))).toEqual([]);
    });

    test.each(rejected)("rejects at $place, by its $keyword, each of $values", ({ place, keyword, values }) => {
      for (const value of values) {
        const found = check(direction, withValue(full, place, value));
        expect(found, `for ${JSON.stringify(value)}`).toContain(`${place} ${keyword}`);
      }
    });

    test.each(required)("rejects a value without the required %s", (place) => {
      expect(check(direction, withValue(full, place, undefined))).toContain(`${place} required`);
    });

    test.each(closed)("rejects an unknown property at $place", ({ place }) => {
      const unknown = joinPointer(place, "kyes");
      expect(check(direction, withValue(full, unknown, []))).toEqual([`${unknown} additionalProperties`]);
    });

    test.each(open)("accepts an unknown property at $place, as the service may add one", ({ place }) => {
      expect(check(direction, withValue(full, joinPointer(place, "addedLater"), true))).toEqual([]);
    });
  });

  test.each(directions.includes("response") ? secrets : [])("rejects the secret %s in a response", (place) => {
    expect(check("response", fullValue(expected, "request"))).toContain(`${place} writeOnly`);
  });
});

/** The expectation of the schema that a reference names, or the expectation itself. */
function follow(expected: ExpectedValue): ExpectedValue {
  const { $ref } = expected.constraints;
  return $ref === undefined ? expected : must(expectedSchemas[String($ref)], `an expectation of ${$ref}`).schema;
}

/** The expectations of a value and of its parts, down to those that a reference names. */
function expectedPlaces(expected: ExpectedValue, place = ""): (ExpectedValue & { place: string })[] {
  const { properties = {}, items } = expected;
  return [
    { ...expected, place },
    ...Object.entries(properties).flatMap(([name, property]) => expectedPlaces(property, joinPointer(place, name))),
    ...(items ? expectedPlaces(items, joinPointer(place, 0)) : []),
  ];
}

// Words for people, and the table that error-codes.test.ts compares.
const notConstraints = new Set(["title", "description", "example", "x-error-codes", "properties", "items"]);

/** The constraints that a schema states, by place, down to the schemas that it refers to. */
function statedConstraints(schema: Schema | Reference | undefined, place = ""): Record<string, unknown> {
  if (!schema) return {};
  if (isReference(schema)) return { [place]: { $ref: nameOf(schema) } };
  const { allOf: [base, ...others] = [], ...rest } = schema;
  const constraints = Object.fromEntries(
    Object.entries(rest)
      .filter(([keyword]) => !notConstraints.has(keyword))
      .map(([keyword, value]) => [keyword, keyword === "anyOf" ? value.map(withoutDescription) : value]),
  );
  // In OpenAPI 3.0, a reference that has a description of its own is the only part of an allOf.
  const reference = base && isReference(base) && others.length === 0 ? { $ref: nameOf(base) } : { allOf: schema.allOf };
  return {
    [place]: inAnyOrder({ ...constraints, ...(schema.allOf && reference) }),
    ...Object.fromEntries(
      Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
        Object.entries(statedConstraints(property, joinPointer(place, name))),
      ),
    ),
    ...("items" in schema && statedConstraints(schema.items, joinPointer(place, 0))),
  };
}

/** The constraints, with the names of the required properties sorted, as their order means nothing. */
function inAnyOrder(constraints: Record<string, unknown>): Record<string, unknown> {
  const { required } = constraints;
  return Array.isArray(required) ? { ...constraints, required: [...required].sort() } : constraints;
}

const withoutDescription = ({ description, ...constraints }: Schema) => constraints;

/** A value with all properties that may go in a direction. */
function fullValue(expected: ExpectedValue, direction: Direction): unknown {
  const { properties, items, value } = follow(expected);
  if (items) return [fullValue(items, direction)];
  if (!properties) return value;
  const sent = Object.entries(properties).filter(
    ([, { constraints }]) => direction === "request" || !constraints.writeOnly,
  );
  return Object.fromEntries(sent.map(([name, property]) => [name, fullValue(property, direction)]));
}

/** A value with only the required properties. */
function leastValue(expected: ExpectedValue): unknown {
  const { constraints, properties, items, value } = follow(expected);
  if (items) return [];
  if (!properties) return value;
  const required = (constraints.required ?? []) as string[];
  return Object.fromEntries(
    required.map((name) => [name, leastValue(must(properties[name], `an expectation of ${name}`))]),
  );
}

/** A copy of a body with another value at a place, or without the property there if the value is undefined. */
function withValue(body: unknown, place: string, value: unknown): unknown {
  if (place === "") return value;
  const copy = structuredClone(body);
  const [parentPlace = "", property = ""] = /^(.*)\/(.*)$/.exec(place)?.slice(1) ?? [];
  const parent = must(resolvePointer({ copy }, `#/copy${parentPlace}`), `a value at ${parentPlace}`) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete parent[property];
  else parent[property] = value;
  return copy;
}
