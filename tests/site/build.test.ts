import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildSite } from "../../site/build-site.ts";

test("with an address, what can't be relative has it, and the released versions are listed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "site-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const textOf = (name: string) => readFile(join(folder, name), "utf8");
  await buildSite({ out: folder, "base-url": "https://example.com/keys", versions: ["1.1.0,1.0.0"] });

  expect(JSON.parse(await textOf("versions.json"))).toEqual({
    latest: "1.1.0",
    versions: [
      { version: "1.1.0", path: "v/1.1.0/" },
      { version: "1.0.0", path: "v/1.0.0/" },
    ],
  });
  expect(await textOf("404.html")).toContain('href="https://example.com/keys/style.css"');
  const operation = await textOf("reference/getKey.html");
  expect(operation).toContain('<link rel="canonical" href="https://example.com/keys/reference/getKey.html">');
  expect(operation).toContain('<meta property="og:image" content="https://example.com/keys/social.png">');
  expect(operation).toContain('href="../style.css"');
  expect(await textOf("sitemap.xml")).toContain("<loc>https://example.com/keys/conflicts/created-twice.html</loc>");
  expect(await textOf("llms.txt")).toContain("(https://example.com/keys/openapi.json)");
  // A guide and a generated page with its name are two pages.
  expect(await textOf("guides/emulator.html")).toContain('id="move-the-clock"');
  expect(await textOf("guides/generated-emulator.html")).toContain('id="behaviors"');
  const names = ["openapi.json", "openapi.yaml", "openapi-3.1.json", "openapi-3.1.yaml"];
  for (const name of names) expect(await textOf(name)).toBe(await readFile(`generated/${name}`, "utf8"));
});
