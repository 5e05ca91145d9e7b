import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { launchOptions } from "../../support/chromium.js";

export const site = new URL("../../../site/dist/", import.meta.url);

/** Every page of the site, from its root. */
export const allPages = readdirSync(site, { recursive: true })
  .filter((name) => name.endsWith(".html"))
  .sort();

/** One page of each kind, and those with the most on them. */
export const pages = [
  "index.html",
  "guides.html",
  "guides/policy-keys.html",
  "guides/rotate-a-signing-key.html",
  "reference.html",
  "reference/createKeySet.html",
  "reference/updateKeyStatus.html",
  "sources.html",
  "conflicts.html",
  "conflicts/pkcs12-encryption.html",
  "error-codes.html",
  "search.html?q=rotate",
  "versions.html",
];

export const textOf = (name) => readFileSync(new URL(name, site), "utf8");

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
      return { page, wrong };
    },
  };
}

const types = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
  yaml: "application/yaml",
};

/** A static host with the site in the folder /site/, as a first version in /site/v/1.0.0/, and with its own page for what is missing. */
export async function host() {
  const server = createServer(async ({ url }, response) => {
    const name = new URL(url, "http://127.0.0.1").pathname.replace(/^\/site\/(v\/1\.0\.0\/)?/, "");
    const content = await readFile(new URL(name, site)).catch(() => undefined);
    response
      .writeHead(content ? 200 : 404, { "Content-Type": types[name.split(".").at(-1)] ?? "text/plain" })
      .end(content ?? textOf("404.html"));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: new URL(`http://127.0.0.1:${server.address().port}/site/`), close: () => server.close() };
}
