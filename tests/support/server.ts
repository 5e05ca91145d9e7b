import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** What a server does about a request: it sends bytes as they are and hangs up, or whatever else can be done to a socket. */
export type Reaction = string | Uint8Array | ((socket: Socket, received: Received) => unknown);

/** A server on 127.0.0.1 that meets its first request with the first reaction and so on; the last one stays. */
export async function serve(
  ...script: Reaction[]
): Promise<{ origin: string; received: Received[] } & AsyncDisposable> {
  const received: Received[] = [];
  const server = createServer(async (request) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const what = { method: request.method!, path: request.url!, headers: request.headers, body };
    const reaction = script[Math.min(received.push(what), script.length) - 1]!;
    if (typeof reaction === "function") await reaction(request.socket, what);
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
