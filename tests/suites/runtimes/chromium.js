// Runs the bundle in a page of another origin than the service's, and prints what the page prints.
import { chromium } from "playwright-core";
import { launchOptions } from "../../support/chromium.js";

const [page, bundle, executablePath] = process.argv.slice(2);
const browser = await chromium.launch(launchOptions(executablePath));
const tab = await browser.newPage();
tab.on("pageerror", (error) => {
  throw error;
});
await tab.goto(page);
const printed = tab.waitForEvent("console", (message) => message.type() === "log");
await tab.addScriptTag({ path: bundle });
console.log((await printed).text());
await browser.close();
