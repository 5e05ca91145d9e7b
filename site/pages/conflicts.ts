import { readFile } from "node:fs/promises";
import type { Conflict } from "../../scripts/conflicts/load.ts";
import { type Html, html } from "../html.ts";
import { conflictPath, operationPath } from "../links.ts";
import { headingHtml, renderMarkdown } from "../markdown.ts";
import { must } from "../must.ts";
import type { Page, SearchEntry } from "../page.ts";
import type { Site } from "../site.ts";

/** A list of all conflicts with filters, and a page for each conflict. */
export async function conflictPages(site: Site): Promise<Page[]> {
  const { groups, links } = site;
  const texts = textsOf(await readFile("generated/conflicts.md", "utf8"));
  const pages = groups.flatMap(({ conflicts }) =>
    conflicts.map((conflict): Page => {
      const { id, title } = conflict;
      const text = must(texts.get(id), `a text of the conflict ${id}`);
      return {
        path: conflictPath(id),
        title,
        description: conflict.contract.says.replaceAll("`", ""),
        part: "conflicts",
        menu: menu(site, id),
        main: html`<p class="trail"><a href="@/conflicts.html">Conflicts</a></p>
<h1>${inline(title)} ${badge(conflict)}</h1>
${renderMarkdown(text, links, "generated/conflicts.md").html}`,
        search: [searchEntry(conflict)],
      };
    }),
  );
  return [overview(site), ...pages];
}

function searchEntry({ id, title, contract, why, sources, evidence }: Conflict): SearchEntry {
  const said = [...sources, ...evidence].map(({ says }) => says);
  const text = [contract.says, why, ...said].join(" ").replaceAll("`", "");
  return { title: title.replaceAll("`", ""), kind: "Conflict", path: conflictPath(id), names: id, text };
}

/** The text of each conflict, by its ID, with the addresses that its links are short for. */
function textsOf(file: string): Map<string, string> {
  const [, ...texts] = file.split(/^### <a id="/m);
  const addresses = file.split("\n").filter((line) => /^\[.+\]: /.test(line));
  return new Map(
    texts.map((text) => {
      const [first = "", ...lines] = text.split("\n");
      const end = lines.findIndex((line) => /^(## |\[.+\]: )/.test(line));
      const own = (end < 0 ? lines : lines.slice(0, end)).join("\n");
      const used = addresses.filter((line) => own.includes(line.slice(0, line.indexOf("]: ") + 1)));
      return [first.slice(0, first.indexOf('"')), `${own}\n\n${used.join("\n")}`];
    }),
  );
}

function overview(site: Site): Page {
  const { groups, operations, affectedBy } = site;
  const row = (conflict: Conflict): Html => {
    const affected = affectedBy(conflict);
    const isAll = affected.length === operations.length;
    return html`<li id="${conflict.id}" data-operations="${affected.join(" ")}" data-sureness="${conflict.sureness}">
<a href="@/${conflictPath(conflict.id)}">${inline(conflict.title)}</a> ${badge(conflict)}
<p>${inline(conflict.contract.says)}</p>
<p class="small">${isAll ? "All operations" : affected.map((id) => html`<a href="@/${operationPath(id)}">${id}</a>`)}</p>
</li>`;
  };
  return {
    path: "conflicts.html",
    title: "Where the sources conflict",
    description:
      "Where Microsoft's pages about policy keys contradict each other or the live service, and what you can rely on.",
    part: "conflicts",
    menu: menu(site),
    main: html`<h1>Where the sources conflict</h1>
<p>Microsoft's sources about policy keys contradict each other: the pages, the standards, the SDKs, and the live service. Each entry says what you can rely on.</p>
<ul><li>${badge({ sureness: "documented" })} A page, a standard, or a list of error codes from Microsoft says so.</li>
<li>${badge({ sureness: "observed" })} People saw the live service do it and reported it in public, or Microsoft says so outside the API pages.</li>
<li>${badge({ sureness: "assumed" })} No source says so. It follows from the other sources.</li></ul>
<form class="filter" data-filter="conflicts" hidden>
<label>Operation <select name="operation"><option value="">Any</option>${operations.map(({ id }) => html`<option>${id}</option>`)}</select></label>
<label>Sureness <select name="sureness"><option value="">Any</option><option>documented</option><option>observed</option><option>assumed</option></select></label>
<output></output>
</form>
<div id="conflicts">${groups.map(
      ({ title, conflicts }) =>
        html`<section>${headingHtml(2, groupId(title), title)}<ul class="list">${conflicts.map(row)}</ul></section>`,
    )}</div>`,
  };
}

function menu(site: Site, here?: string): Html {
  return html`<p><a href="@/conflicts.html"${!here && html` aria-current="page"`}>All conflicts</a></p>${site.groups.map(
    ({ title, conflicts }) => html`<details${(!here || conflicts.some(({ id }) => id === here)) && html` open`}>
<summary>${title}</summary>
<ul>${conflicts.map(
      ({ id, title }) =>
        html`<li><a href="@/${conflictPath(id)}"${id === here && html` aria-current="page"`}>${title.replaceAll("`", "")}</a></li>`,
    )}</ul></details>`,
  )}`;
}

const groupId = (title: string): string => title.toLowerCase().replaceAll(" ", "-");

/** How sure the decision of a conflict is. */
export const badge = ({ sureness }: Pick<Conflict, "sureness">): Html =>
  html`<span class="badge ${sureness}">${sureness}</span>`;

/** A line of Markdown without links to operations, as it's part of a link or a heading. */
const inline = (text: string): Html =>
  html`${text.split("`").map((part, i) => (i % 2 ? html`<code>${part}</code>` : part))}`;
