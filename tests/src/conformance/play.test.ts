import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findPackageRoot } from "../../../src/conformance/package-root.ts";
import { type PlayOptions, playStories } from "../../../src/conformance/play.ts";
import { loadStories, selectStories } from "../../../src/conformance/stories.ts";
import { littlePlayer } from "../../support/conformance-package.ts";
import { goodToken, serveKeySets } from "../../support/key-sets-service.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "play-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Plays a story about a key set that is created twice. */
const playing = async (options: Pick<PlayOptions, "baseUrl" | "program"> & Partial<PlayOptions>) =>
  playStories({
    files: selectStories(await loadStories(), ["created-twice"]),
    tokens: { token: goodToken },
    folder,
    signal: new AbortController().signal,
    say: () => {},
    wait: async () => {},
    ...options,
  });

/** Creates a key set through the gateway and then fails, as Respect does with a file that it can't read. */
const broken = `const { token, run } = JSON.parse(process.env.REDOCLY_CLI_RESPECT_INPUT);
const [, url] = process.argv[process.argv.indexOf("--server") + 1].split("keysets=");
const headers = { authorization: "Bearer " + token, "content-type": "application/json" };
const body = JSON.stringify({ id: "conformance" + run + "Story" });
await fetch(url + "/trustFramework/keySets", { method: "POST", headers, body });
console.error("It's broken.");`;

it("A run that fails deletes what it created", async () => {
  await using service = await serveKeySets();
  const program = join(folder, "broken.mjs");
  await writeFile(program, broken);
  await expect(playing({ program, baseUrl: service.baseUrl })).rejects.toThrow(
    /^Redocly Respect can't run .*key-set-creation\.arazzo\.yaml:\nIt's broken\.$/,
  );
  expect(service.requests.filter(({ method }) => method !== "GET").map(({ method }) => method)).toEqual([
    "POST",
    "DELETE",
    "DELETE",
  ]);
  expect(service.ids()).toEqual([]);
});

it.each(["POST", "DELETE"])("A %s in flight when the run is interrupted leaves nothing", async (slow) => {
  const interruption = new AbortController();
  await using service = await serveKeySets(async ({ method }) => {
    if (method !== slow) return undefined;
    interruption.abort();
    // The write takes effect only now, as in a service that is busy.
    await delay(100);
    return undefined;
  });
  const { results, leftBehind } = await playing({
    program: littlePlayer,
    baseUrl: service.baseUrl,
    signal: interruption.signal,
  });
  expect(results.map(({ verdict }) => verdict.detail)).toEqual(["interrupted"]);
  expect(leftBehind).toBe(0);
  expect(service.ids()).toEqual([]);
});

it("A write that gets no response is given up after an interruption, and its key set is deleted", {
  timeout: 30_000,
}, async () => {
  const interruption = new AbortController();
  await using service = await serveKeySets(({ method }) => {
    // The key set exists when it's created again.
    if (method !== "POST" || service.ids().length === 0) return undefined;
    interruption.abort();
    return new Promise(() => {});
  });
  const { results, leftBehind } = await playing({
    program: littlePlayer,
    baseUrl: service.baseUrl,
    signal: interruption.signal,
    graceTime: 0,
  });
  expect(results.map(({ verdict }) => verdict.detail)).toEqual(["interrupted"]);
  expect(leftBehind).toBe(0);
  expect(service.ids()).toEqual([]);
});

it("The files of the package are found from any of its folders, and nowhere else", async () => {
  await writeFile(join(folder, "package.json"), "{}");
  expect(findPackageRoot(join(folder, "a/b"))).toBe(folder);
  expect(() => findPackageRoot(join(folder, "../missing"))).toThrow(
    "The package has no package.json. Install it again.",
  );
});
