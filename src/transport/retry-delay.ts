import type { KeySetsError } from "../errors/keysets-error.js";
import type { Clock, RetryOptions } from "../options/options.js";

/** How a call is repeated. */
export interface RetryPolicy {
  maxAttempts: number;
  maxWait: number;
}

/** Returns the policy of options: each set overrides those before it, and `false` stands for a single attempt. */
export function retryPolicy(...all: (RetryOptions | false | undefined)[]): RetryPolicy {
  let policy: RetryPolicy = { maxAttempts: 5, maxWait: 60_000 };
  for (const each of all) {
    const { maxAttempts = policy.maxAttempts, maxWait = policy.maxWait } = each || {};
    policy = { maxAttempts: each === false ? 1 : maxAttempts, maxWait };
  }
  return policy;
}

const throttled: unknown[] = ["AADB2C90229", "AADB2C90244", "AADB2C95043"];
/** Codes with which the service says that it did nothing and that a repeat can succeed, whatever the status. The last is of concurrent writes. */
const nothingDone: unknown[] = [...throttled, "AADB2C95053"];
/** Codes of a service that is unavailable or has an internal error. They can come with status 400. */
const serviceFailed: unknown[] = ["AADB2C90035", "AADB2C90063"];
const transientStatuses: unknown[] = [408, 500, 502, 503, 504];
// Idempotent (RFC 9110, section 9.2.2): a second time does no more than once.
const repeatable = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"];

/** Whether a response with an error status says that the request had no effect. */
export function isRejected(status: number, code: string | undefined): boolean {
  return nothingDone.includes(code) || (status < 500 && status !== 408 && !serviceFailed.includes(code));
}

/** Whether a failure says that the service takes no requests for a while. */
export const isPause = ({ status, code }: KeySetsError): boolean =>
  status === 429 || status === 503 || throttled.includes(code);

/** Whether another attempt may succeed and can do no harm. `isTransient` is whether a network failure is known to pass. */
export function isRetryable(
  { status, code, mayHaveApplied }: KeySetsError,
  method: string,
  isTransient = false,
): boolean {
  if (status === 429 || nothingDone.includes(code)) return true;
  const passes = isTransient || transientStatuses.includes(status) || serviceFailed.includes(code);
  return passes && (repeatable.includes(method) || !mayHaveApplied);
}

/** Returns the milliseconds to wait after so many failures, or undefined if the call must not go on. */
export function retryDelay(
  failures: number,
  retryAfter: number | undefined,
  { maxAttempts, maxWait, random }: RetryPolicy & Pick<Clock, "random">,
): number | undefined {
  if (failures >= maxAttempts) return undefined;
  if (retryAfter === undefined) return Math.min(maxWait, 1000 * 2 ** (failures - 1)) * (0.5 + random() / 2);
  return retryAfter * 1000 > maxWait ? undefined : spread(retryAfter * 1000, { maxWait, random });
}

/** Returns a wait with some time added by chance, so that the calls that wait don't come back in one wave. */
export const spread = (
  milliseconds: number,
  { maxWait, random }: Pick<RetryPolicy, "maxWait"> & Pick<Clock, "random">,
): number => Math.min(maxWait, milliseconds + random() * Math.max(250, milliseconds / 4));
