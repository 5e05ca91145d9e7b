import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { root } from "../../../scripts/lib/root.ts";
import { findRespect, type RespectOptions, runRespect } from "../../../src/conformance/respect.ts";
import { serveKeySets } from "../../support/key-sets-service.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "respect-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a program in the place of Redocly's, in a folder of its own. */
async function runInstead(code: string, options: Partial<RespectOptions> = {}) {
  const program = join(folder, "program.mjs");
  await writeFile(program, code);
  const inputs = { run: "a1", token: "placeholder" };
  const signal = new AbortController().signal;
  const given = { program, file: "a.arazzo.yaml", workflows: ["one", "two"], serverUrl: "http://127.0.0.1:9", inputs };
  return runRespect({ ...given, folder, signal, ...options });
}

const writesResults = `import { writeFileSync } from "node:fs";
const output = process.argv[process.argv.indexOf("--json-output") + 1];
const workflow = { type: "workflow", workflowId: "one", executedSteps: [], args: process.argv.slice(2), env: process.env };
writeFileSync(output, JSON.stringify({ files: { a: { executedWorkflows: [workflow] } } }));`;

describe("Respect", () => {
  it("is found beside the package or in the current folder, and otherwise isn't", () => {
    expect(findRespect()).toMatch(/@redocly.cli.bin.cli\.js$/);
    expect(findRespect([folder, root])).toMatch(/@redocly.cli.bin.cli\.js$/);
    expect(() => findRespect([folder])).toThrow(/^@redocly\/cli isn't installed\./);
  });

  it("gets the inputs by its environment and never in its arguments", async () => {
    const [workflow] = await runInstead(writesResults);
    const { args, env } = workflow as unknown as { args: string[]; env: Record<string, string> };
    expect(args.join(" ")).not.toContain("placeholder");
    expect(args).toEqual(expect.arrayContaining(["respect", "a.arazzo.yaml", "--workflow", "one", "two"]));
    expect(JSON.parse(env.REDOCLY_CLI_RESPECT_INPUT ?? "")).toEqual({ run: "a1", token: "placeholder" });
  });

  it("gets no token, no setting of its own that a user has made, and no proxy for this machine", async () => {
    vi.stubEnv("TRUSTFRAMEWORK_KEYSETS_TOKEN", "a-secret");
    vi.stubEnv("TRUSTFRAMEWORK_KEYSETS_READ_TOKEN", "a-secret");
    vi.stubEnv("REDOCLY_CLI_RESPECT_HAR_OUTPUT", "leak.har");
    vi.stubEnv("HTTP_PROXY", "http://proxy.contoso.example");
    const [workflow] = await runInstead(writesResults);
    const { env } = workflow as unknown as { env: Record<string, string> };
    expect(JSON.stringify(env)).not.toContain("a-secret");
    expect(env).not.toHaveProperty("REDOCLY_CLI_RESPECT_HAR_OUTPUT");
    expect(env).toMatchObject({ REDOCLY_TELEMETRY: "off", NO_PROXY: "127.0.0.1" });
  });

  it("leaves no results behind", async () => {
    await runInstead(writesResults);
    expect(await readdir(folder)).toEqual(["program.mjs"]);
  });

  it("leaves no results behind that can't be read", async () => {
    await expect(runInstead(writesResults.replace("JSON.stringify({", "'{'+JSON.stringify({"))).rejects.toThrow();
    expect(await readdir(folder)).toEqual(["program.mjs"]);
  });

  it("fails with what it printed if it has no results, but for its banner", async () => {
    const code = `console.error("  ╔══╗\\n  ║ Node ║\\n  ╚══╝\\nThe file is broken.");process.exitCode = 1;`;
    await expect(runInstead(code)).rejects.toThrow(
      /^Redocly Respect can't run a\.arazzo\.yaml:\nThe file is broken\.$/,
    );
  });

  it("fails if its program can't be started", async () => {
    await expect(runInstead("", { folder: join(folder, "missing") })).rejects.toThrow(/ENOENT/);
  });

  it("has ended when an interrupted run has", async () => {
    let started: (pid: string) => void = () => {};
    const pid = new Promise<string>((resolve) => {
      started = resolve;
    });
    await using server = await serveKeySets(({ path }) => {
      started(path.split("/").at(-1) ?? "");
      return undefined;
    });
    const controller = new AbortController();
    const code = `await fetch(\`${server.baseUrl}/\${process.pid}\`); setInterval(() => {}, 1000);`;
    const running = runInstead(code, { signal: controller.signal });
    running.catch(() => {});
    const id = Number(await pid);
    controller.abort();
    await expect(running).rejects.toThrow(/abort/i);
    expect(id).toBeGreaterThan(0);
    expect(() => process.kill(id, 0)).toThrow(/ESRCH/);
  });
});
