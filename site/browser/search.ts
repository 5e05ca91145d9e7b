import MiniSearch from "minisearch";
import { stemmer } from "stemmer";
import type { SearchEntry } from "../page.ts";

declare const searchEntries: SearchEntry[];

const root = document.body.dataset.root ?? "";
const shown = 30;
/** Who searches wants to do something first, and to know why later. */
const weights: Record<string, number> = { Operation: 1.5, Guide: 1.2 };
const index = new MiniSearch<SearchEntry & { id: number }>({
  fields: ["title", "names", "text"],
  processTerm: (term) => stemmer(term.toLowerCase()),
  searchOptions: {
    prefix: true,
    fuzzy: 0.2,
    combineWith: "AND",
    boost: { title: 4, names: 8 },
    boostDocument: (id) => weights[searchEntries[id]?.kind ?? ""] ?? 1,
  },
});
index.addAll(searchEntries.map((entry, id) => ({ ...entry, id })));

const field = document.querySelector<HTMLInputElement>("form[role=search] input");
const list = document.getElementById("results");
const found = document.getElementById("found");

/** Shows what the field's words find, the best first, with the text around the first of them. */
function show(): void {
  const query = field?.value.trim() ?? "";
  const results = index.search(query);
  if (found) found.textContent = summarize(query, results.length);
  list?.replaceChildren(
    ...results.slice(0, shown).flatMap(({ id, terms }) => {
      const entry = searchEntries[id];
      return entry ? [resultOf(entry, terms)] : [];
    }),
  );
  history.replaceState(undefined, "", `${location.pathname}${query && `?${new URLSearchParams({ q: query })}`}`);
}

function summarize(query: string, count: number): string {
  if (!query) return "Search for an operation, a permission, an error code, or words.";
  if (count === 0) return `Nothing found for “${query}”.`;
  return `${count} found${count > shown ? `, the best ${shown} shown` : ""}.`;
}

function resultOf({ title, kind, path, text }: SearchEntry, terms: string[]): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${root}${path}`;
  link.textContent = title;
  const mark = document.createElement("span");
  mark.className = "badge";
  mark.textContent = kind;
  const excerpt = document.createElement("p");
  excerpt.textContent = excerptOf(text, terms);
  item.append(link, " ", mark, excerpt);
  return item;
}

function excerptOf(text: string, terms: string[]): string {
  const plain = text.replaceAll("`", "").replaceAll(/\s+/g, " ").trim();
  const at = Math.max(0, ...terms.map((term) => plain.toLowerCase().indexOf(term)));
  const start = at < 80 ? 0 : plain.indexOf(" ", at - 60) + 1;
  const end = plain.lastIndexOf(" ", start + 220);
  if (plain.length <= start + 220) return `${start > 0 ? "… " : ""}${plain.slice(start)}`;
  return `${start > 0 ? "… " : ""}${plain.slice(start, end)} …`;
}

if (field) {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", show);
  field.form?.addEventListener("submit", (event) => event.preventDefault());
  field.focus();
  show();
}
