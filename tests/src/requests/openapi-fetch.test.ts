import createClient, { type Middleware } from "openapi-fetch";
import { expect, test } from "vitest";
import { createKeySetsClient, type KeySetOperations, type paths } from "../../../src/index.ts";
import { connected, created, drop, http } from "../../support/client.ts";
import { operationOf } from "../../support/document.ts";
import { documentedRequest, exchanges, sendable } from "../../support/exchanges.ts";
import { type Reaction, serve } from "../../support/server.ts";

test.each(exchanges)("$page: $synopsis is sent as openapi-fetch's own client sends it", async (exchange) => {
  const { path, method } = operationOf(exchange.operationId);
  const { body } = sendable(documentedRequest(exchange).json);
  const ids = exchange.parameters ?? {};
  await using it = await connected([created]);
  const theirs = createClient<paths>({
    baseUrl: `${it.server.origin}/beta`,
    headers: { Authorization: "Bearer secret-token" },
  });
  const call = it.client[exchange.operationId as keyof KeySetOperations] as (...args: unknown[]) => Promise<unknown>;
  await call(...Object.values(ids), ...(body ? [body] : []));
  await (theirs.request as (...args: unknown[]) => Promise<unknown>)(method, path, {
    params: { path: ids },
    body,
  });
  const [ours, others] = it.received.map(({ headers, ...rest }) => ({
    ...rest,
    type: headers["content-type"],
    authorization: headers.authorization,
  }));
  expect(ours).toEqual(others);
});

/** Notes what it sees, and does what the ways say. */
function noting(name: string, seen: string[], ways: { [step in keyof Middleware]?: () => unknown } = {}): Middleware {
  const note =
    (step: keyof Middleware) =>
    (context: {
      request: Request;
      schemaPath: string;
      response?: Response;
      error?: unknown;
      options: { baseUrl: string };
    }) => {
      const { request, schemaPath, response, error, options } = context;
      seen.push(
        [
          name,
          step,
          request.method,
          new URL(request.url).pathname,
          request.headers.get("x-by"),
          schemaPath,
          response?.status,
          error && (error as Error).message === "Mine.",
          options.baseUrl.split("/")[3],
        ].join(" "),
      );
      return ways[step]?.() as never;
    };
  return { onRequest: note("onRequest"), onResponse: note("onResponse"), onError: note("onError") };
}

const other = () => new Request("http://127.0.0.1:1/beta", { headers: { "x-by": "middleware" } });
const response = () => Response.json({ id: "kept", keys: [] }, { status: 201 });

test.each<[string, Reaction, Parameters<typeof noting>[2]]>([
  ["nothing is changed", created, {}],
  ["the service refuses", http(400), {}],
  ["the request has a response", created, { onRequest: response }],
  ["the response is replaced", created, { onResponse: response }],
  ["the network fails", drop, {}],
  ["a response replaces the failure", drop, { onError: response }],
  ["another error stands in for the failure", drop, { onError: () => new Error("Mine.") }],
  ["the request is replaced, by one that goes elsewhere", created, { onRequest: other }],
  [
    "it throws",
    created,
    {
      onResponse: () => {
        throw new Error("Mine.");
      },
    },
  ],
])("middleware sees the same as with openapi-fetch's own client when %s", async (_, reaction, ways) => {
  await using server = await serve(reaction);
  const baseUrl = `${server.origin}/beta`;
  const [ours, theirs]: [string[], string[]] = [[], []];
  const options = { baseUrl, headers: { "x-by": "client" } };
  const clients = [
    createKeySetsClient({ ...options, token: "t", retry: false }),
    createClient<paths>(options),
  ] as const;
  for (const [i, seen] of [ours, theirs].entries())
    clients[i]?.use(noting("first", seen), noting("second", seen, ways), noting("third", seen));
  const outcome = ({ data }: { data?: { id: string | null } | undefined }) => data?.id;
  ours.push(`${await clients[0].createKeySet({ id: "a" }).then(outcome, () => undefined)}`);
  theirs.push(
    `${await clients[1].POST("/trustFramework/keySets", { body: { id: "a" } }).then(outcome, () => undefined)}`,
  );
  expect(ours).toEqual(theirs);
  expect(ours).not.toEqual([]);
});
