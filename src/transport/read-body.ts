import type { FetchedResponse } from "../options/options.js";
import type { Limit } from "./limit.js";

/** The largest body of a response that is read, in bytes after decompression. */
const maxBodySize = 16 * 2 ** 20;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true });

/** Thrown for a body that arrived but can't be used. Its message says why. */
export class InvalidBody extends Error {}

/**
 * Returns a response's body as text. Stops reading when the body is too large or the limit is reached. The body of an error can have
 * bytes that aren't UTF-8.
 */
export async function readBody(response: FetchedResponse, limit: Limit, isError: boolean): Promise<string> {
  const chunks = chunksOf((response as { body?: unknown }).body);
  if (!chunks) return checkSize(await response.text());
  // A stream that doesn't follow the signal of its fetch would be read on after the call has ended.
  const cancel = limit.onReached(() => void chunks.cancel());
  const read: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await chunks.next();
      if (done) return decode(concatenate(read, size), isError);
      // A stream of Node.js can have an encoding.
      const chunk = typeof value === "string" ? encoder.encode(value) : value;
      size += chunk.byteLength;
      if (size > maxBodySize) throw tooLarge();
      read.push(chunk);
    }
  } catch (error) {
    void chunks.cancel();
    throw error;
  } finally {
    cancel();
  }
}

const tooLarge = () => new InvalidBody(`is larger than ${maxBodySize} bytes`);

function decode(bytes: Uint8Array, isError: boolean): string {
  if (isError) return decoder.decode(bytes);
  try {
    return strictDecoder.decode(bytes);
  } catch {
    throw new InvalidBody("isn't UTF-8");
  }
}

function concatenate(chunks: Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first?.byteLength === size) return first;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

function checkSize(text: string): string {
  if (text.length > maxBodySize) throw tooLarge();
  return text;
}

/** Ends a body that isn't read, so that its connection is free. */
export function discardBody(response: unknown): void {
  const { body } = Object(response) as { body?: unknown };
  try {
    void chunksOf(body)?.cancel();
  } catch {
    // Another reader has it.
  }
}

interface Chunks {
  next(): Promise<{ done: true; value?: unknown } | { done: false; value: Uint8Array | string }>;
  cancel(): unknown;
}

/** Returns the chunks of a body: a stream of the platform, or of Node.js, as node-fetch has them. */
function chunksOf(body: unknown): Chunks | undefined {
  const { getReader, [Symbol.asyncIterator]: iterate } = Object(body) as Partial<
    ReadableStream & AsyncIterable<Uint8Array | string>
  >;
  if (getReader) {
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    return { next: () => reader.read() as ReturnType<Chunks["next"]>, cancel: () => quietly(reader.cancel()) };
  }
  if (!iterate) return undefined;
  const iterator = (body as AsyncIterable<Uint8Array | string>)[Symbol.asyncIterator]();
  return {
    next: () => iterator.next() as ReturnType<Chunks["next"]>,
    cancel: () => quietly(iterator.return?.()),
  };
}

/** A body that can't be read to its end may not let itself be cancelled either. */
const quietly = (cancelled: Promise<unknown> | undefined): unknown => cancelled?.catch(() => {});
