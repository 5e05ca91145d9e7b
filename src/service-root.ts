import { clouds } from "../generated/clouds.js";
import type { KeySetsClientOptions } from "./options.js";

/** Where a client sends its requests, and the scope of the tokens for it. */
export function serviceRoot({ cloud = "global", baseUrl }: KeySetsClientOptions): { root: string; scope: string } {
  const { root, scope } = clouds[cloud];
  return { root: baseUrl === undefined ? root : new URL(baseUrl).href.replace(/\/+$/, ""), scope };
}

/** Whether a token may go to an address. Over plain http it would be readable on its way, unless it does not leave the machine. */
export function safe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  const local = protocol === "http:" && /^(localhost|\[::1\]|127(\.\d+){3})$/.test(hostname);
  return (protocol === "https:" || local) && !(username + password + search + hash);
}
