import fc from "fast-check";
import { expect, test } from "vitest";
import { operationsOf } from "../../../../scripts/contract/operations.ts";
import { type Json, leaves } from "../../../../scripts/lib/json-leaves.ts";
import { joinPointer, resolvePointer } from "../../../../scripts/lib/json-pointer.ts";
import { real, set, textOfPage } from "./audited.ts";

const bodies = real.pages.flatMap(({ page, examples = {} }) =>
  Object.entries(examples).flatMap(([e, { request, response }]) =>
    (["request", "response"] as const).flatMap((side) => {
      const body = { request, response }[side]?.body;
      const name = String(request?.annotation?.name);
      return body?.json ? [{ page, e, side, name, text: body.text, at: `/examples/${e}/${side}/body` }] : [];
    }),
  ),
);
const valuesOf = (value: Json) => [...leaves(value).keys()].filter((path) => path !== "");

/** The contract's example of a body; a body that the schema rejects, or that shows secrets, has none. */
function exampleOf({ page, side, name }: (typeof bodies)[number]): { value: Json } | undefined {
  const operation = operationsOf(real.contract).find(({ definition }) => definition["x-pages"].includes(page));
  const part = side === "request" ? "requestBody" : `responses/${operation?.success.status}`;
  const media = `${operation?.pointer}/${part}/content/application~1json`;
  return resolvePointer(real.contract, joinPointer(media, "examples", name)) as { value: Json } | undefined;
}
const examples = bodies.flatMap((body) => {
  const example = exampleOf(body);
  return example ? { ...body, example } : [];
});

test("no value of a documented example can change without a finding about it", () => {
  const places = examples.flatMap((body) => valuesOf(JSON.parse(body.text)).map((path) => ({ ...body, path })));
  expect(places.length).toBeGreaterThan(60);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), ({ page, e, side, at, path, text }, to) => {
      const value = JSON.parse(text);
      fc.pre(JSON.stringify(resolvePointer(value, `#${path}`)) !== JSON.stringify(to));
      set({ value }, `#/value${path}`, to);
      const report = textOfPage(page, ({ examples }) => {
        Object.assign(examples?.[e]?.[side]?.body ?? {}, { text: JSON.stringify(value, null, 2) });
      });
      expect(report).toContain(at + path);
    }),
    { numRuns: 40, seed: 1 },
  );
});

test("no value of the contract's examples can change without a finding about it", () => {
  const pages = ["trustframework-post-keysets", "draft-update-keysets", "trustframeworkkeyset-uploadcertificate"];
  let changes = 0;
  for (const { page, example, at } of examples.filter(({ page }) => pages.includes(page))) {
    const documented = example.value;
    for (const path of valuesOf(documented)) {
      example.value = structuredClone(documented);
      set(example, `#/value${path}`, "something else");
      const report = textOfPage(page, () => {});
      example.value = documented;
      expect(report, path).toContain(at);
      expect(report, path).toContain("something else");
      changes += 1;
    }
  }
  expect(changes).toBeGreaterThan(20);
});
