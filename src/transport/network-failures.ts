// Codes of Node.js, undici, node-fetch, and Bun. What isn't listed isn't retried: a mistake in a program or a wrong certificate doesn't pass.

/** No connection was made, and the next attempt may succeed. */
const notConnected = [
  "ECONNREFUSED",
  "EAI_AGAIN",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
];

/** The host can't be reached, which can also end a connection. */
const unreachable = ["ENETUNREACH", "ENETDOWN", "EHOSTUNREACH", "EHOSTDOWN"];

/** The connection ended, and the request may have arrived. */
const dropped = [
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "UND_ERR_SOCKET",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
  "ERR_STREAM_PREMATURE_CLOSE",
  "ConnectionClosed",
];

/** Whether a failure of `fetch` is known to pass, and whether the request may have arrived. */
export interface NetworkFailure {
  isTransient: boolean;
  wasSent: boolean;
}

/** What Node.js says of an error of the network. */
interface Failure {
  code?: unknown;
  /** What the system was asked for, such as `connect` or `read`. */
  syscall?: unknown;
  /** Of an error while connecting. */
  host?: unknown;
  cause?: unknown;
  /** The errors of each address of a host. */
  errors?: unknown;
}

/** Returns what the codes of an error and its causes say. */
export function readNetworkFailure(error: unknown): NetworkFailure {
  const failures = failuresOf(error);
  const isTransient = [...notConnected, ...unreachable, ...dropped].some((known) =>
    failures.some(({ code }) => code === known),
  );
  return { isTransient, wasSent: !failures.some(isBeforeConnection) };
}

function isBeforeConnection({ code, syscall, host }: Failure): boolean {
  const text = `${code}`;
  if (syscall === "connect" || syscall === "getaddrinfo" || notConnected.includes(text)) return true;
  if (unreachable.includes(text)) return syscall === undefined;
  // The connection ended during the handshake. Later it is a failed read or write.
  if (text === "ECONNRESET") return syscall === undefined && host !== undefined;
  // The host is unknown, or its certificate isn't trusted.
  return text === "ENOTFOUND" || /CERT|ERR_TLS|ERR_SSL_WRONG_VERSION|UNABLE_TO_/.test(text);
}

function failuresOf(error: unknown, depth = 5): Failure[] {
  if (Object(error) !== error || depth === 0) return [];
  try {
    const { code, syscall, host, cause, errors } = error as Failure;
    const inner = [cause, ...(Array.isArray(errors) ? errors.slice(0, 10) : [])];
    return [{ code, syscall, host }, ...inner.flatMap((each) => failuresOf(each, depth - 1))];
  } catch {
    // Any value can be thrown, also one that can't be looked at.
    return [];
  }
}
