import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../scripts/lib/root.ts";
import { compile } from "../support/compiler.ts";
import { type Consumer, consumer } from "../support/consumer.ts";
import { operations } from "../support/document.ts";
import { story } from "../support/examples.ts";

const run = promisify(execFile);
let project: Consumer;
beforeAll(async () => {
  project = await consumer();
});
afterAll(() => project[Symbol.asyncDispose]());

test("import and require give the first examples of each operation that isn't a draft", async () => {
  const published = [...operations.values()].filter(({ definition }) => definition["x-stage"] !== "draft");
  const bodyOf = (id: string, direction: string) =>
    story.find((body) => body.operationId === id && body.direction === direction)?.value;
  const expected = published.map(({ id, success, pathParameters }) => [
    id,
    {
      parameters:
        pathParameters.length > 0
          ? Object.fromEntries(pathParameters.map(({ name, example }) => [name, example]))
          : undefined,
      request: bodyOf(id, "request"),
      status: Number(success.status),
      response: bodyOf(id, "response"),
    },
  ]);
  const program = `const required = require("trustframework-keysets/fixtures");
    import("trustframework-keysets/fixtures").then((imported) => console.log(JSON.stringify({ required, imported })));`;
  const flags = ["--input-type=commonjs", "-e", program];
  const { stdout } = await run(process.execPath, flags, { cwd: project.folder });
  const { required, imported } = JSON.parse(stdout);
  expect(required).toEqual(Object.fromEntries(expected));
  expect(imported).toEqual(Object.fromEntries(expected));
});

test("a request is what the client takes, and a response has the members that it shows", async () => {
  const program = `import { createKeySetsClient } from "trustframework-keysets";
    import * as fixtures from "trustframework-keysets/fixtures";
    import type { TrustFrameworkKeySetCollection } from "trustframework-keysets/types";
    const client = createKeySetsClient({ token: "t" });
    const { id } = fixtures.generateKey.parameters;
    await client.createKeySet(fixtures.createKeySet.request);
    await client.generateKey(id, fixtures.generateKey.request);
    await client.uploadCertificate(id, fixtures.uploadCertificate.request);
    await client.uploadPkcs12(id, fixtures.uploadPkcs12.request);
    await client.uploadSecret(id, fixtures.uploadSecret.request);
    await client.replaceKeySet(id, fixtures.replaceKeySet.request);
    await client.updateKeyStatus(id, fixtures.updateKeyStatus.parameters.kid, fixtures.updateKeyStatus.request);
    export const list: TrustFrameworkKeySetCollection = fixtures.listKeySets.response;
    export const thumbprint: string = fixtures.getActiveKey.response.x5t;
    // @ts-expect-error a response has no secret
    export const secret = fixtures.uploadSecret.response.k;`;
  const errors = await compile({ program }, { folder: project.folder, options: { module: "preserve" } });
  expect(errors).toEqual({ program: [] });
});

test("a bundle has only the fixtures that it uses", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents:
        'import { createKeySet } from "trustframework-keysets/fixtures"; console.log(createKeySet.response.id);',
      resolveDir: project.folder,
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  const code = outputFiles[0]?.text;
  expect(code).toContain("createKeySet");
  expect(code).not.toMatch(/x5c|password|generateKey/);
});

test("the client has no fixture within", async () => {
  for (const file of ["index.js", "index.cjs", "types.js", "types.cjs"])
    expect(await readFile(join(root, "dist", file), "utf8")).not.toContain("throw-away~");
});

test("the program in docs/fixtures.md passes", async () => {
  const [, program = ""] = /```js\n([\s\S]*?)```/.exec(await readFile(join(root, "docs/fixtures.md"), "utf8")) ?? [];
  await writeFile(join(project.folder, "fixtures.test.mjs"), program);
  const { stdout } = await run(process.execPath, ["fixtures.test.mjs"], { cwd: project.folder });
  expect(stdout).toMatch(/pass 1\b/);
});
