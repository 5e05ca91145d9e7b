// The emulator plays every story green, and a story turns red when the behavior that it's about is switched off.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { run } from "../../../src/conformance/command.ts";
import { loadStories, type Workflow } from "../../../src/conformance/stories.ts";
import { type Behavior, behaviors } from "../../../src/emulator/behaviors.ts";
import { createKeySetsEmulator, type EmulatorOptions } from "../../../src/emulator/index.ts";

const write = "TrustFrameworkKeySet.ReadWrite.All";
const read = "TrustFrameworkKeySet.Read.All";
const env = {
  TRUSTFRAMEWORK_KEYSETS_TOKEN: "token-to-write-7c1e",
  TRUSTFRAMEWORK_KEYSETS_READ_TOKEN: "token-to-read-8d2f",
  TRUSTFRAMEWORK_KEYSETS_TOKEN_WITHOUT_PERMISSION: "token-of-no-use-9e3a",
};
const tokenScopes = { "token-to-write-7c1e": [write], "token-to-read-8d2f": [read], "token-of-no-use-9e3a": [] };

/** Plays stories against an emulator and returns the outcome of each, the exit code, and all that was shown. */
async function play(options: EmulatorOptions, ids: string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), "stories-"));
  const emulator = createKeySetsEmulator({ tokenScopes, fastKeys: true, ...options });
  const server = await emulator.listen({ port: 0 });
  let shown = "";
  const show = (text: string) => {
    shown += `${text}\n`;
  };
  try {
    const report = join(folder, "report.json");
    const stories = ids.flatMap((id) => ["--story", id]);
    const terminal = { env, print: show, say: show, ask: undefined, onInterruption: () => () => {}, exit: () => {} };
    const code = await run(["--base-url", server.baseUrl, "--report", report, ...stories], terminal);
    const text = await readFile(report, "utf8");
    const results: { id: string; outcome: string; detail?: string }[] = JSON.parse(text).stories;
    return { code, results, shown: shown + text, left: emulator.state().keySets };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

it("The emulator plays every story green, and is empty afterwards", async () => {
  const { code, results, shown, left } = await play({});
  expect(results.filter(({ outcome }) => outcome !== "confirmed")).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(60);
  expect(code).toBe(0);
  expect(left).toEqual([]);
  for (const token of Object.values(env)) expect(shown).not.toContain(token);
});

const workflows: Workflow[] = (
  await Promise.all((await loadStories()).map(async ({ path }) => parse(await readFile(path, "utf8")).workflows))
).flat();
const known: Record<string, Behavior> = behaviors;

it("The behaviors of the stories are the emulator's", () => {
  const ids = workflows.flatMap(({ "x-behavior": id }) => (id === undefined ? [] : [id]));
  expect(ids.filter((id) => !known[id])).toEqual([]);
});

// Both outcomes are right for this story.
const either = new Set(["created-with-keys"]);
const switchable = Object.entries(known)
  .filter(([id, { otherwise }]) => otherwise !== undefined && !either.has(id))
  .map(([id, behavior]) => ({
    id,
    behavior,
    stories: workflows.filter((workflow) => workflow["x-behavior"] === id && !workflow["x-needs"]),
  }))
  .filter(({ stories }) => stories.length > 0);

it.each(switchable)("Without $id, a story is contradicted", async ({ id, behavior, stories }) => {
  const { results } = await play(
    { behaviors: { [id]: !behavior.default } },
    stories.map(({ workflowId }) => workflowId),
  );
  expect(results.map(({ outcome }) => outcome)).toContain("contradicted");
  expect(results.filter(({ outcome }) => !["confirmed", "contradicted"].includes(outcome))).toEqual([]);
});
