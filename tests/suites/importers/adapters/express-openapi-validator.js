import { createServer } from "node:http";
import express from "express";
import validator from "express-openapi-validator";
import { isReturnedBy, listening, play } from "./support/exchanges.js";

export async function load(apiSpec, exchanges) {
  let current;
  const app = express();
  app.use(express.json({ strict: false }));
  app.use(validator.middleware({ apiSpec, validateRequests: true, validateResponses: true }));
  app.use((_, response) => {
    response.status(current.status).set(current.headers);
    if (current.response === undefined) response.end();
    else response.json(current.response);
  });
  // Express takes a function with four parameters for the one that handles errors.
  app.use((error, _request, response, _next) => {
    console.error(error.message);
    response.status(error.status ?? 500).json({ message: error.message });
  });
  const server = createServer(app);
  const base = `${await listening(server)}/beta`;
  return play(exchanges, {
    accepts(exchange) {
      current = exchange;
      return isReturnedBy(base, exchange);
    },
  }).finally(() => server.close());
}
