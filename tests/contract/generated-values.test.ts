import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valid } from "../support/arbitrary.ts";
import { document, operations, resolve } from "../support/document.ts";
import { faultsOf } from "../support/schema-violations.ts";
import { type Direction, violations } from "../support/validator.ts";

const definitions = [...operations.values()].map(({ definition }) => definition);
const ways: [Direction, unknown][] = [
  [
    "request",
    [definitions.map(({ requestBody }) => requestBody), Object.values(document.paths).map((path) => path!.parameters)],
  ],
  ["response", definitions.map(({ responses }) => responses)],
];

/** The pointers of all that a node refers to, itself or below. */
function refsBelow(node: any, found = new Set<string>()): Set<string> {
  if (node?.$ref && !found.has(node.$ref)) refsBelow(resolve(node), found.add(node.$ref));
  else if (typeof node === "object" && node !== null) for (const child of Object.values(node)) refsBelow(child, found);
  return found;
}

const kinds = { schemas: "", parameters: "/schema", headers: "/schema" };
const named = Object.entries(kinds).flatMap(([kind, below]) =>
  Object.keys((document.components as any)[kind] ?? {}).map((name) => ({
    name: `${kind}/${name}`,
    pointer: `/components/${kind}/${name}${below}`,
  })),
);
const used = ways.flatMap(([direction, nodes]) => {
  const refs = refsBelow(nodes);
  return named
    .filter(({ name }) => refs.has(`#/components/${name}`))
    .map(({ name, pointer }) => [name, direction, pointer] as const);
});

test("every named schema, parameter and header goes in a request or comes in an answer", () => {
  expect([...new Set(used.map(([name]) => name))].sort()).toEqual(named.map(({ name }) => name).sort());
});

describe.each(used)("%s in a %s", (_, direction, pointer) => {
  const schema = resolve({ $ref: `#${pointer}` });

  test("takes whatever it allows", () => {
    fc.assert(
      fc.property(valid(schema, direction), (value) => {
        expect(violations(direction, pointer, value)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  test.each(faultsOf(schema, direction).map(({ place, keyword, broken }) => [place, keyword, broken] as const))(
    "refuses at '%s', by its %s, what is wrong there alone",
    (_, keyword, broken) => {
      fc.assert(
        fc.property(broken, ({ value, at }) => {
          const found = violations(direction, pointer, value);
          expect(found).toContain(`${at} ${keyword}`);
          expect(found.filter((violation) => violation.slice(0, violation.lastIndexOf(" ")) !== at)).toEqual([]);
        }),
        { numRuns: 10 },
      );
    },
  );
});
