import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadLedger } from "../../../scripts/conflicts/load.ts";
import { errorCodesOf } from "../../../scripts/generate/error-codes.ts";
import { document } from "../../support/document.ts";
import { readmePrograms } from "../../support/programs.ts";
import { host, launch, pages, site } from "./browser.js";

const axe = fileURLToPath(import.meta.resolve("axe-core"));
// In Redoc's menu, an entry shows a badge with the method, but its accessible name is the title only, which is what one would say.
const accepted = { "reference.html": ["label-content-name-mismatch"] };
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
    expect(await page.locator("nav[aria-label=Pages] a[aria-current=page]").getAttribute("href")).toBe(name);
    expect(wrong).toEqual([]);
    await page.close();
  });

  test("fits a phone without horizontal scrolling", async () => {
    const { page } = await browser.open(new URL(name, site), { viewport: { width: 390, height: 844 } });
    const widest = await page.evaluate(() => window.document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(390);
    await page.close();
  });

  test.each(["light", "dark"])(
    "is %s if the system is, without a serious accessibility problem",
    async (colorScheme) => {
      const { page } = await browser.open(new URL(name, site), { colorScheme });
      const [red] = (await page.evaluate(() => getComputedStyle(window.document.body).backgroundColor)).match(/\d+/g);
      expect(red < 128).toBe(colorScheme === "dark");
      if (name === "reference.html")
        for (const tag of ["Key sets", "Keys"]) await page.getByRole("menuitem", { name: tag, exact: true }).click();
      await page.addScriptTag({ path: axe });
      // A page from a file can't read its style sheet, which axe would preload for a rule that we don't need.
      const { violations } = await page.evaluate(() => window.axe.run({ preload: false, resultTypes: ["violations"] }));
      const serious = violations.filter(
        ({ id, impact }) => ["serious", "critical"].includes(impact) && !accepted[name]?.includes(id),
      );
      expect(
        serious.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
        ),
      ).toEqual([]);
      await page.close();
    },
  );
});

test("every link within the site leads to an existing page and place", async () => {
  const links = new Set();
  const places = new Set(
    ["openapi.json", "openapi.yaml", "openapi-3.1.json", "openapi-3.1.yaml"].filter((name) =>
      readFileSync(new URL(name, site)),
    ),
  );
  for (const name of pages) {
    const { page } = await browser.open(new URL(name, site));
    places.add(name);
    for (const id of await page.evaluate(() =>
      [...window.document.querySelectorAll("[id], [data-section-id]")].flatMap(({ id, dataset }) => [
        id,
        dataset.sectionId,
      ]),
    ))
      places.add(`${name}#${id}`);
    for (const link of await page.evaluate(() => [...window.document.links].map(({ href }) => href)))
      if (link.startsWith(site.href)) links.add(decodeURIComponent(link.slice(site.href.length)));
    await page.close();
  }
  expect(links.size).toBeGreaterThan(100);
  expect([...links].filter((link) => !places.has(link))).toEqual([]);
});

test("the header links each page to each other", async () => {
  const { page, wrong } = await browser.open(new URL(pages.at(-1), server.address));
  for (const name of pages) {
    await page.locator(`nav[aria-label=Pages] a[href="${name}"]`).click();
    await page.waitForURL(new URL(name, server.address).href);
  }
  expect(wrong).toEqual([]);
  await page.close();
});

test("getting started has one section of the README, and the guide has its own page, with all programs", async () => {
  const { page } = await browser.open(new URL("index.html", site));
  expect(await page.locator("h2").allTextContents()).toEqual(["Use it"]);
  const programs = await page.locator("code.language-ts").allTextContents();
  await page.goto(new URL("rotate-a-signing-key.html", site).href);
  programs.push(...(await page.locator("code.language-ts").allTextContents()));
  expect(programs.map((program) => program.trim())).toEqual(readmePrograms.map((program) => program.trim()));
  await page.close();
});

test("the page of the conflicts has every conflict, and the table of error codes has every code", async () => {
  const { conflicts } = await loadLedger();
  const { page } = await browser.open(new URL("conflicts.html", site));
  expect(await page.locator("h3 a[id]").evaluateAll((anchors) => anchors.map(({ id }) => id).sort())).toEqual(
    conflicts.map(({ id }) => id).sort(),
  );
  await page.goto(new URL("error-codes.html", site).href);
  expect(await page.locator("tr[id]").evaluateAll((rows) => rows.map(({ id }) => id))).toEqual(
    errorCodesOf(document).map(({ code }) => code),
  );
  await page.close();
});
