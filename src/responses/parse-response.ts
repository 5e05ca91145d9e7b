import type { CallRecord } from "../call-record.js";
import { createError, showFor } from "../errors/create-error.js";
import { parseJsonObject } from "../errors/parse-odata-error.js";
import { isGuid } from "../errors/redact.js";
import type { Operation } from "../operation.js";
import type { ReceivedResponse } from "../transport/send-request.js";
import { createResponseError, factsOf } from "./create-response-error.js";
import type { Success } from "./result.js";

/** Returns a response as the success that the contract promises. Throws the error that it is otherwise. */
export function parseResponse(
  record: CallRecord,
  { status: promised, headers: promisedHeaders = [], members = [], isList }: Operation,
  { response, text, cause }: ReceivedResponse,
  now: number,
): Success<unknown, number, Record<string, string | undefined>> {
  const { status, headers } = response;
  if (status < 200 || status > 299) throw createResponseError(record, { response, text, cause }, now);
  const header = (name: string) => headers.get(name) ?? undefined;
  // A GUID takes no look.
  const id = (given: string | undefined) => (given && !isGuid(given) ? showFor(record)(given) : given);
  const fail = (problem: string, said?: string): never => {
    throw createError(record, "response", `status ${status}, but ${problem}`, { ...factsOf(response, now), said });
  };
  if (status !== promised) fail(`the contract promises ${promised}`);
  const data = status === 204 ? undefined : parseJsonObject(text);
  if (status !== 204) {
    const type = header("Content-Type") || "application/json";
    if (!/^application\/([\w.-]+\+)?json\s*(;|,|$)/i.test(type)) fail("the body isn't JSON", type);
    if (!data) fail("the body isn't a JSON object");
    const isExpected = (name: string) => (isList ? isListOfObjects(data?.[name]) : typeof data?.[name] === "string");
    const missing = members.find((name) => !isExpected(name));
    if (missing) fail(`the body doesn't have ${isList ? "a list of objects" : "a text"} "${missing}"`);
    if (data?.keys != null && !isListOfObjects(data.keys)) fail('"keys" in the body isn\'t a list of objects');
  }
  return {
    data,
    status,
    headers: Object.fromEntries(promisedHeaders.map((name) => [name, header(name)])),
    requestId: id(header("request-id")),
    clientRequestId: id(header("client-request-id") ?? record.clientRequestId),
    response,
  };
}

const isListOfObjects = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => Object(each) === each && !Array.isArray(each));
