import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, site } from "./browser.js";

let browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

test.each([
  ["a permission's name", "TrustFrameworkKeySet.ReadWrite.All", "reference.html#TrustFrameworkKeySet.ReadWrite.All"],
  ["a permission's ID", "39244520-1e7d-4b4a-aee0-57c65826e427", "reference.html#TrustFrameworkKeySet.ReadWrite.All"],
  ["an error code", "AADB2C95052", "error-codes.html#AADB2C95052"],
  ["the end of an error code", "95052", "error-codes.html#AADB2C95052"],
  ["an operation", "uploadPkcs12", "reference/uploadPkcs12.html"],
  ["a task", "rotate", "guides/rotate-a-signing-key.html"],
  ["another form of its word", "rotation", "guides/rotate-a-signing-key.html"],
  ["a conflict", "correct password wrong", "conflicts/pkcs12-encryption.html"],
  ["a misspelled word", "uploadSercet", "reference/uploadSecret.html"],
])("%s finds its page first", async (_, query, expected) => {
  const { page, wrong } = await browser.open(new URL("index.html", site));
  await page.keyboard.press("/");
  await page.keyboard.type(query);
  await page.keyboard.press("Enter");
  await page.locator("#results a").first().waitFor();
  const first = page.locator("#results a").first();
  expect(await first.evaluate(({ href }) => href)).toBe(new URL(expected, site).href);
  expect(wrong).toEqual([]);
  await page.close();
});

test("words that nothing has find nothing, and the page says so", async () => {
  const { page } = await browser.open(new URL("search.html?q=xylophone", site));
  expect(await page.locator("#found").textContent()).toBe("Nothing found for “xylophone”.");
  await page.close();
});
