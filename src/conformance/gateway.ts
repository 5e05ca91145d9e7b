import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isMissing, type KeySetLedger } from "./key-set-ledger.js";
import { type Send, type ServiceResponse, type WaitingOptions, waitingOutThrottling } from "./service.js";
import { blockReason, idInPath, type OutgoingRequest } from "./write-guard.js";

export interface GatewayOptions extends WaitingOptions {
  /** Letters and digits in the names of the key sets that may be written to. */
  run: string;
  /** Sends a request to the service. */
  send: Send;
  /** The tokens, by the placeholders that Respect sends in their place. */
  tokens: ReadonlyMap<string, string>;
  ledger: KeySetLedger;
}

/** The server that Respect talks to in place of the service. */
export interface Gateway {
  url: string;
  /** Whether responses pass as they are: workflows about throttling need to see it. */
  passThrottling: boolean;
  /** Resolves when no request is on its way to the service any longer. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A response header that marks what the gateway, and not the service, returned. */
export const gatewayHeader = "x-conformance";

/** The values of the header: the request may not be sent, or no response came. */
export type GatewayMark = "blocked" | "unreachable";

// A new key set can be unknown for a while.
const settlingAttempts = 5;
const settlingSeconds = 5;

// Headers that the stories are about. No other header passes.
const passedOn = ["content-type", "accept", "client-request-id"];
const passedBack = [
  "content-type",
  "location",
  "retry-after",
  "request-id",
  "client-request-id",
  "www-authenticate",
] as const;

/**
 * Starts a server on 127.0.0.1 between Respect and the service. It puts in the tokens, which Respect never sees, sends no
 * write to a key set that isn't of this run, keeps account of what was created, and waits where the service needs time.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { run, send, tokens, ledger, wait, onWait } = options;
  const patient = waitingOutThrottling(send, { wait, onWait });

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = { method: String(incoming.method), path: String(incoming.url), body: await bodyOf(incoming) };
    const blocked = blockReason(request, run);
    if (blocked !== undefined) return mark(outgoing, 403, "blocked");
    try {
      const response = await sendWhenSettled(request, headersOf(incoming));
      // A redirect isn't followed, and Respect would follow it.
      if (response.status >= 300 && response.status < 400) return mark(outgoing, 502, "unreachable");
      const headers = passedBack.flatMap((name) => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value] as const];
      });
      outgoing.writeHead(response.status, Object.fromEntries(headers)).end(withoutNullSecrets(response.body));
    } catch {
      mark(outgoing, 502, "unreachable");
    }
  }

  function headersOf(incoming: IncomingMessage): Record<string, string> {
    const headers = passedOn.flatMap((name) => {
      const value = incoming.headers[name];
      return typeof value === "string" ? [[name, value] as const] : [];
    });
    const { authorization } = incoming.headers;
    if (authorization !== undefined) headers.push(["authorization", withToken(authorization)]);
    return Object.fromEntries(headers);
  }

  function withToken(authorization: string): string {
    const [scheme, placeholder = ""] = authorization.split(" ");
    const token = scheme === "Bearer" ? tokens.get(placeholder) : undefined;
    return token === undefined ? authorization : `Bearer ${token}`;
  }

  async function sendWhenSettled(request: OutgoingRequest, headers: Record<string, string>): Promise<ServiceResponse> {
    const id = idInPath(request.path) ?? "";
    for (let attempt = 1; ; attempt++) {
      ledger.sending(request);
      const response = await (gateway.passThrottling ? send : patient)({ ...request, headers });
      ledger.received(request, response);
      if (attempt > settlingAttempts || !isMissing(response) || !ledger.isNew(id)) return response;
      onWait(settlingSeconds, "the service doesn't know the new key set yet");
      await wait(settlingSeconds);
    }
  }

  const active = new Set<Promise<void>>();
  const server = createServer((incoming, outgoing) => {
    const response = respond(incoming, outgoing)
      .catch(() => void outgoing.destroy())
      .finally(() => active.delete(response));
    active.add(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const gateway: Gateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passThrottling: false,
    async settled() {
      await Promise.all(active);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return gateway;
}

function mark(outgoing: ServerResponse, status: number, value: GatewayMark): void {
  outgoing.writeHead(status, { [gatewayHeader]: value, "content-type": "application/json" });
  outgoing.end(JSON.stringify({ error: { code: "ConformanceGateway", message: value } }));
}

// Microsoft's page shows them as null. Respect takes even that for a write-only member in a response.
const writeOnly = new Set(["d", "p", "q", "dp", "dq", "qi", "k"]);

function withoutNullSecrets(body: string): string {
  try {
    return JSON.stringify(
      JSON.parse(body, (name, value) => (value === null && writeOnly.has(name) ? undefined : value)),
    );
  } catch {
    return body;
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of incoming.setEncoding("utf8")) body += chunk;
  return body;
}
