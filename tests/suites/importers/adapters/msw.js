import { isDeepStrictEqual } from "node:util";
import { fromOpenApi } from "@mswjs/source/open-api";
import { getResponse } from "msw";
import { headers, play } from "./support/exchanges.js";
import { read } from "./support/read.js";

export async function load(file, exchanges) {
  const handlers = await fromOpenApi(await read(file));
  return play(exchanges, {
    async shows({ method, path, status, response }) {
      const url = `https://graph.microsoft.com/beta${path}?response=${status}`;
      const shown = await getResponse(handlers, new Request(url, { method, headers }));
      const text = await shown?.text();
      return shown?.status === status && isDeepStrictEqual(text ? JSON.parse(text) : undefined, response);
    },
  });
}
