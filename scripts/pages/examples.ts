import type { Code } from "mdast";
import type { Annotation, Body, Example, Header, JsonRepresentation, RequestShown, ResponseShown, Said } from "./facts.ts";
import { readRequest, readRequestLine, readResponse, type Message } from "./http.ts";
import { jsonError } from "./json.ts";
import { isCode, type Block, type Comment, type Page } from "./markdown.ts";

interface AnnotatedCode {
  comment: Comment;
  block: Block<Code>;
}

/** The request and response pairs, in order. */
export function readExamples(page: Page): Example[] {
  const examples: Example[] = [];
  for (const { comment, block } of annotatedCode(page)) {
    const title = titleOf(block);
    if (comment.annotation.blockType === "request") {
      const request = readRequestShown(page, comment.annotation, block);
      if (request) examples.push({ ...(title && { title }), request });
    } else if (comment.annotation.blockType === "response") {
      const response = readResponseShown(page, comment.annotation, block);
      const last = examples.at(-1);
      // A response answers the request above it only under the same heading: the request between may not be annotated.
      if (last?.request && !last.response && last.title?.line === title?.line) last.response = response;
      else {
        examples.push({ ...(title && { title }), response });
        page.notes.push({ line: response.line, text: "a response without an annotated request" });
      }
    }
  }
  for (const { request, response } of examples) {
    if (request && !response) page.notes.push({ line: request.line, text: "a request without an annotated response" });
  }
  noteUnread(page);
  return examples;
}

/** The JSON shapes that a resource page shows. */
export function readJsonRepresentations(page: Page): JsonRepresentation[] {
  return annotatedCode(page)
    .filter(({ comment }) => comment.annotation.blockType === "resource")
    .map(({ comment, block }) => {
      const line = block.line + 1;
      const error = noteJsonError(page, block.node.value, line);
      return { line, annotation: comment.annotation, body: block.node.value, json: error === null };
    });
}

/** Each annotation with the code block it stands for: the next one before another annotation or heading. */
function annotatedCode(page: Page): AnnotatedCode[] {
  const blocks = page.blocks.filter(isCode);
  return page.annotations.flatMap((comment, index) => {
    const kind = comment.annotation.blockType;
    const limit = Math.min(page.annotations[index + 1]?.line ?? Infinity, page.headings.find(({ line }) => line > comment.line)?.line ?? Infinity);
    const block = blocks.find(({ line }) => line > comment.line && line < limit);
    if (block) return [{ comment, block }];
    if (kind === "request" || kind === "response" || kind === "resource") {
      const problem = { line: comment.line, text: `no code block follows the ${kind} annotation; expected one before the next heading or annotation` };
      if (!page.problems.some(({ line }) => line === comment.line)) page.problems.push(problem);
    }
    return [];
  });
}

/** The nearest heading above that says which example it is, and not just "Request" or "Response". */
function titleOf({ above }: Block): Said | undefined {
  const heading = above.filter(({ text }) => !/^(?:(?:example|sample|http|json|the) )*(?:request|response)s?(?: (?:body|headers?|example))?\b[^a-z]*$/i.test(text)).at(-1);
  return heading && { line: heading.line, value: heading.text };
}

function readRequestShown(page: Page, annotation: Annotation, { node, line }: Block<Code>): RequestShown | null {
  const message = readRequest(node.value);
  if (message === null) {
    page.problems.push({ line: line + 1, text: 'the request block shows no HTTP request; expected a first line such as "GET https://graph.microsoft.com/beta/users"' });
    return null;
  }
  const { method, url, version, wrapped } = message;
  const at = line + 1;
  if (wrapped) page.notes.push({ line: at, text: "the request's address runs over several lines; they are joined" });
  return { line: firstTextLine(node, at), ...fence(node), annotation, method, url, ...(version && { version }), ...shown(page, message, at) };
}

function readResponseShown(page: Page, annotation: Annotation, { node, line }: Block<Code>): ResponseShown {
  const message = readResponse(node.value);
  const at = line + 1;
  if (message.status === null) page.notes.push({ line: at, text: "the response shows no status line" });
  const { status, reason } = message;
  return { line: firstTextLine(node, at), ...fence(node), annotation, status, ...(reason && { reason }), ...shown(page, message, at) };
}

/** The headers and body of a message, its lines counted in the page. */
function shown(page: Page, message: Message, at: number): { headers: Header[]; blankLine?: boolean; body: Body | null } {
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

/** Says which HTTP messages stand on the page without being read: those that no annotation calls a request or response. */
function noteUnread(page: Page): void {
  const read = new Set(annotatedCode(page).filter(({ comment }) => comment.annotation.blockType !== "ignored").map(({ block }) => block));
  for (const block of page.blocks.filter(isCode)) {
    if (read.has(block) || block.under.some(({ text }) => /^http requests?\b/i.test(text))) continue;
    const request = readRequestLine(block.node.value.split("\n")[0]!);
    const response = request ? null : readResponse(block.node.value);
    if (request || (response && response.status !== null)) {
      page.notes.push({ line: block.line + 1, text: `a ${request ? "request" : "response"} that no annotation names, not read` });
    }
  }
}

function firstTextLine(node: Code, at: number): number {
  return at + Math.max(0, node.value.split("\n").findIndex((line) => line.trim() !== ""));
}

function fence(node: Code): { fence?: string } {
  return node.lang ? { fence: node.lang } : {};
}
