import { clouds } from "../generated/clouds.js";
import type { KeySetsClientOptions } from "./options.js";

/** Where a client sends its requests, and the scope of the tokens for it. */
export function serviceRoot({ cloud = "global", baseUrl }: KeySetsClientOptions): { root: string; scope: string } {
  if (!Object.hasOwn(clouds, cloud)) throw new TypeError(`cloud must be one of ${Object.keys(clouds).join(", ")}.`);
  const { root, scope } = clouds[cloud];
  return { root: baseUrl === undefined ? root : checked(baseUrl), scope };
}

// Over plain http a token would be readable on its way, unless it does not leave the machine.
function checked(baseUrl: string): string {
  const { protocol, hostname, username, search, hash, href } = URL.canParse(baseUrl) ? new URL(baseUrl) : new URL("none:");
  const local = protocol === "http:" && /^(localhost|\[::1\]|127(\.\d+){3})$/.test(hostname);
  if ((protocol === "https:" || local) && !(username || search || hash)) return href.replace(/\/+$/, "");
  throw new TypeError("baseUrl must be an https address, or an http one of this machine, without user, query or fragment.");
}
