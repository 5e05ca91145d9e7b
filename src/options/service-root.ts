import { isLoopback } from "../loopback.js";

/** Returns a URL, or undefined if the address isn't valid. (`URL.canParse` is younger than the platforms that this runs on.) */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/**
 * Returns the service root of a base URL, without a slash at its end, or undefined if tokens can't go there: over plain http anybody
 * on the way could read them, unless they don't leave the machine.
 */
export function serviceRoot(baseUrl: string): string | undefined {
  const { protocol, hostname, username, password, origin, pathname } = parseUrl(baseUrl) ?? {};
  const isLocal = protocol === "http:" && isLoopback({ hostname: `${hostname}` });
  const hasMore = username || password || /[?#]/.test(baseUrl);
  return (protocol === "https:" || isLocal) && !hasMore ? `${origin}${pathname}`.replace(/\/+$/, "") : undefined;
}
