import { execFile } from "node:child_process";
import { symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../scripts/lib/root.ts";
import { http } from "../support/client.ts";
import { type Consumer, consumer } from "../support/consumer.ts";
import { must } from "../support/must.ts";
import { type ProgramRunner, programRunner } from "../support/program-runner.ts";
import { programsIn, withoutTypes } from "../support/programs.ts";
import { serve } from "../support/server.ts";

const programs = programsIn("docs/client.md");

let project: Consumer;
let runner: ProgramRunner;
beforeAll(async () => {
  project = await consumer();
  await symlink(join(root, "node_modules/undici"), join(project.folder, "node_modules/undici"));
  runner = await programRunner(project.folder);
});
afterAll(async () => {
  await runner[Symbol.asyncDispose]();
  await project[Symbol.asyncDispose]();
});

/** Writes a program of the page as a file whose client asks a server of the test. */
async function writeProgram(index: number): Promise<string> {
  const source = must(programs[index], "a program")
    .replace(/(createKeySetsClient|createKeySetsFetch)\(\{/g, "$1({ baseUrl: process.env.ROOT, ")
    .replace("baseUrl: clouds.global.root", "baseUrl: process.env.ROOT");
  const file = `program-${index}.js`;
  await writeFile(join(project.folder, file), await withoutTypes(source));
  return file;
}

const service = () =>
  serve((socket, { method, path }) => {
    const set = { id: "B2C_1A_SigningKeys", keys: [] };
    if (path.endsWith("generateKey")) return void socket.end(http(200, { kid: "new", kty: "RSA", exp: 1_798_761_600 }));
    if (path.endsWith("/keySets") && method === "GET") return void socket.end(http(200, { value: [set] }));
    socket.end(http(method === "POST" ? 201 : 200, set));
  });

test.each([
  [0, "B2C_1A_SigningKeys false\nnew 2027-01-01T00:00:00.000Z undefined\n"],
  [1, "B2C_1A_SigningKeys 0\n1\n1 1 undefined\n"],
  [3, "1\n"],
])("program %d of the page runs", async (index, printed) => {
  await using server = await service();
  const { stdout } = await runner.run(await writeProgram(index), [], { GRAPH_TOKEN: "t", ROOT: server.origin });
  expect(stdout).toBe(printed);
});

test("the program with a proxy goes through it", async () => {
  await using server = await service();
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on("connect", (request, socket) => {
    asked.push(request.url);
    const { hostname, port } = new URL(`http://${request.url}`);
    const upstream = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const env = { GRAPH_TOKEN: "t", ROOT: server.origin, HTTPS_PROXY };
  const file = await writeProgram(2);
  const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: project.folder, env });
  expect(stdout).toBe("B2C_1A_SigningKeys\n");
  proxy.closeAllConnections();
  proxy.close();
  expect(asked).toEqual([new URL(server.origin).host]);
});
