import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { readRequest, readResponse } from "../../scripts/facts/read/http-message.ts";
import { jsonError } from "../../scripts/facts/read/json.ts";

/** A documented request and response, as data. */
export interface Exchange {
  file: string;
  synopsis: string;
  page: string;
  /** The name that the page gives the request. */
  name: string;
  operationId: string;
  /** The path parameters as the page writes them. */
  parameters?: Record<string, string>;
  /** The texts as the page shows them. */
  request: string;
  response: string;
  /** Where the replay differs from the page, by the conflict that says so. */
  deviates?: Record<string, string[]>;
}

const folder = new URL("../contract/exchanges/", import.meta.url);

export const exchanges: Exchange[] = readdirSync(folder).map((file) => ({
  file,
  ...parse(readFileSync(new URL(file, folder), "utf8")),
}));

export function documentedRequest({ file, request }: Exchange) {
  const message = readRequest(request);
  if (!message)
    throw new Error(`tests/contract/exchanges/${file}: the request must begin with a method and an address`);
  return { ...message, json: json(message.body) };
}

export function documentedResponse({ response }: Exchange) {
  const message = readResponse(response);
  return { ...message, json: json(message.body) };
}

/** The JSON of a body. Undefined if there is no body, or if it is invalid JSON. */
function json(body: { text: string } | null): unknown {
  return body && !jsonError(body.text) ? JSON.parse(body.text) : undefined;
}

export const headersOf = ({ headers }: { headers: { name: string; value: string }[] }): Record<string, string> =>
  Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));

/** A certificate or a file in base64, as far as the client looks at it. */
export const der = "MIIB";

/** The JSON of a body with `der` where the pages show a word for a certificate or a file, which the client doesn't take. */
export function sendable(json: unknown): { body: unknown; placeholder: string } {
  const text = JSON.stringify(json) ?? "";
  const [placeholder] = /(?<="key":"|"x5c":\[")[^"]+/.exec(text) ?? [];
  const body = placeholder ? JSON.parse(text.replace(placeholder, der)) : json;
  return { body, placeholder: placeholder ?? der };
}

/** A message on the wire, where lines end in CRLF. */
export const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
