import type { CallRecord } from "../call-record.js";
import { createError } from "../errors/create-error.js";
import { KeySetsError } from "../errors/keysets-error.js";
import type { Transport, TransportCall } from "../transport/create-transport.js";

/**
 * Runs a call that has middleware. The transport has its own limits; what middleware does before it and after it has the same ones
 * here. `fetch` fails once the call has ended.
 */
export async function withinMiddleware<T, R>(
  call: TransportCall,
  runWithin: Transport["runWithin"],
  {
    fetch,
    send,
  }: { fetch: (request: Request) => Promise<R>; send: (fetch: (request: Request) => Promise<R>) => Promise<T> },
): Promise<T> {
  let isOver = false;
  let enter!: () => void;
  let leave!: () => void;
  const entered = new Promise<void>((resolve) => {
    enter = resolve;
  });
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const whole = send(async (request) => {
    if (isOver) throw new TypeError("The call has ended, so the request of its middleware wasn't sent.");
    enter();
    return fetch(request).finally(leave);
  });
  try {
    call.record.phase = "middleware";
    await runWithin(call, () => Promise.race([entered, whole]));
    await Promise.race([left, whole]);
    call.record.phase = "middleware";
    return await runWithin(call, () => whole);
  } finally {
    isOver = true;
  }
}

/**
 * Returns the error of a call whose middleware threw. `failed` is what sending failed with: a failed call stays one, whatever middleware
 * makes of its error. Anything else is a mistake in the middleware.
 */
export function middlewareError(record: CallRecord, thrown: unknown, failed: unknown): Error {
  if (failed instanceof KeySetsError)
    return createError(record, failed.kind, "a middleware replaced the error", { ...failed, cause: thrown });
  const { message } = createError(record, "response", "a middleware failed", { cause: thrown });
  return new TypeError(message, { cause: thrown });
}
