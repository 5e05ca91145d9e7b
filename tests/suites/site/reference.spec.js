import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations, resolve } from "../../support/document.ts";
import { launch, site } from "./browser.js";

const reference = new URL("reference.html", site);
let browser, page, wrong;
beforeAll(async () => {
  browser = await launch();
  ({ page, wrong } = await browser.open(reference));
});
afterAll(() => browser?.close());

const examplesOf = (message) =>
  Object.values(resolve(message)?.content ?? {}).flatMap(({ examples }) =>
    Object.values(examples ?? {}).map((example) => resolve(example).summary),
  );

describe.each([...operations.values()])("$id", ({ id, path, definition }) => {
  const section = () => page.locator(`[id="operation/${id}"]`);

  test("has its title, its path, and an entry in the menu", async () => {
    expect(await section().locator("h2").first().textContent()).toContain(definition.summary);
    expect(await section().textContent()).toContain(path);
    expect(await page.locator(`[role=menuitem][data-item-id$="operation/${id}"]`).count()).toBe(1);
  });

  test("has all examples of its request and of each response", async () => {
    const shown = [await section().textContent()];
    for (const tab of await section().getByRole("tab").all()) {
      await tab.click();
      shown.push(await section().textContent());
    }
    const expected = [definition.requestBody, ...Object.values(definition.responses)].flatMap(examplesOf);
    expect(expected.filter((summary) => !shown.join("\n").includes(summary))).toEqual([]);
  });
});

test.each([1360, 390])("a link to an operation shows it, %i pixels wide, and marks it in the menu", async (width) => {
  const linked = await browser.open(`${reference}#operation/uploadSecret`, { viewport: { width, height: 844 } });
  await expect.poll(() => top(linked.page, "uploadSecret")).toBeLessThan(200);
  expect(await top(linked.page, "uploadSecret")).toBeGreaterThanOrEqual(0);
  await expect
    .poll(() =>
      linked.page
        .locator("[role=menuitem]:has(> label.active)")
        .evaluateAll((items) => items.map(({ dataset }) => dataset.itemId)),
    )
    .toEqual([expect.stringMatching(/operation\/uploadSecret$/)]);
  await linked.page.close();
});

test("each download has its own name", async () => {
  const names = await page
    .locator("a[download]")
    .evaluateAll((links) => links.map((link) => [link.getAttribute("href"), link.download]));
  expect(names).toEqual(
    ["openapi.json", "openapi.yaml", "openapi-3.1.json", "openapi-3.1.yaml"].map((name) => [name, name]),
  );
});

test("the menu shows an operation", async () => {
  await page.getByRole("menuitem", { name: "Keys", exact: true }).click();
  await page.getByRole("menuitem", { name: "Get a key", exact: true }).click();
  await expect.poll(() => top(page, "getKey")).toBeLessThan(200);
});

test("the search finds an operation and shows it", async () => {
  await page.getByRole("textbox", { name: "Search" }).fill("certificate");
  await page.locator("[data-role='search:results'] [role=menuitem]", { hasText: "Upload a certificate" }).click();
  await expect.poll(() => top(page, "uploadCertificate")).toBeLessThan(200);
});

test("there were no errors, and no requests to other hosts", () => expect(wrong).toEqual([]));

/** The distance of an operation's title from the upper edge of the window. */
const top = (on, id) =>
  on
    .locator(`[id="operation/${id}"] h2`)
    .first()
    .evaluate((title) => title.getBoundingClientRect().top);
