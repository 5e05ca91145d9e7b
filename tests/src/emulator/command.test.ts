import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { runEmulator } from "../../../src/emulator/command.ts";
import { bundleCommand } from "../../support/command-bundle.ts";
import { type ProgramRunner, programRunner } from "../../support/program-runner.ts";

const read = "TrustFrameworkKeySet.Read.All";
const started: ChildProcess[] = [];
let folder: string;
let cli: string;
let runner: ProgramRunner;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-"));
  cli = await bundleCommand(folder);
  runner = await programRunner(folder);
});
afterAll(async () => {
  await runner[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** Runs the command in the runner, for what needs no process of its own. */
const runInRunner = (args: string[]) => runner.run("dist/cli.js", args, {});

/** Runs the command. Its first line comes as soon as it's printed. */
function run(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  const printed = { out: "", error: "" };
  const firstLine = new Promise<string>((resolve) =>
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      printed.out += part;
      if (printed.out.includes("\n")) resolve(printed.out.split("\n", 1)[0] ?? "");
    }),
  );
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    printed.error += part;
  });
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, printed, firstLine, exit };
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

test("prints its address, serves with the files and options, logs requests without secrets, and stops on Ctrl+C", async () => {
  const seed = await file("seed.json", { keySets: [{ id: "B2C_1A_a" }, { id: "B2C_1A_b" }] });
  const faults = await file("faults.json", [{ operation: "listKeySets", status: 503, times: 1 }]);
  const { child, printed, firstLine, exit } = run(
    ...["emulator", "--port", "0", "--seed", seed, "--faults", faults, "--page-size", "1", "--include", "undocumented"],
    ...[
      "--behavior",
      "uploaded-keys-start-disabled=false",
      "--token-scopes",
      "TrustFrameworkKeySet.ReadWrite.All",
      "--fast-keys",
    ],
  );
  const baseUrl = await firstLine;
  expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/beta$/);
  const headers = { Authorization: "Bearer hidden-token", "Content-Type": "application/json" };
  const url = `${baseUrl}/trustFramework/keySets`;
  expect((await fetch(url, { headers })).status).toBe(503);
  expect((await (await fetch(url, { headers })).json()).value).toMatchObject([{ id: "B2C_1A_a" }]);
  const body = JSON.stringify({ use: "sig", k: "hidden-secret" });
  const upload = await fetch(`${url}/B2C_1A_a/uploadSecret?k=hidden-query`, { method: "POST", headers, body });
  expect((await upload.json()).status).toBe("enabled");
  expect((await fetch(`${url}/B2C_1A_a/keys_v2`, { headers })).status).toBe(200);
  child.kill("SIGINT");
  expect(await exit).toBe(0);
  expect(printed.error).toBe("");
  expect(
    printed.out
      .replace(/[\d.]+ ms/g, "T ms")
      .split("\n")
      .slice(1),
  ).toEqual([
    "GET /beta/trustFramework/keySets 503 ServiceUnavailable T ms",
    "GET /beta/trustFramework/keySets 200 T ms",
    "POST /beta/trustFramework/keySets/B2C_1A_a/uploadSecret 200 T ms",
    "GET /beta/trustFramework/keySets/B2C_1A_a/keys_v2 200 T ms",
    "",
  ]);
});

test.each([
  [["--help"], 0, "emulator      emulate"],
  [[], 0, "emulator      emulate"],
  [["--version"], 0, `${manifest.version}\n`],
])("%j prints the commands or the version", async (args, code, text) => {
  const ended = await runInRunner(args);
  expect(ended.code).toBe(code);
  expect(ended.stdout).toContain(text);
});

test.each([
  [["emulate"], 'Unknown command "emulate"'],
  [["toString"], 'Unknown command "toString"'],
  [["emulator", "--port", "65536"], "Expected 0 to 65535"],
])("%j fails with exit code 2 and the reason", async (args, text) => {
  const { code, stdout, stderr } = await runInRunner(args);
  expect(code).toBe(2);
  expect(stderr).toContain(text);
  expect(stdout).toBe("");
});

test("prints its options", async () => {
  const print = vi.spyOn(console, "log").mockReturnValue();
  expect(await runEmulator(["--help"])).toBe(0);
  expect(print.mock.calls.join()).toContain("--token-scopes LIST");
  print.mockRestore();
});

test.each([
  [[], 2],
  [["--quiet"], 1],
])("%j prints the address and, unless it's quiet, a line for a request", async (args, lines) => {
  const print = vi.spyOn(console, "log").mockReturnValue();
  const code = await runEmulator(["--port", "0", ...args], async () => {
    expect((await fetch(`${print.mock.calls[0]?.[0]}/trustFramework/keySets`)).status).toBe(401);
  });
  expect(code).toBe(0);
  expect(print).toHaveBeenCalledTimes(lines);
  print.mockRestore();
});

test.each([
  [["--prot", "1"], '"trustframework-keysets emulator --help" prints the options'],
  [["--now", "tomorrow"], "Expected a time such as 2030-01-31T12:00:00Z"],
  [["--token-scopes", `a=${read}`, "--token-scopes", read], "Expected one LIST, or TOKEN=LIST each time"],
  [["--token-scopes", ""], "Expected one LIST, or TOKEN=LIST each time"],
  [
    ["--token-scopes", "a=Read"],
    "Unknown permission in --token-scopes. Expected some of: TrustFrameworkKeySet.Read.All",
  ],
  [["--token-scopes", read.toLowerCase()], "Unknown permission in --token-scopes"],
  [["--host", ""], 'Invalid option "host"'],
  [["--port", "0x1"], "Expected 0 to 65535"],
  [["--page-size", "none"], 'Invalid option "pageSize"'],
  [["--behavior", "a"], "Expected ID=true or ID=false"],
  [["--behavior", "a=true"], 'Unknown behavior "a"'],
  [["--include", "all"], 'Invalid option "include"'],
  [["--seed", "no-such-file.json"], "Can't read no-such-file.json (ENOENT)."],
  [["--faults", "docs"], "Can't read docs (EISDIR)."],
])("emulator %j fails with the reason", async (args, text) => {
  await expect(runEmulator(args)).rejects.toThrow(text);
});

test("each token can have permissions of its own, and the clock starts where it's told", async () => {
  const print = vi.spyOn(console, "log").mockReturnValue();
  const scopes = ["admin==TrustFrameworkKeySet.ReadWrite.All", "none="].flatMap((text) => ["--token-scopes", text]);
  await runEmulator(["--port", "0", "--quiet", "--now", "2030-01-31T12:00:00Z", ...scopes], async () => {
    const url = `${print.mock.calls[0]?.[0]}/trustFramework/keySets`;
    const responseFor = (token: string) => fetch(url, { headers: { Authorization: `Bearer ${token}` } });
    expect((await responseFor("admin=")).status).toBe(200);
    expect((await responseFor("other")).status).toBe(401);
    const forbidden = await responseFor("none");
    expect(forbidden.status).toBe(403);
    expect((await forbidden.json()).error.innerError.date).toMatch(/^2030-01-31T12:0/);
  });
  print.mockRestore();
});

test("it goes on if nobody reads its output any longer", async () => {
  const { child, firstLine, printed } = run("emulator", "--port", "0");
  const baseUrl = await firstLine;
  child.stdout.destroy();
  for (let i = 0; i < 5; i++) expect((await fetch(`${baseUrl}/trustFramework/keySets`)).status).toBe(401);
  expect([child.exitCode, printed.error]).toEqual([null, ""]);
});

test("a port that is in use fails with what to do", async () => {
  const print = vi.spyOn(console, "log").mockReturnValue();
  await runEmulator(["--port", "0"], async () => {
    const { port } = new URL(print.mock.calls[0]?.[0]);
    await expect(runEmulator(["--port", port])).rejects.toThrow(
      `Port ${port} is in use. Choose another one with --port.`,
    );
  });
  print.mockRestore();
});

describe("a file with a mistake fails with its line and without its content", () => {
  test.each([
    ["--seed", '{\n  "keySets": "hidden-secret', ":2:28 isn't valid JSON or YAML."],
    ["--seed", "", ':1:1 Invalid option "seed". Expected an object.'],
    ["--seed", "null", ':1:1 Invalid option "seed". Expected an object.'],
    ["--seed", "[]", ':1:1 A seed must be an object with the list "keySets".'],
    ["--seed", '{"keySets":\n  [null]}', ":2:4 Invalid keySets[0] in the seed. Expected an object."],
    [
      "--seed",
      '{"keySets": [\n{"id": "a", "keys": [\n{"kty": "oct", "k": "hidden-secret"}]}]}',
      ":3:21 Invalid keySets[0].keys[0] in the seed. Expected only the members kid, kty,",
    ],
    [
      "--seed",
      '{"keySets": [\n{"id": "a", "keys": [\n{"use": "sig"}]}]}',
      ':3:1 Invalid keySets[0].keys[0].kty in the seed. Expected "RSA" or "oct".',
    ],
    ["--faults", "{}", ':1:1 Invalid option "faults". Expected a list.'],
    [
      "--faults",
      '[{"times": 1},\n {"status": 5}]',
      ':2:13 Invalid "status" of faults[1]. Expected a whole number from',
    ],
    ["--faults", '{"faults":\n [{"hits": -1}]}', ':2:12 Invalid "hits" of faults[0]. Expected a count.'],
    ["--faults", '[{"hit": 1}]', ":1:10 Unknown member of faults[0]. Expected: operation, status, code,"],
  ])("%s of %j", async (option, content, message) => {
    const path = await file("wrong.json", content);
    const error = await runEmulator([option, path]).catch((reason) => reason);
    expect(error.message.slice(0, path.length)).toBe(path);
    expect(error.message.slice(path.length)).toContain(message);
    expect(error.message).not.toContain("hidden-secret");
  });
});

test("a seed can have a byte order mark, and the faults of a file can be what the control returned", async () => {
  const seed = await file("mark.json", `\ufeff${JSON.stringify({ keySets: [{ id: "B2C_1A_a" }] })}`);
  const faults = await file("returned.json", { faults: [{ status: 503, times: 1, hits: 1 }, { status: 504 }] });
  const print = vi.spyOn(console, "log").mockReturnValue();
  await runEmulator(["--port", "0", "--quiet", "--seed", seed, "--faults", faults], async () => {
    const baseUrl = new URL(print.mock.calls[0]?.[0]);
    expect((await fetch(`${baseUrl}/trustFramework/keySets`)).status).toBe(504);
    const state = await fetch(new URL("/_emulator/state", baseUrl));
    expect(await state.json()).toEqual({ keySets: [{ id: "B2C_1A_a", keys: [] }] });
  });
  print.mockRestore();
});
