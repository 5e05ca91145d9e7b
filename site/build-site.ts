// Builds the site: the API reference and the pages about it, which work offline, from files or from any static host.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import packageJson from "../package.json" with { type: "json" };
import { namesIn } from "../scripts/lib/run-cli.ts";
import { layout } from "./layout.ts";
import { llmsTxt } from "./llms.ts";
import type { Page } from "./page.ts";
import { conflictPages } from "./pages/conflicts.ts";
import { errorCodesPage } from "./pages/error-codes.ts";
import { guidePages } from "./pages/guides.ts";
import { homePage } from "./pages/home.ts";
import { documents, notFoundPage, searchPage, versionsPage } from "./pages/other.ts";
import { referencePages, sourcesPage } from "./pages/reference.ts";
import { loadSite, type Site } from "./site.ts";

/** What the command is asked for: where to write, the address of the site, and the released versions, the newest first. */
export interface SiteOptions {
  out: string;
  "base-url"?: string | undefined;
  versions?: string[] | undefined;
}

/** Writes the site into a folder, whose content is deleted first. */
export async function buildSite({ out, "base-url": address, versions: given }: SiteOptions): Promise<void> {
  const baseUrl = address?.replace(/\/*$/, "/");
  const released = namesIn(given);
  const versions = released.length > 0 ? released : [packageJson.version];
  const site = await loadSite();
  const pages = await pagesOf(site, versions);
  await rm(out, { recursive: true, force: true });
  for (const page of pages) await write(page.path, layout(page, { version: packageJson.version, baseUrl }));
  await write("search-index.js", `searchEntries = ${JSON.stringify(pages.flatMap(({ search = [] }) => search))};`);
  await write("versions.json", `${JSON.stringify(versionList(versions), undefined, 2)}\n`);
  await write("llms.txt", llmsTxt(pages, baseUrl));
  await write(".nojekyll", "");
  if (baseUrl) await write("sitemap.xml", sitemap(pages, baseUrl));
  await copyFiles(site, out);

  async function write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), content);
  }
}

async function pagesOf(site: Site, versions: string[]): Promise<Page[]> {
  return [
    homePage(site),
    ...(await guidePages(site)),
    ...referencePages(site),
    sourcesPage(site, await readFile("generated/sources.md", "utf8")),
    ...(await conflictPages(site)),
    errorCodesPage(site),
    searchPage,
    versionsPage(versions),
    notFoundPage,
  ];
}

function versionList(versions: string[]): object {
  return { latest: versions[0], versions: versions.map((version) => ({ version, path: `v/${version}/` })) };
}

function sitemap(pages: Page[], baseUrl: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages
  .filter(({ path }) => path !== "404.html")
  .map(({ path }) => `<url><loc>${baseUrl}${path}</loc></url>`)
  .join("\n")}
</urlset>
`;
}

/** Copies the documents, what guides and sources link to, and the pictures, and bundles what runs in the browser. */
async function copyFiles({ links }: Site, out: string): Promise<void> {
  for (const name of documents) await cp(`generated/${name}`, join(out, name));
  for (const name of ["conflicts.md", "error-codes.md"]) await cp(`generated/${name}`, join(out, name));
  for (const [file, path] of links.files) if (!path.includes(".html")) await cp(file, join(out, path));
  await cp("site/assets", out, { recursive: true });
  const entryPoints = ["site/browser/site.ts", "site/browser/search.ts"];
  await build({ entryPoints, bundle: true, minify: true, format: "iife", target: "es2022", outdir: out });
}
