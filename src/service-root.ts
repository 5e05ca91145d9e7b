import { clouds } from "../generated/clouds.js";
import type { KeySetsClientOptions } from "./options.js";

/** Where a client sends its requests, and the scope of the tokens for it. */
export function serviceRoot({ cloud = "global", baseUrl }: KeySetsClientOptions): { root: string; scope: string } {
  const { root, scope } = clouds[cloud];
  return { root: baseUrl === undefined ? root : new URL(baseUrl).href.replace(/\/+$/, ""), scope };
}

/** Whether a token may go to an address. Over plain http it would be readable on its way, unless it does not leave the machine. */
export function safe(address: string): boolean {
  const { protocol, hostname, username, password, search, hash } = absolute(address) ?? {};
  const local = protocol === "http:" && /^(localhost|\[::1\]|127(\.\d+){3})$/.test(hostname!);
  return (protocol === "https:" || local) && !(username! + password + search + hash);
}

/** An address, which may be relative to another, unless it is none. */
export const absolute = (address: string, base?: string): URL | undefined =>
  URL.canParse(address, base) ? new URL(address, base) : undefined;
