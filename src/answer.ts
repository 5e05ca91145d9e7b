import type { KeySetsError } from "./error.js";

/** A call that succeeded. */
export interface Success<Data, Status extends number, Headers> {
  /** The body of the answer. */
  data: Data;
  error?: undefined;
  /** The HTTP status. */
  status: Status;
  /** The headers that the contract promises. A proxy in between may have taken one away. */
  headers: Headers;
  /** The whole answer. Its body is read already. */
  response: Response;
}

/** A call that failed, in whatever way. */
export interface Failure {
  data?: undefined;
  /** What went wrong: an `Error` that can be thrown. */
  error: KeySetsError;
  /** The HTTP status, if an answer came. */
  status?: number | undefined;
  headers?: undefined;
  response?: undefined;
}

/** What a call resolves to: look at `error` first. */
export type Answer<Data, Status extends number = 200, Headers = {}> = Success<Data, Status, Headers> | Failure;

/** The first part of a list, as a promise, or all of its items, one after the other, in `for await`, which throws a failure. */
export interface List<Collection, Item> extends Promise<Answer<Collection>>, AsyncIterable<Item> {}
