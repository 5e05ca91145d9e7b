import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../scripts/lib/root.ts";
import { bundleCommand } from "./command-bundle.ts";

interface Run {
  child: ChildProcessWithoutNullStreams;
  /** Resolves when the command has ended. */
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

export interface ConformancePackage extends AsyncDisposable {
  folder: string;
  /** Starts the command, with a folder of its own for temporary files. */
  start(args: string[], env?: Record<string, string>): Run;
  /** What the command left of temporary files. */
  leftovers(): Promise<string[]>;
}

/** Plays a story of the tests in a quarter of the time that Redocly Respect takes. */
export const littlePlayer = join(root, "tests/support/story-player.js");

/**
 * The command as it's installed: bundled, beside the workflows and the document, with Redocly's command, with the little
 * player in its place, or without any.
 */
export async function installConformance(redocly: "real" | "little" | "missing"): Promise<ConformancePackage> {
  const folder = await mkdtemp(join(tmpdir(), "installed-"));
  const temporary = join(folder, "tmp");
  const command = await bundleCommand(folder);
  await mkdir(temporary);
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module", version: "9.9.9" }));
  await cp(join(root, "generated/openapi.yaml"), join(folder, "generated/openapi.yaml"));
  await cp(join(root, "spec/behaviors"), join(folder, "spec/behaviors"), { recursive: true });
  if (redocly === "real") await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  if (redocly === "little") await installLittlePlayer(join(folder, "node_modules/@redocly/cli"));
  return {
    folder,
    start(args, env = {}) {
      const child = spawn(process.execPath, [command, "conformance", ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH, TMPDIR: temporary, TMP: temporary, TEMP: temporary, ...env },
      });
      child.stdin.end();
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        stdout += chunk;
      });
      child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
        stderr += chunk;
      });
      const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
        child.on("close", (code) => resolve({ code, stdout, stderr }));
      });
      return { child, ended };
    },
    // Node.js itself keeps its cache of compiled code there.
    leftovers: async () => (await readdir(temporary)).filter((name) => name !== "node-compile-cache"),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function installLittlePlayer(folder: string): Promise<void> {
  await mkdir(join(folder, "bin"), { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await writeFile(join(folder, "bin/cli.js"), `import ${JSON.stringify(pathToFileURL(littlePlayer))};`);
}
