import { describe, expect, test } from "vitest";
import {
  createKeySetsClient,
  type HeaderValues,
  type KeySetOperations,
  type KeySetsClientOptions,
} from "../../../src/index.ts";
import { connected, created, found } from "../../support/client.ts";
import { serve } from "../../support/server.ts";

const client = (options: unknown) => createKeySetsClient(options as KeySetsClientOptions);

/** Options that cannot be, each with what the error says of it. */
const misuses: [options: unknown, said: string][] = [
  ...[undefined, null, "secret"].map((options): [unknown, string] => [options, "the options must be an object"]),
  ...[{}, { token: "" }, { token: "t", credential: { getToken() {} } }].map((options): [unknown, string] => [
    options,
    "expected either token or credential",
  ]),
  ...[null, 5, {}].map((token): [unknown, string] => [{ token }, 'the option "token" must be a string or a function']),
  [{ tokn: "secret" }, 'unknown option "tokn". Expected one of: token, credential, cloud,'],
  [{ toString: "secret", token: "t" }, 'unknown option "toString"'],
  ...["germany", "toString", null].map((cloud): [unknown, string] => [
    { token: "t", cloud },
    'the option "cloud" must be one of global, usGovernmentL4, usGovernmentL5, china.',
  ]),
  ...[
    "http://graph.microsoft.com/beta",
    "http://127.example.com",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "ftp://localhost",
    "file:///beta",
    "https://graph.microsoft.com/beta?a=b",
    "https://graph.microsoft.com/beta#a",
    "https://graph.microsoft.com/beta?",
    "https://graph.microsoft.com/beta#",
    { toString: () => "https://graph.microsoft.com/beta" },
    "https://me@graph.microsoft.com/beta",
    "https://:me@graph.microsoft.com",
    "graph.microsoft.com",
    "",
    5,
    null,
  ].map((baseUrl): [unknown, string] => [{ token: "t", baseUrl }, 'the option "baseUrl" must be an https URL']),
  ...[null, {}, "c"].map((credential): [unknown, string] => [
    { credential },
    'the option "credential" must be an object with getToken',
  ]),
  ...[5, {}, { now() {}, wait() {}, random() {} }].map((clock): [unknown, string] => [
    { token: "t", clock },
    'the option "clock" must be an object with now, random, wait, and schedule',
  ]),
  [{ token: "t", fetch: "fetch" }, 'the option "fetch" must be a function'],
  ...[5, "a", null, { "a b": "c" }, { a: "b\nc" }, { a: "失" }].map((headers): [unknown, string] => [
    { token: "t", headers },
    'the option "headers" must be',
  ]),
  ...[{ Authorization: "secret" }, [["authorization", "secret"]], [["a"]], [["a", "b", "c"]]].map(
    (headers): [unknown, string] => [
      { token: "t", headers },
      'the option "headers" must be headers that HTTP allows, without authorization: use token or credential.',
    ],
  ),
  ...["3", 3, true, null, 0, ""].map((retry): [unknown, string] => [
    { token: "t", retry },
    "retry: the options must be an object",
  ]),
  [{ token: "t", retry: { retries: 1 } }, 'retry: unknown option "retries". Expected one of: maxAttempts, maxWait.'],
  ...["parallel", true].map((writes): [unknown, string] => [
    { token: "t", writes },
    'the option "writes" must be in-order or at-once',
  ]),
  ...[0, -1, 1.5, NaN, Infinity, "3", null].map((maxAttempts): [unknown, string] => [
    { token: "t", retry: { maxAttempts } },
    'retry: the option "maxAttempts" must be',
  ]),
  ...[0, -1, 2 ** 31, Infinity, "3"].map((maxWait): [unknown, string] => [
    { token: "t", retry: { maxWait } },
    'retry: the option "maxWait" must be',
  ]),
  ...[0, -1, NaN, 2 ** 31, "3"].map((timeout): [unknown, string] => [
    { token: "t", timeout },
    'the option "timeout" must be a whole number from 1 to 2147483647',
  ]),
];

test.each(misuses)("%j makes no client, and the error names what is wrong, without its value", (options, named) => {
  let thrown: unknown;
  try {
    client(options);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(TypeError);
  expect((thrown as Error).message).toContain(`createKeySetsClient: ${named}`);
  expect((thrown as Error).message).not.toContain("secret");
});

test.each(["https://graph.microsoft.us/beta", "http://localhost:1/beta", "http://127.0.0.1:1", "http://[::1]:1"])(
  "the token may go to %s",
  (baseUrl) => {
    expect(() => client({ token: "t", baseUrl })).not.toThrow();
  },
);

test("an option is read once, also from a class or a prototype, and what was checked is what is used", async () => {
  await using it = await connected([created]);
  const safe = it.server.origin;
  class Config {}
  const reads = { baseUrl: 0, token: 0 };
  const answers = { baseUrl: [safe, "http://elsewhere.example"], token: ["secret-token", "other"] };
  for (const name of ["baseUrl", "token"] as const)
    Object.defineProperty(Config.prototype, name, { get: () => answers[name][reads[name]++] });
  const config = Object.create(Config.prototype);
  expect((await client(config).createKeySet({ id: "a" })).error).toBeUndefined();
  expect(reads).toEqual({ baseUrl: 1, token: 1 });
  expect(it.received[0]?.headers.authorization).toBe("Bearer secret-token");
});

test.each<[string, object]>([
  ["a prototype", Object.create({ baseUrl: "http://elsewhere.example", token: "t" })],
  [
    "a getter of a class",
    new (class {
      token = "t";
      get baseUrl() {
        return "http://elsewhere.example";
      }
    })(),
  ],
])("an http baseUrl from %s is rejected", (_, options) => {
  expect(() => client(options)).toThrow('the option "baseUrl" must be an https URL');
});

test.each<[string, HeaderValues]>([
  ["a Map", new Map([["x-a", "b"]])],
  ["a Headers object", new Headers({ "x-a": "b" })],
  [
    "pairs",
    [
      ["x-a", "b"],
      ["x-c", undefined],
    ],
  ],
  ["an object with values that are undefined or null", { "x-a": "b", "x-c": undefined, "x-d": null as never }],
])("headers can be %s", async (_, headers) => {
  await using it = await connected([created], { headers });
  await it.client.createKeySet({ id: "a" }, { headers });
  expect(it.received[0]?.headers).toMatchObject({ "x-a": "b" });
  expect(it.received[0]?.headers).not.toHaveProperty("x-c");
  expect(it.received[0]?.headers).not.toHaveProperty("x-d");
});

test("headers of the connection are left to the platform", async () => {
  await using it = await connected([created]);
  const headers = {
    "Content-Length": "0",
    Host: "elsewhere.example",
    "Transfer-Encoding": "chunked",
    Expect: "100-continue",
  };
  expect((await it.client.createKeySet({ id: "a" }, { headers })).status).toBe(201);
  expect(it.received[0]).toMatchObject({
    body: '{"id":"a"}',
    headers: { "content-length": "10", host: expect.stringMatching(/^127/) },
  });
});

test("a URL object is a baseUrl", async () => {
  await using it = await connected([created]);
  await client({ token: "t", baseUrl: new URL(`${it.server.origin}/a/`) }).createKeySet({ id: "a" });
  expect(it.received[0]?.path).toBe("/a/trustFramework/keySets");
});

test("what a program adds to all objects isn't an option: the token goes nowhere else", async () => {
  await using elsewhere = await serve(found);
  await using it = await connected([found]);
  const all = Object.prototype as Record<string, unknown>;
  const urls: string[] = [];
  const fetch = async (url: string) => {
    urls.push(url);
    return Response.json({ id: "a" });
  };
  Object.defineProperty(all, "baseUrl", { value: elsewhere.origin, configurable: true });
  await client({ token: "t", fetch }).getKeySet("a");
  delete all.baseUrl;
  Object.defineProperty(all, "fetch", { value: () => globalThis.fetch(elsewhere.origin), configurable: true });
  await it.client.getKeySet("a");
  await client({ token: "t", baseUrl: it.server.origin }).getKeySet("a");
  delete all.fetch;
  expect(urls).toEqual(["https://graph.microsoft.com/beta/trustFramework/keySets/a"]);
  expect(elsewhere.received).toEqual([]);
  expect(it.received).toHaveLength(2);
});

test("an option that is undefined is as good as none", () => {
  const names = ["credential", "cloud", "baseUrl", "fetch", "headers", "retry", "timeout", "writes", "clock"];
  expect(() => client({ token: "t", ...Object.fromEntries(names.map((name) => [name, undefined])) })).not.toThrow();
});

describe("a call rejects with what is wrong, before anything is asked or sent:", () => {
  const calls: Record<
    string,
    [(client: Record<keyof KeySetOperations, (...args: unknown[]) => Promise<unknown>>) => Promise<unknown>, string]
  > = {
    "no body": [
      (client) => client.createKeySet(),
      "createKeySet: the body must be an object with its members as properties.",
    ],
    "a body of null": [
      (client) => client.uploadSecret("a", null),
      "uploadSecret: the body must be an object with its members as properties.",
    ],
    "a body that is text": [
      (client) => client.uploadCertificate("a", "MIIB"),
      "uploadCertificate: the body must be an object with its members as properties.",
    ],
    "a body that is a list": [
      (client) => client.replaceKeySet("a", []),
      "replaceKeySet: the body must be an object with its members as properties.",
    ],
    "a body that is a function": [
      (client) => client.createKeySet(() => {}),
      "createKeySet: the body must be an object with its members as properties.",
    ],
    "a bad id": [(client) => client.getKeySet(5), 'the path parameter "id"'],
    "a bad id of a list": [(client) => client.listKeys(""), 'the path parameter "id"'],
    "a bad kid": [(client) => client.getKey("a", ".."), 'the path parameter "kid"'],
    "no kid, but a body": [(client) => client.updateKeyStatus("a", { status: "enabled" }), 'the path parameter "kid"'],
    "an option that doesn't exist": [
      (client) => client.listKeySets({ top: 1 }),
      'listKeySets: unknown option "top". Expected one of: headers, signal,',
    ],
    "headers that HTTP does not allow": [
      (client) => client.getKeySet("a", { headers: { a: "secret\nb" } }),
      'the option "headers" must be',
    ],
    "a signal that is none": [
      (client) => client.getKeySet("a", { signal: {} }),
      'the option "signal" must be an AbortSignal',
    ],
    "a limit that is none": [(client) => client.getKeySet("a", { timeout: "1" }), 'the option "timeout" must be'],
    "a header that the token would replace": [
      (client) => client.getKeySet("a", { headers: { authorization: "secret" } }),
      "without authorization: use token or credential",
    ],
    "an empty id of the request": [
      (client) => client.getKeySet("a", { clientRequestId: "" }),
      'the option "clientRequestId" must be a string that isn\'t empty',
    ],
    "an id of the request that HTTP does not allow": [
      (client) => client.getKeySet("a", { clientRequestId: "a\nb" }),
      'the option "clientRequestId" must be',
    ],
  };

  test.each(Object.entries(calls))("%s", async (_, [call, named]) => {
    let asked = false;
    await using it = await connected([created], {
      token() {
        asked = true;
        return "";
      },
    });
    const error = (await call(it.client as never).then(String, (error: Error) => error)) as Error;
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(named);
    expect(error.message).not.toContain("secret");
    expect({ asked, received: it.received }).toEqual({ asked: false, received: [] });
  });
});

test.each([
  [undefined, "https://graph.microsoft.com/beta"],
  ["global", "https://graph.microsoft.com/beta"],
  ["usGovernmentL4", "https://graph.microsoft.us/beta"],
  ["usGovernmentL5", "https://dod-graph.microsoft.us/beta"],
  ["china", "https://microsoftgraph.chinacloudapi.cn/beta"],
])("the cloud %s has its host", async (cloud, root) => {
  const urls: unknown[] = [];
  const fetch = async (url: string | Request) => {
    urls.push(url);
    return Response.json({ id: "a", keys: [] });
  };
  await client({ token: "t", cloud, fetch }).getKeySet("a");
  expect(urls).toEqual([`${root}/trustFramework/keySets/a`]);
});

test("the client's headers are sent, and the call's before them, of whatever form", async () => {
  await using it = await connected([created], { headers: { "x-a": "client", "x-b": "client" } });
  await it.client.createKeySet({ id: "a" }, { headers: { "x-b": "call" } });
  await it.client.createKeySet({ id: "a" }, { headers: new Headers({ "x-b": "object" }) });
  expect(it.received[0]?.headers).toMatchObject({
    "x-a": "client",
    "x-b": "call",
    "content-type": "application/json",
    authorization: "Bearer secret-token",
  });
  expect(it.received[1]?.headers).toMatchObject({ "x-a": "client", "x-b": "object" });
});

test("a slash at the end of baseUrl does not matter", async () => {
  await using it = await connected([created]);
  await client({ token: "t", baseUrl: `${it.server.origin}/a/` }).createKeySet({ id: "a" });
  expect(it.received[0]?.path).toBe("/a/trustFramework/keySets");
});
