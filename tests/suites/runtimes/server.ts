import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface Body {
  id?: string;
  key?: string;
}

type Handler = (request: {
  id?: string;
  body: Body;
  url: URL;
}) => [status: number, body: unknown, headers?: Record<string, string>];

const keySets = "/beta/trustFramework/keySets";
const set = `${keySets}/B2C_1A_keyset1`;
const attempted = new Set<string | undefined>();

const handlers: Record<string, Handler> = {
  [`POST ${keySets}`]: ({ body }) => [
    201,
    { id: `B2C_1A_${body.id}`, keys: [] },
    { Location: `/trustFramework/keySets('B2C_1A_${body.id}')` },
  ],
  [`POST ${set}/uploadCertificate`]: ({ body }) => [200, { kid: "certificate", kty: "RSA", x5c: [body.key] }],
  [`POST ${set}/generateKey`]({ id, body }) {
    // The second attempt of a call has the ID of the first one.
    if (attempted.has(id)) return [200, { kid: "generated", ...body }];
    attempted.add(id);
    return [429, { error: { code: "TooManyRequests", message: "Too many requests." } }, { "Retry-After": "0" }];
  },
  [`GET ${keySets}`]: ({ url }) =>
    url.search
      ? [200, { value: [{ id: "c", keys: [] }] }]
      : [
          200,
          {
            value: [
              { id: "a", keys: [] },
              { id: "b", keys: [] },
            ],
            "@odata.nextLink": `${url}?$skiptoken=2`,
          },
        ],
  [`GET ${keySets}/B2C_1A_missing`]: () => [
    400,
    { error: { code: "AADB2C95052", message: "The key set doesn't exist." } },
    { "request-id": "1" },
  ],
};

/** Starts a service for the program on 127.0.0.1, which accepts requests from other origins. */
export async function serve(): Promise<{ origin: string } & AsyncDisposable> {
  const server = createServer(respond).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  response
    .setHeader("Access-Control-Allow-Origin", "*")
    .setHeader("Access-Control-Expose-Headers", "Location, Retry-After, request-id");
  response.setHeader("Content-Type", "application/json");
  if (url.pathname === "/") return void response.setHeader("Content-Type", "text/html").end("<!doctype html>");
  if (request.method === "OPTIONS")
    return void response
      .writeHead(204, { "Access-Control-Allow-Headers": "authorization, client-request-id, content-type" })
      .end();
  if (url.pathname === `${keySets}/B2C_1A_endless`) return void response.write('{"id":');
  const handler =
    request.headers.authorization === "Bearer t" ? handlers[`${request.method} ${url.pathname}`] : undefined;
  const id = request.headers["client-request-id"] as string;
  const [status, body, headers] = handler?.({ id, body: text && JSON.parse(text), url }) ?? [
    500,
    { error: { code: "Unexpected", message: `${request.method} ${url.pathname}` } },
  ];
  response.writeHead(status, headers).end(JSON.stringify(body));
}
