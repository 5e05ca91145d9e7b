/** The text of one HTTP message, as a page shows it; `line` counts from 0 at the text's first line. */
export interface Message {
  headers: { name: string; value: string }[];
  /** Whether a blank line parts the body from the headers. */
  blankLine?: boolean;
  /** Headers stand after a blank line. */
  lateHeaders: boolean;
  body: { line: number; text: string } | null;
}

export interface RequestStart {
  method: string;
  url: string;
  version?: string;
}

export interface RequestMessage extends Message, RequestStart {
  /** The address runs over several lines. */
  wrapped: boolean;
  /** Further request lines that follow the first. */
  others: RequestStart[];
}

export interface ResponseMessage extends Message {
  status: number | null;
  reason?: string;
}

const requestLine = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|MERGE)\s+(\S.*?)(?:\s+(HTTP\/\d(?:\.\d)?))?\s*$/;
// Pages write "HTTP/1.1 201 Created", "HTTP/1.1 201, Created", "HTTP/1.1 204", "HTTP 200 OK" and "HTTP code: 200, OK".
const statusLine =
  /^HTTP\s?(?:\/\s?\d(?:\.\d)?)?[.,]?(?:\s+(?:status\s+)?code:?)?\s+(\d{3})(?!\d)\s*[,:-]?\s*(.*?)\s*$/i;
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/;
// Only these are headers after a blank line: a body may be text that looks like headers, such as an e-mail.
const knownHeader =
  /^(?:accept(?:-[a-z]+)?|authorization|cache-control|client-request-id|connection|consistencylevel|content-(?:length|type|range|encoding|language|disposition)|date|etag|host|if-(?:match|none-match|modified-since)|location|ocp-apim-[a-z-]+|odata-(?:max)?version|prefer(?:ence-applied)?|range|request-id|retry-after|return-client-request-id|scenario|transfer-encoding|user-agent|workbook-session-id|x-[a-z-]+)$/i;

/** Reads "METHOD address [version]"; the address may hold spaces, as in `/users/{id | userPrincipalName}`. */
export function readRequestLine(line: string): RequestStart | null {
  const [, method, url, version] = requestLine.exec(line.trimStart()) ?? [];
  if (method === undefined || url === undefined) return null;
  return { method, url, ...(version && { version }) };
}

/** Reads a request; null if its first line isn't an HTTP request. */
export function readRequest(text: string): RequestMessage | null {
  const lines = text.split("\n");
  let next = firstText(lines);
  const start = readRequestLine(lines[next] ?? "");
  if (start === null) return null;
  let { url } = start;
  let wrapped = false;
  // Long addresses run over several lines, broken before or after a "?" or "&".
  for (let line = lines[next + 1]; line !== undefined && start.version === undefined && continues(url, line); ) {
    url += line.trim();
    wrapped = true;
    next++;
    line = lines[next + 1];
  }
  const others: RequestStart[] = [];
  for (;;) {
    const at = firstText(lines, next + 1);
    const other = readRequestLine(lines[at] ?? "");
    if (at <= next || other === null || !/^(?:\/|https?:|\{)/.test(other.url)) break;
    others.push(other);
    next = at;
  }
  return { ...start, url, wrapped, others, ...readHeadersAndBody(lines, next + 1) };
}

/** Reads a response; its status is null when the text shows no status line. */
export function readResponse(text: string): ResponseMessage {
  const lines = text.split("\n");
  const first = firstText(lines);
  const [matched, status, reason] = statusLine.exec(lines[first] ?? "") ?? [];
  if (matched === undefined) return { status: null, ...readHeadersAndBody(lines, first) };
  return { status: Number(status), ...(reason && { reason }), ...readHeadersAndBody(lines, first + 1) };
}

/** What a body holds that only the rest of a page can: the block's closing fence is missing. */
export function strayMarkdown(text: string): "a heading" | "an annotation" | "a fence" | "a status line" | null {
  for (const [index, line] of text.split("\n").entries()) {
    if (/^#{1,6} [A-Z]/.test(line)) return "a heading";
    if (/^\s*<!--\s*(?:\{|$)/.test(line)) return "an annotation";
    if (/^\s*(?:`{3,}|~{3,})/.test(line)) return "a fence";
    if (index > 0 && statusLine.test(line) && /^HTTP\//.test(line)) return "a status line";
  }
  return null;
}

function continues(url: string, line: string): boolean {
  if (line.trim() === "" || headerLine.test(line)) return false;
  return /^\s*[?&]/.test(line) || (/[?&]$/.test(url) && !/^\s*[{[<]/.test(line));
}

function readHeadersAndBody(lines: string[], from: number): Message {
  const first = readHeaders(lines, from);
  const late = readLateHeaders(lines, first);
  const headers = [...first.headers, ...late.headers];
  const lateHeaders = late.headers.length > 0;
  const blankLine = isBlank(lines[late.next]);
  const next = late.next + (blankLine ? 1 : 0);
  // A page may show its body without the blank line: what isn't a header then is the body.
  const text = lines.slice(next).join("\n").replace(/\n+$/, "");
  if (text.trim() === "") return { headers, lateHeaders, body: null };
  return { headers, lateHeaders, blankLine, body: { line: next, text } };
}

interface HeaderLines {
  headers: Message["headers"];
  /** The line after them. */
  next: number;
}

/** The headers that begin at a line. */
function readHeaders(lines: string[], from: number): HeaderLines {
  const headers: Message["headers"] = [];
  let next = from;
  for (; next < lines.length; next++) {
    const [, name, value] = headerLine.exec(lines[next] ?? "") ?? [];
    if (name === undefined || value === undefined) break;
    headers.push({ name, value });
  }
  return { headers, next };
}

/** The headers after a blank line, if the first of them is known and new: a second one belongs to a message in the body. */
function readLateHeaders(lines: string[], { headers, next }: HeaderLines): HeaderLines {
  const none = { headers: [], next };
  if (!isBlank(lines[next])) return none;
  const from = firstText(lines, next);
  const [, first] = headerLine.exec(lines[from] ?? "") ?? [];
  if (first === undefined || !knownHeader.test(first)) return none;
  const isKnown = headers.some(({ name }) => name.toLowerCase() === first.toLowerCase());
  return isKnown ? none : readHeaders(lines, from);
}

const isBlank = (line: string | undefined): boolean => line?.trim() === "";

/** The first line with text, from a line on; that line itself when there is none. */
function firstText(lines: string[], from = 0): number {
  for (let at = from; at < lines.length; at++) if (lines[at]?.trim() !== "") return at;
  return from;
}
