import type { HeadersOptions } from "openapi-fetch";
import type { operations } from "../generated/types.js";
import type { CallOptions } from "./options/options.js";
import type { ListOf, ResultOf } from "./responses/result-of.js";

/** What a generated method hands to openapi-fetch beside the path and the body. (As an interface it lacks the index signature that openapi-fetch expects.) */
type HttpInit = {
  parseAs: "text";
  headers: HeadersOptions;
  signal: AbortSignal | null;
  fetch: (request: Request) => Promise<Response>;
  Request: typeof Request;
  bodySerializer: () => string;
  querySerializer: () => string;
};

/** The arguments of a call, and how openapi-fetch sends them. */
export interface OperationCall {
  /** The path parameters. */
  ids?: Record<string, string>;
  body?: object;
  options: CallOptions | undefined;
  send(init: HttpInit): Promise<{ data?: unknown; error?: unknown; response: Response }>;
}

/** Calls an operation. */
export type CallOperation = <Id extends keyof operations>(id: Id, call: OperationCall) => Promise<ResultOf<Id>>;

/** Calls an operation that returns a list. */
export type ListOperation = <Id extends keyof operations>(id: Id, call: OperationCall) => ListOf<Id>;
