import type { ReceivedResponse } from "../transport/send-request.js";

/**
 * A request without anything. openapi-fetch makes a request for each call; a `Request` of the platform takes most of a call's time, and
 * only middleware needs it.
 */
export class LightRequest {}

const noHeaders = { get: () => null };

/** Carries a response through openapi-fetch, which hands on a response that has no body to read as it is. */
export class LightResponse {
  readonly status = 204;
  readonly ok = true;
  readonly headers = noHeaders;

  constructor(readonly received: ReceivedResponse) {}
}
