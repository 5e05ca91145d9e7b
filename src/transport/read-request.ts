import type { CopiedClientOptions } from "../options/copy-options.js";
import { parseUrl } from "../options/service-root.js";
import { isWrite, type TransportRequest } from "./send-request.js";

/** A request whose body isn't read yet. */
export interface RequestHead extends Omit<TransportRequest, "body"> {
  clientRequestId: string | undefined;
  readBody(): Promise<string | null>;
}

/**
 * Returns what the arguments of a `fetch` ask for.
 *
 * @throws TypeError if the request would leave the service root, and the token with it.
 */
export function readRequest(
  input: string | URL | Request,
  init: RequestInit,
  { root, headers = {} }: Pick<CopiedClientOptions, "root" | "headers">,
): RequestHead {
  const request = typeof input === "string" || input instanceof URL ? undefined : input;
  const address = `${request ? request.url : input}`;
  const url = parseUrl(address.startsWith("/") ? `${root}${address}` : address);
  if (!url?.href.startsWith(`${root}/`))
    throw new TypeError(`The request isn't below the service root ${root}, so it wasn't sent.`);
  url.hash = "";
  const method = (init.method ?? request?.method ?? "GET").toUpperCase();
  // Not every browser has `request.body`.
  const body = init.body ?? (isWrite(method) ? request : undefined);
  const sent = sendableHeaders(new Headers(init.headers ?? request?.headers));
  const all = { ...headers, ...sent };
  const clientRequestId = all["client-request-id"] ?? randomId();
  return {
    url: url.href,
    method,
    headers: clientRequestId ? { ...all, "client-request-id": clientRequestId } : all,
    clientRequestId,
    async readBody() {
      if (!body || typeof body === "string") return body || null;
      return (await (body === request ? request : new Response(body as BodyInit)).text()) || null;
    },
  };
}

/** Returns the path and query of a URL below the root. */
export const pathOf = (url: string, root: string): string => url.slice(root.length);

const ofTheConnection = [
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "transfer-encoding",
  "upgrade",
];

/** Returns headers without those that the platform sets by itself. Wrong ones make a request hang. */
export function sendableHeaders(headers: Headers): Record<string, string> {
  const sendable: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (!ofTheConnection.includes(name)) sendable[name] = value;
  });
  return sendable;
}

/** Returns a new ID, where the platform has them: not on a page without https. */
export const randomId = (): string | undefined => globalThis.crypto?.randomUUID?.();
