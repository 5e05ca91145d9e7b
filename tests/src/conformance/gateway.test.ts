import { describe, expect, it } from "vitest";
import { type Gateway, gatewayHeader, startGateway } from "../../../src/conformance/gateway.ts";
import { createKeySetLedger } from "../../../src/conformance/key-set-ledger.ts";
import { type Send, sendTo } from "../../../src/conformance/service.ts";
import { goodToken, type Override, serveKeySets } from "../../support/key-sets-service.ts";

const run = "a1b2c3";
const id = `B2C_1A_conformance${run}Story`;

/** A gateway before a service. Waiting takes no time and is noted. */
async function start(override?: Override) {
  const service = await serveKeySets(override);
  const waits: number[] = [];
  const ledger = createKeySetLedger(run);
  const direct = sendTo({ baseUrl: service.baseUrl, run });
  const gateway = await startGateway({
    run,
    send: direct,
    tokens: new Map([["placeholder", goodToken]]),
    ledger,
    wait: async (seconds) => void waits.push(seconds),
    onWait: () => {},
  });
  return {
    service,
    gateway,
    ledger,
    waits,
    /** Deletes what is left, and waits for what may appear. */
    cleanUp: (send: Send = direct) =>
      ledger.cleanUp({
        send: ledger.keepAccountOf(send),
        authorization: `Bearer ${goodToken}`,
        waiting: { wait: async (seconds) => void waits.push(seconds), onWait: () => {} },
      }),
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await service[Symbol.asyncDispose]();
    },
  };
}

const call = (gateway: Gateway, method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}/trustFramework/keySets${path}`, {
    method,
    redirect: "manual",
    headers: { authorization: "Bearer placeholder", ...(body && { "content-type": "application/json" }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });

const throttled = (seconds?: number) => ({
  status: 429,
  body: { error: { code: "AADB2C90229", message: "Too many." } },
  ...(seconds === undefined ? {} : { headers: { "retry-after": `${seconds}` } }),
});

describe("The gateway", () => {
  it("puts the token in the place of its placeholder", async () => {
    await using s = await start();
    expect((await call(s.gateway, "GET", "")).status).toBe(200);
    expect(s.service.requests[0]?.headers.authorization).toBe(`Bearer ${goodToken}`);
  });

  it.each(["Basic placeholder", "Bearer something-else", "placeholder"])(
    "passes other credentials as they are: %s",
    async (value) => {
      await using s = await start();
      expect((await call(s.gateway, "GET", "", undefined, { authorization: value })).status).toBe(401);
      expect(s.service.requests[0]?.headers.authorization).toBe(value);
    },
  );

  it("passes no credentials if there are none", async () => {
    await using s = await start();
    expect((await fetch(`${s.gateway.url}/trustFramework/keySets`)).status).toBe(401);
    expect(s.service.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  it("passes no other header than the stories are about", async () => {
    await using s = await start();
    await call(s.gateway, "GET", "", undefined, { "client-request-id": "an-id", cookie: "a=b", "x-other": "c" });
    const { headers } = s.service.requests[0] ?? { headers: {} };
    expect(headers).toMatchObject({ "client-request-id": "an-id" });
    expect(headers).not.toHaveProperty("cookie");
    expect(headers).not.toHaveProperty("x-other");
  });

  it("returns status, body, and headers of the service", async () => {
    await using s = await start();
    const response = await call(s.gateway, "POST", "", { id });
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe(`/trustFramework/keySets('${id}')`);
    expect(await response.json()).toEqual({ id, keys: [] });
  });

  it("sends no write to a key set that isn't of the run", async () => {
    await using s = await start();
    const response = await call(s.gateway, "DELETE", "/B2C_1A_TokenSigningKeyContainer");
    expect(response.headers.get(gatewayHeader)).toBe("blocked");
    expect(s.service.requests).toEqual([]);
  });

  it("isn't the only guard: nothing else sends such a write either", async () => {
    await using s = await start();
    const direct = sendTo({ baseUrl: s.service.baseUrl, run });
    const path = "/trustFramework/keySets/B2C_1A_TokenSigningKeyContainer";
    await expect(direct({ method: "DELETE", path, body: "", headers: {} })).rejects.toThrow(/^Not sent: /);
    expect(s.service.requests).toEqual([]);
  });

  it("follows no redirect and passes none on", async () => {
    await using thief = await serveKeySets();
    await using s = await start(() => ({
      status: 307,
      headers: { location: `${thief.baseUrl}/trustFramework/keySets` },
    }));
    const response = await call(s.gateway, "GET", "");
    expect(response.status).toBe(502);
    expect(response.headers.get(gatewayHeader)).toBe("unreachable");
    expect(response.headers.get("location")).toBeNull();
    expect(thief.requests).toEqual([]);
  });

  it("marks what didn't come from the service", async () => {
    await using s = await start();
    await s.service[Symbol.asyncDispose]();
    expect((await call(s.gateway, "GET", "")).headers.get(gatewayHeader)).toBe("unreachable");
  });

  it("leaves out key material that is null, and passes any other", async () => {
    const key = { kid: "a", k: null, d: "shown", x5c: null };
    await using s = await start(() => ({ status: 200, body: { value: [{ id, keys: [key] }] } }));
    expect(await (await call(s.gateway, "GET", "")).json()).toEqual({
      value: [{ id, keys: [{ kid: "a", d: "shown", x5c: null }] }],
    });
  });
});

describe("A throttled request", () => {
  it("is sent again after the time in Retry-After", async () => {
    let left = 2;
    await using s = await start(() => (left-- > 0 ? throttled(7) : undefined));
    expect((await call(s.gateway, "POST", "", { id })).status).toBe(201);
    expect(s.waits).toEqual([7, 7]);
  });

  it("is sent again after longer and longer times if there is no Retry-After", async () => {
    let left = 4;
    await using s = await start(() => (left-- > 0 ? throttled() : undefined));
    expect((await call(s.gateway, "GET", "")).status).toBe(200);
    expect(s.waits).toEqual([1, 2, 4, 8]);
  });

  it("is given up when the waiting would take too long", async () => {
    await using s = await start(() => throttled(100));
    expect((await call(s.gateway, "GET", "")).status).toBe(429);
    expect(s.waits).toEqual([100, 100]);
  });

  it("is given up after 9 attempts", async () => {
    await using s = await start(() => throttled(0));
    expect((await call(s.gateway, "GET", "")).status).toBe(429);
    expect(s.service.requests).toHaveLength(9);
  });

  it("passes if the story is about it", async () => {
    await using s = await start(() => throttled(7));
    s.gateway.passThrottling = true;
    const response = await call(s.gateway, "GET", "");
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(s.waits).toEqual([]);
  });

  it("is sent again after 503 if it only reads", async () => {
    let left = 2;
    await using s = await start(() => (left-- > 0 ? { ...throttled(3), status: 503 } : undefined));
    expect((await call(s.gateway, "GET", "")).status).toBe(200);
    left = 2;
    expect((await call(s.gateway, "POST", "", { id })).status).toBe(503);
    expect(s.waits).toEqual([3, 3]);
  });
});

describe("A key set that was just created", () => {
  it("is waited for while the service doesn't know it", async () => {
    let left = 2;
    const unknown = { status: 400, body: { error: { code: "AADB2C95052", message: "Not created." } } };
    await using s = await start(({ path }) => (path.endsWith("/generateKey") && left-- > 0 ? unknown : undefined));
    await call(s.gateway, "POST", "", { id });
    expect((await call(s.gateway, "POST", `/${id}/generateKey`, { kty: "oct", use: "sig" })).status).toBe(200);
    expect(s.waits).toEqual([5, 5]);
  });

  it("is waited for 25 seconds at most", async () => {
    const unknown = { status: 400, body: { error: { code: "AADB2C90073", message: "Not found." } } };
    await using s = await start(({ method }) => (method === "GET" ? unknown : undefined));
    await call(s.gateway, "POST", "", { id });
    expect((await call(s.gateway, "GET", `/${id}`)).status).toBe(400);
    expect(s.waits).toEqual([5, 5, 5, 5, 5]);
  });

  it("isn't waited for once it's deleted, or if nobody created it", async () => {
    await using s = await start();
    await call(s.gateway, "POST", "", { id });
    await call(s.gateway, "DELETE", `/${id}`);
    expect((await call(s.gateway, "GET", `/${id}`)).status).toBe(400);
    expect((await call(s.gateway, "GET", `/${id}Missing`)).status).toBe(400);
    expect(s.waits).toEqual([]);
  });
});

describe("The account of the key sets", () => {
  it("has what was created and not deleted, and the copies", async () => {
    await using s = await start();
    await call(s.gateway, "POST", "", { id });
    await call(s.gateway, "POST", "", { id: `conformance${run}Other` });
    await call(s.gateway, "DELETE", `/${id}`);
    expect(s.service.ids().sort()).toEqual([`B2C_1A_conformance${run}Other`, `${id}.bak`].sort());
    expect(await s.cleanUp()).toEqual([]);
    expect(s.service.ids()).toEqual([]);
  });

  it("has a key set whose creation got no response", async () => {
    let isDown = true;
    await using s = await start(() => {
      if (!isDown) return undefined;
      return { status: 302, headers: { location: "http://127.0.0.1:9/" } };
    });
    await call(s.gateway, "POST", "", { id });
    isDown = false;
    await call(s.gateway, "GET", "");
    await s.cleanUp();
    expect(s.service.requests.at(-1)).toMatchObject({ method: "DELETE", path: `/beta/trustFramework/keySets/${id}` });
  });

  it("doesn't have a key set whose creation failed", async () => {
    await using s = await start(({ method }) =>
      method === "POST" ? { status: 403, body: { error: { code: "AADB2C", message: "No." } } } : undefined,
    );
    await call(s.gateway, "POST", "", { id });
    await s.cleanUp();
    expect(s.service.requests.map(({ method }) => method)).toEqual(["POST"]);
  });

  it("names a key set that the service named itself, and doesn't delete it", async () => {
    await using s = await start(({ method }) =>
      method === "POST" ? { status: 201, body: { id: "B2C_1A_surprise" } } : undefined,
    );
    await call(s.gateway, "POST", "", { keys: [] });
    expect(await s.cleanUp()).toEqual(["B2C_1A_surprise (a name that the service made up)"]);
    expect(s.service.requests).toHaveLength(1);
  });

  it.each(["B2C_1A_ProductionSigning", "x", "B2C_1A_conformanceffffffStory", "../B2C_1A_a"])(
    "has the name that was sent, and not %s in the response",
    async (named) => {
      await using s = await start(({ method }) =>
        method === "POST" ? { status: 201, body: { id: named, keys: [] } } : undefined,
      );
      await call(s.gateway, "POST", "", { id });
      await s.cleanUp();
      const written = s.service.requests.filter(({ method }) => method === "DELETE").map(({ path }) => path);
      expect(new Set(written)).toEqual(new Set([`/beta/trustFramework/keySets/${id}`]));
    },
  );

  it("has a key set that appears long after its creation got no response", async () => {
    const attempts: string[] = [];
    await using s = await start(({ method }) => {
      if (method === "POST") return { status: 504 };
      if (method === "DELETE") attempts.push(method);
      return attempts.length === 3 ? { status: 204 } : undefined;
    });
    await call(s.gateway, "POST", "", { id });
    expect(await s.cleanUp()).toEqual([]);
    expect(s.waits).toEqual([5, 5]);
  });

  it("names a key set that may still appear when the waiting is over", async () => {
    await using s = await start(({ method }) => (method === "POST" ? { status: 504 } : undefined));
    await call(s.gateway, "POST", "", { id });
    expect(await s.cleanUp()).toEqual([id]);
    expect(s.waits).toEqual([5, 5, 5, 5, 5]);
  });

  it("has the copy of a key set whose deletion got no response", async () => {
    const copy = `${id}.bak`;
    let isLost = false;
    await using s = await start(({ method, path }) => {
      if (method !== "DELETE" || path.endsWith(".bak") || !isLost) return undefined;
      return { status: 400, body: { error: { code: "AADB2C90073", message: "No." } } };
    });
    await call(s.gateway, "POST", "", { id });
    const losing: Send = async (request) => {
      await sendTo({ baseUrl: s.service.baseUrl, run })(request);
      isLost = true;
      throw new Error("The connection is lost.");
    };
    const path = `/trustFramework/keySets/${id}`;
    const headers = { authorization: `Bearer ${goodToken}` };
    await s.ledger
      .keepAccountOf(losing)({ method: "DELETE", path, body: "", headers })
      .catch(() => {});
    expect(s.service.ids()).toEqual([copy]);
    await s.cleanUp();
    expect(s.service.ids()).toEqual([]);
  });

  it("has a key set that a write to a missing one created", async () => {
    await using s = await start(({ method }) => (method === "PUT" ? { status: 200, body: { id } } : undefined));
    await call(s.gateway, "PUT", `/${id}`, { keys: [] });
    await s.cleanUp();
    expect(s.service.requests.at(-1)).toMatchObject({ method: "DELETE", path: `/beta/trustFramework/keySets/${id}` });
  });

  it("has a key set whose creation returned no body", async () => {
    await using s = await start(({ method }) => (method === "POST" ? { status: 201 } : undefined));
    await call(s.gateway, "POST", "", { id });
    await s.cleanUp();
    expect(s.service.requests.at(-1)).toMatchObject({ method: "DELETE", path: `/beta/trustFramework/keySets/${id}` });
  });

  it("has nothing after a creation that names nothing and returns nothing", async () => {
    await using s = await start(({ method }) => (method === "POST" ? { status: 201 } : undefined));
    await call(s.gateway, "POST", "", { keys: [] });
    await s.cleanUp();
    expect(s.service.requests).toHaveLength(1);
  });

  it("forgets a key set that the service doesn't know", async () => {
    let isThere = true;
    await using s = await start(({ method }) => (method === "DELETE" && !isThere ? { status: 404 } : undefined));
    await call(s.gateway, "POST", "", { id });
    await call(s.gateway, "DELETE", `/${id}`);
    await call(s.gateway, "POST", "", { id });
    isThere = false;
    expect(await s.cleanUp()).toEqual([]);
    const count = s.service.requests.length;
    expect(await s.cleanUp()).toEqual([]);
    expect(s.service.requests).toHaveLength(count);
  });

  it("keeps everything if the service can't be reached", async () => {
    await using s = await start();
    await call(s.gateway, "POST", "", { id });
    const isDown = () => Promise.reject(new Error("down"));
    expect(await s.cleanUp(isDown)).toEqual([id, `${id}.bak`]);
  });

  it("keeps what can't be deleted, and returns its ID", async () => {
    await using s = await start(({ method }) =>
      method === "DELETE" ? { status: 403, body: { error: { code: "AADB2C", message: "No." } } } : undefined,
    );
    await call(s.gateway, "POST", "", { id });
    expect(await s.cleanUp()).toEqual([id]);
  });
});
