import type { Transport, TransportCall } from "../transport/create-transport.js";

/**
 * Runs a call that has middleware. The transport has its own limits; what middleware does before it and after it has the same ones
 * here. `fetch` is refused once the call has ended.
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
