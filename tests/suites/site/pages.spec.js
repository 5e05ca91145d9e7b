import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadLedger } from "../../../scripts/conflicts/load.ts";
import { errorCodesOf } from "../../../scripts/generate/error-codes.ts";
import { document } from "../../support/document.ts";
import { allPages, host, launch, pages, site, textOf } from "./browser.js";

const axe = fileURLToPath(import.meta.resolve("axe-core"));
const phone = { viewport: { width: 390, height: 844 } };
let browser, server;
beforeAll(async () => ([browser, server] = [await launch(), await host()]));
afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe.each(pages)("%s", (name) => {
  test.each([
    ["a file", () => site],
    ["a static host", () => server.address],
  ])("works from %s, without errors and without requests to other hosts", async (_, root) => {
    const { page, wrong } = await browser.open(new URL(name, root()));
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator('meta[name="description"]').getAttribute("content")).toMatch(/\w/);
    const pictures = page.locator("img");
    for (const picture of await pictures.all())
      expect(await picture.evaluate(({ naturalWidth }) => naturalWidth)).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    await page.close();
  });

  describe.each(["light", "dark"])("%s", (colorScheme) => {
    test.each([
      ["a desktop", {}],
      ["a phone", phone],
    ])("fits %s and has no serious accessibility problem", async (_, settings) => {
      const { page } = await browser.open(new URL(name, site), { ...settings, colorScheme });
      const [red] = (await page.evaluate(() => getComputedStyle(window.document.body).backgroundColor)).match(/\d+/g);
      expect(red < 128).toBe(colorScheme === "dark");
      const { scrollWidth, innerWidth } = await page.evaluate(() => ({
        scrollWidth: window.document.documentElement.scrollWidth,
        innerWidth: window.innerWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(innerWidth);
      await page.evaluate(() => {
        // What is folded away has to be readable too.
        for (const details of window.document.querySelectorAll("details")) details.open = true;
        // The rows of a table are alike, and so are the entries of a list: a few of them show what is wrong with all.
        for (const more of window.document.querySelectorAll(":is(tbody > tr, .list > li, .menu li):nth-child(n + 6)"))
          if (!more.querySelector("[aria-current]")) more.remove();
      });
      await page.addScriptTag({ path: axe });
      // A page from a file can't read its style sheet, which axe would preload for a rule that we don't need.
      const { violations } = await page.evaluate(() => window.axe.run({ preload: false, resultTypes: ["violations"] }));
      const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
      expect(
        serious.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
        ),
      ).toEqual([]);
      await page.close();
    });
  });
});

test("every link within the site leads to an existing page and place", () => {
  const places = new Map(
    allPages.map((name) => [name, new Set([...textOf(name).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  const links = allPages.flatMap((name) =>
    [...textOf(name).matchAll(/ (?:href|src|action)="([^"]+)"/g)]
      .map(([, link]) => ({ name, target: new URL(link.replaceAll("&amp;", "&"), new URL(name, site)) }))
      .filter(({ target }) => target.protocol === "file:"),
  );
  const broken = links.filter(({ target }) => {
    const path = target.href.slice(site.href.length).replace(/[?#].*/, "");
    if (/^v\//.test(path)) return false; // what a release puts there
    if (!target.href.startsWith(site.href) || !existsSync(new URL(path, site))) return true;
    return target.hash !== "" && !places.get(path)?.has(decodeURIComponent(target.hash.slice(1)));
  });
  expect(links.length).toBeGreaterThan(1000);
  expect(broken.map(({ name, target }) => `${name} -> ${target.href.slice(site.href.length)}`)).toEqual([]);
});

test("the header links each part to each other", async () => {
  const { page, wrong } = await browser.open(new URL("index.html", server.address));
  for (const name of ["guides", "reference", "conflicts", "error-codes"]) {
    await page.locator(`nav[aria-label=Pages] a[href="${name}.html"]`).click();
    await page.waitForURL(new URL(`${name}.html`, server.address).href);
    expect(await page.locator("nav[aria-label=Pages] a[aria-current]").getAttribute("href")).toBe(`${name}.html`);
  }
  expect(wrong).toEqual([]);
  await page.close();
});

test("the first page has a way in for each reader, and leads to an error code", async () => {
  const { page } = await browser.open(new URL("index.html", server.address));
  expect(await page.locator(".ways h2").allTextContents()).toEqual([
    "You write a program",
    "You run an API portal",
    "You have an error code",
  ]);
  await page.getByLabel("Code or message").fill("AADB2C90213");
  await page.getByRole("button", { name: "Find" }).click();
  await page.waitForURL(/error-codes\.html\?text=AADB2C90213$/);
  expect(await page.locator("#codes > li:visible").evaluateAll((items) => items.map(({ id }) => id))).toEqual([
    "AADB2C90213",
  ]);
  await page.close();
});

test("every conflict and every error code has an address", async () => {
  const { conflicts } = await loadLedger();
  expect(conflicts.map(({ id }) => `conflicts/${id}.html`).filter((name) => !allPages.includes(name))).toEqual([]);
  const { page } = await browser.open(new URL("error-codes.html", site));
  expect(await page.locator("#codes > li").evaluateAll((items) => items.map(({ id }) => id))).toEqual(
    errorCodesOf(document).map(({ code }) => code),
  );
  await page.close();
});

test("the conflicts filter by operation and sureness, and the address keeps the choice", async () => {
  const { page } = await browser.open(new URL("conflicts.html", server.address));
  const shown = () => page.locator("li[data-operations]:visible").evaluateAll((items) => items.map(({ id }) => id));
  const all = (await shown()).length;
  await page.getByLabel("Operation").selectOption("uploadPkcs12");
  await page.getByLabel("Sureness").selectOption("assumed");
  const chosen = await shown();
  expect(chosen).toContain("pkcs12-encryption");
  expect(chosen).not.toContain("created-twice");
  expect(await page.locator("output").textContent()).toBe(`${chosen.length} of ${all}`);
  await page.reload();
  expect(await shown()).toEqual(chosen);
  await page.close();
});

test("a page of an old version says which version is the newest, and the newest doesn't", async () => {
  const { page, wrong } = await browser.open(new URL("v/1.0.0/reference/getKey.html", server.address));
  const note = page.locator("#old-version");
  await note.waitFor();
  expect(await note.textContent()).toMatch(/^This is version 1\.0\.0\. Read the newest version, \d/);
  await note.getByRole("link").click();
  await page.waitForURL(new URL("index.html", server.address).href);
  expect(await note.isVisible()).toBe(false);
  expect(wrong).toEqual([]);
  await page.close();
});

test("without JavaScript, the pages read as text", async () => {
  const { page } = await browser.open(new URL("reference/uploadSecret.html", site), { javaScriptEnabled: false });
  for (const text of ["TrustFrameworkKeySet.ReadWrite.All", "curl --request POST", "Invoke-MgGraphRequest"])
    await page.getByText(text).first().waitFor();
  await page.goto(new URL("conflicts.html", site).href);
  await page.locator("#created-twice").waitFor();
  await page.close();
});

test("what a page needs before it shows fits 100 kB", () => {
  const needed = ["style.css", "site.js"].reduce((sum, name) => sum + statSync(new URL(name, site)).size, 0);
  const heavy = allPages.filter((name) => name !== "sources.html" && textOf(name).length + needed > 100_000);
  expect(heavy).toEqual([]);
});

test("an address that doesn't exist shows a page with ways on", async () => {
  const { page } = await browser.open(new URL("missing.html", server.address));
  expect(await page.locator("h1").textContent()).toBe("Page not found");
  await page.close();
});

test("llms.txt lists the documents, every operation, and every guide", () => {
  const text = textOf("llms.txt");
  const wanted = ["openapi.json", ...allPages.filter((name) => /^(reference|guides)\//.test(name))];
  expect(wanted.filter((name) => !text.includes(`](${name})`))).toEqual([]);
});
