import { createServer } from "node:http";
import { isReturnedBy, listening, play, respond } from "./support/exchanges.js";
import { startPrism } from "./support/prism.js";

export async function load(file, exchanges) {
  let current;
  const upstream = createServer((request, response) => request.resume().on("end", () => respond(response, current)));
  const { base, close } = await startPrism(file, {
    isProxy: true,
    upstream: new URL(await listening(upstream)),
    mock: { dynamic: false },
  });
  return play(exchanges, {
    accepts(exchange) {
      current = exchange;
      return isReturnedBy(base, exchange);
    },
  }).finally(() => Promise.all([close(), upstream.close()]));
}
