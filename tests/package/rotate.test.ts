import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/root.ts";
import { http, refused } from "../support/client.ts";
import { type Consumer, consumer } from "../support/consumer.ts";
import { type Ended, type ProgramRunner, programRunner } from "../support/program-runner.ts";
import { withoutTypes } from "../support/programs.ts";
import { type Received, serve } from "../support/server.ts";

const [, program = ""] =
  /```ts\n(.*?)```/s.exec(readFileSync(join(root, "docs/rotate-a-signing-key.md"), "utf8")) ?? [];

let project: Consumer;
let runner: ProgramRunner;
beforeAll(async () => {
  project = await consumer();
  await writeFile(join(project.folder, "rotate.mjs"), await withoutTypes(program));
  runner = await programRunner(project.folder);
});
afterAll(async () => {
  await runner[Symbol.asyncDispose]();
  await project[Symbol.asyncDispose]();
});

/** Runs the program as a user does. */
const start = (args: string[], env: Record<string, string>): Promise<Ended> =>
  promisify(execFile)(process.execPath, ["rotate.mjs", ...args], { cwd: project.folder, env })
    .then((ended) => ({ ...ended, code: 0 }))
    .catch((error) => error);

interface Key {
  kid: string;
  kty: string;
  status?: string;
  nbf?: number;
  exp?: number;
}

const [past, future] = [1, 4_102_444_800];

/** A service with one key set, which can be missing. */
async function service(keys: Key[] | undefined, active?: string) {
  const state = { keys, active };
  const created = () => {
    state.keys = [];
    return http(201, { id: "B2C_1A_SigningKeys", keys: [] });
  };
  const respond = ({ method, path, body }: Received): string => {
    if (method === "POST" && path.endsWith("/keySets")) return created();
    if (!state.keys) return refused(400, method === "GET" ? "AADB2C90073" : "AADB2C95052");
    if (path.endsWith("getActiveKey"))
      return state.active ? http(200, { kid: state.active, kty: "RSA" }) : refused(400, "AADB2C90019");
    if (method === "GET") return http(200, { id: "B2C_1A_SigningKeys", keys: state.keys });
    if (method === "PATCH") {
      Object.assign(state.keys.find(({ kid }) => path.endsWith(kid)) ?? {}, JSON.parse(body));
      return http(204);
    }
    state.keys.push({ kid: "new", ...JSON.parse(body) });
    return http(200, { kid: "new", kty: "RSA" });
  };
  const server = await serve((socket, received) => void socket.end(respond(received)));
  const env = { GRAPH_TOKEN: "t", GRAPH_ROOT: server.origin };
  const rotate = (...args: string[]) => runner.run("rotate.mjs", args, env);
  const written = () =>
    server.received
      .filter(({ method }) => method !== "GET")
      .map(({ method, path, body }) => ({
        request: `${method} ${path.split("/").slice(3).join("/")}`,
        body: JSON.parse(body),
      }));
  return {
    rotate,
    start: (...args: string[]) => start(args, env),
    written,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

describe("bootstrap", () => {
  test("creates the key set with a first key, and does nothing the second time", async () => {
    await using it = await service(undefined);
    expect(await it.start("bootstrap")).toEqual({
      code: 0,
      stdout: "create B2C_1A_SigningKeys\ngenerate a first key\n",
      stderr: "",
    });
    expect(it.written()).toEqual([
      { request: "POST ", body: { id: "B2C_1A_SigningKeys" } },
      { request: "POST B2C_1A_SigningKeys/generateKey", body: { use: "sig", kty: "RSA", exp: expect.any(Number) } },
    ]);
    expect(await it.rotate("bootstrap")).toEqual({
      code: 0,
      stdout: "B2C_1A_SigningKeys already has 1 keys\n",
      stderr: "",
    });
    expect(it.written()).toHaveLength(2);
  });

  test("says what it would do, and does nothing", async () => {
    await using it = await service(undefined);
    const { stdout } = await it.rotate("bootstrap", "--dry-run");
    expect(stdout).toBe("would create B2C_1A_SigningKeys\nwould generate a first key\n");
    expect(it.written()).toEqual([]);
  });
});

describe("add", () => {
  test("generates a key for tomorrow, unless one is waiting that isn't disabled", async () => {
    await using it = await service([
      { kid: "old", kty: "RSA", nbf: past },
      { kid: "off", kty: "RSA", nbf: future, status: "disabled" },
    ]);
    expect(await it.rotate("add")).toMatchObject({ code: 0, stdout: "generate a key that becomes active tomorrow\n" });
    const { nbf, exp } = it.written()[0]?.body ?? {};
    expect(exp - nbf).toBe(366 * 24 * 60 * 60);
    expect(await it.rotate("add")).toMatchObject({ stdout: "new is already waiting to become active\n" });
    expect(it.written()).toHaveLength(1);
  });

  test("doesn't wait for the active key, which can start later by this machine's clock than by the service's", async () => {
    await using it = await service([{ kid: "ahead", kty: "RSA", nbf: future }], "ahead");
    expect(await it.rotate("add")).toMatchObject({ code: 0, stdout: "generate a key that becomes active tomorrow\n" });
    expect(await it.rotate("add")).toMatchObject({ stdout: "new is already waiting to become active\n" });
    expect(it.written()).toHaveLength(1);
  });

  test("needs a key set", async () => {
    await using it = await service(undefined);
    expect(await it.rotate("add")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Run "bootstrap" first.'),
    });
  });
});

describe("enable and retire", () => {
  test("change the status of a key once", async () => {
    await using it = await service([{ kid: "old", kty: "RSA", nbf: past, status: "enabled" }], "new");
    expect(await it.rotate("retire", "old", "--dry-run")).toMatchObject({ code: 0, stdout: "would disable old\n" });
    expect(await it.rotate("retire", "old")).toMatchObject({ code: 0, stdout: "disable old\n" });
    expect(await it.rotate("retire", "old")).toMatchObject({ stdout: "old is already disabled\n" });
    expect(await it.rotate("enable", "old")).toMatchObject({ stdout: "enable old\n" });
    expect(await it.rotate("enable", "old")).toMatchObject({ stdout: "old is already enabled\n" });
    expect(it.written().map(({ body }) => body.status)).toEqual(["disabled", "enabled"]);
  });

  test("take a KID that begins with a hyphen after two of them", async () => {
    await using it = await service([{ kid: "-x1", kty: "RSA", nbf: past, status: "enabled" }], "new");
    expect(await it.rotate("retire", "--", "-x1")).toMatchObject({ code: 0, stdout: "disable -x1\n" });
  });

  test.each([
    ["the active key", "active", "active is active or will be"],
    ["a key that waits", "next", "next is active or will be"],
    ["a key that doesn't exist", "odd", "B2C_1A_SigningKeys doesn't have the key odd"],
  ])("don't touch %s", async (_, kid, message) => {
    await using it = await service(
      [
        { kid: "active", kty: "RSA", nbf: past },
        { kid: "next", kty: "RSA", nbf: future },
      ],
      "active",
    );
    expect(await it.rotate("retire", kid)).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
    expect(it.written()).toEqual([]);
  });
});

test("status prints the keys", async () => {
  await using it = await service(
    [
      { kid: "a", kty: "RSA", exp: 1_798_761_600 },
      { kid: "b", kty: "RSA", status: "disabled" },
    ],
    "a",
  );
  expect((await it.rotate("status")).stdout).toBe(
    "a active, expires 2027-01-01T00:00:00.000Z\nb disabled, expires never\n",
  );
});

test("an error of the service is explained", async () => {
  await using server = await serve(refused(403, "AADB2C"));
  const failed = await start(["status"], { GRAPH_TOKEN: "t", GRAPH_ROOT: server.origin });
  expect(failed).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^getKeySet: 403 AADB2C: No\. Grant the permission/),
  });
});

test.each([[[]], [["toString"]], [["rotate"]]])("%j prints the usage", async (args) => {
  await using it = await service([]);
  expect(await it.rotate(...args)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Usage: node rotate.mjs bootstrap|add|"),
  });
});
