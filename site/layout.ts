import { html } from "./html.ts";
import { type Page, parts } from "./page.ts";

interface Settings {
  version: string;
  /** The address that the site will have, with a slash at its end. */
  baseUrl: string | undefined;
}

/** A page as a file: with its head, the header and the footer of all pages, its menu, and its contents. */
export function layout(page: Page, { version, baseUrl }: Settings): string {
  const { path, title, description, part, menu, headings = [], scripts = [] } = page;
  const contents = headings.filter(({ depth }) => depth === 2 || depth === 3);
  const text = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${path === "index.html" ? title : `${title} · trustframework-keysets`}</title>
<meta name="description" content="${description}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="website">
${
  baseUrl !== undefined &&
  html`<link rel="canonical" href="${baseUrl}${path}">
<meta property="og:url" content="${baseUrl}${path}">
<meta property="og:image" content="${baseUrl}social.png">
<meta name="twitter:card" content="summary_large_image">`
}
<link rel="icon" href="@/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="@/style.css">
<script src="@/site.js" defer></script>
${scripts.map((name) => html`<script src="@/${name}" defer></script>`)}
</head>
<body data-root="@/">
<a class="skip" href="#main">Skip to content</a>
<header>
<a class="brand" href="@/index.html"><img src="@/favicon.svg" alt="" width="24" height="24"> trustframework-keysets</a>
<nav aria-label="Pages">
${Object.entries(parts).map(
  ([name, { title, path }]) => html`<a href="@/${path}"${name === part && html` aria-current="true"`}>${title}</a>`,
)}
</nav>
<form role="search" action="@/search.html"><input type="search" name="q" aria-label="Search" placeholder="Search"></form>
</header>
<div class="page${menu ? " with-menu" : ""}${contents.length > 1 ? " with-contents" : ""}">
${menu && html`<details class="menu" open><summary>Menu</summary><nav aria-label="Menu">${menu}</nav></details>`}
<main id="main" tabindex="-1">
<p class="notice" id="old-version" hidden></p>
${page.main}
</main>
${
  contents.length > 1 &&
  html`<nav class="contents" aria-label="On this page"><p>On this page</p><ul>${contents.map(
    ({ id, title, depth }) => html`<li class="depth-${depth}"><a href="#${id}">${title}</a></li>`,
  )}</ul></nav>`
}
</div>
<footer>
<p>Version ${version} · <a href="@/versions.html">All versions</a> · <a href="@/openapi.json">openapi.json</a> · <a href="@/openapi.yaml">openapi.yaml</a> · <a href="@/llms.txt">llms.txt</a></p>
<p>Microsoft Graph beta isn't supported in production. This project isn't affiliated with Microsoft.</p>
</footer>
</body>
</html>
`.text;
  return text.replaceAll('="@/', `="${rootFrom(path, baseUrl)}`);
}

/** The way from a page to the root. A host shows 404.html at any depth, so it needs the complete address. */
const rootFrom = (path: string, baseUrl: string | undefined): string =>
  (path === "404.html" && baseUrl) || "../".repeat(path.split("/").length - 1);
