export type * from "../generated/client.js";
export type { CloudName } from "../generated/clouds.js";
export * from "../generated/error-codes.js";
export type * from "../generated/types.js";
export type { Answer, Failure, List, Success } from "./answer.js";
export { createKeySetsClient } from "./client.js";
export { type ErrorKind, type Failed, isKeySetsError, KeySetsError } from "./error.js";
export { type Explanation, explain } from "./explain.js";
export type {
  AccessToken,
  CallOptions,
  Clock,
  KeySetsClientOptions,
  Middleware,
  MiddlewareCallbackParams,
  RetryOptions,
  TokenCredential,
} from "./options.js";
