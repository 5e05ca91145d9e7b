import type { CallRecord } from "../call-record.js";
import { type ErrorKind, KeySetsError, type KeySetsErrorDetails } from "./keysets-error.js";
import { createRedactor, type Redact, secretsInBody } from "./redact.js";

/** What is known of a failure beyond its kind. */
export type ErrorFacts = Partial<KeySetsErrorDetails> & {
  /** What another party says of it: the service, the platform, a credential. */
  said?: string | undefined;
  cause?: unknown;
};

const longestMessage = 1000;
const longestDetail = 200;

/**
 * Returns the error of a call. All errors of calls are made here, so that none has a secret in it, whoever repeats what was sent.
 * `text` is this package's own and is not redacted; whatever else an error has comes from others and is.
 */
export function createError(record: CallRecord, kind: ErrorKind, text: string, facts: ErrorFacts = {}): KeySetsError {
  const { said, cause, status, code, target, details, requestId, correlationId, retryAfter } = facts;
  const redact = redactorOf(record);
  const short = <T extends string | undefined>(value: T) => (value && shorten(redact(value), longestDetail)) as T;
  const reason = copyCause(cause, redact);
  const what = said ?? (reason && innermost(reason));
  const { operation, attempts, mayHaveApplied } = record;
  const shownCode = code && shortenCode(code, short);
  const message = [
    operation && `${operation}: `,
    text,
    shownCode && ` ${shownCode}`,
    what && `: ${shorten(redact(what), longestMessage)}`,
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
        code: shortenCode(each.code, short),
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

const redactors = new WeakMap<CallRecord, { tokens: readonly string[]; requests: number; redact: Redact }>();

/** Returns a function that takes the secrets of a call, and of its client, out of a text. */
export function redactorOf(record: CallRecord): Redact {
  const { secrets, requests } = record;
  const { tokens } = secrets;
  const known = redactors.get(record);
  if (known?.tokens === tokens && known.requests === requests.length) return known.redact;
  const sent = requests.flatMap(({ headers, body }) => [
    ...secretHeaders(headers),
    ...(body ? secretsInBody(body) : []),
  ]);
  const redact = createRedactor([...tokens, ...sent]);
  redactors.set(record, { tokens, requests: requests.length, redact });
  return redact;
}

// Any other header can have a key of a proxy.
const publicHeaders = [
  "accept",
  "accept-language",
  "client-request-id",
  "consistencylevel",
  "content-type",
  "prefer",
  "user-agent",
];

const secretHeaders = (headers: Record<string, string>): string[] =>
  Object.entries(headers).flatMap(([name, value]) => (publicHeaders.includes(name) ? [] : [value]));

// A code of the service's own form isn't a secret, even if a password begins like it.
const shortenCode = (code: string, short: (code: string) => string): string =>
  /^AADB2C(\d{5})?$/.test(code) ? code : short(code);

// A line of its own can be a command to a pipeline that reads the log, and invisible characters can disguise one.
const shorten = (text: string, longest: number): string => {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};

/** What a thrown value may have. */
interface Thrown {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  cause?: unknown;
}

/** Returns a copy of a cause with what says its reason alone: others put the request or bytes of the response into their errors. */
function copyCause(cause: unknown, redact: Redact, depth = 3): Error | undefined {
  if (cause === undefined || cause === null || depth === 0) return undefined;
  const thrown: Thrown = Object(cause);
  const name = readText(() => thrown.name) ?? "Error";
  const message = readText(() => thrown.message) ?? (typeof cause === "object" ? "" : `${read(() => String(cause))}`);
  const code = readText(() => thrown.code);
  const reason = copyCause(
    read(() => thrown.cause),
    redact,
    depth - 1,
  );
  const copy = new Error(shorten(redact(message), longestMessage), reason && { cause: reason });
  const shownName = shorten(redact(name), longestDetail);
  define(copy, "name", shownName);
  // Its own stack would lead into this package.
  define(copy, "stack", `${shownName}: ${copy.message}`);
  return code === undefined ? copy : Object.assign(copy, { code: shorten(redact(code), longestDetail) });
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

/** Returns what the innermost cause of an error says. */
function innermost({ cause, message, code, name }: Error & { code?: string }): string {
  return cause ? innermost(cause as Error) : message || code || name;
}
