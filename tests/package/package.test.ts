import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { publint } from "publint";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../scripts/lib/root.ts";
import { http } from "../support/client.ts";
import { problems } from "../support/compiler.ts";
import { type Consumer, consumer } from "../support/consumer.ts";
import { must } from "../support/must.ts";
import { readmePrograms } from "../support/programs.ts";
import { serve } from "../support/server.ts";

const run = promisify(execFile);
const installed = "node_modules/trustframework-keysets";

// npm, the compiler, and Node.js run here as programs of their own, which takes minutes on a machine that is busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

// One project for all tests. A test that writes files there gives them a name of its own.
let project: Consumer | undefined;
beforeAll(async () => {
  project = await consumer();
});
afterAll(() => project?.[Symbol.asyncDispose]());

const folder = (): string => must(project, "the project").folder;
const tarball = (): string => must(project, "the project").tarball;

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs Node.js in the project, whether the program succeeds or fails. */
async function runNode(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const options = { cwd: folder(), env: { ...process.env, ...env } };
  return run(process.execPath, args, options).then(
    (printed) => ({ code: 0, ...printed }),
    ({ code, stdout, stderr }: Outcome) => ({ code, stdout, stderr }),
  );
}

/** Runs a program that must succeed in the project. Returns what it prints. */
async function output(program: string, type = "module"): Promise<string> {
  const outcome = await runNode(["--no-warnings", `--input-type=${type}`, "-e", program]);
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
  return outcome.stdout.trim();
}

test("the package has the compiled code, the documents, and their pages, and nothing else", async () => {
  const { stdout } = await run("tar", ["-tzf", tarball()]);
  const files = stdout
    .trim()
    .split("\n")
    .map((file) => file.replace(/^package\//, ""));
  const compiled = /^dist\/(src|generated)\/[\w/-]+\.d\.c?ts$/;
  expect(files.filter((file) => !compiled.test(file) && !/^spec\/conflicts\/[\w-]+\.yaml$/.test(file)).sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist/index.cjs",
    "dist/index.js",
    "dist/types.cjs",
    "dist/types.js",
    "generated/conflicts.md",
    "generated/error-codes.md",
    "generated/openapi-3.1.json",
    "generated/openapi-3.1.yaml",
    "generated/openapi.json",
    "generated/openapi.yaml",
    "package.json",
  ]);
  expect(files).toEqual(expect.arrayContaining(["dist/src/index.d.ts", "dist/generated/types.d.ts"]));
});

test("the package has every file of the conflicts", async () => {
  const { stdout } = await run("tar", ["-tzf", tarball()]);
  const sources = (await readdir(join(root, "spec/conflicts"))).filter((file) => file.endsWith(".yaml"));
  expect(sources).not.toEqual([]);
  expect(stdout.split("\n")).toEqual(expect.arrayContaining(sources.map((file) => `package/spec/conflicts/${file}`)));
});

test("the package depends on openapi-fetch alone, and contains nothing of it", async () => {
  const read = (file: string) => readFile(join(root, file), "utf8");
  expect(JSON.parse(await read("package.json")).dependencies).toEqual({
    "openapi-fetch": expect.stringMatching(/^\^\d/),
  });
  for (const file of ["dist/index.js", "dist/index.cjs"]) {
    const code = await read(file);
    expect(code).not.toContain("mergeHeaders");
    expect(code.match(/(?<=from |require\()"[^"]+"/g)).toEqual(['"openapi-fetch"']);
  }
});

test("publint reports nothing", async () => {
  const { buffer, byteOffset, byteLength } = await readFile(tarball());
  const packed = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
  const { messages } = await publint({ pack: { tarball: packed }, strict: true });
  expect(messages).toEqual([]);
});

test("a program that doesn't call explain has no explanations in its bundle", async () => {
  const contents =
    'import { createKeySetsClient } from "trustframework-keysets"; export const client = createKeySetsClient({ token: "t" });';
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder() },
    bundle: true,
    format: "esm",
    write: false,
  });
  expect(outputFiles.map(({ text }) => text).join()).not.toMatch(/remedy|meaning/);
});

describe("a project that installed the package", () => {
  test.each([
    ["imports", "module", `console.log(Object.keys(await import("trustframework-keysets")).join())`],
    ["requires", "commonjs", `console.log(Object.keys(require("trustframework-keysets")).join())`],
  ])("%s the client", async (_, type, program) => {
    expect((await output(program, type)).split(",").sort()).toEqual([
      "KeySetsError",
      "KeySetsErrorCode",
      "clouds",
      "createKeySetsClient",
      "createKeySetsFetch",
      "ensureKeySet",
      "errorCodes",
      "expiresAt",
      "explain",
      "isAlreadyThere",
      "isKeySetsError",
      "isMissing",
      "keySetId",
      "toSeconds",
    ]);
  });

  test("loads nothing at run time with the types", async () => {
    expect(await output(`console.log(Object.keys(await import("trustframework-keysets/types")).length)`)).toBe("0");
    expect(await readFile(join(folder(), installed, "dist/types.js"), "utf8")).not.toMatch(/\b(import|require)\b/);
  });

  test("finds each document under its name", async () => {
    const found = await output(`
      import document from "trustframework-keysets/openapi.json" with { type: "json" };
      import later from "trustframework-keysets/openapi-3.1.json" with { type: "json" };
      const yaml = ["openapi.yaml", "openapi-3.1.yaml"].map((file) => import.meta.resolve("trustframework-keysets/" + file));
      console.log(JSON.stringify({ versions: [document.openapi, later.openapi], yaml }));`);
    const { versions, yaml } = JSON.parse(found);
    expect(versions).toEqual(["3.0.3", "3.1.0"]);
    expect(await readFile(new URL(yaml[0]), "utf8")).toMatch(/^openapi: 3\.0\.3$/m);
    expect(await readFile(new URL(yaml[1]), "utf8")).toMatch(/^openapi: 3\.1\.0$/m);
  });

  test("calls a server with the client", async () => {
    await using server = await serve(http(201, { id: "B2C_1A_a", keys: [] }));
    const program = `import { createKeySetsClient } from "trustframework-keysets";
      const client = createKeySetsClient({ token: "t", baseUrl: "${server.origin}" });
      const { data } = await client.createKeySet({ id: "a" });
      console.log(data.id);`;
    expect(await output(program)).toBe("B2C_1A_a");
  });

  test("reads declarations that need no other package", async () => {
    const dist = join(folder(), installed, "dist");
    const files = (await readdir(dist, { recursive: true })).filter((file) => /\.d\.c?ts$/.test(file));
    const sources = await Promise.all(files.map((file) => readFile(join(dist, file), "utf8")));
    const loaded = sources
      .map((source) => ts.preProcessFile(source))
      .flatMap(({ importedFiles, typeReferenceDirectives }) => [...importedFiles, ...typeReferenceDirectives])
      .map(({ fileName }) => fileName);
    expect(loaded.some((name) => name.endsWith("generated/types.js"))).toBe(true);
    expect(loaded.filter((name) => !name.startsWith("."))).toEqual([]);
  });
});

describe("with every declaration checked", () => {
  const withTypes = `import { createKeySetsClient } from "trustframework-keysets";
import type { TrustFrameworkKey } from "trustframework-keysets/types";
const { data } = await createKeySetsClient({ token: "t" }).createKeySet({ id: "a" });
export const keys: TrustFrameworkKey[] | undefined = data?.keys;`;

  async function compiled(name: string, sources: string[], settings: ts.CompilerOptions): Promise<string[]> {
    const files = sources.map((_, i) => join(folder(), `${name}-${i}.ts`));
    await Promise.all(files.map((file, i) => writeFile(file, `${sources[i]}\nexport {};\n`)));
    return problems(files, settings);
  }

  test("the README's programs compile with moduleResolution nodenext", async () => {
    expect(readmePrograms).toHaveLength(3);
    const typeRoots = [join(root, "node_modules/@types")];
    const settings = { module: ts.ModuleKind.NodeNext, types: ["node"], typeRoots };
    expect(await compiled("nodenext", readmePrograms, settings)).toEqual([]);
  });

  test("a program compiles with moduleResolution bundler, and without the types of Node.js", async () => {
    expect(await compiled("bundler", [withTypes], { module: ts.ModuleKind.Preserve, types: [] })).toEqual([]);
  });
});
