/** One request and what was returned, without anything secret: no header, no body, no query. */
export interface LogEntry {
  method: string;
  /** Still encoded, or empty if the emulator doesn't have the path. */
  path: string;
  /** The operation of the contract, if there is one for the request. */
  operation?: string;
  /** The status that was returned, or that would have been without a dropped connection. */
  status: number;
  /** The error code. */
  code?: string;
  /** How long the emulator took, in milliseconds. */
  duration: number;
  /** Whether a fault closed the connection. */
  dropped?: boolean;
}

const longestPath = 300;

/** A line of text for a request. */
export function logLine({ method, path, status, code, duration, dropped }: LogEntry): string {
  const shownPath = path.length > longestPath ? `${path.slice(0, longestPath)}…` : path || "(unknown path)";
  const result = dropped ? "dropped" : String(status);
  return [method, shownPath, result, ...(code ? [code] : []), `${duration.toFixed(1)} ms`].join(" ");
}
