import type { CopiedClientOptions } from "../options/copy-options.js";
import { sendableHeaders } from "../options/sendable-headers.js";
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
  const request = typeof input === "string" || input instanceof URL ? undefined : (Object(input) as Partial<Request>);
  const address = `${request ? request.url : input}`;
  const url = parseUrl(address.startsWith("/") ? `${root}${address}` : address);
  if (!url?.href.startsWith(`${root}/`))
    throw new TypeError(`The request isn't below the service root ${root}, so it wasn't sent.`);
  url.hash = "";
  const method = (init.method ?? request?.method ?? "GET").toUpperCase();
  if (init.body && !isWrite(method)) throw new TypeError(`A ${method} request can't have a body.`);
  // Throws for a method that fetch doesn't send.
  new Request(url, { method });
  // Not every browser has `request.body`.
  const body = init.body ?? (isWrite(method) ? (request as Request | undefined) : undefined);
  // The body of a form or a file says what it is.
  const read = body && typeof body !== "string" && body !== request ? new Response(body as BodyInit) : request;
  const type = read instanceof Response ? read.headers.get("content-type") : null;
  const own = sendableHeaders(new Headers(init.headers ?? request?.headers));
  return {
    url: url.href,
    method,
    ...identify({ ...(type && { "content-type": type }), ...headers, ...own }),
    async readBody() {
      if (!body || typeof body === "string") return body || null;
      return (await (read as Response).text()) || null;
    },
  };
}

/** Returns the path and query of a URL below the root. */
export const pathOf = (url: string, root: string): string => url.slice(root.length);

/** Gives headers the ID of their request: the one given, their own, or a new one, where the platform has IDs. Returns both. */
export function identify(headers: Record<string, string>, given?: string) {
  // A page without https has no randomUUID.
  const clientRequestId = given ?? headers["client-request-id"] ?? globalThis.crypto?.randomUUID?.();
  if (clientRequestId) headers["client-request-id"] = clientRequestId;
  return { clientRequestId, headers };
}
