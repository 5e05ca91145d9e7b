import { expect, test } from "vitest";
import type { LogEntry } from "../../../src/emulator/index.ts";
import { createSet, emulatorUnderTest, failure, root } from "./emulator-under-test.ts";

const secret = { use: "sig", k: "s" };

test.each([
  [{ status: 503 }, [503, "ServiceUnavailable"]],
  [{ status: 504 }, [504, "GatewayTimeout"]],
  [{ status: 500 }, [500, "AADB2C90063"]],
  [{ status: 401 }, [401, "InvalidAuthenticationToken"]],
  [{ status: 403 }, [403, "AADB2C90205"]],
  [{ status: 418 }, [418, "UnknownError"]],
  [{ code: "AADB2C90063" }, [400, "AADB2C90063"]],
  [{ code: "AADB2C90063", status: 500 }, [500, "AADB2C90063"]],
  [{ code: "AADB2C95043" }, [429, "AADB2C95043"]],
  [{ code: "Teapot", status: 418 }, [418, "Teapot"]],
  [{ code: "constructor", status: 503 }, [503, "constructor"]],
  [{ retryAfter: 2 }, [429, "AADB2C90229"]],
  [{}, [500, "AADB2C90063"]],
])("the fault %j returns %j", async (fault, expected) => {
  const { call, emulator } = emulatorUnderTest();
  emulator.fail({ operation: "getKeySet", ...fault });
  expect(failure(await call("GET", "/B2C_1A_set").catch((error) => error))).toEqual(expected);
});

test("the text of a listed code has values for its places", async () => {
  const { call, emulator } = emulatorUnderTest();
  emulator.fail({ code: "AADB2C90019" });
  const { body } = await call("GET", "/B2C_1A_set/getActiveKey");
  expect(body.error.message).toMatch(/^The key container with ID '\w+' in tenant '[\w.]+' does not have a valid key\./);
});

test("a fault hits its operation as often as it says, counts, and changes nothing", async () => {
  const { call, emulator } = emulatorUnderTest();
  await createSet(call);
  const fault = emulator.fail({ operation: "uploadSecret", status: 429, retryAfter: 7, times: 2 });
  const results = [];
  for (let i = 0; i < 3; i++) results.push(await call("POST", "/B2C_1A_set/uploadSecret", secret));
  expect((await call("GET", "/B2C_1A_set")).body.keys).toHaveLength(1);
  expect(results.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual([
    [429, "7"],
    [429, "7"],
    [200, null],
  ]);
  expect(fault.hits).toBe(2);
});

test("of several faults the oldest that isn't used up hits, and each can be removed", async () => {
  const { call, emulator } = emulatorUnderTest();
  const first = emulator.fail({ status: 503, times: 1 });
  const second = emulator.fail({ status: 504 });
  const status = async () => (await call("GET", "")).status;
  expect([await status(), await status()]).toEqual([503, 504]);
  second.remove();
  expect(await status()).toBe(200);
  expect([first.hits, second.hits]).toEqual([1, 1]);
});

test("reset returns to the faults of the options, with no hits", async () => {
  const { call, emulator } = emulatorUnderTest({ faults: [{ status: 503, times: 1 }] });
  emulator.fail({ status: 504 });
  const status = async () => (await call("GET", "")).status;
  expect([await status(), await status()]).toEqual([503, 504]);
  emulator.reset();
  expect([await status(), await status()]).toEqual([503, 200]);
});

test("the log says that a connection was dropped", async () => {
  const entries: LogEntry[] = [];
  const { call, emulator } = emulatorUnderTest({ log: (entry) => entries.push(entry) });
  emulator.fail({ drop: true });
  await call("GET", "").catch(() => undefined);
  expect(entries).toMatchObject([{ operation: "listKeySets", dropped: true }]);
});

test("a fault comes before the token is looked at", async () => {
  const { call, emulator } = emulatorUnderTest();
  emulator.fail({ status: 503 });
  expect((await call("GET", "", undefined, { Authorization: "" })).status).toBe(503);
});

test("a delay alone lets the request through", async () => {
  const { call, emulator } = emulatorUnderTest();
  const fault = emulator.fail({ delay: 1 });
  expect((await call("GET", "")).status).toBe(200);
  expect(fault.hits).toBe(1);
});

test.each([
  [true, 0],
  ["before", 0],
  ["after", 1],
] as const)("a connection dropped with %j throws as fetch does, and leaves %i keys", async (drop, keys) => {
  const { call, emulator } = emulatorUnderTest();
  await createSet(call);
  emulator.fail({ operation: "uploadSecret", drop });
  const error = await call("POST", "/B2C_1A_set/uploadSecret", secret).catch((reason) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(error.cause.code).toBe("ECONNRESET");
  expect((await call("GET", "/B2C_1A_set")).body.keys).toHaveLength(keys);
});

test("a response that is cut has its first half, and then throws", async () => {
  const { call, emulator } = emulatorUnderTest();
  emulator.fail({ drop: "midway" });
  await expect(call("POST", "", { id: "a" })).rejects.toThrow("terminated");
  expect(emulator.state().keySets).toHaveLength(1);
  const response = await emulator.fetch(`${root}/trustFramework/keySets/B2C_1A_a`, {
    headers: { Authorization: "Bearer t" },
  });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(Buffer.from(first?.value ?? []).toString()).toMatch(/^\{"@odata\.context":[^}]*$/);
  await expect(reader?.read()).rejects.toThrow("terminated");
});

test("a deletion that is cut has no half response, so that its connection is dropped", async () => {
  const { call, emulator } = emulatorUnderTest();
  await createSet(call);
  emulator.fail({ operation: "deleteKeySet", drop: "midway" });
  const error = await call("DELETE", "/B2C_1A_set").catch((reason) => reason);
  expect(error.cause.code).toBe("ECONNRESET");
  expect(emulator.state().keySets).toMatchObject([{ id: "B2C_1A_set.bak" }]);
});

test.each([
  [{ operation: "getKeys" }, "listKeySets"],
  [{ status: 200 }, "400 to 599"],
  [{ status: "503" }, "400 to 599"],
  [{ code: "a b" }, "letters and digits"],
  [{ code: "AADB2C9505" }, "doesn't list the code AADB2C9505"],
  [{ code: "toString" }, "doesn't list the code toString"],
  [{ status: 503, hits: 1 }, "Unknown member"],
  [{ times: 0 }, "from 1"],
  [{ delay: 120_001 }, "120,000"],
  [{ retryAfter: -1 }, "seconds"],
  [{ drop: "never" }, '"midway"'],
  [{ probability: 0.5 }, "operation, status, code"],
  [null, "object"],
  [[], "object"],
])("%j isn't a fault", (fault, expected) => {
  const { emulator } = emulatorUnderTest();
  expect(() => emulator.fail(fault as never)).toThrow(TypeError);
  expect(() => emulator.fail(fault as never)).toThrow(expected);
});
