import type { CloudName } from "../generated/clouds.js";

/** An access token as the credentials of `@azure/identity` give it. */
export interface AccessToken {
  token: string;
  /** When it expires, in milliseconds since the epoch. */
  expiresOnTimestamp: number;
}

/** Anything that gets tokens as the credentials of `@azure/identity` do. */
export interface TokenCredential {
  getToken(scopes: string | string[]): Promise<AccessToken | null>;
}

/** How a call is tried again. */
export interface RetryOptions {
  /** How often a call is sent at most, the first time included. The default is 5. A renewed token does not count. */
  tries?: number;
  /** The longest wait between two tries, in milliseconds. The default is 60,000. A longer `Retry-After` ends the call. */
  maxWait?: number;
}

/** The time, for tests that do not wait. */
export interface Clock {
  /** The time in milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds, or rejects as soon as the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** A number from 0 up to 1, which spreads the tries of several clients. */
  random(): number;
}

/** What a client is made of, except for what gives it tokens. */
interface CommonOptions {
  /** The national cloud, which decides the host and the scope of tokens. The default is `global`. */
  cloud?: CloudName;
  /** The service root, with the version segment, in place of the cloud's: for a proxy or a test server. */
  baseUrl?: string;
  /** Sends the requests in place of the global `fetch`. */
  fetch?: (input: string | Request, init?: RequestInit) => Promise<Response>;
  /** Headers to send with every request. */
  headers?: Record<string, string>;
  /** How calls are tried again, or `false` for never. */
  retry?: RetryOptions | false;
  /** How long one try may take, in milliseconds, until its whole answer is there. By default the platform decides: Node waits five minutes for headers and for each part of a body. */
  timeout?: number;
  /** Whether calls of this client that write to one key set go out one after the other (the service refuses others), or at once. */
  writes?: "in-order" | "at-once";
  /** Replaces the clock. */
  clock?: Clock;
}

/** A client that gets its tokens from a credential. */
export interface CredentialOptions extends CommonOptions {
  /** Gives tokens for the cloud's scope. Each is kept until two minutes before it expires. */
  credential: TokenCredential;
  token?: undefined;
}

/** A client that is handed its token. */
export interface TokenOptions extends CommonOptions {
  /** The access token for Microsoft Graph, or a function that is asked for it before each call. */
  token: string | (() => string | Promise<string>);
  credential?: undefined;
}

/** What a client is made of: a token or a credential, and what else differs from the defaults. */
export type KeySetsClientOptions = TokenOptions | CredentialOptions;

/** What one call may set for itself. */
export interface CallOptions {
  /** Headers to send with this call. */
  headers?: Record<string, string>;
  /** Ends the call, its waits included. */
  signal?: AbortSignal;
  /** How long one try of this call may take, in milliseconds. */
  timeout?: number;
  /** The id to find the call by in the service's logs, a GUID. The default is a new one. */
  clientRequestId?: string;
}

/** A try on its way, as openapi-fetch's middleware sees it. */
export interface MiddlewareCallbackParams {
  request: Request;
  /** The path of the operation, with its parameters' names in braces. */
  schemaPath: string;
  /** Empty. The address of the request has the ids. */
  params: {};
  /** The call's `client-request-id`. */
  id: string;
  options: { baseUrl: string };
}

/** Sees each try and its answer on their way, as openapi-fetch's middleware does, without the token. */
export interface Middleware {
  onRequest?(params: MiddlewareCallbackParams): Maybe<Request | Response>;
  onResponse?(params: MiddlewareCallbackParams & { response: Response }): Maybe<Response>;
  onError?(params: MiddlewareCallbackParams & { error: unknown }): Maybe<Response | Error>;
}

type Maybe<T> = T | undefined | void | Promise<T | undefined | void>;
