import { readFile } from "node:fs/promises";
import { html } from "../html.ts";
import { renderMarkdown, type Section } from "../markdown.ts";
import { must } from "../must.ts";
import type { Page, SearchEntry } from "../page.ts";
import type { Site } from "../site.ts";

/** The guides: each file of docs/, and the generated pages that they refer to. */
export async function guidePages({ guides, links }: Site): Promise<Page[]> {
  const rendered = await Promise.all(
    guides.map(async (file) => {
      const text = await readFile(file, "utf8");
      const { html: content, sections } = renderMarkdown(text, links, file);
      const title = must(sections[0], `a heading in ${file}`).title;
      return { path: must(links.files.get(file), file), title, content, sections, description: summaryOf(sections) };
    }),
  );
  const menuAt = (here: string) =>
    html`<p>Guides</p><ul>${rendered.map(
      ({ path, title }) =>
        html`<li><a href="@/${path}"${path === here && html` aria-current="page"`}>${title}</a></li>`,
    )}</ul>`;
  const overview: Page = {
    path: "guides.html",
    title: "Guides",
    description: "How policy keys work, how to call the API, to rotate keys, to test without a tenant, and to publish.",
    part: "guides",
    menu: menuAt("guides.html"),
    main: html`<h1>Guides</h1><ul class="list">${rendered.map(
      ({ path, title, description }) => html`<li><a href="@/${path}">${title}</a><p>${description}</p></li>`,
    )}</ul>`,
  };
  const pages = rendered.map(({ path, title, content, sections, description }): Page => {
    const page = { path, title, description, part: "guides" as const, menu: menuAt(path), headings: sections };
    return { ...page, main: content, search: sections.map((section) => entry(section, path, title)) };
  });
  return [overview, ...pages];
}

const entry = ({ id, title, depth, text }: Section, path: string, guide: string): SearchEntry => ({
  title: depth === 1 ? title : `${guide}: ${title}`,
  kind: "Guide",
  path: depth === 1 ? path : `${path}#${id}`,
  names: "",
  text,
});

/** The first sentence of a guide. */
function summaryOf(sections: Section[]): string {
  const text = (sections[0]?.text ?? "").replace(/\s+/g, " ").trim();
  return text.match(/^.*?[.:](?=\s|$)/)?.[0].replace(/:$/, ".") ?? text;
}
