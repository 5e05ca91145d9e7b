import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isLoopback } from "../loopback.js";
import type { RawBody } from "./body.js";
import { type Control, controlPath } from "./control.js";
import type { ListenOptions, RunningServer } from "./listening.js";
import { createBodyBuffer } from "./request-body.js";
import { RequestAborted, type Service, type ServiceRequest, type ServiceResponse } from "./service.js";

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
  let isLocal = true;
  const server = createServer(timeouts, (incoming, outgoing) => {
    const request = new HttpRequest(incoming, outgoing, maxBodyBytes);
    const responding = request.target.startsWith(controlPath) ? control(request, isLocal) : service(request);
    responding.then(
      (response) => send(response, incoming, outgoing),
      // Nobody waits for a response any longer.
      () => incoming.destroy(),
    );
  });
  server.timeout = idleTimeout;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  server.removeAllListeners("error");
  isLocal = isLocalAddress(server);
  return { baseUrl: `${originOf(server)}/beta`, close: () => close(server) };
}

/** Whether only this machine can reach the server, whatever the name was that it was told. */
function isLocalAddress(server: Server): boolean {
  const { address, family } = server.address() as AddressInfo;
  return isLoopback({ hostname: family === "IPv6" ? `[${address}]` : address });
}

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

/** A request that came over HTTP. */
class HttpRequest implements ServiceRequest {
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  readonly #maxBodyBytes: number;
  readonly origin: string;
  readonly target: string;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse, maxBodyBytes: number) {
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#maxBodyBytes = maxBodyBytes;
    // A client that takes the emulator for a proxy sends the address too.
    const [, origin, target] = /^(https?:\/\/[^/?]+)(.*)$/is.exec(incoming.url ?? "") ?? [];
    this.origin = origin ?? `http://${this.header("host") ?? "127.0.0.1"}`;
    this.target = target ?? incoming.url ?? "";
  }

  get method(): string {
    return this.#incoming.method ?? "";
  }

  header(name: string): string | undefined {
    return headerOf(this.#incoming, name);
  }

  body(): Promise<RawBody> {
    return readBody(this.#incoming, this.#maxBodyBytes);
  }

  get signal(): AbortSignal {
    const controller = new AbortController();
    this.#outgoing.once("close", () => controller.abort());
    return controller.signal;
  }
}

/** The first value of a header. Node would first make an object of all headers, which takes longer than all that the service does. */
function headerOf({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const found = rawHeaders[i] ?? "";
    if (found.length === name.length && found.toLowerCase() === name) return rawHeaders[i + 1];
  }
  return undefined;
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
  return { bytes: buffer.bytes(), contentType: headerOf(incoming, "content-type") };
}

function send(
  { status, headers, body = "", connection }: ServiceResponse,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  if (connection === "dropped") return void incoming.socket.destroy();
  if (status !== 204) headers["Content-Length"] = String(Buffer.byteLength(body));
  outgoing.writeHead(status, headers);
  if (connection === "cut") return void outgoing.write(body.slice(0, body.length / 2), () => incoming.socket.destroy());
  outgoing.end(body);
}
