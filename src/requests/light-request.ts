import type { ReceivedResponse } from "../transport/send-request.js";

/**
 * A request that keeps what it is made of. openapi-fetch makes one for each call; a `Request` of the platform takes most of a call's time,
 * and only middleware needs it.
 */
export class LightRequest {
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: string | null;

  constructor(
    readonly url: string,
    init: RequestInit,
  ) {
    Object.assign(this, init);
  }
}

/** A response whose body was read, with what openapi-fetch needs of it. */
export class LightResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;

  constructor(readonly received: ReceivedResponse) {
    const { status, headers } = received.response;
    this.status = status;
    this.ok = status >= 200 && status < 300;
    this.headers = headers;
  }

  async text(): Promise<string> {
    return this.received.text;
  }
}
