import type { Middleware, Passing } from "./options.js";

/** Sends a request through middleware as openapi-fetch does: to the service in their order, and back the other way round. */
export async function through(middleware: Middleware[], passing: Passing, send: (request: Request) => Promise<Response>): Promise<Response> {
  for (const each of middleware) {
    const made = await each.onRequest?.(passing);
    if (made instanceof Response) return made;
    if (made) passing = { ...passing, request: made };
  }
  const back = [...middleware].reverse();
  let response: Response | undefined;
  try {
    response = await send(passing.request);
  } catch (thrown) {
    let error = thrown;
    for (const each of back) {
      const made = await each.onError?.({ ...passing, error });
      if (made instanceof Response) {
        response = made;
        break;
      }
      if (made) error = made;
    }
    if (!response) throw error;
  }
  for (const each of back) response = (await each.onResponse?.({ ...passing, response })) || response;
  return response;
}
