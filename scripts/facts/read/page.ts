import { isMap, parseDocument } from "yaml";
import type { Facts } from "../facts.ts";
import { checkAnnotations, readExamples, readJsonRepresentations } from "./examples.ts";
import { readLinks } from "./links.ts";
import { type FindInclude, isCode, isParagraph, isSnippet, type Page, readMarkdown, textOf } from "./markdown.ts";
import { some } from "./names.ts";
import type { Note, Problem } from "./notes.ts";
import { readNationalClouds, readPermissions, readRoles } from "./permissions.ts";
import { readBody, readHeaderRows, readParameters, readRequestLines } from "./request.ts";
import { readMembers, readMethods, readPropertySection } from "./resource.ts";
import { readResponseSection } from "./response.ts";
import { type SectionName, type Sections, sectionsOf } from "./sections.ts";
import { captionOf, isPropertyTable } from "./tables.ts";

/** A page's facts with the notes on it, or what keeps it from being read. */
export type Reading =
  | { facts: Facts; notes: Note[]; problems?: never }
  | { facts?: never; notes?: never; problems: Problem[] };

/** Where a page comes from. */
export interface PageSource {
  /** The name of its facts file. */
  page: string;
  source: string;
  findInclude?: FindInclude;
}

/** Reads one documentation page. The same page gives the same facts, whatever its line ends. */
export function readPage(text: string, { page: name, source, findInclude = () => null }: PageSource): Reading {
  const page = readMarkdown(normalize(text), (path) => {
    const included = findInclude(path);
    return included === null ? null : normalize(included);
  });
  const { docType, facts: frontMatter } = readFrontMatter(page);
  const sections = sectionsOf(page);
  const kind = kindOf(page, sections, docType);
  if (kind === null) {
    page.notes.problem(
      1,
      'no Graph reference page; expected a page of an API ("HTTP request"), a resource ("Properties", "JSON representation") or an enum ("Member")',
    );
  }
  const title = page.headings.find(({ depth }) => depth === 1);
  if (!title) page.notes.problem(1, "the page has no title; expected a heading of level 1");
  if (kind === null || !title) return { problems: page.notes.problems() };

  noteMissingIncludes(page, sections);
  const requestLines = readRequestLines(page, sections);
  if (kind === "api" && sections.heading("requestLines") === undefined)
    page.notes.important(title.line, "the page has no section HTTP request");
  if (kind === "api" && sections.heading("response") === undefined)
    page.notes.important(title.line, "the page has no section Response");
  const facts: Facts = {
    page: name,
    source,
    kind,
    ...some("frontMatter", frontMatter),
    title: title.text,
    ...some("namespace", readNamespace(page)),
    ...some("nationalClouds", readNationalClouds(page, sections)),
    ...some("includes", readIncludes(page)),
    ...some("permissions", readPermissions(page, sections)),
    ...some("roles", readRoles(page, sections)),
    ...some("requestLines", requestLines),
    ...some("headers", readHeaderRows(page, sections)),
    ...some("parameters", readParameters(page, sections, requestLines)),
    ...some("body", readBody(page, sections)),
    ...some("response", readResponseSection(page, sections)),
    ...readLinksOf(page, kind),
    ...some("properties", readPropertySection(page, sections, "properties")),
    ...some("relationships", readPropertySection(page, sections, "relationships")),
    ...some("methods", readMethods(page, sections)),
    ...some("members", readMembers(page, sections, kind === "enum")),
    ...some("jsonRepresentations", readJsonRepresentations(page, sections)),
    ...some("examples", readExamples(page, sections)),
  };
  checkAnnotations(page);
  noteUnreadTables(page, sections);
  noteFrontMatter(page, docType, kind);
  const problems = page.notes.problems();
  if (problems.length > 0) return { problems };
  const notes = page.notes.notes();
  return { facts: { ...facts, ...some("notes", notesOf(notes)) }, notes };
}

function normalize(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** The texts of the notes by grade, each once. */
function notesOf(notes: Note[]): Facts["notes"] {
  const texts = (grade: Note["grade"]): string[] => [
    ...new Set(notes.filter((note) => note.grade === grade).map(({ text }) => text)),
  ];
  return { ...some("important", texts("important")), ...some("harmless", texts("harmless")) };
}

function readLinksOf(page: Page, kind: Facts["kind"]): Pick<Facts, "resources" | "links"> {
  const { resources, links } = readLinks(page.blocks, kind !== "api");
  return { ...some("resources", resources), ...some("links", links) };
}

interface FrontMatter {
  docType: string;
  facts: Record<string, string>;
}

function readFrontMatter(page: Page): FrontMatter {
  const { line, yaml } = page.frontMatter ?? { line: 1, yaml: "" };
  const document = parseDocument(yaml, { schema: "failsafe" }); // every value as it is written
  for (const { pos, message } of document.errors) {
    const at = line + yaml.slice(0, pos[0]).split("\n").length - 1;
    const [first = ""] = message.split("\n");
    const why = first.replace(/ at line.*$/s, "");
    page.notes.problem(at, `the front matter isn't YAML (${why}); expected "key: value" lines`);
  }
  const { contents } = document;
  if (document.errors.length === 0 && contents !== null && !isMap(contents))
    page.notes.problem(line, `the front matter isn't a mapping; expected "key: value" lines`);
  // Only the keys that are read are looked at: another may hold what YAML cannot resolve, such as a bare *name*.
  const text = (key: string): string | null => {
    const value = isMap(contents) ? contents.get(key) : undefined;
    return typeof value === "string" ? value : null;
  };
  const stub = (key: string): boolean => /^$|\bTODO\b/.test(text(key) ?? "x");
  const keys = ["title", "doc_type", "ms.date", "ms.prod", "ms.subservice", ...(stub("author") ? ["author"] : [])];
  const facts = Object.fromEntries(keys.flatMap((key) => (text(key) === null ? [] : [[key, text(key) ?? ""]])));
  return { docType: text("doc_type") ?? "", facts };
}

/** What a page is: its content decides, then its front matter, then its title. */
function kindOf(page: Page, sections: Sections, docType: string): Facts["kind"] | null {
  const title = page.headings[0]?.text ?? "";
  if (/^conceptual/i.test(docType)) return null;
  const has = (name: SectionName): boolean => sections.heading(name) !== undefined;
  const isApi = has("requestLines") || (has("response") && (has("headers") || has("body")));
  const shapes = page.blocks.filter(isCode).map(({ annotation }) => String(annotation?.blockType).toLowerCase());
  const described = sections.blocks("properties").some((block) => block.type === "table" && isPropertyTable(block));
  const hasMethods = sections.blocks("methods").some(({ type }) => type === "table");
  const isResource = described || shapes.includes("resource") || has("json") || hasMethods;
  const hasTable = page.blocks.some(({ type }) => type === "table");
  if (!isApi && hasTable && (/^enum/i.test(docType) || /\benum(?:eration)?(?: type| values)?$/i.test(title)))
    return "enum";
  if (isApi && isResource)
    return /^resource/i.test(docType) || /\bresource(?: type)?$/i.test(title) ? "resource" : "api";
  if (isApi) return "api";
  if (isResource) return "resource";
  if (/^api/i.test(docType) && (shapes.includes("request") || has("response"))) return "api";
  return /^resource/i.test(docType) && hasTable ? "resource" : null;
}

function noteFrontMatter(page: Page, docType: string, kind: Facts["kind"]): void {
  const [, said] = /^(api|resource|enum)/i.exec(docType) ?? [];
  if (said !== undefined && said.toLowerCase() !== kind)
    page.notes.important(
      page.frontMatter?.line ?? 1,
      `the front matter says ${docType}, the content is that of kind ${kind}`,
    );
}

function readNamespace(page: Page): string | null {
  for (const { content, include } of page.blocks.filter(isParagraph)) {
    const [, value] = /^Namespace:\s*([\w.]*\w)/i.exec(textOf(content)) ?? [];
    if (value && include === undefined) return value;
  }
  return null;
}

/** The INCLUDE directives of the page itself, without those of language snippets. */
function readIncludes(page: Page): Record<string, string> {
  const includes = page.blocks
    .filter(isParagraph)
    .filter(({ include }) => include === undefined)
    .flatMap((block) => block.includes)
    .filter((include) => !isSnippet(include));
  const paths = new Map<string, Set<string>>();
  for (const { label, path } of includes) paths.set(label, (paths.get(label) ?? new Set()).add(path));
  return Object.fromEntries(
    [...paths].flatMap(([label, all]) => [...all].map((path, at) => [at === 0 ? label : `${label} (${at + 1})`, path])),
  );
}

/** Notes the included texts that a section needs and that were not found. */
function noteMissingIncludes(page: Page, sections: Sections): void {
  for (const block of page.blocks.filter(isParagraph)) {
    const section = sections.nameOf(block);
    if (section === null || section === "examples" || section === "more") continue;
    for (const include of block.includes) {
      if (include.found || isSnippet(include)) continue;
      page.notes.important(block.line, `the included text ${include.path} was not found, so nothing of it is read`);
    }
  }
}

/** Notes the tables that nothing was read from. */
function noteUnreadTables(page: Page, sections: Sections): void {
  for (const table of sections.unread()) {
    const section = sections.nameOf(table);
    const caption = captionOf(table) || (page.headings[0]?.text ?? "");
    const text = `the table of "${table.columns[0] ?? ""}" under "${caption}" isn't read`;
    if (section === "examples" || section === "more") page.notes.harmless(table.line, text);
    else page.notes.important(table.line, text);
  }
  for (const { content, line, under } of page.blocks.filter(isParagraph)) {
    if (/^\s*\|.*\|.*\|\s*$/m.test(content.source))
      page.notes.important(
        line,
        `lines under "${under.at(-1)?.text ?? ""}" look like a table and are none: the delimiter row is missing or too short`,
      );
  }
}
