import type { ResponseSection } from "../facts.ts";
import { readResponse } from "./http-message.ts";
import { resourceName } from "./links.ts";
import { type Inline, isCode, isParagraph, isTable, linksOf, type Page, proseOf, textOf } from "./markdown.ts";
import { nameSet, some } from "./names.ts";
import type { Sections } from "./sections.ts";
import { type Status, sentencesOf, statusesIn, statusInSpan } from "./sentences.ts";

/** What the "Response" sections promise. */
export function readResponseSection(page: Page, sections: Sections): ResponseSection | null {
  const heading = sections.heading("response");
  if (heading === undefined) return null;
  const blocks = sections.blocks("response");
  const paragraphs = blocks.filter(isParagraph).map(({ content }) => content);
  const statusTables = sections.tables("response", ({ columns }) => /status|code|response/i.test(columns[0] ?? ""));
  const headerTables = sections.tables("response", ({ columns }) => /header/i.test(columns[0] ?? ""));
  const statuses = new Map<string, { reason?: string }>();
  const found = [
    ...paragraphs.flatMap(statusesOf),
    ...blocks.filter(isCode).flatMap(({ text }) => shownStatus(text)),
    ...statusTables.flatMap(({ rows }) => rows.flatMap(({ cells }) => rowStatus(cells))),
  ];
  for (const { status, reason } of found) {
    const known = statuses.get(status);
    if (known === undefined || (known.reason === undefined && reason)) statuses.set(status, some("reason", reason));
  }
  if (statuses.size === 0) page.notes.important(heading.line, "the section Response gives no status");
  const links = blocks.flatMap((block) => {
    if (isParagraph(block)) return linksOf(block.content);
    return isTable(block) ? block.rows.flatMap(({ cells }) => cells.flatMap(linksOf)) : [];
  });
  const returns = links.flatMap(({ url }) => resourceName(url) ?? []);
  const headers = [
    ...paragraphs.flatMap((content) => promisedHeaders(textOf(content))),
    ...headerTables.flatMap(({ rows }) => rows.flatMap(({ cells: [cell] }) => (cell ? [textOf(cell)] : []))),
  ];
  return {
    ...some("statuses", Object.fromEntries(statuses)),
    ...some("returns", nameSet(returns)),
    ...some("headers", nameSet(headers)),
  };
}

function statusesOf(content: Inline): Status[] {
  const spans = content.tokens.flatMap(({ type, content: code }) =>
    type === "code_inline" ? (statusInSpan(code) ?? []) : [],
  );
  return [...spans, ...statusesIn(proseOf(content))];
}

/** The status of a response that the section itself shows. */
function shownStatus(text: string): Status[] {
  const { status, reason } = readResponse(text);
  return status === null ? [] : [{ status: String(status), ...some("reason", reason) }];
}

/** The status that begins a table's row, with the reason beside or after it. */
function rowStatus([first, second]: Inline[]): Status[] {
  const found = first ? statusInSpan(textOf(first)) : null;
  if (found === null) return [];
  const beside = second ? textOf(second) : "";
  const reason = found.reason ?? (/^[A-Z][\w-]*(?: [\w-]+){0,3}$/.test(beside) ? beside : undefined);
  return [{ status: found.status, ...some("reason", reason) }];
}

const responseHeaders = [
  "Location",
  "Content-Location",
  "Operation-Location",
  "Azure-AsyncOperation",
  "Retry-After",
  "ETag",
  "Content-Type",
  "Content-Length",
  "Content-Range",
  "Preference-Applied",
  "Link",
  "request-id",
  "client-request-id",
];

/** The response headers that a text says will be there. */
function promisedHeaders(text: string): string[] {
  const sentences = sentencesOf(text).filter((sentence) => !/\b(?:not|no|without)\b|n['’]t\b/i.test(sentence));
  const named = sentences.flatMap((sentence) =>
    [...sentence.matchAll(/\b([a-z]+(?:-[a-z]+)*) (?:http )?(?:response )?header\b/gi)].map(([, name = ""]) =>
      name.toLowerCase(),
    ),
  );
  return responseHeaders.filter((header) => named.includes(header.toLowerCase()));
}
