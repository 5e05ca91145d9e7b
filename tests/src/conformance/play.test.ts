import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findPackageRoot } from "../../../src/conformance/package-root.ts";
import { playStories } from "../../../src/conformance/play.ts";
import { findRespect } from "../../../src/conformance/respect.ts";
import { loadStories, selectStories } from "../../../src/conformance/stories.ts";
import { goodToken, serveKeySets } from "../../support/key-sets-service.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "play-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

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
  const playing = playStories({
    files: selectStories(await loadStories(), ["created-twice"]),
    program,
    baseUrl: service.baseUrl,
    tokens: { token: goodToken },
    folder,
    signal: new AbortController().signal,
    say: () => {},
  });
  await expect(playing).rejects.toThrow(/^Redocly Respect can't run .*key-set-creation\.arazzo\.yaml:\nIt's broken\.$/);
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
    await delay(300);
    return undefined;
  });
  const { results, leftBehind } = await playStories({
    files: selectStories(await loadStories(), ["created-twice"]),
    program: findRespect(),
    baseUrl: service.baseUrl,
    tokens: { token: goodToken },
    folder,
    signal: interruption.signal,
    say: () => {},
    wait: async () => {},
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
