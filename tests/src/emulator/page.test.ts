import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { emulatorPage } from "../../../scripts/generate/emulator-page.ts";
import { behaviors } from "../../../src/emulator/behaviors.ts";

const document = JSON.parse(await readFile("generated/openapi.json", "utf8"));
const page = await readFile("docs/emulator.md", "utf8");

test("the page lists every operation and every behavior, once", () => {
  const made = emulatorPage(page, document);
  const operations = made.split("<!-- operations -->")[1]?.match(/^\| `\w+` \|/gm);
  const listed = made.split("<!-- behaviors -->")[1]?.match(/(?<=^\| `)[\w-]+/gm);
  expect(operations).toHaveLength(15);
  expect(listed).toEqual(Object.keys(behaviors));
});

test("the page is as the generator makes it, which leaves its words alone", () => {
  const words = (text: string) => text.replace(/(?<=<!-- (\w+) -->)[\s\S]*?(?=<!-- \/\1 -->)/g, "");
  const emptied = words(page);
  const made = emulatorPage(emptied.replace(/<!-- (\w+) --><!--/g, "<!-- $1 -->\n<!--"), document);
  expect(made).toBe(page);
});

test("a page without a place for a table fails and says which line to add", () => {
  expect(() => emulatorPage("# Emulator\n", document)).toThrow('doesn\'t have the line "<!-- operations -->"');
});
