// Plays the exchanges of the document with a mock, or with a validator in front of a service that returns what the document shows.
import { isDeepStrictEqual } from "node:util";

/** What a caller sends with each request. */
export const headers = { authorization: "Bearer any", accept: "application/json" };
export const jsonHeaders = { ...headers, "content-type": "application/json" };

/**
 * How many exchanges a mock shows as they are, how many a validator accepts, and how many wrong ones it rejects. The operations that
 * it has are those whose first exchange is as it should be.
 *
 * `shows` and `accepts` return whether the importer has, or has nothing against, an exchange.
 */
export async function play(exchanges, { shows, accepts }) {
  const check = shows ?? accepts;
  const names = [];
  for (const exchange of firsts(exchanges)) if (await check(exchange)) names.push(exchange.operationId);
  const result = { names };
  if (shows) result.shown = await count(exchanges, shows);
  if (!accepts) return result;
  const wrong = wrongExchanges(exchanges);
  const passed = await count(wrong, accepts);
  result.accepted = await count(exchanges, accepts);
  result.rejected = { count: wrong.length - passed.count, of: wrong.length };
  return result;
}

async function count(exchanges, check) {
  let passed = 0;
  for (const exchange of exchanges) {
    const passes = await check(exchange);
    if (passes) passed += 1;
    else console.error(`${exchange.operationId} ${exchange.status} ${exchange.example ?? ""}`);
  }
  return { count: passed, of: exchanges.length };
}

/** For each operation with a body, an exchange with a list in its place: in the request, and in the success. */
const wrongExchanges = (exchanges) =>
  firsts(exchanges).flatMap((exchange) => [
    ...("request" in exchange ? [{ ...exchange, request: [] }] : []),
    ...("response" in exchange ? [{ ...exchange, response: [] }] : []),
  ]);

const firsts = (exchanges) =>
  exchanges.filter(({ operationId }, i) => exchanges.findIndex((other) => other.operationId === operationId) === i);

/** Sends the request of an exchange, and returns whether its response is the one that the document shows. */
export async function isReturnedBy(baseUrl, { method, path, request, status, response }, moreHeaders = {}) {
  const body = request === undefined ? undefined : JSON.stringify(request);
  const sent = { ...(body ? jsonHeaders : headers), ...moreHeaders };
  const returned = await fetch(baseUrl + path, { method, headers: sent, body });
  const text = await returned.text();
  return returned.status === status && isDeepStrictEqual(text ? JSON.parse(text) : undefined, response);
}

/** Writes the response of an exchange. */
export function respond(response, { status, headers, response: body }) {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined) return response.end();
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(body));
}

/** The base URL of a server of node:http once it listens, on a free port of this machine alone. */
export const listening = (server) =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${server.address().port}`)));
