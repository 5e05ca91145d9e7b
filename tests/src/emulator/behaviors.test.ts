import { expect, test } from "vitest";
import { type BehaviorId, behaviors, type SwitchableBehavior } from "../../../src/emulator/behaviors.ts";
import type { EmulatorOptions, KeySetsEmulator } from "../../../src/emulator/index.ts";
import { type Caller, callerOf, createSet, emulatorUnderTest, failure, now } from "./emulator-under-test.ts";
import { certificateText, pkcs12Text, privateJwk } from "./material.ts";

type Run = (call: Caller, emulator: KeySetsEmulator) => Promise<unknown>;

interface Case {
  options?: EmulatorOptions;
  run: Run;
  on: unknown;
  off: unknown;
  /** Whether the contract doesn't have the response that isn't the default. */
  isUndocumented?: boolean;
}

const set = "/B2C_1A_set";
const signing = { use: "sig", kty: "RSA" };
const oneKey = (key: object) => ({
  seed: { keySets: [{ id: "B2C_1A_set", keys: [{ kty: "oct", kid: "k", ...key }] }] },
});
const [ok, missing] = [
  [200, undefined],
  [400, "AADB2C90073"],
];
const certificate = certificateText();

/** Runs a request on a new key set. */
const onSet =
  (request: Run): Run =>
  async (call, emulator) => {
    await createSet(call);
    return request(call, emulator);
  };
const upload = (path: string, body: object): Run =>
  onSet(async (call) => failure(await call("POST", `${set}/${path}`, body)));
const statusAfter = (path: string, body: object): Run =>
  onSet(async (call) => {
    const { body: key } = await call("POST", `${set}/${path}`, body);
    return (await call("GET", `${set}/keys_v2/${key.kid}`)).body.status;
  });
const create =
  (body: object): Run =>
  async (call) =>
    failure(await call("POST", "", body));
const twice = (request: () => [string, string, object?]): Run =>
  onSet(async (call) => (await Promise.all([call(...request()), call(...request())])).map(failure).at(-1));

test("@odata.type fails, or is ignored, in each body and each key", async () => {
  const typed = { "@odata.type": "t" };
  const bodies: [string, string, object][] = [
    ["POST", "", { id: "a", ...typed }],
    ["POST", "", { id: "b", "@odata.type": null }],
    ["POST", "", { id: "c", keys: [{ ...privateJwk, ...typed }] }],
    ["PUT", set, { keys: [{ ...privateJwk, kid: undefined, ...typed }] }],
    ["POST", `${set}/generateKey`, { ...signing, ...typed }],
    ["PATCH", `${set}/keys_v2/k`, { status: "enabled", ...typed }],
  ];
  for (const isOther of [true, false]) {
    for (const isRefused of [true, false]) {
      for (const [method, path, body] of bodies) {
        const behaviors = {
          "odata-type-refused": isRefused,
          "unknown-members": isOther,
          "one-type-and-one-use": false,
        };
        const { status } = await emulatorUnderTest({ ...oneKey({}), behaviors }).call(method, path, body);
        expect([path, status < 300]).toEqual([path, !isRefused]);
      }
    }
  }
});

test("a short secret in the wrong member isn't repeated", async () => {
  const { call } = emulatorUnderTest(oneKey({}));
  const { body } = await call("POST", `${set}/uploadSecret`, { use: "swordfish", k: "sig" });
  expect(body.error.message).toContain("(not shown)");
});

/** What each behavior does, switched on and off. */
const cases: Record<SwitchableBehavior, Case> = {
  "id-gains-a-prefix": { run: async (call) => (await call("POST", "", { id: "a" })).body.id, on: "B2C_1A_a", off: "a" },
  "ids-ignore-case": { run: onSet(async (call) => failure(await call("GET", "/b2c_1a_SET"))), on: ok, off: missing },
  "ids-have-a-limit": { run: create({ id: "a".repeat(257) }), on: [400, "AADB2C"], off: [201, undefined] },
  "created-with-keys": { run: create({ id: "a", keys: [] }), on: [201, undefined], off: [400, "AADB2C"] },
  "odata-type-refused": { run: create({ id: "a", "@odata.type": "t" }), on: [400, "AADB2C"], off: [201, undefined] },
  "kid-kept-on-create": {
    run: async (call) =>
      (await call("POST", "", { id: "a", keys: [{ ...privateJwk, kid: "k" }] })).body.keys[0].kid === "k",
    on: true,
    off: false,
  },
  "kid-refused-in-a-replacement": {
    run: onSet(async (call) => failure(await call("PUT", set, { keys: [{ ...privateJwk, kid: "k" }] }))),
    on: [400, "AADB2C95059"],
    off: ok,
  },
  "id-in-body-must-match": {
    run: onSet(async (call) => failure(await call("PUT", set, { id: "other", keys: [] }))),
    on: [400, "AADB2C"],
    off: ok,
  },
  "new-sets-settle": { run: upload("generateKey", signing), on: [400, "AADB2C95052"], off: ok },
  "missing-set-is-a-400": {
    run: async (call) => failure(await call("GET", "/none")),
    on: missing,
    off: [404, "AADB2C90073"],
  },
  "missing-set-read-90073": {
    run: async (call) => failure(await call("GET", "/none")),
    on: missing,
    off: [400, "AADB2C95052"],
    isUndocumented: true,
  },
  "missing-set-write-95052": {
    isUndocumented: true,
    run: async (call) => failure(await call("PUT", "/none", { keys: [] })),
    on: [400, "AADB2C95052"],
    off: missing,
  },
  "missing-set-delete-90073": {
    run: async (call) => failure(await call("DELETE", "/none")),
    on: missing,
    off: [400, "AADB2C95052"],
  },
  "deleted-set-leaves-a-copy": {
    run: onSet(async (call) => {
      await call("DELETE", set);
      return (await call("GET", "")).body.value.map(({ id }: { id: string }) => id);
    }),
    on: ["B2C_1A_set.bak"],
    off: [],
  },
  "one-type-and-one-use": {
    options: oneKey({ use: "enc" }),
    run: async (call) => failure(await call("POST", `${set}/generateKey`, signing)),
    on: [400, "AADB2C95032"],
    off: ok,
  },
  "uploaded-keys-start-disabled": {
    run: statusAfter("uploadCertificate", { key: certificate }),
    on: "disabled",
    off: "enabled",
  },
  "generated-keys-start-enabled": { run: statusAfter("generateKey", signing), on: "enabled", off: "disabled" },
  "nbf-three-hours-ahead": {
    run: upload("uploadSecret", { use: "sig", k: "s", nbf: now }),
    on: [400, "AADB2C90136"],
    off: ok,
  },
  "exp-in-the-past": { run: upload("generateKey", { ...signing, exp: now }), on: [400, "AADB2C90214"], off: ok },
  "exp-after-nbf": {
    run: upload("generateKey", { ...signing, nbf: now + 2, exp: now + 1 }),
    on: [400, "AADB2C90136"],
    off: ok,
  },
  "equal-starts-latest-added": {
    options: {
      seed: {
        keySets: [
          {
            id: "B2C_1A_set",
            keys: [
              { kty: "oct", kid: "first" },
              { kty: "oct", kid: "last" },
            ],
          },
        ],
      },
    },
    run: async (call) => (await call("GET", `${set}/getActiveKey`)).body.kid,
    on: "last",
    off: "first",
  },
  "no-active-key-90019": {
    run: onSet(async (call) => failure(await call("GET", `${set}/getActiveKey`))),
    on: [400, "AADB2C90019"],
    off: [404, "ResourceNotFound"],
  },
  "nulls-in-generated-keys": {
    run: onSet(async (call) => (await call("POST", `${set}/generateKey`, signing)).body.k),
    on: null,
    off: undefined,
  },
  "status-in-key-sets": {
    options: oneKey({}),
    run: async (call) => (await call("GET", set)).body.keys[0].status,
    on: "enabled",
    off: undefined,
  },
  "key-is-wrapped": {
    options: oneKey({ nbf: 7, exp: 9 }),
    isUndocumented: true,
    run: async (call) => {
      const { "@odata.context": _context, ...body } = (await call("GET", `${set}/keys_v2/k`)).body;
      return body;
    },
    on: {
      value: {
        "@odata.type": "#microsoft.graph.trustFrameworkKey_v2",
        kid: "k",
        kty: "oct",
        status: "enabled",
        nbf: "7",
        exp: "9",
      },
    },
    off: { kid: "k", kty: "oct", status: "enabled", nbf: 7, exp: 9 },
  },
  "symmetric-keys-in-capitals": {
    run: onSet(async (call) => (await call("POST", `${set}/uploadSecret`, { use: "sig", k: "s" })).body.kty),
    on: "OCT",
    off: "oct",
  },
  "least-rsa-bits": {
    run: create({ id: "a", keys: [{ kty: "RSA", n: "u7w", e: "AQAB" }] }),
    on: [400, "AADB2C90137"],
    off: [201, undefined],
  },
  "least-secret-bits": {
    run: upload("uploadSecret", { use: "sig", k: "x".repeat(31) }),
    on: [400, "AADB2C90138"],
    off: ok,
  },
  "expired-certificates": {
    run: upload("uploadCertificate", { key: certificateText({ nbf: now - 9, exp: now }) }),
    on: ok,
    off: [400, "AADB2C90215"],
  },
  "certificate-twice": {
    run: onSet(async (call, emulator) => {
      await call("POST", `${set}/uploadCertificate`, { key: certificate });
      return upload("uploadCertificate", { key: certificate })(callerWithSet(call), emulator);
    }),
    on: [400, "AADB2C90180"],
    off: ok,
  },
  "pkcs12-encryption": {
    run: upload("uploadPkcs12", { key: pkcs12Text({ algorithm: "aes256" }), password: "pass" }),
    on: [400, "AADB2C90213"],
    off: ok,
  },
  "wrong-password-90213": {
    run: upload("uploadPkcs12", { key: pkcs12Text(), password: "wrong" }),
    on: [400, "AADB2C90213"],
    off: [400, "AADB2C95025"],
  },
  "concurrent-writes": { run: twice(() => ["POST", `${set}/generateKey`, signing]), on: [400, "AADB2C95053"], off: ok },
  "conflicts-are-409": {
    run: onSet(async (call) => [
      failure(await call("POST", "", { id: "set" })),
      await twice(() => ["PUT", "/B2C_1A_o", { keys: [] }])(callerWithSet(call), {} as never),
    ]),
    on: [
      [409, "AADB2C95028"],
      [409, "AADB2C95053"],
    ],
    off: [
      [400, "AADB2C95028"],
      [400, "AADB2C95053"],
    ],
  },
  "malformed-body": {
    run: async (call) => failure(await call("POST", "", "{")),
    on: [400, "AADB2C"],
    off: [400, "BadRequest"],
  },
  "unknown-members": {
    run: upload("uploadSecret", { use: "sig", k: "s", kty: "oct", nbf: null }),
    on: [400, "AADB2C"],
    off: ok,
  },
  "content-type-required": {
    run: async (call) => failure(await call("POST", "", { id: "a" }, { "Content-Type": "text/plain" })),
    on: [400, "AADB2C"],
    off: [201, undefined],
  },
  "paths-ignore-case": {
    run: onSet(async (call) => failure(await call("GET", `${set}/GETACTIVEKEY`))),
    on: [400, "AADB2C90019"],
    off: [404, "ResourceNotFound"],
  },
  "odata-key-syntax": {
    run: onSet(async (call) => failure(await call("GET", "('B2C_1A_set')"))),
    on: ok,
    off: [404, "ResourceNotFound"],
  },
  "query-options-ignored": {
    run: async (call) => failure(await call("GET", "?$top=1")),
    on: ok,
    off: [400, "BadRequest"],
  },
};

/** A caller for a case that creates the key set itself, although it already exists. */
const callerWithSet =
  (call: Caller): Caller =>
  async (method, path, body, headers) => {
    if (method !== "POST" || path !== "") return call(method, path, body, headers);
    return { status: 201, body, headers: new Headers() };
  };

test.each(Object.entries(cases))("%s", async (id, { options, run, on, off, isUndocumented }) => {
  for (const [value, expected] of [
    [true, on],
    [false, off],
  ] as const) {
    const { emulator } = emulatorUnderTest({ ...options, behaviors: { [id]: value } });
    const call = isUndocumented ? callerOf(emulator, () => undefined) : callerOf(emulator);
    expect(await run(call, emulator)).toEqual(expected);
  }
});

test.each(Object.entries(cases))(
  "%s is as its default says if it isn't switched",
  async (id, { options, run, on, off }) => {
    const { emulator } = emulatorUnderTest(options);
    expect(await run(callerOf(emulator), emulator)).toEqual(behaviors[id as BehaviorId].default ? on : off);
  },
);
