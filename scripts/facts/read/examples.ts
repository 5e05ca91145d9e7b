import type { Code } from "mdast";
import type {
  Annotation,
  Body,
  Example,
  Header,
  JsonRepresentation,
  RequestShown,
  ResponseShown,
  Said,
} from "../facts.ts";
import { type Message, readRequest, readResponse } from "./http-message.ts";
import { jsonError } from "./json-error.ts";
import { type Block, type Comment, isCode, type Page } from "./markdown.ts";

/** A code block with what calls it a request, a response or a resource; the comment is missing on pages that have none. */
interface NamedCode {
  kind: string;
  annotation?: Annotation;
  block: Block<Code>;
}

/** The request and response pairs, in order. */
export function readExamples(page: Page): Example[] {
  const examples: Example[] = [];
  for (const { kind, annotation, block } of namedCode(page)) {
    const title = titleOf(block);
    if (kind === "request") {
      const request = readRequestShown(page, annotation, block);
      if (request) examples.push({ ...(title && { title }), request });
    } else if (kind === "response") {
      const response = readResponseShown(page, annotation, block);
      const last = examples.at(-1);
      // A response answers the request above it only under the same heading: the request between may be marked ignored.
      const together = last?.title?.line === title?.line || title?.line === page.headings[0]?.line;
      if (last?.request && !last.response && together) last.response = response;
      else {
        examples.push({ ...(title && { title }), response });
        page.notes.push({ line: response.line, text: "a response without a request" });
      }
    }
  }
  for (const { request, response } of examples) {
    if (request && !response) page.notes.push({ line: request.line, text: "a request without a response" });
  }
  return examples;
}

/** The JSON shapes that a resource page shows. */
export function readJsonRepresentations(page: Page): JsonRepresentation[] {
  return namedCode(page)
    .filter(({ kind }) => kind === "resource")
    .map(({ annotation, block }) => {
      const line = block.line + 1;
      const error = noteJsonError(page, block.node.value, line);
      return { line, ...(annotation && { annotation }), body: block.node.value, json: error === null };
    });
}

/** The code blocks that an annotation names, and those of older pages, which their headings and text name. */
function namedCode(page: Page): NamedCode[] {
  const blocks = page.blocks.filter(isCode);
  const annotations = new Map<Block, Comment>();
  for (const [index, comment] of page.annotations.entries()) {
    const kind = String(comment.annotation.blockType);
    const limit = Math.min(
      page.annotations[index + 1]?.line ?? Infinity,
      page.headings.find(({ line }) => line > comment.line)?.line ?? Infinity,
    );
    const block = blocks.find(({ line }) => line > comment.line && line < limit);
    if (block) annotations.set(block, comment);
    else if (/^(request|response|resource)$/.test(kind)) {
      page.problems.push({
        line: comment.line,
        text: `no code block follows the ${kind} annotation; expected one before the next heading or annotation`,
      });
    }
  }
  return blocks.flatMap((block) => {
    const { annotation } = annotations.get(block) ?? {};
    const kind = annotation ? String(annotation.blockType) : kindOf(block);
    if (kind === "ignored") noteIgnored(page, block);
    return kind === null ? [] : [{ kind, ...(annotation && { annotation }), block }];
  });
}

/** What a block without annotation is, told from where it stands and how it starts. */
function kindOf({ node, under }: Block<Code>): string | null {
  if (under.some(({ text }) => /^json representation$/i.test(text))) return "resource";
  if (!under.some(({ text }) => /^examples?\b/i.test(text))) return null;
  return readRequest(node.value) ? "request" : readResponse(node.value).status !== null ? "response" : null;
}

/** Says which HTTP messages stand on the page without being read, because their annotation says to ignore them. */
function noteIgnored(page: Page, { node, line, under }: Block<Code>): void {
  if (under.some(({ text }) => /^http requests?\b/i.test(text))) return;
  const what = readRequest(node.value) ? "request" : readResponse(node.value).status !== null ? "response" : null;
  if (what) page.notes.push({ line: line + 1, text: `a ${what} marked ignored, not read` });
}

/** The nearest heading that says which example it is, and not just "Request", "Response" or the like. */
function titleOf({ under }: Block): Said | undefined {
  const plain =
    /^(?:(?:example|sample|http|json|the) )*(?:request|response)s?(?: (?:body|headers?|example))?\b[^a-z]*$|^(?:optional )?(?:path|query|function|request) (?:parameters|headers)$/i;
  const heading = under.filter(({ text }) => !plain.test(text)).at(-1);
  return heading && { line: heading.line, value: heading.text };
}

function readRequestShown(
  page: Page,
  annotation: Annotation | undefined,
  { node, line }: Block<Code>,
): RequestShown | null {
  const message = readRequest(node.value);
  if (message === null) {
    page.problems.push({
      line: line + 1,
      text: 'the request block shows no HTTP request; expected a first line such as "GET https://graph.microsoft.com/beta/users"',
    });
    return null;
  }
  const { method, url, version, wrapped } = message;
  const at = line + 1;
  if (wrapped) page.notes.push({ line: at, text: "the request's address runs over several lines; they are joined" });
  return {
    line: firstTextLine(node, at),
    ...fence(node),
    ...(annotation && { annotation }),
    method,
    url,
    ...(version && { version }),
    ...shown(page, message, at),
  };
}

function readResponseShown(page: Page, annotation: Annotation | undefined, { node, line }: Block<Code>): ResponseShown {
  const message = readResponse(node.value);
  const at = line + 1;
  if (message.status === null) page.notes.push({ line: at, text: "the response shows no status line" });
  const { status, reason } = message;
  return {
    line: firstTextLine(node, at),
    ...fence(node),
    ...(annotation && { annotation }),
    status,
    ...(reason && { reason }),
    ...shown(page, message, at),
  };
}

/** The headers and body of a message, its lines counted in the page. */
function shown(
  page: Page,
  message: Message,
  at: number,
): { headers: Header[]; blankLine?: boolean; body: Body | null } {
  const headers = message.headers.map((header) => ({ ...header, line: header.line + at }));
  if (message.body === null) return { headers, body: null };
  const body = readBodyText(page, message.body.text, message.body.line + at, headers);
  return { headers, blankLine: message.blankLine ?? false, body };
}

function readBodyText(page: Page, text: string, line: number, headers: Header[]): Body {
  const saysJson = headers.some(({ name, value }) => /^content-type$/i.test(name) && /\bjson\b/i.test(value));
  if (!saysJson && !/^\s*[{[]/.test(text)) return { line, text, json: null };
  const error = noteJsonError(page, text, line);
  return error === null ? { line, text, json: true } : { line, text, json: false, error };
}

function noteJsonError(page: Page, text: string, line: number): string | null {
  const error = jsonError(text);
  if (error === null) return null;
  const at = line + text.slice(0, error.offset).split("\n").length - 1;
  page.notes.push({ line: at, text: `invalid JSON: ${error.message}` });
  return error.message;
}

function firstTextLine(node: Code, at: number): number {
  return (
    at +
    Math.max(
      0,
      node.value.split("\n").findIndex((line) => line.trim() !== ""),
    )
  );
}

function fence(node: Code): { fence?: string } {
  return node.lang ? { fence: node.lang } : {};
}
