import type { Success } from "./answer.js";
import type { Operation } from "./call.js";
import type { Fail } from "./fail.js";
import { object, refusal } from "./refusal.js";
import { retryAfter } from "./retry.js";
import type { Arrived } from "./wire.js";

/** What an answer says, if it is the success that the contract promises. Throws what it says otherwise. */
export function read({ method, status: promised, headers = [], members = [], list }: Operation, { response, text }: Arrived, fail: Fail, now: number): Success<any, any, any> {
  const { status, ok, type } = response;
  const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  const data = object(text);
  const json = /^application\/([\w.-]+\+)?json\b/i.test(header("Content-Type") ?? "application/json");
  const whole = json && data && members.every((name) => name in data) && (!list || Array.isArray(data.value));
  if (status === promised && (whole || status === 204)) {
    return { data: status === 204 ? undefined : data, status, headers: Object.fromEntries(headers.map((name) => [name, header(name)])), response };
  }
  const { message, ...said } = refusal(data);
  const facts = {
    ...said,
    status: status || undefined,
    requestId: header("request-id") ?? said.requestId,
    clientRequestId: header("client-request-id") ?? said.clientRequestId,
    retryAfter: retryAfter(header("Retry-After"), now),
  };
  if (ok) {
    const instead = status === promised ? "its body is not the JSON object" : `not the ${promised}`;
    const effect = method === "GET" ? "" : "; the call may have taken effect";
    fail("answer", `${status}, but ${instead} that the contract promises${effect}`, facts);
  }
  if (type === "opaqueredirect" || [301, 302, 303, 307, 308].includes(status)) fail("redirect", "the answer leads elsewhere and was not followed", facts);
  if (!said.code) fail("http", `${status} without the service's error body`, facts);
  return fail("service", `${status} ${said.code}${message ? `: ${message}` : ""}`, facts);
}
