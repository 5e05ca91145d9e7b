import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the service got it. */
interface ServiceRequest {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface ServiceReply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface KeySetsService extends AsyncDisposable {
  baseUrl: string;
  requests: ServiceRequest[];
  /** The IDs of the key sets. */
  ids(): string[];
}

/** What a test wants instead of the usual reply, if anything. */
export type Override = (request: ServiceRequest) => ServiceReply | undefined | Promise<ServiceReply | undefined>;

/** The only token that the service takes. */
export const goodToken = "eyJ0eXAiOiJKV1QifQ.c2VjcmV0LXBhcnQtb2YtdGhlLXRva2Vu.c2lnbmF0dXJl";

const failure = (status: number, code: string): ServiceReply => ({ status, body: { error: { code, message: "No." } } });

/** A small service on 127.0.0.1 with key sets and symmetric keys, which keeps a copy of a deleted key set. */
export async function serveKeySets(override: Override = () => undefined): Promise<KeySetsService> {
  const sets = new Map<string, object[]>();
  const requests: ServiceRequest[] = [];

  const server = createServer(async (incoming, outgoing) => {
    let body = "";
    for await (const chunk of incoming.setEncoding("utf8")) body += chunk;
    const request = { method: incoming.method ?? "", path: incoming.url ?? "", headers: incoming.headers, body };
    requests.push(request);
    const reply = (await override(request)) ?? usualReply(request);
    outgoing.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    outgoing.end(reply.body === undefined ? "" : JSON.stringify(reply.body));
  });

  function usualReply({ method, path, headers, body }: ServiceRequest): ServiceReply {
    if (headers.authorization !== `Bearer ${goodToken}`) return failure(401, "InvalidAuthenticationToken");
    const [, , , id, action] = path.slice(1).split("/");
    if (id === undefined) return method === "POST" ? create(JSON.parse(body).id) : listed();
    const keys = sets.get(id);
    if (!keys) return failure(400, method === "POST" ? "AADB2C95052" : "AADB2C90073");
    if (method === "GET") return { status: 200, body: { id, keys } };
    if (method === "DELETE") return remove(id);
    return action === "generateKey" ? generate(keys, JSON.parse(body)) : failure(404, "ResourceNotFound");
  }

  const listed = () => ({ status: 200, body: { value: [...sets].map(([id, keys]) => ({ id, keys })) } });

  function create(sent: string): ServiceReply {
    const id = sent.startsWith("B2C_1A_") ? sent : `B2C_1A_${sent}`;
    if (sets.has(id)) return failure(400, "AADB2C95028");
    sets.set(id, []);
    return { status: 201, body: { id, keys: [] }, headers: { location: `/trustFramework/keySets('${id}')` } };
  }

  function remove(id: string): ServiceReply {
    if (!id.endsWith(".bak")) sets.set(`${id}.bak`, []);
    sets.delete(id);
    return { status: 204 };
  }

  function generate(keys: object[], { kty, use }: { kty: string; use: string }): ServiceReply {
    const key = { kid: `key${keys.length}`, kty, use, k: null, status: "enabled" };
    keys.push(key);
    return { status: 200, body: key };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`,
    requests,
    ids: () => [...sets.keys()],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
