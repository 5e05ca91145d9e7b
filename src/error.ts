import type { ErrorCode, operations } from "../generated/types.js";

/**
 * How a call failed:
 * - `service`: the service refused it, with a code.
 * - `http`: the answer is a failure without the service's form, such as a proxy's page or an empty 401.
 * - `answer`: the answer is a success, but not the one that the contract promises: no JSON, cut off, another status.
 * - `redirect`: the answer leads elsewhere. It was not followed, so that the token does not go there.
 * - `network`: no whole answer came.
 * - `timeout`: no whole answer came in time.
 * - `abort`: the call's signal ended it.
 * - `token`: there was no token to send.
 */
export type ErrorKind = "service" | "http" | "answer" | "redirect" | "network" | "timeout" | "abort" | "token";

/** What is known of a call that failed. What did not arrive is undefined. */
export interface Failed {
  kind: ErrorKind;
  /** The operation that was called. */
  operation: keyof operations;
  /** The HTTP status, if an answer came. */
  status?: number | undefined;
  /** The service's code. `explain` tells what it means. */
  code?: ErrorCode | undefined;
  /** The part of the request that the service complains of. */
  target?: string | undefined;
  /** Further errors, if the service names several. */
  details?: { code: ErrorCode; message?: string | undefined; target?: string | undefined }[] | undefined;
  /** The id that the service gave the request. Microsoft's support asks for it. */
  requestId?: string | undefined;
  /** The id that the caller gave the request. */
  clientRequestId?: string | undefined;
  /** The id of the request within Azure AD B2C. */
  correlationId?: string | undefined;
  /** How long the service asks to wait, in seconds. */
  retryAfter?: number | undefined;
  /** How often the call was sent. After the first try a refusal can be due to an earlier one that took effect. */
  tries?: number | undefined;
}

/**
 * A call that failed. It holds no token, key material or password that was sent, even if the service repeats it; a value of up to
 * three characters alone stays, as any text has it by chance.
 */
export interface KeySetsError extends Failed {}
export class KeySetsError extends Error {
  static {
    this.prototype.name = "KeySetsError";
  }

  constructor(message: string, failed: Failed, options?: { cause: unknown }) {
    super(message, options);
    Object.assign(this, failed);
  }
}

/** Whether a value is the error of a failed call, of another copy of the package too. */
export const isKeySetsError = (value: unknown): value is KeySetsError =>
  value instanceof Error && value.name === "KeySetsError";
