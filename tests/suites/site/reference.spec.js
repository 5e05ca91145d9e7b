import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations, resolve } from "../../support/document.ts";
import { launch, site, textOf } from "./browser.js";

const addressOf = (id) => new URL(`reference/${id}.html`, site);
let browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const examplesOf = (message) =>
  Object.values(resolve(message)?.content ?? {}).flatMap(({ examples }) =>
    Object.values(examples ?? {}).map((example) => resolve(example).summary),
  );

describe.each([...operations.values()])("$id", ({ id, path, definition }) => {
  test("has its title, its path, its permissions, its role, its clouds, and a place in the menu", async () => {
    const { page } = await browser.open(addressOf(id));
    expect(await page.locator("h1").textContent()).toBe(definition.summary);
    expect(await page.locator(".request-line").textContent()).toContain(path);
    const facts = await page.locator(".operation .facts").textContent();
    const { delegated, application } = definition["x-permissions"];
    for (const name of [...delegated.least, ...delegated.higher, ...application.least]) expect(facts).toContain(name);
    if (definition["x-role"] !== "not-stated") expect(facts).toContain(definition["x-role"]);
    expect(facts).toContain(definition["x-clouds"] === "all" ? "China" : "Not documented");
    expect(await page.locator('.menu [aria-current="page"]').textContent()).toBe(definition.summary);
    await page.close();
  });

  test("has all examples of its responses", async () => {
    const { page } = await browser.open(addressOf(id));
    const shown = (await page.locator("summary").allTextContents()).join("\n");
    const expected = Object.values(definition.responses).flatMap(examplesOf);
    expect(expected.filter((summary) => !shown.includes(summary))).toEqual([]);
    await page.close();
  });
});

test("the chosen language holds on the next page, by mouse and by keyboard", async () => {
  const { page, wrong } = await browser.open(addressOf("uploadSecret"));
  await page.getByRole("tab", { name: "PowerShell" }).first().click();
  await page.goto(addressOf("generateKey").href);
  const panel = page.getByRole("tabpanel").first();
  expect(await panel.textContent()).toContain("Invoke-MgGraphRequest");
  await page.getByRole("tab", { name: "PowerShell" }).first().press("ArrowLeft");
  expect(await page.getByRole("tabpanel").first().textContent()).toContain("createKeySetsClient");
  expect(wrong).toEqual([]);
  await page.close();
});

test("a button copies the sample that is shown", async () => {
  const { page } = await browser.open(addressOf("getActiveKey"), {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.getByRole("button", { name: "Copy" }).first().click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    "curl --request GET 'https://graph.microsoft.com/beta/trustFramework/keySets/",
  );
  await page.close();
});

test("the reference links what each element rests on", () => {
  expect(textOf("reference.html")).toContain('href="sources.html"');
  expect(textOf("reference/getKey.html")).toContain('href="../sources.html#getkey"');
});
