import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "../support/compiler.ts";
import { type Consumer, consumer } from "../support/consumer.ts";
import { relativeLinksIn } from "../support/markdown.ts";
import { type ProgramRunner, programRunner } from "../support/program-runner.ts";
import { programsIn, readmePrograms } from "../support/programs.ts";
import { serve } from "../support/server.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const withTypes = `import { createKeySetsClient } from "trustframework-keysets";
import type { TrustFrameworkKey } from "trustframework-keysets/types";
export const keys: TrustFrameworkKey[] | null | undefined = (await createKeySetsClient({ token: "t" }).createKeySet({ id: "a" })).data?.keys;`;

let project: Consumer;
let runner: ProgramRunner;
beforeAll(async () => {
  project = await consumer();
  await symlink(join(root, "node_modules/undici"), join(project.folder, "node_modules/undici")); // for docs/client.md
  runner = await programRunner(project.folder);
});
afterAll(async () => {
  await runner[Symbol.asyncDispose]();
  await project[Symbol.asyncDispose]();
});

/** Runs a CommonJS program in the consumer's project, and hands out what it prints. */
async function runScript(program: string): Promise<string> {
  const flags = ["--input-type=commonjs", "--no-warnings", "-e", program];
  const { stdout, stderr } = await run(process.execPath, flags, { cwd: project.folder });
  expect(stderr).toBe("");
  return stdout.trim();
}

/** Runs a module in the consumer's project, and hands out what it prints. */
async function runModule(program: string): Promise<string> {
  await writeFile(join(project.folder, "module.mjs"), program);
  const { code, stdout, stderr } = await runner.run("module.mjs", [], {});
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.trim();
}

test("ships the compiled package, the documents and the words about them, and nothing else", async () => {
  const { stdout } = await run("tar", ["-tzf", project.tarball]);
  const folders = new Set(
    stdout
      .trim()
      .split("\n")
      .map((file) =>
        file
          .replace(/^package\//, "")
          .replace(/^dist\/(src|generated)\/(?:[\w-]+\/)?[\w-]+(\.d\.c?ts)$/, "dist/$1/*$2")
          .replace(/^docs\/(rules\/)?[\w-]+\.md$/, "docs/$1*.md")
          .replace(/^docs\/images\/[\w-]+\.(png|svg)$/, "docs/images/*.$1")
          .replace(/^dist\/chunks\/[\w-]+\.js$/, "dist/chunks/*.js")
          .replace(/^(spec\/behaviors)\/[\w-]+\.arazzo\.yaml$/, "$1/*.arazzo.yaml")
          .replace(/^(spec\/conflicts)\/[\w-]+\.yaml$/, "$1/*.yaml")
          .replace(/^(spectral\/functions)\/\w+\.js$/, "$1/*.js"),
      ),
  );
  expect([...folders].sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "catalog-info.yaml",
    "dist/chunks/*.js",
    "dist/chunks/markdown-table.LICENSE",
    "dist/chunks/node-forge.LICENSE",
    "dist/chunks/yaml.LICENSE",
    "dist/cli.js",
    "dist/emulator.js",
    "dist/fixtures.cjs",
    "dist/fixtures.js",
    "dist/generated/*.d.cts",
    "dist/generated/*.d.ts",
    "dist/index.cjs",
    "dist/index.js",
    "dist/src/*.d.cts",
    "dist/src/*.d.ts",
    "dist/types.cjs",
    "dist/types.js",
    "docs/*.md",
    "docs/images/*.png",
    "docs/images/*.svg",
    "docs/rules/*.md",
    "generated/behaviors.md",
    "generated/conflicts.md",
    "generated/emulator.md",
    "generated/error-codes.md",
    "generated/openapi-3.1.json",
    "generated/openapi-3.1.yaml",
    "generated/openapi.json",
    "generated/openapi.yaml",
    "generated/operations.md",
    "package.json",
    "spec/behaviors/*.arazzo.yaml",
    "spec/behaviors/README.md",
    "spec/behaviors/sources.yaml",
    "spec/conflicts/*.yaml",
    "spectral/functions/*.js",
    "spectral/general.yaml",
    "spectral/index.yaml",
    "spectral/portals.yaml",
    "spectral/resolver.cjs",
  ]);
});

test("links of the pages that ship lead to files that ship, or say that they are in the repository", async () => {
  const folder = join(project.folder, "node_modules/trustframework-keysets");
  const pages = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".md"));
  const links = await Promise.all(
    pages.map(async (page) =>
      relativeLinksIn(await readFile(join(folder, page), "utf8"))
        .map(({ url, after }) => ({ page, after, file: url.split("#", 1)[0] ?? "" }))
        .filter(({ file }) => file !== ""),
    ),
  );
  const wrong = links.flat().filter(({ page, after, file }) => {
    const ships = existsSync(join(folder, dirname(page), file));
    return ships === after.startsWith(" (in the repository)");
  });
  expect(wrong).toEqual([]);
  for (const page of ["README.md", "docs/lint-your-contract.md", "spec/behaviors/README.md"])
    expect(pages).toContain(page);
});

test("depends on openapi-fetch alone, and has nothing of it within", async () => {
  expect(manifest.dependencies).toEqual({ "openapi-fetch": expect.stringMatching(/^\^\d/) });
  for (const file of ["dist/index.js", "dist/index.cjs"]) {
    const code = await readFile(join(root, file), "utf8");
    expect(code).not.toContain("mergeHeaders");
    expect(code.match(/(?<=from |require\()"[^"]+"/g)).toEqual(['"openapi-fetch"']);
  }
});

describe("in a project that installed it", () => {
  test.each([
    ["import", `import("trustframework-keysets")`],
    ["require", `Promise.resolve(require("trustframework-keysets"))`],
  ])("%s gives the client, whose errors have their name even if a program froze Error.prototype", async (_, load) => {
    const program = `Object.freeze(Error.prototype);
      ${load}.then(async (all) => {
        const fetch = () => Promise.reject(new Error("down"));
        const { error } = await all.createKeySetsClient({ token: "t", retry: false, fetch }).getKeySet("a");
        const { name, kind, stack } = error;
        console.log(JSON.stringify({ names: Object.keys(all), error: [name, kind, stack.split(":")[0]] }));
      });`;
    const { names, error } = JSON.parse(await runScript(program));
    expect(names).toEqual([
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
    expect(error).toEqual(["KeySetsError", "network", "KeySetsError"]);
  });

  test("the types load nothing at run time", async () => {
    expect(await runModule(`console.log(Object.keys(await import("trustframework-keysets/types")).length)`)).toBe("0");
    expect(
      await readFile(join(project.folder, "node_modules/trustframework-keysets/dist/types.js"), "utf8"),
    ).not.toMatch(/\b(import|require)\b/);
  });

  test("the declarations stand alone, without those of another package", async () => {
    const folder = join(project.folder, "node_modules/trustframework-keysets/dist");
    const files = (await readdir(folder, { recursive: true })).filter((file) => /\.d\.c?ts$/.test(file));
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    // The compiler writes them, so they have one form.
    const names = texts.flatMap((text) =>
      [...text.matchAll(/(?:from |import |import\(|reference types=)"([^"]+)"/g)].map(([, name = ""]) => name),
    );
    expect(names.some((name) => name.endsWith("generated/types.js"))).toBe(true);
    expect(names.filter((name) => !name.startsWith("."))).toEqual([]);
  });

  test("each document is of its version, in JSON and in YAML", async () => {
    const program = `import document from "trustframework-keysets/openapi.json" with { type: "json" };
      import later from "trustframework-keysets/openapi-3.1.json" with { type: "json" };
      const urls = ["", "-3.1"].map((name) => import.meta.resolve("trustframework-keysets/openapi" + name + ".yaml"));
      console.log(JSON.stringify({ versions: [document.openapi, later.openapi], urls }));`;
    const { versions, urls } = JSON.parse(await runModule(program));
    const texts: string[] = await Promise.all(urls.map((url: string) => readFile(new URL(url), "utf8")));
    expect(versions).toEqual(["3.0.3", "3.1.0"]);
    expect(texts.map((text) => /^openapi: (.*)$/m.exec(text)?.[1])).toEqual(versions);
  });

  test("the client calls a server", async () => {
    await using server = await serve(
      'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n{"id":"B2C_1A_a","keys":[]}',
    );
    const program = `import { createKeySetsClient } from "trustframework-keysets";
      const client = createKeySetsClient({ token: "t", baseUrl: "${server.origin}" });
      const { data } = await client.createKeySet({ id: "a" });
      console.log(data.id);`;
    expect(await runModule(program)).toBe("B2C_1A_a");
  });

  test.each([
    [
      "nodenext",
      { module: "nodenext", types: ["node"], typeRoots: [join(root, "node_modules/@types")] },
      [...readmePrograms, ...programsIn("docs/client.md")],
    ],
    ["bundler", { module: "preserve" }, [withTypes]],
  ])(
    "programs compile with moduleResolution %s and every declaration checked, those of the documents too",
    async (_, options, sources) => {
      expect([readmePrograms.length, programsIn("docs/client.md").length]).toEqual([3, 4]);
      const programs = Object.fromEntries(sources.map((source, i) => [i, `${source}\nexport {};\n`]));
      const errors = await compile(programs, { folder: project.folder, options });
      expect(errors).toEqual(Object.fromEntries(sources.map((_, i) => [i, []])));
    },
  );
});

test("a program that explains no error has no explanation in its bundle", async () => {
  const contents =
    'import { createKeySetsClient } from "trustframework-keysets"; export const client = createKeySetsClient({ token: "t" });';
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project.folder },
    bundle: true,
    format: "esm",
    write: false,
  });
  expect(outputFiles[0]?.text).not.toMatch(/remedy|meaning/);
});

test("publint finds nothing to fix", async () => {
  const { buffer: tarball } = new Uint8Array(await readFile(project.tarball));
  const { messages } = await publint({ pack: { tarball }, strict: true });
  expect(messages).toEqual([]);
});
