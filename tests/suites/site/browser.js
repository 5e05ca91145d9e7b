import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { launchOptions } from "../../support/chromium.js";

export const site = new URL("../../../site/dist/", import.meta.url);
export const pages = [
  "index.html",
  "rotate-a-signing-key.html",
  "reference.html",
  "conflicts.html",
  "error-codes.html",
];

/** Starts Chromium. Its pages have a list of what goes wrong: errors, warnings, and requests to other hosts, which are blocked. */
export async function launch() {
  const browser = await chromium.launch(launchOptions());
  return {
    close: () => browser.close(),
    async open(address, settings = {}) {
      const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, ...settings });
      const wrong = [];
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
      page.on("pageerror", (error) => wrong.push(error.message));
      await page.route(/^(?!file:|data:|blob:|http:\/\/127\.0\.0\.1)/, (route) => {
        wrong.push(`requests ${route.request().url()}`);
        return route.abort();
      });
      await page.goto(String(address));
      await page.locator("h1").first().waitFor();
      return { page, wrong };
    },
  };
}

/** A static host with the site in a folder. */
export async function host() {
  const types = {
    html: "text/html",
    css: "text/css",
    js: "text/javascript",
    json: "application/json",
    yaml: "application/yaml",
  };
  const server = createServer(async ({ url }, response) => {
    const name = new URL(url, "http://127.0.0.1").pathname.replace("/site/", "");
    const content = await readFile(new URL(name, site)).catch(() => undefined);
    response
      .writeHead(content ? 200 : 404, { "Content-Type": types[name.split(".").at(-1)] ?? "text/plain" })
      .end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: new URL(`http://127.0.0.1:${server.address().port}/site/`), close: () => server.close() };
}
