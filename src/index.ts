export type * from "../generated/client.js";
export { type CloudName, clouds } from "../generated/clouds.js";
export * from "../generated/error-codes.js";
export type * from "../generated/types.js";
export { createKeySetsClient } from "./client.js";
export { type EnsuredKeySet, ensureKeySet } from "./ensure-key-set.js";
export { type Explanation, explain } from "./errors/explain.js";
export { type ErrorKind, isKeySetsError, KeySetsError, type KeySetsErrorDetails } from "./errors/keysets-error.js";
export { isAlreadyThere, isMissing, KeySetsErrorCode } from "./errors/known-codes.js";
export { keySetId } from "./key-set-id.js";
export { expiresAt, toSeconds } from "./key-times.js";
export type {
  AccessToken,
  CallOptions,
  Clock,
  CredentialOptions,
  FetchedResponse,
  FetchInit,
  GetTokenOptions,
  HeaderValues,
  KeySetsClientOptions,
  LogEvent,
  Middleware,
  MiddlewareCallbackParams,
  RetryEvent,
  RetryOptions,
  TokenCredential,
  TokenOptions,
} from "./options/options.js";
export type { Failure, List, Result, Success } from "./responses/result.js";
export { createKeySetsFetch, type KeySetsFetch } from "./transport/create-keysets-fetch.js";
