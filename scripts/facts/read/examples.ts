import type {
  Annotation,
  Body,
  Example,
  JsonRepresentation,
  RequestLine,
  RequestShown,
  ResponseShown,
} from "../facts.ts";
import { type AnnotationMeaning, meaningOf, unknownKeys } from "./annotation.ts";
import { type Message, readRequest, readRequestLine, readResponse, strayMarkdown } from "./http-message.ts";
import { jsonError } from "./json.ts";
import { type Code, type Include, isCode, isParagraph, type Page, type Paragraph, textOf } from "./markdown.ts";
import { byName, type Named, nameSet, some } from "./names.ts";
import { isHttp } from "./request.ts";
import type { Sections } from "./sections.ts";
import { saysOfResponse } from "./sentences.ts";

/** What stands between a code block and the one before, or that after it. */
interface Around {
  above: Paragraph[];
  below: Paragraph[];
}

/** A code block with what calls it a request, a response, a resource, or an example. */
interface NamedCode {
  kind: string;
  meaning?: AnnotationMeaning;
  block: Code;
}

/** An exchange while its blocks are collected. */
interface Exchange {
  names: string[];
  title: string | undefined;
  line: number;
  example: Example;
}

/** The exchanges and bodies that a page shows, by name. */
export function readExamples(page: Page, sections: Sections): Record<string, Example> {
  const reader = new ExampleReader(page);
  for (const { kind, block } of namedCode(page, sections)) {
    if (kind === "request") reader.request(block);
    else if (kind === "response" || kind === "simulatedresponse") reader.response(block);
    else if (kind === "example") reader.body(block);
    else if (kind === "ignored" && noteIgnored(page, sections, block) === "request") reader.endRequest();
  }
  return reader.finish();
}

/** Pairs requests and responses: by a name that both have, otherwise a response belongs to the request before it. */
class ExampleReader {
  readonly #page: Page;
  readonly #around: Map<Code, Around>;
  readonly #exchanges: Exchange[] = [];
  /** The request that the next response belongs to. */
  #pending: Exchange | null = null;

  constructor(page: Page) {
    this.#page = page;
    this.#around = paragraphsAround(page);
  }

  request(block: Code): void {
    this.endRequest();
    const request = readRequestExample(this.#page, block);
    if (request === null) return;
    const samples = (this.#around.get(block)?.below ?? []).flatMap(({ includes }) => includes.flatMap(sampleName));
    this.#pending = this.#add(block, { ...request, ...some("samples", nameSet(samples)) });
  }

  response(block: Code): void {
    const prose = (this.#around.get(block)?.above ?? []).map(({ content }) => textOf(content)).join(" ");
    const response = { ...readResponseShown(this.#page, block), ...saysOfResponse(prose) };
    const names = namesOf(block);
    const named = this.#exchanges.filter(
      ({ names: others, example }) => example.request && !example.response && shareName(others, names),
    );
    const targets = named.length > 0 || this.#pending === null ? named : [this.#pending];
    if (targets.length === 0) {
      const { title } = this.#add(block, { response });
      this.#page.notes.harmless(block.line, `a response under "${title ?? "the title"}" has no request`);
    }
    if (named.length === 0) this.#noteOtherTitle(block, targets[0]);
    for (const target of targets) target.example.response = response;
    if (this.#pending?.example.response) this.#pending = null;
  }

  body(block: Code): void {
    const body = readBody(this.#page, block.text, block, { isJson: true });
    this.#add(block, { ...some("annotation", block.annotation), body });
  }

  /** The next response belongs to no request before it. */
  endRequest(): void {
    this.#pending = null;
  }

  finish(): Record<string, Example> {
    const { notes } = this.#page;
    for (const exchange of this.#exchanges) {
      if (exchange.example.request && !exchange.example.response)
        notes.harmless(exchange.line, `the request ${labelOf(exchange)} has no response`);
    }
    const examples = this.#exchanges.map(({ names, title, line, example }): Named<Example> => {
      return { name: names[0] ?? title ?? "example", line, value: example };
    });
    return byName(notes, "the example", examples);
  }

  #add(block: Code, example: Example): Exchange {
    const title = titleOf(this.#page, block);
    const exchange = {
      names: namesOf(block),
      title,
      line: block.line,
      example: { ...some("title", title), ...example },
    };
    this.#exchanges.push(exchange);
    return exchange;
  }

  #noteOtherTitle(block: Code, target: Exchange | undefined): void {
    const title = titleOf(this.#page, block);
    if (target === undefined || target.title === title || !isExampleTitle(target.title) || !isExampleTitle(title))
      return;
    this.#page.notes.important(
      block.line,
      `the response under "${title}" belongs to the request under "${target.title}"`,
    );
  }
}

function namesOf({ annotation }: Code): string[] {
  return annotation ? meaningOf(annotation).names : [];
}

/** The paragraphs above and below each code block, up to the next one. */
function paragraphsAround(page: Page): Map<Code, Around> {
  const around = new Map<Code, Around>();
  let between: Paragraph[] = [];
  for (const block of page.blocks) {
    if (isParagraph(block)) between.push(block);
    if (!isCode(block)) continue;
    const below: Paragraph[] = [];
    around.set(block, { above: between, below });
    between = below;
  }
  return around;
}

/** The name of a code sample, without its language. */
function sampleName({ path }: Include): string[] {
  const [, language = "", file = ""] = /snippets\/([\w#+-]+)\/([^/]+)\.md$/.exec(path) ?? [];
  return file === "" ? [] : [file.replace(new RegExp(`-${language}-snippets$`), "")];
}

/** The JSON shapes that a page shows, by their types. */
export function readJsonRepresentations(page: Page, sections: Sections): Record<string, JsonRepresentation> {
  const shapes = namedCode(page, sections)
    .filter(({ kind }) => kind === "resource")
    .map(({ meaning, block }): Named<JsonRepresentation> => {
      noteStray(page, block);
      const error = noteJsonError(page, block.text, block, "the JSON representation");
      return {
        name: meaning?.type ?? page.headings[0]?.text ?? "resource",
        line: block.line,
        value: {
          ...some("annotation", block.annotation),
          body: block.text,
          json: error === null,
          ...(error !== null && { error }),
        },
      };
    });
  return byName(page.notes, "the JSON representation", shapes);
}

/** Notes what annotations say that contradicts their blocks, or that no tool knows. */
export function checkAnnotations(page: Page): void {
  for (const block of page.blocks.filter(isCode)) {
    if (!block.annotation) continue;
    const unknown = unknownKeys(block.annotation);
    if (unknown.length > 0) page.notes.harmless(block.line, `the annotation has unknown keys: ${unknown.join(", ")}`);
    const meaning = meaningOf(block.annotation);
    if (meaning.blockType === "response") checkResponse(page, block, meaning);
  }
}

function checkResponse(page: Page, block: Code, meaning: AnnotationMeaning): void {
  const { status, body } = readResponse(block.text);
  const important = (text: string): void => page.notes.important(block.line, text);
  if (meaning.isEmpty && body) important("the annotation says isEmpty, and the response has a body");
  if (meaning.expectError && status !== null && status < 400)
    important(`the annotation says expectError, and the status is ${status}`);
  if (meaning.collectionProperty === undefined || body === null) return;
  const value = parsed(body.text);
  if (value === undefined || meaning.expectError) return;
  const list =
    typeof value === "object" && value !== null ? (value as Annotation)[meaning.collectionProperty] : undefined;
  if (!Array.isArray(list))
    important(`the annotation says isCollection, and "${meaning.collectionProperty}" isn't a list`);
}

function parsed(text: string): unknown {
  return jsonError(text) === null ? JSON.parse(text) : undefined;
}

/** The code blocks that an annotation names, and those of older pages, which their headings and text name. */
function namedCode(page: Page, sections: Sections): NamedCode[] {
  return page.blocks.filter(isCode).flatMap((block): NamedCode[] => {
    if (!block.annotation) {
      const kind = kindOf(page, sections, block);
      return kind === null ? [] : [{ kind, block }];
    }
    const meaning = meaningOf(block.annotation);
    const known = /^(?:request|response|resource|example|ignored|samples|simulatedresponse|testparams|permissions)$/;
    if (!known.test(meaning.blockType))
      page.notes.important(block.line, `the block type "${meaning.blockType}" is unknown; the block isn't read`);
    if (/^(?:samples|testparams)$/.test(meaning.blockType))
      page.notes.harmless(block.line, `a block of the type "${meaning.blockType}" isn't read`);
    return [{ kind: meaning.blockType, meaning, block }];
  });
}

/** What a block without annotation is, told from where it stands and how it starts. */
function kindOf(page: Page, sections: Sections, block: Code): string | null {
  const section = sections.nameOf(block);
  if (section === "json") return "resource";
  if (section === "requestLines") return null;
  const what = messageKind(block);
  if (what === null) return null;
  if (section === "examples") return what;
  page.notes.harmless(block.line, `a ${what} without annotation stands outside the examples and isn't read`);
  return null;
}

function messageKind({ text, fence }: Code): "request" | "response" | null {
  if (!isHttp(fence) && !/^json$/i.test(fence)) return null;
  if (readRequest(text)) return "request";
  return readResponse(text).status === null ? null : "response";
}

/** Notes an HTTP message whose annotation says to ignore it, and returns which it is. */
function noteIgnored(page: Page, sections: Sections, block: Code): "request" | "response" | null {
  if (sections.nameOf(block) === "requestLines") return null;
  const what = messageKind(block);
  if (what) page.notes.harmless(block.line, `a ${what} marked ignored isn't read`);
  return what;
}

const plainTitle =
  /^examples?$|^(?:(?:example|sample|http|json|the) )*(?:request|response)s?(?: (?:body|headers?|example))?\b[^a-z]*$|^(?:optional )?(?:path|query|function|request) (?:parameters|headers)$/i;

/** The nearest heading that says which example it is, and not just "Request", "Response" or the like. */
function titleOf(page: Page, { under }: Code): string | undefined {
  return under.filter((heading) => heading !== page.headings[0] && !plainTitle.test(heading.text)).at(-1)?.text;
}

const isExampleTitle = (title: string | undefined): boolean => /^(?:example|sample) \d/i.test(title ?? "");

function shareName(some: string[], others: string[]): boolean {
  return some.some((name) => others.includes(name));
}

function labelOf({ names, title }: Exchange): string {
  return `"${names[0] ?? title ?? "of the page"}"`;
}

function readRequestExample(page: Page, block: Code): Example | null {
  const message = readRequest(block.text);
  const name = block.annotation ? meaningOf(block.annotation).names[0] : undefined;
  if (message === null) {
    page.notes.important(
      block.line,
      `the request block "${name ?? "without name"}" shows no HTTP request; it isn't read`,
    );
    return null;
  }
  const { method, url, version, wrapped, others } = message;
  if (wrapped) page.notes.harmless(block.line, "a request's address runs over several lines; they are joined");
  if (others.length > 0) page.notes.important(block.line, `the block of "${method} ${url}" shows several requests`);
  const request: RequestShown = {
    ...some("fence", block.fence),
    ...some("annotation", block.annotation),
    method,
    url,
    ...some("version", version),
    ...shown(page, message, block),
  };
  const alternatives = others.map((other): Named<RequestLine> => {
    const value = { method: other.method, path: other.url };
    return { name: `${other.method} ${other.url}`, line: block.line, value };
  });
  return { request, ...some("alternatives", byName(page.notes, "the request", alternatives)) };
}

function readResponseShown(page: Page, block: Code): ResponseShown {
  const message = readResponse(block.text);
  if (message.status === null) page.notes.important(block.line, "a response shows no status line");
  return {
    ...some("fence", block.fence),
    ...some("annotation", block.annotation),
    status: message.status,
    ...some("reason", message.reason),
    ...shown(page, message, block),
  };
}

/** The headers and body of a message. */
function shown(
  page: Page,
  message: Message,
  block: Code,
): { headers: Record<string, string>; blankLine?: boolean; body: Body | null } {
  noteStray(page, block);
  if (message.lateHeaders)
    page.notes.harmless(block.line, "headers stand after a blank line; they are read as headers");
  const rows = message.headers.map(({ name, value }) => ({ name, line: block.line, value }));
  const headers = byName(page.notes, "the header", rows);
  if (message.body === null) return { headers, body: null };
  const { text } = message.body;
  if (/^[A-Z][\w-]*: \S/.test(text) && message.blankLine)
    page.notes.important(block.line, "a body begins with a line that looks like a header");
  if (readRequestLine(text.split("\n")[0] ?? "") && message.blankLine)
    page.notes.important(block.line, "a body begins with a line that looks like a request");
  const isJson = message.headers.some(({ name, value }) => /^content-type$/i.test(name) && /\bjson\b/i.test(value));
  return { headers, blankLine: message.blankLine ?? false, body: readBody(page, text, block, { isJson }) };
}

function readBody(page: Page, text: string, block: Code, { isJson }: { isJson: boolean }): Body {
  if (!isJson && !/^\s*[{[]/.test(text)) return { text, json: null };
  const error = noteJsonError(page, text, block, "a body");
  return error === null ? { text, json: true } : { text, json: false, error };
}

/** Notes and returns why a text isn't JSON, with the place in it. */
function noteJsonError(page: Page, text: string, block: Code, what: string): string | null {
  const error = jsonError(text);
  if (error === null) return null;
  const line = text.slice(0, error.offset).split("\n").length;
  const message = `line ${line}: ${error.message}`;
  page.notes.harmless(block.line, `${what} isn't JSON: ${message}`);
  return message;
}

function noteStray(page: Page, block: Code): void {
  const stray = strayMarkdown(block.text);
  if (stray === null) return;
  page.notes.important(block.line, `a code block holds ${stray}, so its closing fence is probably missing`);
}
