import type { Success } from "./answer.js";
import type { Fail } from "./fail.js";
import type { Operation } from "./operation.js";
import { object, refusal } from "./refusal.js";
import { retryAfter } from "./retry.js";
import { absolute } from "./service-root.js";
import type { Arrived } from "./wire.js";

/** What an answer says, if it is the success that the contract promises. Throws what it says otherwise. */
export function read(
  { status: promised, headers = [], members = [], list }: Operation,
  { response, text }: Arrived,
  fail: Fail,
  now: number,
): Success<any, any, any> {
  const { status, ok } = response;
  const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  const data = object(text);
  const type = header("Content-Type") ?? "application/json";
  const missing = data ? members.find((name) => (list ? !Array.isArray(data[name]) : !(name in data))) : "JSON object";
  const json = /^application\/([\w.-]+\+)?json\b/i.test(type);
  if (status === promised && (status === 204 || (json && !missing))) {
    return { data, status, headers: Object.fromEntries(headers.map((name) => [name, header(name)])), response };
  }
  const { message, ...said } = refusal(data);
  const facts = {
    ...said,
    status: status || undefined,
    retryAfter: retryAfter(header("Retry-After"), now),
    ...idsOf(response),
  };
  if (ok)
    fail(
      "answer",
      `${status}, but ${status !== promised ? `not the promised ${promised}` : json ? `its body has no ${missing}` : `its body is ${type}`}`,
      facts,
    );
  const { host = "no address" } = absolute(header("Location") ?? "", response.url || undefined) ?? {};
  if (response.type === "opaqueredirect" || [301, 302, 303, 307, 308].includes(status))
    fail("redirect", `the answer leads to ${host} and was not followed`, facts);
  if (!said.code) fail("http", `${status} without the service's error body`, facts);
  return fail("service", `${status} ${said.code}${message ? `: ${message}` : ""}`, facts);
}

/** The ids of a request that its answer has as headers. */
export function idsOf({ headers }: Response) {
  const ids = { requestId: headers.get("request-id"), clientRequestId: headers.get("client-request-id") };
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => id));
}
