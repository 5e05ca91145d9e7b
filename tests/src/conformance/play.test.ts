import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findPackageRoot } from "../../../src/conformance/package-root.ts";
import { playStories } from "../../../src/conformance/play.ts";
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

it("The files of the package are found from any of its folders, and nowhere else", async () => {
  await writeFile(join(folder, "package.json"), "{}");
  expect(findPackageRoot(join(folder, "a/b"))).toBe(folder);
  expect(() => findPackageRoot(join(folder, "../missing"))).toThrow(
    "The package has no package.json. Install it again.",
  );
});
