import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { must } from "./must.ts";

export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** What a server does with a request: it sends these bytes and closes the connection, or does anything else with the socket. */
export type Reaction = string | Uint8Array | ((socket: Socket, received: Received) => unknown);

/** A server on 127.0.0.1 that meets its first request with the first reaction, and so on. The last reaction repeats. */
export async function serve(
  ...script: Reaction[]
): Promise<{ origin: string; received: Received[] } & AsyncDisposable> {
  const received: Received[] = [];
  const server = createServer(async (request) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { method = "", url = "", headers } = request;
    const current = { method, path: url, headers, body };
    received.push(current);
    const reaction = must(script[received.length - 1] ?? script.at(-1), "a reaction of the server");
    if (typeof reaction === "function") await reaction(request.socket, current);
    else request.socket.end(reaction);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
