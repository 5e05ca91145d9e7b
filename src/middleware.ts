import type { Middleware, MiddlewareCallbackParams } from "./options.js";

/** Sends a request through middleware as openapi-fetch does: to the service in their order, and back the other way round. */
export async function through(
  middleware: Middleware[],
  params: MiddlewareCallbackParams,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  for (const each of middleware) {
    const made = await each.onRequest?.(params);
    if (made instanceof Response) return made;
    if (made) params = { ...params, request: made };
  }
  const back = [...middleware].reverse();
  let response: Response | undefined;
  try {
    response = await send(params.request);
  } catch (thrown) {
    let error = thrown;
    for (const each of back) {
      const made = await each.onError?.({ ...params, error });
      if (made instanceof Response) {
        response = made;
        break;
      }
      if (made) error = made;
    }
    if (!response) throw error;
  }
  for (const each of back) response = (await each.onResponse?.({ ...params, response })) || response;
  return response;
}
