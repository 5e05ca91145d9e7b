// Codes of Node.js, undici, node-fetch, and Bun. What isn't listed isn't retried: a mistake in a program or a wrong certificate doesn't pass.

/** No connection was made, and the next attempt may succeed. */
const unreachable = [
  "ECONNREFUSED",
  "EAI_AGAIN",
  "ENETUNREACH",
  "ENETDOWN",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
];

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

/** Returns what the codes of an error and its causes say. */
export function readNetworkFailure(error: unknown): NetworkFailure {
  const codes = codesOf(error);
  const has = (known: string[]) => codes.some((code) => known.includes(code));
  // The handshake failed: the host is unknown, or its certificate isn't trusted.
  const isRejected = codes.some(
    (code) => code === "ENOTFOUND" || /CERT|ERR_TLS|ERR_SSL_WRONG_VERSION|UNABLE_TO_/.test(code),
  );
  return { isTransient: has(unreachable) || has(dropped), wasSent: !has(unreachable) && !isRejected };
}

function codesOf(error: unknown, depth = 5): string[] {
  if (Object(error) !== error || depth === 0) return [];
  try {
    const { code, cause } = error as { code?: unknown; cause?: unknown };
    return [...(typeof code === "string" ? [code] : []), ...codesOf(cause, depth - 1)];
  } catch {
    // Any value can be thrown, also one that can't be looked at.
    return [];
  }
}
