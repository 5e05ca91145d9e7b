import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadLedger } from "../../scripts/conflicts/load.ts";
import { createKeySetsClient, type KeySetsClient } from "../../src/index.ts";
import { compile } from "../support/compiler.ts";
import { operationOf, resolve } from "../support/document.ts";
import {
  crlf,
  documentedRequest,
  documentedResponse,
  type Exchange,
  exchanges,
  headersOf,
} from "../support/exchanges.ts";
import { serve } from "../support/server.ts";
import { schemaPointer, violations } from "../support/validator.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const conflicts = new Set((await loadLedger()).conflicts.map(({ id }) => id));
const service = "https://graph.microsoft.com";

/** Sends what the page shows with the shipped client, to a server that answers with the page's own bytes. */
async function replay(exchange: Exchange, bytes = documentedBytes(exchange)) {
  await using server = await serve(bytes);
  const client = createKeySetsClient({ token: "test-token", baseUrl: `${server.origin}/beta` });
  const call = client[exchange.operationId as keyof KeySetsClient] as (...args: unknown[]) => Promise<any>;
  const { json } = documentedRequest(exchange);
  const args = [...Object.values(exchange.parameters ?? {}), ...(json === undefined ? [] : [json])];
  const answer = await call(...args);
  return { answer, request: server.received[0]! };
}

function documentedBytes(exchange: Exchange): string {
  const { blankLine, body } = documentedResponse(exchange);
  if (!body) return crlf(`${exchange.response}\n\n`);
  if (blankLine) return crlf(exchange.response);
  return crlf(exchange.response.replace(body.text, `\n${body.text}`));
}

/** Everything in which the replay is not what the page shows, each in a line. */
async function deviations(exchange: Exchange): Promise<string[]> {
  const { path, method } = operationOf(exchange.operationId);
  const shown = { request: documentedRequest(exchange), response: documentedResponse(exchange) };
  const { answer, request } = await replay(exchange);
  const found: string[] = [];
  const compare = (what: string, sent: unknown, documented: unknown) => {
    if (JSON.stringify(sent) !== JSON.stringify(documented)) found.push(what);
  };

  compare("request method", request.method, shown.request.method);
  compare("request path", service + request.path, shown.request.url);
  for (const [name, value] of Object.entries(headersOf(shown.request)))
    compare(`request header ${name}`, request.headers[name], value);
  compare("request body", request.body && JSON.parse(request.body), shown.request.json ?? "");
  if (shown.request.body) {
    for (const broken of violations("request", schemaPointer(path, method, "requestBody"), shown.request.json))
      found.push(`request ${broken}`);
  }
  for (const message of compiled[`${exchange.file} request`]!) found.push(`request type ${named(message)}`);
  if (answer.error?.kind === "response") return [...found, "response body is no JSON"];

  if (shown.response.blankLine === false) found.push("response blank line");
  compare("response status", answer.response.status, shown.response.status);
  for (const [name, value] of Object.entries(headersOf(shown.response)))
    compare(`response header ${name}`, answer.response.headers.get(name), value);
  for (const name of requiredHeaders(exchange, shown.response.status!)) {
    if (!(name in headersOf(shown.response))) found.push(`response header ${name} required`);
  }
  compare("response body", answer.data, shown.response.json);
  if (shown.response.body) {
    const pointer = schemaPointer(path, method, `responses/${shown.response.status!}`);
    for (const broken of violations("response", pointer, shown.response.json)) found.push(`response ${broken}`);
  }
  for (const message of compiled[`${exchange.file} response`]!) found.push(`response type ${named(message)}`);
  return found;
}

function requiredHeaders({ operationId }: Exchange, status: number): string[] {
  const { headers = {} } = operationOf(operationId).definition.responses[status] as any;
  return Object.entries(headers).flatMap(([name, header]) =>
    (resolve(header) as any).required ? [name.toLowerCase()] : [],
  );
}

// The last line of a compiler's message is the one that names the property, but for one that the type does not take.
const named = (message: string): string =>
  /to type 'never'/.test(message)
    ? "member that is refused"
    : (/'"?([^'"]+)"?' (?:does not exist|is missing|is not assignable)/.exec(message)?.[1] ?? message);

const compiled = compile(
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
  return `import type { KeySetsClient } from "../../src/index.ts";\nexport const shown = ${JSON.stringify(json)} satisfies ${type};\n`;
}

describe.each(exchanges)("$page: $synopsis", (exchange) => {
  test("is data exactly as its page shows it", () => {
    const { examples } = parse(read(`spec/facts/pages/${exchange.page}.yaml`));
    const { request, response } = examples.find(({ request }: any) => request.annotation.name === exchange.name);
    const head = ({ headers, body }: any) => ({
      headers: headers.map(({ name, value }: any) => ({ name, value })),
      body: body?.text,
    });
    const shown = { request: documentedRequest(exchange), response: documentedResponse(exchange) };
    expect(shown.request).toMatchObject({ method: request.method, url: request.url });
    expect(head(shown.request)).toEqual(head(request));
    expect(shown.response.status).toBe(response.status);
    expect(head(shown.response)).toEqual(head(response));
  });

  test("is sent and answered as documented, but for what a conflict names", async () => {
    expect((await deviations(exchange)).sort()).toEqual(
      Object.values(exchange.deviates ?? {})
        .flat()
        .sort(),
    );
  });

  test("excuses itself only with conflicts that the ledger has", () => {
    for (const conflict of Object.keys(exchange.deviates ?? {})) expect(conflicts).toContain(conflict);
  });

  test("carries the token, which the page requires and its example leaves out", async () => {
    const { request } = await replay(exchange);
    expect(request.headers.authorization).toBe("Bearer test-token");
  });
});

test.each(exchanges.filter((exchange) => documentedResponse(exchange).blankLine === false))(
  "$page: an answer without the blank line, as shown, is no HTTP that a client can read",
  async (exchange) => {
    const { answer } = await replay(exchange, crlf(exchange.response));
    expect(answer.error.kind).toBe("network");
  },
);

test.each(
  exchanges
    .flatMap(({ page, request, response }) => [request, response].map((text) => ({ page, text })))
    .filter(({ text }) => /content-length/i.test(text)),
)("$page: a documented Content-length counts the body with CRLF line ends", ({ text }) => {
  const body = text.slice(text.indexOf("{"));
  expect(Number(/content-length: (\d+)/i.exec(text)![1])).toBe(Buffer.byteLength(crlf(body)));
});
