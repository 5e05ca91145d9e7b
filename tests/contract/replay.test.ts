// Sends each documented request with the shipped client, to a server that returns the bytes of the documented response.
import { readFileSync } from "node:fs";
import type { OpenAPIV3 } from "openapi-types";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadLedger } from "../../scripts/conflicts/load.ts";
import type { Page } from "../../scripts/facts/load.ts";
import { createKeySetsClient, type KeySetsClient, type KeySetsError } from "../../src/index.ts";
import { compile } from "../support/compiler.ts";
import { operationOf, resolve } from "../support/document.ts";
import {
  crlf,
  der,
  documentedRequest,
  documentedResponse,
  type Exchange,
  exchanges,
  headersOf,
  sendable,
} from "../support/exchanges.ts";
import { must } from "../support/must.ts";
import { serve } from "../support/server.ts";
import { schemaPointer, violations } from "../support/validator.ts";

const service = "https://graph.microsoft.com";
const conflicts = (await loadLedger()).conflicts.map(({ id }) => id);

interface Outcome {
  data?: unknown;
  error?: KeySetsError;
  response?: Response;
}

async function replay(exchange: Exchange, bytes = documentedBytes(exchange)) {
  await using server = await serve(bytes);
  const client = createKeySetsClient({ token: "test-token", baseUrl: `${server.origin}/beta` });
  const call = client[exchange.operationId as keyof KeySetsClient] as (...args: unknown[]) => Promise<Outcome>;
  const { json } = documentedRequest(exchange);
  const { body, placeholder } = sendable(json);
  const outcome = await call(...Object.values(exchange.parameters ?? {}), ...(body ? [body] : []));
  const request = must(server.received[0], "a request");
  return { outcome, request: { ...request, body: request.body.replace(der, placeholder) } };
}

/** The documented response on the wire. A blank line that the page leaves out is added, as no client reads it without. */
function documentedBytes(exchange: Exchange): string {
  const { blankLine, body } = documentedResponse(exchange);
  if (!body) return crlf(`${exchange.response}\n\n`);
  if (blankLine) return crlf(exchange.response);
  return crlf(exchange.response.replace(body.text, `\n${body.text}`));
}

/** Each way in which the replay differs from what the page shows. */
async function deviations(exchange: Exchange): Promise<string[]> {
  const { outcome, request } = await replay(exchange);
  const ofRequest = requestDeviations(exchange, request);
  if (outcome.error?.kind === "response") return [...ofRequest, "response body isn't JSON"];
  return [...ofRequest, ...responseDeviations(exchange, outcome)];
}

function requestDeviations(
  exchange: Exchange,
  sent: { method: string; path: string; headers: Record<string, unknown>; body: string },
): string[] {
  const { path, method } = operationOf(exchange.operationId);
  const shown = documentedRequest(exchange);
  const wrong = shown.body ? violations("documented", schemaPointer(path, method, "requestBody"), shown.json) : [];
  return [
    ...unlessSame("request method", sent.method, shown.method),
    ...unlessSame("request path", service + sent.path, shown.url),
    ...Object.entries(headersOf(shown)).flatMap(([name, value]) =>
      unlessSame(`request header ${name}`, sent.headers[name], value),
    ),
    ...unlessSame("request body", sent.body && JSON.parse(sent.body), shown.json ?? ""),
    ...wrong.map((violation) => `request ${violation}`),
    ...typeErrors(`${exchange.file} request`).map((message) => `request type ${propertyIn(message)}`),
  ];
}

function responseDeviations(exchange: Exchange, { data, response }: Outcome): string[] {
  const { path, method } = operationOf(exchange.operationId);
  const shown = documentedResponse(exchange);
  const status = must(shown.status, "a status in the documented response");
  const wrong = shown.body
    ? violations("documented", schemaPointer(path, method, `responses/${status}`), shown.json)
    : [];
  const missing = requiredHeaders(exchange, status).filter((name) => !(name in headersOf(shown)));
  return [
    ...(shown.blankLine === false ? ["response blank line"] : []),
    ...unlessSame("response status", response?.status, status),
    ...Object.entries(headersOf(shown)).flatMap(([name, value]) =>
      unlessSame(`response header ${name}`, response?.headers.get(name), value),
    ),
    ...missing.map((name) => `response header ${name} required`),
    ...unlessSame("response body", data, shown.json),
    ...wrong.map((violation) => `response ${violation}`),
    ...typeErrors(`${exchange.file} response`).map((message) => `response type ${propertyIn(message)}`),
  ];
}

const unlessSame = (what: string, value: unknown, documented: unknown): string[] =>
  JSON.stringify(value) === JSON.stringify(documented) ? [] : [what];

function requiredHeaders({ operationId }: Exchange, status: number): string[] {
  const response = operationOf(operationId).definition.responses[status];
  const { headers = {} } = response ? resolve<OpenAPIV3.ResponseObject>(response) : {};
  return Object.entries(headers).flatMap(([name, header]) => (resolve(header).required ? [name.toLowerCase()] : []));
}

const compiled = await compile(
  Object.fromEntries(
    exchanges.flatMap((exchange) => {
      const method = `KeySetsClient["${exchange.operationId}"]`;
      const body = `Parameters<${method}>[${operationOf(exchange.operationId).pathParameters.length}]`;
      const data = `NonNullable<Awaited<ReturnType<${method}>>["data"]>`;
      return [
        [`${exchange.file} request`, satisfies(documentedRequest(exchange).json, body)],
        [`${exchange.file} response`, satisfies(documentedResponse(exchange).json, data)],
      ];
    }),
  ),
);

function satisfies(json: unknown, type: string): string {
  if (json === undefined) return "export {};\n"; // there is no body
  return `import type { KeySetsClient } from "trustframework-keysets";\nexport const shown = ${JSON.stringify(json)} satisfies ${type};\n`;
}

const typeErrors = (name: string): string[] => must(compiled[name], `a compiled program ${name}`);

/** The property or value that an error of the compiler names in its last line. */
const propertyIn = (message: string): string =>
  /to type 'never'/.test(message)
    ? "member that fails"
    : (/'"?([^'"]+)"?' (?:does not exist|is missing|is not assignable)/.exec(message)?.[1] ?? message);

/** The parts of a message that an exchange repeats from the facts of its page. */
const headAndBody = ({ headers, body }: { headers: Record<string, string>; body: { text: string } | null }) => ({
  headers,
  body: body?.text,
});

const asShown = ({ headers, body }: ReturnType<typeof documentedRequest | typeof documentedResponse>) => ({
  headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
  body,
});

describe.each(exchanges.map((exchange) => [exchange.page, exchange.synopsis, exchange] as const))(
  "%s: %s",
  (_, __, exchange) => {
    test("the exchange has the bytes of its page", () => {
      const path = new URL(`../../spec/facts/pages/${exchange.page}.yaml`, import.meta.url);
      const { examples = {} }: Page = parse(readFileSync(path, "utf8"));
      const example = examples[exchange.name];
      const request = must(example?.request, `a request ${exchange.name} in the facts`);
      const response = must(example?.response, `a response to ${exchange.name} in the facts`);
      const shown = { request: documentedRequest(exchange), response: documentedResponse(exchange) };
      expect(shown.request).toMatchObject({ method: request.method, url: request.url });
      expect(headAndBody(asShown(shown.request))).toEqual(headAndBody(request));
      expect(shown.response.status).toBe(response.status);
      expect(headAndBody(asShown(shown.response))).toEqual(headAndBody(response));
    });

    test("the client sends and reads what the page shows, except for what a conflict names", async () => {
      const named = Object.values(exchange.deviates ?? {}).flat();
      expect((await deviations(exchange)).sort()).toEqual(named.sort());
    });

    test("each conflict that the exchange names exists", () => {
      expect(conflicts).toEqual(expect.arrayContaining(Object.keys(exchange.deviates ?? {})));
    });

    test("the client sends the token, which the page requires and its example leaves out", async () => {
      const { request } = await replay(exchange);
      expect(request.headers.authorization).toBe("Bearer test-token");
    });
  },
);

const withoutBlankLine = exchanges.filter((exchange) => documentedResponse(exchange).blankLine === false);

test.each(withoutBlankLine.map((exchange) => [exchange.page, exchange] as const))(
  "%s: the response without its blank line, as shown, isn't valid HTTP",
  async (_, exchange) => {
    const { outcome } = await replay(exchange, crlf(exchange.response));
    expect(outcome.error?.kind).toBe("network");
  },
);

const withContentLength = exchanges
  .flatMap(({ page, request, response }) => [request, response].map((text) => ({ page, text })))
  .flatMap(({ page, text }) => {
    const [, length] = /^content-length: (\d+)/im.exec(text) ?? [];
    return length === undefined ? [] : [[page, Number(length), text.slice(text.indexOf("{"))] as const];
  });

test.each(withContentLength)("%s: the documented Content-length, %i, counts CRLF line ends", (_, length, body) => {
  expect(Buffer.byteLength(crlf(body))).toBe(length);
});
