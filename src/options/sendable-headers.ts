const ofTheConnection = [
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "transfer-encoding",
  "upgrade",
];

/** Returns headers without those that the platform sets by itself. Wrong ones make a request hang. */
export function sendableHeaders(headers: Headers): Record<string, string> {
  const sendable: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (!ofTheConnection.includes(name)) sendable[name] = value;
  });
  return sendable;
}
