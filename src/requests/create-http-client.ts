import openapiFetch from "openapi-fetch";

type CreateClient = typeof openapiFetch;

/** openapi-fetch's `createClient`. What Node.js imports by default of a module in CommonJS is the whole module. */
export const createHttpClient: CreateClient =
  "default" in openapiFetch ? (openapiFetch as { default: CreateClient }).default : openapiFetch;
