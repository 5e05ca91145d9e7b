import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { OpenAPIV3 } from "openapi-types";
import { describe, expect, test } from "vitest";
import { referredTo } from "../../scripts/contract/references.ts";
import { resolvePointer } from "../../scripts/lib/json-pointer.ts";
import { printed, valid } from "../support/arbitrary.ts";
import { components, document, operations } from "../support/document.ts";
import { violationsOf } from "../support/schema-violations.ts";
import { type Direction, violations } from "../support/validator.ts";

const definitions = [...operations.values()].map(({ definition }) => definition);
const messages: Record<Direction, unknown> = {
  request: [
    definitions.map(({ requestBody, parameters }) => [requestBody, parameters]),
    Object.values(document.paths).map((path) => path?.parameters),
  ],
  response: definitions.map(({ responses }) => responses),
};

/** The schemas with a name, by the reference to the component that has them. */
const named = [
  ...Object.keys(components.schemas ?? {}).map((name) => ({ name: `schemas/${name}`, below: "" })),
  ...Object.keys(components.parameters ?? {}).map((name) => ({ name: `parameters/${name}`, below: "/schema" })),
  ...Object.keys(components.headers ?? {}).map((name) => ({ name: `headers/${name}`, below: "/schema" })),
];
const used = (["request", "response"] as const).flatMap((direction) => {
  const references = referredTo(document, messages[direction]);
  return named
    .filter(({ name }) => references.has(`#/components/${name}`))
    .map(({ name, below }) => [name, direction, `/components/${name}${below}`] as const);
});

test("every named schema, parameter, and header belongs to a request or a response", () => {
  expect([...new Set(used.map(([name]) => name))].sort()).toEqual(named.map(({ name }) => name).sort());
});

describe.each(used)("%s in a %s", (_, direction, pointer) => {
  const schema = resolvePointer(document, `#${pointer}`) as OpenAPIV3.ReferenceObject | OpenAPIV3.SchemaObject;

  test("accepts each generated value, which is plain JSON whatever its properties are named", () => {
    fc.assert(
      fc.property(valid(schema, direction), (value) => {
        expect(violations(direction, pointer, value), printed(value)).toEqual([]);
        expect(isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value), printed(value)).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  test.each(violationsOf(schema, direction))(
    "rejects at $place, by its $keyword, a value that is wrong only there",
    ({ keyword, broken }) => {
      fc.assert(
        fc.property(broken, ({ value, at }) => {
          const found = violations(direction, pointer, value);
          expect(found, printed(value)).toContain(`${at} ${keyword}`);
          const elsewhere = found.filter((violation) => violation.slice(0, violation.lastIndexOf(" ")) !== at);
          expect(elsewhere, printed(value)).toEqual([]);
        }),
        { numRuns: 5 },
      );
    },
  );
});

test.each([
  ["an ordinary object", { a: 1 }, '{"a":1}'],
  ["a property that is named __proto__", JSON.parse('{"__proto__":{"a":1}}'), '{["__proto__"]:{"a":1}}'],
  ["an object in a list that inherits a property", [Object.create({ a: 1 })], '[{"[[Prototype]]":{"a":1}}]'],
])("a counterexample shows %s", (_, value, text) => {
  expect(printed(value)).toBe(text);
});
