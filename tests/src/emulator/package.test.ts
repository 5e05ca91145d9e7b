import { execFile, spawn } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "../../support/compiler.ts";
import { type Consumer, consumer } from "../../support/consumer.ts";
import { codeIn } from "../../support/markdown.ts";
import { must } from "../../support/must.ts";
import { serve } from "../../support/server.ts";
import { certificateText, pkcs12Text } from "./material.ts";

/** What the documented pipeline runs. */
const rotateKeys =
  '#!/bin/sh\ncurl --silent --header "Authorization: Bearer $GRAPH_TOKEN" "$GRAPH_ROOT/trustFramework/keySets"\nexit 3\n';

let project: Consumer;
beforeAll(async () => {
  project = await consumer();
  await writeFile(join(project.folder, "rotate-keys.sh"), rotateKeys, { mode: 0o755 });
});
const started: number[] = [];
afterAll(() => {
  for (const group of started.splice(0))
    try {
      process.kill(-group, "SIGKILL");
    } catch {
      // All of it has ended.
    }
});
afterAll(() => project[Symbol.asyncDispose]());

const packaged = (path: string) => join(project.folder, "node_modules/trustframework-keysets", path);

test("the installed emulator needs no other package, not even for certificates and PKCS #12 files", async () => {
  const program = `import { createKeySetsEmulator } from "trustframework-keysets/emulator";
    const { fetch } = createKeySetsEmulator();
    const call = async (path, body) => (await fetch("https://graph.microsoft.com/beta/trustFramework/keySets" + path, {
      method: "POST", headers: { Authorization: "Bearer t", "Content-Type": "application/json" }, body: JSON.stringify(body) })).status;
    console.log(await call("", { id: "a" }), await call("/B2C_1A_a/uploadCertificate", ${JSON.stringify({ key: certificateText({ name: "a" }) })}),
      await call("/B2C_1A_a/uploadPkcs12", ${JSON.stringify({ key: pkcs12Text(), password: "pass" })}), await call("/B2C_1A_a/generateKey", { use: "sig", kty: "RSA" }));`;
  await writeFile(join(project.folder, "program.js"), program);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["program.js"], { cwd: project.folder });
  expect(stderr).toBe("");
  expect(stdout).toBe("201 200 200 200\n");
});

test("the tests of docs/emulator.md pass", async () => {
  const page = await readFile("docs/emulator.md", "utf8");
  const programs = [...page.matchAll(/```js\n(import .*?)```/gs)].map(([, program = ""]) => program);
  expect(programs).toHaveLength(2);
  for (const program of programs) {
    await writeFile(join(project.folder, "documented.test.mjs"), program);
    const { stdout } = await promisify(execFile)(process.execPath, ["documented.test.mjs"], { cwd: project.folder });
    expect(stdout).toMatch(/pass 1\n/);
  }
});

test("the installed command serves", async () => {
  const bin = join(project.folder, "node_modules/.bin/trustframework-keysets");
  const child = spawn(bin, ["emulator", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = new Promise((resolve) => child.once("close", resolve));
  const baseUrl = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (line) => resolve(String(line).trim()));
    child.once("error", reject).once("close", (code) => reject(new Error(`It ended with ${code} instead of serving.`)));
  });
  expect((await fetch(`${baseUrl}/trustFramework/keySets`)).status).toBe(401);
  child.kill("SIGTERM");
  expect(await exit).toBe(0);
});

// Both at once, because curl sleeps before it tries again.
test.concurrent.each(["+e", "-e"])(
  "the documented pipeline, in bash %s, has the exit code of the script and leaves the port free",
  { timeout: 60_000 },
  async (flag) => {
    const port = await freePort();
    const page = await readFile("docs/emulator.md", "utf8");
    const step = codeIn(page, "sh").find((block) => block.includes("./rotate-keys.sh"));
    // In a group of its own, so that nothing is left of it if the step doesn't stop the emulator.
    const shell = spawn("bash", [flag, "-c", must(step, "the pipeline").replaceAll("4010", String(port))], {
      cwd: project.folder,
      env: { ...process.env, no_proxy: "*" },
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    started.push(must(shell.pid, "a process"));
    const closed = new Promise((resolve) => shell.once("close", resolve)); // when the emulator has ended too
    const [baseUrl, list = ""] = (await text(shell.stdout)).split("\n");
    expect([await closed, baseUrl]).toEqual([3, `http://127.0.0.1:${port}/beta`]);
    expect(JSON.parse(list).value).toEqual([]);
    await expect(fetch(`${baseUrl}/trustFramework/keySets`)).rejects.toThrow("fetch failed");
  },
);

async function freePort(): Promise<number> {
  await using server = await serve("");
  return Number(new URL(server.origin).port);
}

test("its declarations need no other package, and compile with every declaration checked", async () => {
  const program = `import { createKeySetsEmulator, type EmulatorState, type Fault } from "trustframework-keysets/emulator";
    const emulator = createKeySetsEmulator({ behaviors: { "nbf-three-hours-ahead": false }, fastKeys: true });
    const fault: Fault = { operation: "uploadSecret", code: "AADB2C95043", retryAfter: 1, times: 1 };
    export const hits: number = emulator.fail(fault).hits;
    export const state: EmulatorState = emulator.state();
    export const fetch: typeof globalThis.fetch = emulator.fetch;
    export const { baseUrl, close } = await emulator.listen({ port: 0 });
    // @ts-expect-error: there is no such behavior
    createKeySetsEmulator({ behaviors: { "no-such-behavior": false } });
    // @ts-expect-error: this behavior can't be switched
    createKeySetsEmulator({ behaviors: { "created-twice": false } });
`;
  const errors = await compile({ program }, { folder: project.folder, options: { module: "nodenext" } });
  expect(errors).toEqual({ program: [] });
});

test("the client and the types have nothing of the emulator", async () => {
  for (const file of ["dist/index.js", "dist/types.js"]) {
    const code = await readFile(packaged(file), "utf8");
    expect(code).not.toMatch(/emulator|node-forge|node:/i);
  }
});

test("node-forge is in a file of its own, with its license beside it", async () => {
  const files = await readdir(packaged("dist/chunks"));
  const withForge = [];
  for (const file of files.filter((name) => name.endsWith(".js")))
    if ((await readFile(packaged(`dist/chunks/${file}`), "utf8")).includes("pkcs12FromAsn1")) withForge.push(file);
  expect(withForge).toEqual([expect.stringMatching(/^pkcs12-reader-/)]);
  const license = await readFile(packaged("dist/chunks/node-forge.LICENSE"), "utf8");
  expect(license).toContain("Copyright (c) 2010, Digital Bazaar, Inc.");
});
