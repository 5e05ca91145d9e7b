// Holds each rule of our own to its cases in <rule>.yaml. One file runs them all, as loading Spectral takes most of the time.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { findings, ownRules } from "./spectral.ts";

interface Cases {
  /** Where the rule reports (one path or several), and what of its message says the mend. */
  refuses: { case: string; document: object; at: string | string[]; mend: string }[];
  accepts: { case: string; document: object }[];
}

const folder = join(import.meta.dirname, "rules");
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

test("each rule of our own has its cases, and they stand in alphabetical order", () => {
  expect(ownRules).toEqual(ownRules.map((rules) => [...rules].sort()));
  expect(ownRules.flat().sort()).toEqual(files.map((file) => basename(file, ".yaml")).sort());
});

for (const file of files) {
  const rule = basename(file, ".yaml");
  const { refuses, accepts }: Cases = parse(readFileSync(join(folder, file), "utf8"));
  describe(rule, () => {
    for (const { case: fault, document, at, mend } of refuses)
      test(`refuses ${fault}`, async () => {
        const found = await findings(rule, document);
        expect(found.map(({ path }) => path.join(".")).sort()).toEqual([at].flat().sort());
        for (const { message } of found) expect(message).toContain(mend);
      });
    for (const { case: good, document } of accepts)
      test(`accepts ${good}`, async () => expect(await findings(rule, document)).toEqual([]));
    test("is shown to refuse and to accept", () => expect(Math.min(refuses.length, accepts.length)).toBeGreaterThan(0));
  });
}
