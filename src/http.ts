import createClient from "openapi-fetch";
import type { operations, paths, Readable, Writable } from "../generated/types.js";
import { pathOf } from "./path.js";

/** What a client is made of. */
export interface KeySetsClientOptions {
  /** The access token for Microsoft Graph, or a function that is asked for it before each request. */
  token: string | (() => string | Promise<string>);
  /** The service root, with the version segment. The default is the global service, `https://graph.microsoft.com/beta`. */
  baseUrl?: string;
  /** Sends the requests in place of the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** Headers to send with every request. */
  headers?: Record<string, string>;
}

/** What one call may set for itself. */
export interface CallOptions {
  /** Headers to send with this request. */
  headers?: Record<string, string>;
  /** Ends the call. */
  signal?: AbortSignal;
}

/** Sees requests and answers on their way, as openapi-fetch's middleware does. */
export interface Middleware {
  onRequest?(context: { request: Request; schemaPath: string }): Maybe<Request | Response>;
  onResponse?(context: { request: Request; response: Response; schemaPath: string }): Maybe<Response>;
  onError?(context: { request: Request; error: unknown; schemaPath: string }): Maybe<Response | Error>;
}

type Maybe<T> = T | undefined | void | Promise<T | undefined | void>;
type Method = "get" | "post" | "put" | "patch" | "delete";
type PathWith<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths];
type Json<T> = T extends { content: { "application/json": infer Value } } ? Value : undefined;
type BodyOf<Operation> = Operation extends { requestBody: infer Content } ? Writable<Json<Content>> : never;
type AnswerOf<Operation> = Operation extends { responses: infer Responses }
  ?
      | { data: Readable<Json<Responses[keyof Responses & SuccessStatus]>>; error?: undefined; response: Response }
      | { data?: undefined; error: Readable<Json<Responses[Exclude<keyof Responses, SuccessStatus>]>>; response: Response }
  : never;
type SuccessStatus = 200 | 201 | 204;
type Init<Operation> = CallOptions &
  (Operation extends { parameters: { path: infer Path } } ? { params: { path: Path } } : {}) &
  (Operation extends { requestBody: object } ? { body: BodyOf<Operation> } : {});

// openapi-fetch's own signatures infer the init from the argument, so a misspelt property passes. Here it is given.
type Call<M extends Method> = <P extends PathWith<M>>(
  path: P,
  ...init: {} extends Init<paths[P][M]> ? [init?: Init<paths[P][M]>] : [init: Init<paths[P][M]>]
) => Promise<AnswerOf<paths[P][M]>>;

/** Typed calls by path, and middleware for all calls. */
export interface Http {
  GET: Call<"get">;
  POST: Call<"post">;
  PUT: Call<"put">;
  PATCH: Call<"patch">;
  DELETE: Call<"delete">;
  /** Adds middleware. */
  use(...middleware: Middleware[]): void;
  /** Takes middleware away again. */
  eject(...middleware: Middleware[]): void;
}

/** The body that an operation takes. */
export type Body<Id extends keyof operations> = BodyOf<operations[Id]>;

/** What a call resolves to: `data` on success, else `error`, and the `response` with its status and headers. */
export type Answer<Id extends keyof operations> = AnswerOf<operations[Id]>;

/** The calls by path, with the token on each. */
export function createHttp({ token, baseUrl = "https://graph.microsoft.com/beta", fetch = globalThis.fetch, headers = {} }: KeySetsClientOptions): Http {
  const root = serviceRoot(baseUrl);
  return createClient<paths>({
    baseUrl: root,
    headers,
    pathSerializer: pathOf,
    // The service documents no redirect, and the token must not follow one.
    redirect: "error",
    // After all middleware, so that none sees the token or sends it elsewhere.
    async fetch(request) {
      if (!request.url.startsWith(`${root}/`) || request.redirect !== "error") {
        throw new TypeError("The request would leave the service root, so it was not sent.");
      }
      request.headers.set("Authorization", `Bearer ${sendable(typeof token === "function" ? await token() : token)}`);
      return fetch(request);
    },
  }) as unknown as Http;
}

function serviceRoot(baseUrl: string): string {
  if (!URL.canParse(baseUrl)) throw new TypeError(`baseUrl must be a whole address, such as https://graph.microsoft.com/beta.`);
  const { protocol, hostname, username, search, hash, href } = new URL(baseUrl);
  if (username || search || hash) throw new TypeError("baseUrl must have no user, query or fragment.");
  const loopback = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && loopback)) {
    throw new TypeError(`baseUrl must be https, as a token goes there (http for this machine alone); it is ${protocol}//${hostname}.`);
  }
  return href.replace(/\/+$/, "");
}

// The platform's own error would quote the header's value.
function sendable(token: string): string {
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError('The token must be the bare access token, without "Bearer ": it is empty or has characters that no header can carry.');
  }
  return token;
}
