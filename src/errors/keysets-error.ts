import type { ErrorCode, operations } from "../../generated/types.js";

/**
 * How a call failed:
 * - `service`: the service returned an error with a code.
 * - `http`: the response has an error status without the service's error body, such as a proxy's page or an empty 401.
 * - `response`: the response has a success status, but isn't what the contract promises: not JSON, too large, another status.
 * - `redirect`: the response redirects. The client doesn't follow, so that the token doesn't go elsewhere.
 * - `network`: a complete response didn't arrive.
 * - `timeout`: a complete response didn't arrive in time.
 * - `abort`: the signal of the call ended it.
 * - `token`: the client couldn't get a token.
 */
export type ErrorKind = "service" | "http" | "response" | "redirect" | "network" | "timeout" | "abort" | "token";

/** The details of a failed call. What didn't arrive is undefined. */
export interface KeySetsErrorDetails {
  /** How the call failed. */
  kind: ErrorKind;
  /** The operation. Undefined if the request came through `createKeySetsFetch`. */
  operation: keyof operations | undefined;
  /** The HTTP status, if a response arrived. */
  status: number | undefined;
  /** The service's code. `explain` returns what it means. */
  code: ErrorCode | undefined;
  /** The part of the request that the service complains about. */
  target: string | undefined;
  /** Further errors, if the service returns several. */
  details: { code: ErrorCode; message?: string | undefined; target?: string | undefined }[] | undefined;
  /** The ID that the service gave the request. Microsoft's support asks for it. */
  requestId: string | undefined;
  /** The ID that the client gave the request. */
  clientRequestId: string | undefined;
  /** The ID of the request within Azure AD B2C. */
  correlationId: string | undefined;
  /** How long the service asks to wait, in seconds. */
  retryAfter: number | undefined;
  /** How many times the request was sent. After more than one, the error can be due to an earlier attempt that was applied. */
  attempts: number;
  /** Whether the service may have applied the write although the call failed. Always false for a read. */
  mayHaveApplied: boolean;
}

/**
 * A failed call. The error and its cause have no token, key material, or password that was sent. A text of the service that repeats
 * one is `[redacted]`. (A value of up to three characters stays: any text has it by chance.)
 */
export class KeySetsError extends Error implements KeySetsErrorDetails {
  declare readonly kind: ErrorKind;
  declare readonly operation: keyof operations | undefined;
  declare readonly status: number | undefined;
  declare readonly code: ErrorCode | undefined;
  declare readonly target: string | undefined;
  declare readonly details: KeySetsErrorDetails["details"];
  declare readonly requestId: string | undefined;
  declare readonly clientRequestId: string | undefined;
  declare readonly correlationId: string | undefined;
  declare readonly retryAfter: number | undefined;
  declare readonly attempts: number;
  declare readonly mayHaveApplied: boolean;

  constructor(message: string, details: KeySetsErrorDetails, options?: { cause: unknown }) {
    super(message, options);
    const known = Object.entries(details).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(known));
  }

  /** Returns the error as a plain object that `isKeySetsError` accepts too: for JSON, `structuredClone`, and `postMessage`. */
  toJSON(): KeySetsErrorDetails & { name: "KeySetsError"; message: string } {
    return { ...this, name: "KeySetsError", message: this.message };
  }
}

// On the prototype, so that the name is in the stack and not among the details. Defined, as Error.prototype can be frozen.
Object.defineProperty(KeySetsError.prototype, "name", { value: "KeySetsError", writable: true, configurable: true });

/** Whether a value is the error of a failed call: of this copy of the package, of another one or another realm, or as a plain object. */
export function isKeySetsError(value: unknown): value is KeySetsError {
  try {
    const { name, kind, message, attempts } = Object(value) as Partial<KeySetsError>;
    const hasTexts = [kind, message].every((text) => typeof text === "string");
    return name === "KeySetsError" && hasTexts && typeof attempts === "number";
  } catch {
    // A trap can't be read.
    return false;
  }
}
