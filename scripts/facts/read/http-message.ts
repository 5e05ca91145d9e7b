import type { Header } from "../facts.ts";

/** The text of one HTTP message, as a page shows it; `line` counts from 0 at the text's first line. */
export interface Message {
  headers: Header[];
  blankLine?: boolean;
  body: { line: number; text: string } | null;
}

const requestLine = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|MERGE)\s+(\S.*?)(?:\s+(HTTP\/\d(?:\.\d)?))?\s*$/;
// Pages write "HTTP/1.1 201 Created", "HTTP/1.1 201, Created", "HTTP/1.1 204" and "HTTP 200 OK".
const statusLine = /^HTTP\s?(?:\/\s?\d(?:\.\d)?)?[.,]?\s+(\d{3})(?!\d)\s*[,:-]?\s*(.*?)\s*$/i;
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/;

/** Reads "METHOD address [version]"; the address may hold spaces, as in `/users/{id | userPrincipalName}`. */
export function readRequestLine(line: string): { method: string; url: string; version?: string } | null {
  const [, method, url, version] = requestLine.exec(line.trimStart()) ?? [];
  if (method === undefined || url === undefined) return null;
  return { method, url, ...(version && { version }) };
}

/** Reads a request; null when its first line is no HTTP request. */
export function readRequest(
  text: string,
): (Message & { method: string; url: string; version?: string; wrapped: boolean }) | null {
  const lines = text.split("\n");
  let next = firstText(lines);
  const start = readRequestLine(lines[next] ?? "");
  if (start === null) return null;
  let { url } = start;
  let wrapped = false;
  // Long addresses run over several lines, broken before or after a "?" or "&".
  while (start.version === undefined && continues(url, lines[next + 1])) {
    url += lines[++next]!.trim();
    wrapped = true;
  }
  return { ...start, url, wrapped, ...readHeadersAndBody(lines, next + 1) };
}

/** Reads a response; its status is null when the text shows no status line. */
export function readResponse(text: string): Message & { status: number | null; reason?: string } {
  const lines = text.split("\n");
  const first = firstText(lines);
  const [matched, status, reason] = statusLine.exec(lines[first] ?? "") ?? [];
  if (matched === undefined) return { status: null, ...readHeadersAndBody(lines, first) };
  return { status: Number(status), ...(reason && { reason }), ...readHeadersAndBody(lines, first + 1) };
}

function continues(url: string, line: string | undefined): boolean {
  if (line === undefined || line.trim() === "" || headerLine.test(line)) return false;
  return /^\s*[?&]/.test(line) || (/[?&]$/.test(url) && !/^\s*[{[<]/.test(line));
}

function readHeadersAndBody(lines: string[], from: number): Message {
  const headers: Header[] = [];
  let next = from;
  for (; next < lines.length; next++) {
    const [, name, value] = headerLine.exec(lines[next]!) ?? [];
    if (name === undefined || value === undefined) break;
    headers.push({ line: next, name, value });
  }
  const blankLine = lines[next]?.trim() === "";
  if (blankLine) next++;
  // A page may show its body without the blank line: whatever is no header then is body.
  const text = lines.slice(next).join("\n").replace(/\n+$/, "");
  if (text.trim() === "") return { headers, body: null };
  return { headers, blankLine, body: { line: next, text } };
}

function firstText(lines: string[]): number {
  const first = lines.findIndex((line) => line.trim() !== "");
  return first < 0 ? 0 : first;
}
