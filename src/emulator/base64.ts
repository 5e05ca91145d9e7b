/** The bytes of a text in base64 on one line, or nothing if it isn't one. */
export function bytesOfBase64(text: string): Buffer | undefined {
  const isBase64 = text !== "" && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  return isBase64 ? Buffer.from(text, "base64") : undefined;
}

/** The bytes of a text in base64url without padding, or nothing if it isn't one. */
export function bytesOfBase64url(text: string): Buffer | undefined {
  const isBase64url = text !== "" && text.length % 4 !== 1 && /^[\w-]*$/.test(text);
  return isBase64url ? Buffer.from(text, "base64url") : undefined;
}
