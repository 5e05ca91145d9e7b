import type { PhrasingContent, RootContent } from "mdast";
import { type Operation, operationsOf } from "../contract/operations.ts";
import type { AuditInput } from "../facts/check/audit-input.ts";
import { type Element, elementsOf } from "../facts/check/elements.ts";
import { allClaims } from "../facts/check/run-audit.ts";
import { createFindSources, type Source } from "../facts/check/sources.ts";
import { factsFile } from "../facts/locate.ts";
import { pointerSegments } from "../lib/json-pointer.ts";
import { linkTo, markdown, paragraph, phrases, table } from "./markdown.ts";

const introduction = [
  "Every element of the contract has a source: a fact of Microsoft's documentation, a conflict that decides it, or a convention of",
  "Microsoft Graph or a standard. This page lists them all. The build fails for an element without a source.",
].join(" ");

const howSure = [
  "Sureness is `documented` for a fact and for a convention. For a conflict, it is the sureness of the decision: `documented`,",
  "`observed`, or `assumed`. An element with several sources has the surest one, and the number of the others.",
].join(" ");

/** The source of sources.md: each element of the contract with what it rests on. */
export function sourcesPage(input: AuditInput): string {
  const { document } = input;
  const sourcesOf = createFindSources(input, allClaims(input));
  const rows = elementsOf(document).map((element) => ({ element, sources: sourcesOf(element) }));
  const operations = operationsOf(document);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groupOf(row.element, operations);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return markdown({
    type: "root",
    children: [
      { type: "html", value: '<!-- Generated from spec/ by "npm run generate". Do not edit. -->' },
      heading(1, "What each element of the contract rests on"),
      paragraph(...phrases(introduction)),
      paragraph(...phrases(howSure)),
      heading(2, "Overview"),
      countsTable(rows),
      ...[...groups].flatMap(([group, rows]) => [heading(2, group), rowsTable(rows)]),
    ],
  });
}

interface Row {
  element: Element;
  sources: Source[];
}

/** The number of elements by kind of source. */
function countsTable(rows: Row[]): RootContent {
  const kinds: [by: Source["by"], label: string][] = [
    ["fact", "A fact"],
    ["conflict", "A conflict"],
    ["convention", "A convention"],
  ];
  const count = (by: Source["by"]): number => rows.filter(({ sources }) => sources[0]?.by === by).length;
  return table([
    ["Rests first of all on", "Elements"].map(phrases),
    ...kinds.map(([by, label]) => [label, String(count(by))].map(phrases)),
  ]);
}

const rowsTable = (rows: Row[]): RootContent =>
  table([
    ["Element", "Rests on", "Sureness"].map(phrases),
    ...rows.map(({ element, sources }) => [phrases(labelOf(element)), restsOn(sources), phrases(surenessOf(sources))]),
  ]);

function restsOn([first, ...others]: Source[]): PhrasingContent[] {
  if (!first) return phrases("nothing");
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return [linkTo(addressOf(first), nameOf(first)), ...phrases(more)];
}

/** The address from the folder of generated files. */
function addressOf(source: Source): string {
  if (source.by === "convention") return source.reference;
  if (source.by === "conflict") return `conflicts.md#${source.conflict.id}`;
  const path = factsFile(source.file);
  return path.startsWith("../") ? `../spec/facts/${path.slice("../".length)}` : `../spec/facts/pages/${path}`;
}

function nameOf(source: Source): string {
  if (source.by === "fact") return `${source.file}: ${factLabel(source.at)}`;
  return source.by === "conflict" ? source.conflict.title : source.id;
}

const factLabel = (at: string): string => `\`${pointerSegments(at.split("#")[0] ?? "").join(" › ") || "page"}\``;

const surenessOf = ([first]: Source[]): string => (first?.by === "conflict" ? first.conflict.sureness : "documented");

const heading = (depth: 1 | 2, title: string): RootContent => ({ type: "heading", depth, children: phrases(title) });

/** The operation, or the part that operations share. */
function groupOf({ pointer }: Element, operations: Operation[]): string {
  const operation = operations.find(
    (candidate) => pointer === candidate.pointer || pointer.startsWith(`${candidate.pointer}/`),
  );
  if (operation) return `\`${operation.id}\``;
  const [first = "", section = "", name = ""] = pointerSegments(pointer);
  if (first !== "components") return "The API";
  const kinds: Record<string, string> = {
    schemas: "Schema",
    headers: "Header",
    responses: "Response",
    securitySchemes: "Sign-in",
  };
  return `${kinds[section] ?? section} \`${name}\``;
}

/** The kind of an element, its place within its group, and its value. */
function labelOf({ kind, pointer, name, value }: Element): string {
  const segments = pointerSegments(pointer);
  const inside = segments.slice(segments[0] === "components" || segments[0] === "paths" ? 3 : 0);
  const isItem = value !== undefined && /^\d+$/.test(inside.at(-1) ?? "");
  const place = (isItem ? inside.slice(0, -1) : inside).filter(
    (segment) => !["properties", "schema", "items"].includes(segment),
  );
  const stated = value !== undefined && !["parameter", "link", "operation"].includes(kind) ? String(value) : "";
  const words = [place.join(" › "), stated && stated !== place.at(-1) ? stated : ""].filter(Boolean);
  const text = kind === "parameter" ? name : words.join(" = ");
  return `${kind}: \`${text || name}\``;
}
