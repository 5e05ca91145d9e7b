import type { KeySetsError } from "./error.js";
import type { Clock, RetryOptions } from "./options.js";

/** How many seconds a Retry-After header asks to wait, which has seconds or a date (RFC 9110, section 10.2.3). */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (/^\d+$/.test(header ?? "")) return Math.min(Number(header), Number.MAX_SAFE_INTEGER);
  // Date.parse alone takes "-5" for a day in May.
  const date = Date.parse(/^\w{3}, .* GMT$/.exec(header ?? "")?.[0] ?? "");
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

/** How many milliseconds to wait before the next try, or undefined if there is to be none. */
export function delay(
  { status, kind, retryAfter }: KeySetsError,
  method: string,
  tries: number,
  { tries: most = 5, maxWait = 60_000 }: RetryOptions,
  random: Clock["random"],
): number | undefined {
  // Idempotent (RFC 9110, section 9.2.2): a second time does no more than once.
  const repeatable = ["GET", "PUT", "DELETE"].includes(method);
  const passing = status === 429 || (repeatable && (status === 503 || status === 504 || kind === "network"));
  if (!passing || tries >= most) return undefined;
  if (retryAfter === undefined) return Math.min(maxWait, 1000 * 2 ** (tries - 1)) * (0.5 + random() / 2);
  return retryAfter * 1000 > maxWait ? undefined : retryAfter * 1000;
}
