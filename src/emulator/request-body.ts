import { ServiceError } from "./service-error.js";

/** The bytes of a body that comes in parts. */
export interface BodyBuffer {
  /** @throws ServiceError with status 413 if the body becomes too large. */
  add(part: Uint8Array): void;
  bytes(): Uint8Array;
}

/** Collects a body up to a size in bytes. */
export function createBodyBuffer(maxBytes: number): BodyBuffer {
  const parts: Uint8Array[] = [];
  let length = 0;
  return {
    add(part) {
      length += part.length;
      if (length > maxBytes) throw tooLarge(maxBytes);
      parts.push(part);
    },
    bytes: () => Buffer.concat(parts),
  };
}

const tooLarge = (maxBytes: number): ServiceError =>
  new ServiceError(
    { status: 413, code: "RequestEntityTooLarge", message: `The body is larger than ${maxBytes} bytes.` },
    { Connection: "close" },
  );
