import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RawBody } from "./body.ts";
import { type Control, controlPath } from "./control.ts";
import type { ListenOptions, RunningServer } from "./listening.ts";
import { createBodyBuffer } from "./request-body.ts";
import { RequestAborted, type Service, type ServiceRequest, type ServiceResponse } from "./service.ts";

// Clients that are slow or gone: a request must be complete after half a minute, and a connection without any traffic ends.
const timeouts = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
};
const idleTimeout = 180_000;

/** Serves over HTTP. */
export async function listen(
  { service, control, maxBodyBytes }: { service: Service; control: Control; maxBodyBytes: number },
  { port = 0, host = "127.0.0.1" }: ListenOptions = {},
): Promise<RunningServer> {
  const server = createServer(timeouts, (incoming, outgoing) => {
    const request = requestOf(incoming, outgoing, maxBodyBytes);
    const answer = isControl(incoming) ? control : service;
    answer(request).then(
      (response) => send(response, incoming, outgoing),
      // Nobody waits for a response.
      (error: unknown) => error instanceof RequestAborted && incoming.destroy(),
    );
  });
  server.timeout = idleTimeout;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  server.removeAllListeners("error");
  return { baseUrl: `${originOf(server)}/beta`, close: () => close(server) };
}

const isControl = ({ url = "" }: IncomingMessage): boolean => url.startsWith(controlPath);

/** The address that clients on this machine can use, also for a server that listens on all addresses. */
function originOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  const host = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[address] ?? (family === "IPv6" ? `[${address}]` : address);
  return `http://${host}:${port}`;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

function requestOf(incoming: IncomingMessage, outgoing: ServerResponse, maxBodyBytes: number): ServiceRequest {
  return {
    method: incoming.method ?? "",
    origin: `http://${incoming.headers.host ?? "127.0.0.1"}`,
    target: incoming.url ?? "",
    header(name) {
      const value = incoming.headers[name];
      return typeof value === "string" ? value : undefined;
    },
    body: () => readBody(incoming, maxBodyBytes),
    get signal() {
      const controller = new AbortController();
      outgoing.once("close", () => controller.abort());
      return controller.signal;
    },
  };
}

async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<RawBody> {
  const buffer = createBodyBuffer(maxBytes);
  await new Promise<void>((resolve, reject) => {
    incoming.on("data", (part: Buffer) => {
      try {
        buffer.add(part);
      } catch (error) {
        incoming.removeAllListeners("data");
        incoming.resume();
        reject(error);
      }
    });
    incoming.once("end", resolve);
    incoming.once("close", () => reject(new RequestAborted()));
    incoming.once("error", () => reject(new RequestAborted()));
  });
  return { bytes: buffer.bytes(), contentType: incoming.headers["content-type"] };
}

function send(
  { status, headers, body, connection }: ServiceResponse,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  if (connection === "dropped") return void incoming.socket.destroy();
  const bytes = Buffer.from(body ?? "");
  outgoing.writeHead(status, { ...headers, ...(status !== 204 && { "Content-Length": bytes.length }) });
  if (connection === "cut") {
    const half = bytes.subarray(0, bytes.length / 2);
    return void outgoing.write(half, () => incoming.socket.destroy());
  }
  outgoing.end(bytes);
}
