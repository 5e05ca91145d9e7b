// The addresses of a release, compared with what the workflows and the package make. "npx vitest run
// tests/scripts/workflows/addresses.test.ts --update" writes them into docs/publishing.md and catalog-info.yaml.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../../package.json" with { type: "json" };
import { tableWith } from "../../support/markdown.ts";
import { must } from "../../support/must.ts";
import { jobIn, runJob } from "../../support/workflow.ts";
import { git, newFolder, root } from "../gate/copy.ts";

interface Address {
  place: string;
  newest: string;
  version: string;
}

interface Addresses {
  repository: { owner: string; name: string };
  files: string[];
  addresses: Address[];
}

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const { files, repository, addresses }: Addresses = parse(read("docs/addresses.yaml"));
const { owner, name } = repository;
const named = addresses.map(({ place, newest, version }) => ({
  place,
  newest: inside(newest),
  version: inside(version),
}));

/** An address in the repository. */
function inside(address: string): string {
  return address.replace("{owner}", owner).replace("{name}", name);
}

const at = (place: string): Address =>
  must(
    named.find((address) => address.place === place),
    `addresses of ${place}`,
  );

/** Both addresses of a place for one file of a version. */
function fill({ newest, version }: Address, file: string, number: string): { newest: string; version: string } {
  const filled = (address: string) => address.replace("VERSION", number).replace("FILE", file);
  return { newest: filled(newest), version: filled(version) };
}

test("the files are those that the package generates and exports", () => {
  const generated = readdirSync(join(root, "generated")).filter((name) => /^openapi.*\.(json|yaml)$/.test(name));
  expect([...files].sort()).toEqual(generated.sort());
  expect(Object.keys(manifest.exports)).toEqual(expect.arrayContaining(files.map((file) => `./${file}`)));
});

describe("the site", () => {
  const versions = ["0.9.0", "0.10.0-beta.1", "0.10.0"];

  /** A repository with a tag for each version, whose build writes the version into each document. */
  function repository(): string {
    const folder = newFolder();
    git(folder, "init");
    for (const version of versions) {
      writeFileSync(join(folder, "version"), version);
      git(folder, "add", ".");
      git(folder, "commit", "-m", version);
      git(folder, "tag", `v${version}`);
    }
    writeFileSync(join(folder, "version"), "not released");
    git(folder, "commit", "--all", "-m", "later");
    return folder;
  }

  // What "npm run site:build -- --out DIR" makes of the documents: its own version, in DIR, which it empties first.
  const build = `[ "$1 $2" = "run site:build" ] || exit 0
rm -rf "$5" && mkdir -p "$5"
for file in ${files.join(" ")}; do cp version "$5/$file"; done`;

  let deployed: Awaited<ReturnType<typeof deploy>>;
  beforeAll(async () => {
    deployed = await deploy();
  });

  async function deploy(vars: Record<string, string> = {}) {
    const folder = repository();
    const github = { repository_owner: owner, event: { repository: { name } } };
    const { calls, actions } = await runJob("pages.yml", "build", { vars, github, folder, standIns: { npm: build } });
    const upload = must(
      actions.find(({ uses }) => uses.startsWith("actions/upload-pages-artifact@")),
      "an upload",
    );
    return { calls, site: join(folder, must(upload.with.path, "a path of the site")) };
  }

  /** The file of the site at an address. */
  const fileAt = (address: string): string => address.replace(fill(at("site"), "", "").newest, "");

  test("has each document of the newest version at its root, and of each version below v/", () => {
    const { site } = deployed;
    const made = (address: string) => readFileSync(join(site, fileAt(address)), "utf8");
    for (const file of files)
      for (const version of versions) {
        const address = fill(at("site"), file, version);
        expect(made(address.version)).toBe(version);
        expect(made(address.newest)).toBe("0.10.0");
      }
  });

  test("is built from the tag of each version, newest first, and knows its addresses and versions", () => {
    const { calls, site } = deployed;
    const builds = calls.filter(([, , script]) => script === "site:build").map((call) => call.slice(4));
    const base = fill(at("site"), "", "").newest;
    expect(builds[0]).toEqual(["--out", site, "--base-url", base, "--versions", "0.10.0,0.10.0-beta.1,0.9.0"]);
    expect(builds.slice(1)).toEqual(
      ["0.10.0", "0.10.0-beta.1", "0.9.0"].map((version) => [
        ...["--out", join(site, "v", version), "--base-url", fill(at("site"), "", version).version],
      ]),
    );
    expect(calls.filter(([, command]) => command === "ci")).toHaveLength(versions.length);
  });

  test("can have a domain of its own", async () => {
    const { calls } = await deploy({ PAGES_URL: "https://keys.example" });
    const bases = calls.flatMap((call) => call.slice(call.indexOf("--base-url") + 1, call.indexOf("--base-url") + 2));
    expect(bases).toContain("https://keys.example/");
    expect(bases).toContain("https://keys.example/v/0.9.0/");
  });
});

describe("the release", () => {
  const env = { GITHUB_REF_NAME: "v1.2.3" };
  const options = { github: { token: "a" }, env, standIns: { gh: "", npm: "" } };

  /** A folder with the files of the repository that the release attaches, and with what the job of the collections left. */
  function checkout(): string {
    const folder = newFolder();
    for (const part of ["generated", "CHANGELOG.md"]) cpSync(join(root, part), join(folder, part), { recursive: true });
    mkdirSync(join(folder, "collections"));
    writeFileSync(join(folder, "collections/a.json"), "{}");
    return folder;
  }

  test("has each document as a file of its own, under the name in the address, and the collections", async () => {
    const folder = checkout();
    const { calls } = await runJob("release.yml", "documents", { ...options, folder });
    expect(calls.map((call) => call.slice(0, 3))).toEqual([["gh", "release", "create"]]);
    const [tag, ...rest] = must(calls[0], "a call").slice(3);
    const attached = rest.filter((word) => !word.startsWith("--"));
    expect(attached.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
    expect(attached).toContain("collections/a.json");
    for (const file of files) {
      const address = fill(at("release"), file, "1.2.3");
      expect(address.version).toBe(`https://github.com/${owner}/${name}/releases/download/${tag}/${file}`);
      expect(address.newest).toBe(`https://github.com/${owner}/${name}/releases/latest/download/${file}`);
      expect(attached).toContain(`generated/${file}`);
    }
  });

  test("makes the collections in a job that can't write, and takes them from it", async () => {
    const made = await runJob("release.yml", "collections", { ...options, folder: newFolder() });
    const used = await runJob("release.yml", "documents", { ...options, folder: checkout() });
    expect(made.calls.at(-1)).toEqual(["npm", "run", "collections:make", "--", "--out", "collections"]);
    expect(jobIn("release.yml", "collections").permissions).toBeUndefined();
    const artifacts = [made, used].map(({ actions }) =>
      actions.find(({ uses }) => /(up|down)load-artifact@/.test(uses)),
    );
    for (const artifact of artifacts)
      expect(artifact?.with).toMatchObject({ name: "collections", path: "collections" });
  });
});

test("the package on npm has each document where the addresses of its mirrors say", () => {
  for (const place of ["jsDelivr", "unpkg"])
    for (const file of files) {
      const address = fill(at(place), file, "1.2.3");
      expect(manifest.files).toContain(address.version.split(`${manifest.name}@1.2.3/`)[1]);
      expect(manifest.files).toContain(address.newest.split(`${manifest.name}/`)[1]);
    }
});

test("Backstage's entry has the address of the YAML file, and says what to fill in", async () => {
  const file = join(root, "catalog-info.yaml");
  const text = readFileSync(file, "utf8");
  const address = fill(at("site"), "openapi.yaml", "").newest;
  expect(text).toMatch(new RegExp(`^# +${parse(text).spec.owner} `, "m"));
  await expect(text.replace(/(?<=\$text: ).*/, address)).toMatchFileSnapshot(file);
});

test("the documentation shows the addresses", async () => {
  const file = join(root, "docs/publishing.md");
  const text = readFileSync(file, "utf8");
  const header = ["Place", "Newest version", "One version"];
  const rows = named.map(({ place, newest, version }) => `| ${place} | \`${newest}\` | \`${version}\` |`);
  const { start, end } = tableWith(header, text);
  const table = [`| ${header.join(" | ")} |`, "|---|---|---|", ...rows].join("\n");
  await expect(text.slice(0, start) + table + text.slice(end)).toMatchFileSnapshot(file);
});
