import type { CloudName } from "../../generated/clouds.js";
import type { KeySetsError } from "../errors/keysets-error.js";

/** An access token in the form of `@azure/identity`. */
export interface AccessToken {
  token: string;
  /** When the token expires, in milliseconds since 1970-01-01T00:00:00Z. */
  expiresOnTimestamp: number;
  /** When to get a new token, in milliseconds since 1970-01-01T00:00:00Z. The default is five minutes before it expires. */
  refreshAfterTimestamp?: number | undefined;
}

/** What a credential or a token function receives, in the form of `@azure/identity`. */
export interface GetTokenOptions {
  /** The claims that the service asks for, as JSON text. Set after a claims challenge. */
  claims?: string;
  /** True: the client handles claims challenges (Continuous Access Evaluation). */
  enableCae?: boolean;
  /** Aborted when no call waits for the token any longer. */
  abortSignal?: AbortSignal;
}

/** Any object that gets tokens in the way of the credentials of `@azure/identity`. */
export interface TokenCredential {
  getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null>;
}

/** How failed requests are repeated. */
export interface RetryOptions {
  /** The most attempts of a call, the first included. The default is 5. The attempt after a renewed token doesn't count. */
  maxAttempts?: number | undefined;
  /** The longest wait before an attempt, in milliseconds. The default is 60,000. If the service asks for a longer one, the call fails. */
  maxWait?: number | undefined;
}

/** The time and chance. Tests replace it, so that nothing waits. */
export interface Clock {
  /** Returns the time in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Returns a number from 0 up to 1, which spreads the retries of several clients. */
  random(): number;
  /** Resolves after so many milliseconds. Can reject as soon as the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** Calls the function after so many milliseconds. Returns a function that cancels this. Work in the background doesn't keep a process alive. */
  schedule(run: () => void, milliseconds: number, isBackground?: boolean): () => void;
}

/** What a custom `fetch` receives beside the URL. A subset of the platform's `RequestInit`. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body: string | null;
  signal: AbortSignal;
  redirect: "manual";
}

/** The part of a `Response` that the client needs from a custom `fetch`. */
export interface FetchedResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Headers by name, a `Headers` object, or pairs, such as a `Map`. Headers without a value aren't sent. */
export type HeaderValues =
  | Record<string, string | undefined>
  | Headers
  | Iterable<readonly [string, string | undefined]>;

/** An attempt that failed and is about to be repeated. */
export interface RetryEvent {
  /** Why the attempt failed. */
  error: KeySetsError;
  /** The number of the attempt that failed, from 1. */
  attempt: number;
  /** The wait before the next attempt, in milliseconds. */
  delay: number;
}

/** A step of a call. It has no token, key material, or password. */
export interface LogEvent {
  step: "request" | "response" | "failure" | "retry";
  /** The operation, unless the request came through `createKeySetsFetch`. */
  operation: string | undefined;
  method: string;
  /** The path and query of the request. */
  path: string;
  /** The number of the attempt, from 1. */
  attempt: number;
  clientRequestId: string | undefined;
  /** The HTTP status, in a response. */
  status?: number;
  /** The ID that the service gave the request, in a response. */
  requestId?: string | undefined;
  /** The message of the error, in a failure and a retry. */
  message?: string;
  /** The wait before the next attempt in milliseconds, in a retry. */
  delay?: number;
}

/** Options other than authentication. */
interface CommonOptions {
  /** The national cloud, which sets the host and the scope of tokens. The default is `global`. */
  cloud?: CloudName | undefined;
  /** The service root with the version segment, instead of the cloud's: for a proxy or a test server. It is an https URL, or http on this machine. */
  baseUrl?: string | URL | undefined;
  /** Sends the requests, instead of the global `fetch`. It receives a URL and a plain object. */
  fetch?: ((url: string, init: FetchInit) => Promise<FetchedResponse>) | undefined;
  /** Headers of every request. */
  headers?: HeaderValues | undefined;
  /** How failed requests are repeated, or `false` for never. */
  retry?: RetryOptions | false | undefined;
  /**
   * The longest time of an attempt in milliseconds, from its token to the last byte of the response. The default is 60,000. A write
   * also waits no longer than this for earlier writes to the same key set.
   */
  timeout?: number | undefined;
  /** Whether writes of this client to one key set are sent in order, one at a time (the service rejects concurrent ones), or at once. The default is `in-order`. */
  writes?: "in-order" | "at-once" | undefined;
  /** Called before each retry. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Called at each step of a call. The event has no secrets. */
  log?: ((event: LogEvent) => void) | undefined;
  /** Replaces the platform's clock. */
  clock?: Clock | undefined;
}

/** Options of a client that gets its tokens from a credential. */
export interface CredentialOptions extends CommonOptions {
  /** Gets tokens for the cloud's scope. A token is kept until it expires, and renewed in the background before that. */
  credential: TokenCredential;
  token?: undefined;
}

/** Options of a client that receives its token. */
export interface TokenOptions extends CommonOptions {
  /** The access token for Microsoft Graph, or a function that returns it. The function is called for each request. */
  token: string | ((options: GetTokenOptions) => string | Promise<string>);
  credential?: undefined;
}

/** Options of a client: a token or a credential, and what differs from the defaults. */
export type KeySetsClientOptions = TokenOptions | CredentialOptions;

/** Options of one call. */
export interface CallOptions {
  /** Headers of this call. */
  headers?: HeaderValues | undefined;
  /** Ends the call, its waits included. */
  signal?: AbortSignal | undefined;
  /** The longest time of an attempt of this call, in milliseconds. */
  timeout?: number | undefined;
  /** How this call is repeated, or `false` for never. What it leaves out is as for the client. */
  retry?: RetryOptions | false | undefined;
  /** The ID to find the call by in the service's logs, a GUID. The default is a new one. */
  clientRequestId?: string | undefined;
}

/** What a middleware receives, in openapi-fetch's form. */
export interface MiddlewareCallbackParams {
  request: Request;
  /** The path of the operation, with the names of its parameters in braces. */
  readonly schemaPath: string;
  readonly params: { path?: Record<string, unknown> };
  /** A random ID of the call. */
  readonly id: string;
  readonly options: { baseUrl: string };
}

/** openapi-fetch's middleware. It sees each call once, without its token; `onRetry` and `log` see the attempts. */
export interface Middleware {
  onRequest?(params: MiddlewareCallbackParams): Maybe<Request | Response>;
  onResponse?(params: MiddlewareCallbackParams & { response: Response }): Maybe<Response>;
  onError?(params: MiddlewareCallbackParams & { error: unknown }): Maybe<Response | Error>;
}

// biome-ignore lint/suspicious/noConfusingVoidType: middleware that only looks returns nothing, as in openapi-fetch's own types.
type Maybe<T> = T | undefined | void | Promise<T | undefined | void>;
