import { html } from "../html.ts";
import type { Page } from "../page.ts";

export const searchPage: Page = {
  path: "search.html",
  title: "Search",
  description: "Search operations, permissions, error codes, conflicts, and guides.",
  main: html`<h1>Search</h1>
<noscript><p>The search needs JavaScript. Without it, start with the <a href="@/reference.html">reference</a>, the <a href="@/error-codes.html">error codes</a>, or the <a href="@/guides.html">guides</a>.</p></noscript>
<output id="found"></output>
<ol class="list" id="results"></ol>`,
  scripts: ["search-index.js", "search.js"],
};

export const notFoundPage: Page = {
  path: "404.html",
  title: "Page not found",
  description: "This page doesn't exist.",
  main: html`<h1>Page not found</h1>
<p>This address doesn't exist, or not in this version. Start with the <a href="@/index.html">first page</a> or the <a href="@/reference.html">reference</a>, or search.</p>`,
};

/** The released versions. Each has a copy of the site and of the documents. */
export const versionsPage = (versions: string[]): Page => ({
  path: "versions.html",
  title: "Versions",
  description: "The released versions of the OpenAPI document, each with its reference.",
  main: html`<h1>Versions</h1>
<p>The addresses at the root always have the newest version. These addresses stay as they are. <a href="@/versions.json">versions.json</a> is the list for programs.</p>
<ul class="list">${versions.map(
    (version) =>
      html`<li><a href="@/v/${version}/index.html">${version}</a> <p class="small">${documents.map((name) => html`<a href="@/v/${version}/${name}">${name}</a>`)}</p></li>`,
  )}</ul>`,
});

export const documents = ["openapi.json", "openapi.yaml", "openapi-3.1.json", "openapi-3.1.yaml"];
