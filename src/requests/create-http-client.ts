import openapiFetch from "openapi-fetch";

type CreateClient = typeof openapiFetch;

/** Returns the default export of a module. What Node.js imports by default of a module in CommonJS is the whole module. */
export const defaultOf = (module: CreateClient | { default: CreateClient }): CreateClient =>
  "default" in module ? module.default : module;

/** openapi-fetch's `createClient`. */
export const createHttpClient: CreateClient = defaultOf(openapiFetch);
