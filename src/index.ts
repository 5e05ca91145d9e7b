export * from "../generated/client.js";
export * from "../generated/error-codes.js";
export type * from "../generated/types.js";
export type { Answer, Body, CallOptions, Http, KeySetsClientOptions, Middleware } from "./http.js";
