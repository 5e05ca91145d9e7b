export * from "../generated/client.ts";
export type * from "../generated/types.ts";
export type { Answer, Body, CallOptions, Http, KeySetsClientOptions, Middleware } from "./http.ts";
