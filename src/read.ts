import type { Success } from "./answer.js";
import type { Fail, Operation } from "./call.js";
import { redacted, refusal } from "./refusal.js";
import { retryAfter } from "./retry.js";
import type { Arrived } from "./wire.js";

/** What an answer says, if it is the success that the contract promises. Throws what it says otherwise. */
export function read(operation: Operation, { response, text, error }: Arrived, secrets: () => string[], fail: Fail, now: () => number): Success<any, any, any> {
  const { status, ok } = response;
  const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  if (status === operation.status) {
    const type = header("Content-Type") ?? "application/json";
    const data = status !== 204 && /^application\/([\w.-]+\+)?json\b/i.test(type) ? object(text) : undefined;
    const headers: Record<string, string | undefined> = {};
    for (const name of operation.headers ?? []) headers[name] = header(name);
    if (data || status === 204) return { data, status, headers, response };
  }
  const { message, ...said } = redacted(refusal(error), secrets());
  const facts = {
    ...said,
    status,
    requestId: header("request-id") ?? said.requestId,
    clientRequestId: header("client-request-id") ?? said.clientRequestId,
    retryAfter: retryAfter(header("Retry-After"), now()),
  };
  if (ok) throw fail("answer", `${status}, but not the ${operation.status} that the contract promises; the call may have taken effect`, facts);
  throw said.code ? fail("service", `${status} ${said.code}: ${message}`, facts) : fail("http", `${status} without the service's error body`, facts);
}

/** The object of a JSON text, unless it is none. */
function object(text: string): object | undefined {
  try {
    const value = JSON.parse(text);
    return Array.isArray(value) ? undefined : Object(value) === value ? value : undefined;
  } catch {
    return undefined;
  }
}
