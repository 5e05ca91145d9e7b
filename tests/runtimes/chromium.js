// Runs the bundle in a page of another origin than the service's, and prints what the page prints.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const [page, bundle, executablePath] = process.argv.slice(2);
if (!existsSync(executablePath)) {
  console.error(`There is no Chromium at ${executablePath}. Install it (apt-get install -y chromium), or name another in the variable CHROMIUM.`);
  process.exit(1);
}
const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", ...quiet] });
const tab = await browser.newPage();
tab.on("pageerror", (error) => {
  throw error;
});
await tab.goto(page);
const printed = tab.waitForEvent("console", (message) => message.type() === "log");
await tab.addScriptTag({ path: bundle });
console.log((await printed).text());
await browser.close();
