import type { ReceivedResponse } from "./send-request.js";

// Statuses without a body (RFC 9110, section 15), for which a Response takes none.
const bodiless = [204, 205, 304];
// What matters of a response whose headers can't be listed.
const known = ["content-type", "location", "request-id", "client-request-id", "retry-after", "www-authenticate"];

/** Returns a `Response` whose body can be read. Undefined if no `Response` can have the status. */
export function toResponse({ response, text }: ReceivedResponse): Response | undefined {
  const { status, url } = response;
  if (status < 200 || status > 599) return undefined;
  const copy = new Response(bodiless.includes(status) ? null : text, {
    status,
    headers: copyHeaders(response.headers),
  });
  return Object.defineProperty(copy, "url", { value: url });
}

function copyHeaders(headers: Headers): Headers {
  if (Symbol.iterator in headers) return new Headers([...headers]);
  return new Headers(
    known.flatMap(
      (name) => [[name, (headers as Headers).get(name) ?? ""]].filter(([, value]) => value) as [string, string][],
    ),
  );
}
