import { AsyncLocalStorage } from "node:async_hooks";
import type { Socket } from "node:net";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { createKeySetsClient, type GetTokenOptions } from "../../../src/index.ts";
import { connected, created, fakeClock, found, gate, http, refused } from "../../support/client.ts";
import { serve } from "../../support/server.ts";

const minute = 60_000;
const expired = refused(401, "InvalidAuthenticationToken", "Lifetime validation failed.");
const sentTokens = (received: { headers: { authorization?: string | undefined } }[]) =>
  received.map(({ headers }) => headers.authorization?.replace("Bearer ", ""));

/** A credential that numbers its tokens, each good for ten minutes. */
function credential(clock = fakeClock()) {
  const scopes: unknown[] = [];
  return {
    clock,
    scopes,
    getToken: async (scope: unknown) => ({
      token: `token-${scopes.push(scope)}`,
      expiresOnTimestamp: clock.now() + 10 * minute,
    }),
  };
}

test("is asked for before each call when it is a function", async () => {
  let count = 0;
  await using it = await connected([created], { token: async () => `token-${++count}` });
  await it.client.createKeySet({ id: "a" });
  await it.client.createKeySet({ id: "a" });
  expect(sentTokens(it.received)).toEqual(["token-1", "token-2"]);
});

test.each([
  [undefined, "https://graph.microsoft.com/.default"],
  ["usGovernmentL4", "https://graph.microsoft.us/.default"],
  ["usGovernmentL5", "https://dod-graph.microsoft.us/.default"],
  ["china", "https://microsoftgraph.chinacloudapi.cn/.default"],
] as const)("of a credential has the scope of the cloud %s", async (cloud, scope) => {
  const given = credential();
  await using it = await connected([created], { credential: given, clock: given.clock, ...(cloud && { cloud }) });
  await it.client.createKeySet({ id: "a" });
  expect(given.scopes).toEqual([scope]);
});

test("of a credential is kept until it expires, and renewed in the background five minutes before", async () => {
  const given = credential();
  await using it = await connected([created], { credential: given, clock: given.clock });
  await it.client.createKeySet({ id: "a" });
  await given.clock.wait(5 * minute - 1);
  await it.client.createKeySet({ id: "a" });
  expect(given.scopes).toHaveLength(1);
  await given.clock.wait(1);
  await it.client.createKeySet({ id: "a" });
  expect(given.scopes).toHaveLength(2);
  await it.client.createKeySet({ id: "a" });
  expect(sentTokens(it.received)).toEqual(["token-1", "token-1", "token-1", "token-2"]);
  expect(given.clock.timers.size).toBe(0);
});

test("of a function is the caller's own, also when others wait for theirs", async () => {
  const user = new AsyncLocalStorage<string>();
  await using it = await connected([created], { token: async () => `token-of-${user.getStore()}` });
  await Promise.all(["alice", "bob"].map((name) => user.run(name, () => it.client.createKeySet({ id: name }))));
  expect(it.received.map(({ headers, body }) => `${headers.authorization} ${JSON.parse(body).id}`).sort()).toEqual([
    "Bearer token-of-alice alice",
    "Bearer token-of-bob bob",
  ]);
});

test("of a credential is asked for once by calls that wait for it at once", async () => {
  const asked = gate();
  let count = 0;
  const getToken = async () => {
    await asked.opened;
    return { token: `token-${++count}`, expiresOnTimestamp: 0 };
  };
  await using it = await connected([created], { credential: { getToken } });
  const calls = ["a", "b", "c"].map((id) => it.client.createKeySet({ id }));
  asked.open();
  await Promise.all(calls);
  expect(sentTokens(it.received)).toEqual(["token-1", "token-1", "token-1"]);
});

test("is renewed once when the service says that it is invalid, for a call that writes too", async () => {
  const given = credential();
  await using it = await connected([expired, created], { credential: given, clock: given.clock, retry: false });
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(sentTokens(it.received)).toEqual(["token-1", "token-2"]);
});

test("is not renewed a second time for one call", async () => {
  const given = credential();
  await using it = await connected([expired], { credential: given, clock: given.clock });
  expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({
    kind: "service",
    status: 401,
    code: "InvalidAuthenticationToken",
  });
  expect(it.received).toHaveLength(2);
});

test.each([
  ["with another code", refused(401, "Unauthorized")],
  ["without a body", http(401)],
  ["with a body that can't be read", http(401, "{", { "Content-Length": "99" })],
  ["with a page of a proxy", http(401, "<html>", { "Content-Type": "text/html" })],
])("is renewed once after a 401 %s", async (_, response) => {
  const given = credential();
  await using it = await connected([response, created], { credential: given, clock: given.clock });
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(sentTokens(it.received)).toEqual(["token-1", "token-2"]);
});

test("isn't renewed after another status with the code of an invalid token", async () => {
  const given = credential();
  await using it = await connected([refused(400, "InvalidAuthenticationToken"), created], { credential: given });
  expect((await it.client.createKeySet({ id: "a" })).error).toBeDefined();
  expect(given.scopes).toHaveLength(1);
});

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
test.each([
  ["in quotes", `Bearer error="insufficient_claims", claims="${btoa(claims)}"`, claims],
  ["bare", `Bearer claims=${btoa(claims)}`, claims],
  [
    "in base64url",
    `Bearer claims="${btoa('{"a":"???>>>"}').replaceAll("+", "-").replaceAll("/", "_")}"`,
    '{"a":"???>>>"}',
  ],
  ["that aren't base64", 'Bearer claims="a"', undefined],
  ["that are missing", 'Bearer realm=""', undefined],
])("is asked for with the claims of a challenge, %s", async (_, challenge, expected) => {
  const asked: unknown[] = [];
  const getToken = async (_: unknown, options: object) => {
    asked.push(options);
    return { token: `token-${asked.length}`, expiresOnTimestamp: Number.POSITIVE_INFINITY };
  };
  await using it = await connected([http(401, "", { "WWW-Authenticate": challenge }), created], {
    credential: { getToken },
  });
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(asked).toMatchObject([{ enableCae: true }, { enableCae: true, ...(expected && { claims: expected }) }]);
  expect(Object.hasOwn(asked[1] as object, "claims")).toBe(expected !== undefined);
});

test("is still used while the identity provider is down, until it expires", async () => {
  const clock = fakeClock();
  let asked = 0;
  const getToken = async () => {
    if (asked++ > 0) throw new Error("Down.");
    return { token: "token-1", expiresOnTimestamp: clock.now() + 110_000 };
  };
  await using it = await connected([created], { credential: { getToken }, clock });
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(asked).toBe(2);
  await clock.wait(30_000);
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(asked).toBe(3);
  await clock.wait(80_000);
  expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({ kind: "token" });
});

test("is renewed when the credential says so", async () => {
  const clock = fakeClock();
  let asked = 0;
  const getToken = async () => ({
    token: `token-${++asked}`,
    expiresOnTimestamp: clock.now() + 60 * minute,
    refreshAfterTimestamp: clock.now() + 30 * minute,
  });
  await using it = await connected([created], { credential: { getToken }, clock });
  await it.client.createKeySet({ id: "a" });
  await clock.wait(30 * minute);
  await it.client.createKeySet({ id: "a" });
  expect(asked).toBe(2);
});

test("that never comes in the background is forgotten, and its request aborted", async () => {
  const clock = fakeClock();
  const signals: (AbortSignal | undefined)[] = [];
  const getToken = async (_: unknown, options?: { abortSignal?: AbortSignal }) => {
    signals.push(options?.abortSignal);
    if (signals.length === 2) await new Promise(() => {});
    return { token: `token-${signals.length}`, expiresOnTimestamp: clock.now() + 4 * minute };
  };
  await using it = await connected([created], { credential: { getToken }, clock });
  await it.client.createKeySet({ id: "a" });
  await it.client.createKeySet({ id: "a" });
  expect(signals).toHaveLength(2);
  clock.pass(minute);
  expect(signals[1]?.aborted).toBe(true);
  await it.client.createKeySet({ id: "a" });
  expect(signals).toHaveLength(3);
});

test("is asked for by one request, which ends when nobody waits for it any longer", async () => {
  const controllers = [new AbortController(), new AbortController()];
  let asked: AbortSignal | undefined;
  const token = ({ abortSignal }: { abortSignal?: AbortSignal }) => {
    asked = abortSignal;
    return new Promise<string>(() => {});
  };
  await using it = await connected([created], { token });
  const calls = controllers.map(({ signal }) => it.client.getKeySet("a", { signal }));
  await new Promise(setImmediate);
  controllers[0]?.abort();
  expect(asked?.aborted).toBe(false);
  controllers[1]?.abort();
  expect(asked?.aborted).toBe(true);
  expect((await Promise.all(calls)).map(({ error }) => error?.kind)).toEqual(["abort", "abort"]);
});

test.each([Number.NaN, undefined, 1_767_225_600])(
  "with a time of expiry that isn't one, %s, isn't kept",
  async (expiresOnTimestamp) => {
    let asked = 0;
    const getToken = async () => ({ token: `token-${++asked}`, expiresOnTimestamp: expiresOnTimestamp as number });
    await using it = await connected([found], { credential: { getToken } });
    await it.client.getKeySet("a");
    await it.client.getKeySet("a");
    expect(asked).toBe(2);
  },
);

test("that is fixed is not sent a second time when it is invalid", async () => {
  await using it = await connected([expired, created]);
  expect((await it.client.createKeySet({ id: "a" })).error?.status).toBe(401);
  expect(it.received).toHaveLength(1);
});

test("that another call has renewed meanwhile is kept", async () => {
  const given = credential();
  const both = gate();
  let count = 0;
  const late = (socket: Socket) => {
    if (++count === 2) both.open();
    return both.opened.then(() => socket.end(expired));
  };
  await using it = await connected([late, late, created], { credential: given, clock: given.clock });
  await Promise.all([it.client.createKeySet({ id: "a" }), it.client.createKeySet({ id: "b" })]);
  expect(given.scopes).toHaveLength(2);
});

test.each([
  [
    "a credential that has none",
    { credential: { getToken: async () => null } },
    "The token is empty. Check for a variable that isn't set.",
  ],
  [
    "a credential that fails",
    { credential: { getToken: () => Promise.reject(new Error("No sign-in.")) } },
    "No sign-in.",
  ],
  [
    "a credential that throws",
    {
      credential: {
        getToken: () => {
          throw new Error("No sign-in.");
        },
      },
    },
    "No sign-in.",
  ],
  [
    "a function that fails",
    {
      token: () => {
        throw new Error("No file.");
      },
    },
    "No file.",
  ],
  [
    "a function that gives nothing",
    { token: () => undefined as unknown as string },
    "The token is empty. Check for a variable that isn't set.",
  ],
])("from %s ends the call with an error that says why, each time", async (_, options, why) => {
  await using it = await connected([created], options);
  for (let time = 0; time < 2; time++) {
    const { error, status } = await it.client.createKeySet({ id: "a" });
    expect(error).toMatchObject({
      kind: "token",
      operation: "createKeySet",
      cause: { message: expect.stringContaining(why) },
    });
    expect(status).toBeUndefined();
  }
  expect(it.received).toEqual([]);
});

test("of a credential that no header can carry is not kept", async () => {
  await using it = await connected([created], {
    credential: { getToken: async () => ({ token: "secret\n", expiresOnTimestamp: Infinity }) },
  });
  for (let time = 0; time < 2; time++)
    expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({ kind: "token" });
});

test("goes no further than a redirect", async () => {
  await using elsewhere = await serve(created);
  await using it = await connected([http(307, "", { Location: `${elsewhere.origin}/` })]);
  expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({ kind: "redirect", status: 307 });
  expect(elsewhere.received).toEqual([]);
});

test.each(["secret\n", "secret x", "secretü"])("that no header can carry makes no client: %j", (token) => {
  expect(() => createKeySetsClient({ token })).toThrow(/^The token must be the bare access token/);
});

test("may be asked for while another call already has a response", async () => {
  const given = credential();
  await using it = await connected([found], { credential: given, clock: given.clock });
  await it.client.getKeySet("a");
  await Promise.all([it.client.getKeySet("a"), it.client.getKeySet("b")]);
  expect(given.scopes).toHaveLength(1);
});

test("that a credential does not give is told of by the credential's own words, even if its error is its own cause", async () => {
  const circular = Object.assign(new Error("Sign in first."), { cause: undefined as unknown });
  circular.cause = circular;
  const thrown = [new Error("AADSTS7000215: Invalid client secret."), circular];
  const client = createKeySetsClient({ credential: { getToken: () => Promise.reject(thrown.shift()) } });
  const [one, other] = [(await client.getKeySet("a")).error, (await client.getKeySet("a")).error];
  expect(one?.message).toBe("getKeySet: couldn't get a token: AADSTS7000215: Invalid client secret.");
  expect(other?.message).toBe("getKeySet: couldn't get a token: Sign in first.");
});

test("that a credential quotes when it fails is in no error after the token was sent", async () => {
  const given = [
    async () => ({ token: "secret-token", expiresOnTimestamp: Infinity }),
    () => Promise.reject(new Error("No successor of secret-token.")),
  ];
  await using it = await connected([refused(401, "InvalidAuthenticationToken")], {
    credential: { getToken: () => given.shift()?.() as never },
  });
  const { error } = await it.client.getKeySet("a");
  expect(error).toMatchObject({
    kind: "token",
    message: "getKeySet: couldn't get a token: [redacted]",
    cause: { message: "[redacted]" },
  });
  expect(inspect(error, { showHidden: true, depth: null })).not.toContain("secret-token");
});

const challenged = '{"access_token":{"nbf":{"essential":true,"value":"ü"}}}';
const base64 = Buffer.from(challenged).toString("base64");

test.each([
  ["with blanks around the equals sign", `Bearer claims = "${base64}"`, challenged],
  [
    "in base64url without quotes",
    `Bearer error="x", claims=${Buffer.from(challenged).toString("base64url")}`,
    challenged,
  ],
  ["after a text that names claims", `Bearer error_description="claims=none given", claims="${base64}"`, challenged],
  ["that aren't JSON", `Bearer claims="${Buffer.from("none").toString("base64")}"`, undefined],
  ["that aren't base64", 'Bearer claims="ü"', undefined],
])("is asked for with the claims of a challenge %s", async (_, challenge, expected) => {
  const asked: unknown[] = [];
  const getToken = async (_: unknown, options?: GetTokenOptions) => {
    asked.push(options?.claims);
    return { token: "t", expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
  };
  await using it = await connected([http(401, "", { "WWW-Authenticate": challenge }), found], {
    credential: { getToken },
  });
  expect((await it.client.getKeySet("a")).status).toBe(200);
  expect(asked).toEqual([undefined, expected]);
});

test("is asked for once with the same claims by calls at the same time", async () => {
  const asked: unknown[] = [];
  const both = gate();
  const getToken = async (_: unknown, options?: GetTokenOptions) => {
    asked.push(options?.claims);
    if (options?.claims) await both.opened;
    return { token: `t${asked.length}`, expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
  };
  const challenge = http(401, "", { "WWW-Authenticate": `Bearer claims="${base64}"` });
  await using it = await connected([challenge, challenge, found], { credential: { getToken } });
  const calls = [it.client.getKeySet("a"), it.client.getKeySet("b")];
  while (it.received.length < 2) await new Promise(setImmediate);
  await new Promise((resolve) => setTimeout(resolve, 20));
  both.open();
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200]);
  expect(asked.filter(Boolean)).toEqual([challenged]);
});

test("can have a time of expiry of any numeric type", async () => {
  const getToken = async () => ({ token: "t", expiresOnTimestamp: (10n ** 15n) as never });
  await using it = await connected([found], { credential: { getToken } });
  expect((await it.client.getKeySet("a")).status).toBe(200);
  expect((await it.client.getKeySet("a")).status).toBe(200);
});

test("is kept for others when a call that waits for it gives up", async () => {
  const given = gate();
  let asked = 0;
  const getToken = async () => {
    asked++;
    await given.opened;
    return { token: "t", expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
  };
  const controller = new AbortController();
  await using it = await connected([found], { credential: { getToken } });
  const calls = [it.client.getKeySet("a"), it.client.getKeySet("b", { signal: controller.signal })];
  controller.abort();
  expect((await calls[1])?.error?.kind).toBe("abort");
  given.open();
  expect((await calls[0])?.status).toBe(200);
  await it.client.getKeySet("c");
  expect(asked).toBe(1);
});

test("in the background, which never comes, doesn't keep a process alive", async () => {
  const background: unknown[] = [];
  const clock = fakeClock();
  const schedule = (run: () => void, milliseconds: number, isBackground?: boolean) => {
    background.push(isBackground);
    return clock.schedule(run, milliseconds);
  };
  let asked = 0;
  const getToken = () =>
    ++asked === 1
      ? Promise.resolve({ token: "t", expiresOnTimestamp: clock.now() + minute })
      : new Promise<never>(() => {});
  await using it = await connected([found], { credential: { getToken }, clock: { ...clock, schedule } });
  await it.client.getKeySet("a");
  await it.client.getKeySet("a");
  expect(asked).toBe(2);
  expect(background.filter(Boolean)).toEqual([true]);
});

test("is remembered for eight calls, so that none of them shows it", async () => {
  let count = 0;
  const token = async () => `token-number-${String.fromCharCode(97 + count++).repeat(12)}`;
  await using it = await connected([http(400, { error: { code: "a", message: "It was bbbbbbbbbbbb." } })], { token });
  const messages: (string | undefined)[] = [];
  for (let call = 0; call < 11; call++) messages.push((await it.client.getKeySet("a")).error?.message);
  expect(messages.map((message) => message?.includes("bbbb"))).toEqual([true, ...Array(8).fill(false), true, true]);
});
