import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { operationsOf } from "../../../scripts/contract/operations.ts";
import { emulatorPage } from "../../../scripts/generate/emulator-page.ts";
import { behaviors } from "../../../src/emulator/behaviors.ts";

const document = JSON.parse(await readFile("generated/openapi.json", "utf8"));

test("the page lists every operation and every behavior, once", () => {
  const [, operations = "", listed = ""] = emulatorPage(document).split(/^## /m);
  const ids = operationsOf(document).map(({ id }) => id);
  expect(operations.match(/(?<=^\| `)\w+(?=` \|)/gm)?.sort()).toEqual(ids.sort());
  expect(listed.match(/(?<=^\| `)[\w-]+/gm)).toEqual(Object.keys(behaviors));
});
