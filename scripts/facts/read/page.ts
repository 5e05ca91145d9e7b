import { isMap, parseDocument } from "yaml";
import type { Facts, Said } from "../facts.ts";
import { readExamples, readJsonRepresentations } from "./examples.ts";
import { readResourceLinks } from "./links.ts";
import { isParagraph, lineAt, type Page, type Problem, readMarkdown, sourceOf, textOf } from "./markdown.ts";
import {
  readBody,
  readHeaderRows,
  readIncludes,
  readMembers,
  readMethods,
  readParameters,
  readPermissions,
  readPropertySection,
  readRequestLines,
  readResponseSection,
} from "./sections.ts";

/** A page's facts, or what keeps it from being read. */
export type Reading = { facts: Facts; problems?: never } | { facts?: never; problems: Problem[] };

/** Reads one documentation page. The same page gives the same facts, whatever its line ends. */
export function readPage(stem: string, source: string, text: string): Reading {
  const page = readMarkdown(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  const values = readFrontMatter(page);
  const kind = kindOf(page, values);
  if (kind === null) {
    page.problems.push({
      line: 1,
      text: 'no Graph reference page; expected a page of an API ("HTTP request"), a resource ("Properties", "JSON representation") or an enum ("Member")',
    });
  }
  const title = page.headings.find(({ depth }) => depth === 1);
  if (!title) page.problems.push({ line: 1, text: "the page has no title; expected a heading of level 1" });
  if (kind === null || !title) return { problems: inOrder(page.problems) };

  const facts: Facts = {
    page: stem,
    source,
    kind,
    ...some(
      "frontMatter",
      page.frontMatter && Object.keys(values.facts).length > 0
        ? { line: page.frontMatter.line, values: values.facts }
        : null,
    ),
    title: { line: title.line, value: title.text },
    ...some("namespace", readNamespace(page)),
    ...some("nationalClouds", readNationalClouds(page)),
    ...some("includes", readIncludes(page)),
    ...some("permissions", readPermissions(page)),
    ...(kind === "api" && {
      ...some("requestLines", readRequestLines(page)),
      ...some("headers", readHeaderRows(page)),
      ...some("parameters", readParameters(page)),
      ...some("body", readBody(page)),
      ...some("response", readResponseSection(page)),
    }),
    ...some("resources", readResourceLinks(page, kind !== "api")),
    ...(kind === "resource" && {
      ...some("properties", readPropertySection(page, /^properties$/i)),
      ...some("relationships", readPropertySection(page, /^relationships$/i)),
      ...some("methods", readMethods(page)),
    }),
    ...(kind !== "api" && some("members", readMembers(page, kind))),
    ...some("jsonRepresentations", readJsonRepresentations(page)),
    ...some("examples", readExamples(page)),
  };
  const shown = [facts.properties, facts.relationships, facts.methods, facts.members, facts.jsonRepresentations];
  if (kind !== "api" && shown.every((rows) => rows === undefined)) {
    page.problems.push({
      line: title.line,
      text: `no ${kind} is described here; expected a table of properties, methods or members, or a JSON representation`,
    });
  }
  if (page.problems.length > 0) return { problems: inOrder(page.problems) };
  return { facts: { ...facts, ...some("notes", inOrder(page.notes)) } };
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
    page.problems.push({
      line: at,
      text: `the front matter is no YAML (${message.split("\n")[0]!.replace(/ at line.*$/s, "")}); expected "key: value" lines`,
    });
  }
  const { contents } = document;
  if (document.errors.length === 0 && contents !== null && !isMap(contents)) {
    page.problems.push({ line, text: 'the front matter is no mapping; expected "key: value" lines' });
  }
  // Only the keys that are read are looked at: another may hold what YAML cannot resolve, such as a bare *name*.
  const text = (key: string): string => {
    const value = isMap(contents) ? contents.get(key) : undefined;
    return typeof value === "string" ? value : "";
  };
  const facts = Object.fromEntries(
    ["title", "doc_type", "ms.date", "ms.prod", "ms.subservice"]
      .map((key) => [key, text(key)])
      .filter(([, value]) => value !== ""),
  );
  return { docType: text("doc_type"), facts };
}

function kindOf(page: Page, { docType }: FrontMatter): Facts["kind"] | null {
  const title = page.headings[0]?.text ?? "";
  const has = (name: RegExp): boolean => page.headings.some(({ text }) => name.test(text));
  if (/^conceptual/i.test(docType)) return null;
  if (/^enum/i.test(docType) || /\benum(eration)?( type)?$/i.test(title)) return "enum";
  if (/^resource/i.test(docType)) return "resource";
  if (/^api/i.test(docType) || has(/^http requests?\b/i)) return "api";
  if (has(/^json representation$/i) || (has(/^properties$/i) && /\b(resource|complex|entity)( type)?\b/i.test(title)))
    return "resource";
  return null;
}

function readNamespace(page: Page): Said | null {
  for (const { node, line } of page.blocks.filter(isParagraph)) {
    const value = /^Namespace:\s*([\w.]*\w)/i.exec(textOf(node))?.[1];
    if (value) return { line, value };
  }
  return null;
}

function readNationalClouds(page: Page): Said | null {
  const include = page.includes.find(({ label }) => /^national-cloud-support$/i.test(label));
  const stem = include?.path.split("/").at(-1)!.replace(/\.md$/, "");
  return include && stem ? { line: include.line, value: stem } : null;
}

/** A key only where the page has something for it. */
function some<K extends string, V>(key: K, value: V | null): { [P in K]?: V } {
  if (value === null || (Array.isArray(value) && value.length === 0)) return {};
  return { [key]: value } as { [P in K]?: V };
}

function inOrder<T extends { line: number; text: string }>(said: T[]): T[] {
  const distinct = said.filter(
    (one, index) => said.findIndex(({ line, text }) => line === one.line && text === one.text) === index,
  );
  return distinct.sort((a, b) => a.line - b.line);
}
