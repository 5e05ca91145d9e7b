// The pages in docs/rules/: each rule of a layer has a section there, whose examples the rule rejects and accepts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../../scripts/lib/root.ts";
import { codeIn } from "../../support/markdown.ts";
import { layers, loadRuleset, readRuleset } from "./spectral-rule.ts";

describe.each(Object.entries(layers))("the page of the %s rules", async (layer, file) => {
  const rules: Record<string, { description: string; recommended?: boolean }> = readRuleset(file).rules;
  const sections = readFileSync(join(root, `docs/rules/${layer}.md`), "utf8")
    .split(/^#{2,3} /m)
    .slice(1)
    .map((text) => ({ name: text.slice(0, text.indexOf("\n")), text }))
    .filter(({ text }) => text.includes("\nWrong:\n"));
  const findings = await loadRuleset(file);

  test("has each rule once, those that are off after the others", () => {
    const isOff = (name: string) => rules[name]?.recommended === false;
    const names = Object.keys(rules);
    const expected = layer === "general" ? [...names.filter((name) => !isOff(name)), ...names.filter(isOff)] : names;
    expect(sections.map(({ name }) => name)).toEqual(expected);
  });

  test.each(sections)(
    "$name: the rule rejects what the page calls wrong, and accepts what it calls right",
    async ({ name, text }) => {
      const explanation = text.slice(name.length).trim().replaceAll("\n", " ");
      expect(explanation.startsWith(rules[name]?.description ?? "a description")).toBe(true);
      const [wrong = "", right = "", ...others] = codeIn(text, "yaml");
      expect(others).toEqual([]);
      expect(await findings(parse(wrong), name)).not.toEqual([]);
      expect(await findings(parse(right), name)).toEqual([]);
    },
  );
});
