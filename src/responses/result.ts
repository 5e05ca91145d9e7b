import type { KeySetsError } from "../errors/keysets-error.js";

/** A call that succeeded. */
export interface Success<Data, Status extends number = number, Headers = object> {
  /** The body of the response. */
  data: Data;
  error?: undefined;
  /** The HTTP status. */
  status: Status;
  /** The headers that the contract promises. A proxy can remove one. */
  headers: Headers;
  /** The ID that the service gave the request. */
  requestId: string | undefined;
  /** The ID that the client gave the request. */
  clientRequestId: string | undefined;
  /** The response. Its body is already read. */
  response: Response;
}

/** A call that failed. */
export interface Failure {
  data?: undefined;
  /** What failed: an `Error` that can be thrown, without secrets. */
  error: KeySetsError;
  /** The status of an error is `error.status`. */
  status?: undefined;
  headers?: undefined;
  requestId?: undefined;
  clientRequestId?: undefined;
  /** The response as it arrived, with a body that can be read, if there is one. It can repeat secrets: don't log it. */
  response?: Response | undefined;
}

/** What a call resolves to. Check `error` first. */
export type Result<Data, Status extends number = 200, Headers = object> = Success<Data, Status, Headers> | Failure;

/** A list: a promise of its first page, and an iterator over the items of all pages. Iterators throw a `KeySetsError`. */
export interface List<Collection, Item> extends Promise<Result<Collection>>, AsyncIterable<Item> {
  /** Iterates over the pages. */
  pages(): AsyncIterable<Collection>;
  /** Returns the items of all pages in an array, no more than `limit`. */
  toArray(options?: { limit?: number | undefined }): Promise<Item[]>;
}
