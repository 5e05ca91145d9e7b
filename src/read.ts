import type { Success } from "./answer.js";
import type { Operation } from "./call.js";
import type { Fail } from "./fail.js";
import { refusal } from "./refusal.js";
import { retryAfter } from "./retry.js";
import type { Arrived } from "./wire.js";

/** What an answer says, if it is the success that the contract promises. Throws what it says otherwise. */
export function read(operation: Operation, { response, text, error }: Arrived, fail: Fail, now: number): Success<any, any, any> {
  const { status, ok } = response;
  const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  if (status === operation.status) {
    const data = /^application\/([\w.-]+\+)?json\b/i.test(header("Content-Type") ?? "application/json") ? object(text) : undefined;
    const headers = Object.fromEntries((operation.headers ?? []).map((name) => [name, header(name)]));
    if (status === 204 || (data && operation.members?.every((name) => name in data))) return { data, status, headers, response };
  }
  const { message, ...said } = refusal(error);
  const facts = {
    ...said,
    status,
    requestId: header("request-id") ?? said.requestId,
    clientRequestId: header("client-request-id") ?? said.clientRequestId,
    retryAfter: retryAfter(header("Retry-After"), now),
  };
  if (ok) {
    const promised = status === operation.status ? "its body is not the JSON object" : `not the ${operation.status}`;
    const effect = operation.method === "GET" ? "" : "; the call may have taken effect";
    throw fail("answer", `${status}, but ${promised} that the contract promises${effect}`, facts);
  }
  if ([301, 302, 303, 307, 308].includes(status)) throw fail("redirect", `${status}, which leads elsewhere and was not followed`, facts);
  if (!said.code) throw fail("http", `${status} without the service's error body`, facts);
  throw fail("service", [`${status} ${said.code}`, ...(message ? [message] : [])].join(": "), facts);
}

/** The object of a JSON text, unless it is none. */
function object(text: string): object | undefined {
  try {
    const value = JSON.parse(text);
    return Object(value) === value && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
