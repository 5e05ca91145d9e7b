import type { CallRecord } from "../call-record.js";
import { type ErrorKind, KeySetsError, type KeySetsErrorDetails } from "./keysets-error.js";
import { createFinder } from "./redact.js";

/** What is known of a failure beyond its kind. */
export type ErrorFacts = Partial<KeySetsErrorDetails> & {
  /** What another party says of it: the service, the platform, a credential. */
  said?: string | undefined;
  cause?: unknown;
};

const longestMessage = 600;
const longestDetail = 200;

/** Returns a text of another party as it can be shown. */
type Show = (text: string, longest?: number) => string;

/**
 * Returns the error of a call. All errors of calls are made here, so that none has a secret in it, even if others repeat what was sent.
 * `text` is this package's own and is not redacted; whatever else an error has comes from others and is.
 */
export function createError(record: CallRecord, kind: ErrorKind, text: string, facts: ErrorFacts = {}): KeySetsError {
  const { said, cause, status, code, target, details, requestId, correlationId, retryAfter } = facts;
  const show = showFor(record);
  const short = <T extends string | undefined>(value: T) => (value && show(value)) as T;
  const reason = copyCause(cause, show);
  const what = said ?? (reason && (innermost(reason) || reason.name));
  const { operation, attempts, mayHaveApplied } = record;
  const shownCode = code && showCode(code, show);
  const message = [
    operation && `${operation}: `,
    text,
    shownCode && ` ${shownCode}`,
    what && `: ${show(what, longestMessage)}`,
    mayHaveApplied && " (the write may have been applied)",
  ];
  // The reason of an abort is the caller's own.
  const shown = kind === "abort" ? cause : reason;
  return new KeySetsError(
    message.filter(Boolean).join(""),
    {
      kind,
      operation,
      status,
      code: shownCode,
      target: short(target),
      details: details?.map((each) => ({
        code: showCode(each.code, show),
        message: short(each.message),
        target: short(each.target),
      })),
      requestId: short(requestId),
      clientRequestId: short(facts.clientRequestId ?? record.clientRequestId),
      correlationId: short(correlationId),
      retryAfter,
      attempts,
      mayHaveApplied,
    },
    shown === undefined ? undefined : { cause: shown },
  );
}

/**
 * Returns a function that returns a text of another party as it can be shown: on one line, shortened, and not at all if it has a
 * secret of the call or of the client's latest calls.
 */
export function showFor({ secrets, requests }: CallRecord): Show {
  const hasSecret = createFinder([...secrets.tokens, ...secrets.requests, ...requests]);
  return (text, longest = longestDetail) => {
    // The text that follows can show that the end of the line is the beginning of a secret.
    if (hasSecret(text.slice(0, longest * 2))) return "[redacted]";
    // A line of its own can be a command to a pipeline that reads the log, and invisible characters can disguise one.
    const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
    return line.length > longest ? `${line.slice(0, longest)}…` : line;
  };
}

// A code of the service's own form isn't a secret, even if a password begins like it. Its number can be one.
const showCode = (code: string, show: Show): string =>
  /^AADB2C(\d{5})?$/.test(code) && show(code.slice(6)) === code.slice(6) ? code : show(code);

/** What a thrown value may have. */
interface Thrown {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  cause?: unknown;
}

/** Returns a copy of a cause with what says its reason alone: others put the request or bytes of the response into their errors. */
function copyCause(cause: unknown, show: Show, depth = 3): Error | undefined {
  if (cause === undefined || cause === null || depth === 0) return undefined;
  const thrown: Thrown = Object(cause);
  const name = readText(() => thrown.name) ?? "Error";
  const message = readText(() => thrown.message) ?? (typeof cause === "object" ? "" : `${read(() => String(cause))}`);
  const code = readText(() => thrown.code);
  const reason = copyCause(
    read(() => thrown.cause),
    show,
    depth - 1,
  );
  const copy = new Error(show(message, longestMessage), reason && { cause: reason });
  const shownName = show(name);
  define(copy, "name", shownName);
  // Its own stack would lead into this package.
  define(copy, "stack", `${shownName}: ${copy.message}`);
  return code === undefined ? copy : Object.assign(copy, { code: show(code) });
}

const define = (error: Error, name: string, value: string): void =>
  void Object.defineProperty(error, name, { value, configurable: true, writable: true });

/** Returns a property of a value that may be a trap. */
function read(get: () => unknown): unknown {
  try {
    return get();
  } catch {
    return undefined;
  }
}

function readText(get: () => unknown): string | undefined {
  const value = read(get);
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint" ? `${value}` : undefined;
}

/** Returns what the innermost cause that says something says. */
function innermost({ cause, message, code }: Error & { code?: string }): string {
  return (cause ? innermost(cause as Error) : "") || message || code || "";
}
