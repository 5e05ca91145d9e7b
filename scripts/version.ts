// Checks that the package, the document, and the changelog state one version and, for a release, that the tag names it. Checks the
// lockfiles too, as they say which versions of other packages are installed.
import { lockfileProblems } from "./diff/lockfiles.ts";
import { packageVersion, versionProblems, writeVersion } from "./diff/version.ts";
import { runCli } from "./lib/run-cli.ts";

const usage = `Usage: npm run version:check [-- [--fix] [--tag TAG]]

Fails unless package.json, package-lock.json, spec/openapi.yaml (info.version), generated/, and CHANGELOG.md state one version,
and each changeset in .changeset/ can be released. Fails too if a package in a lockfile doesn't come from npm's registry, or lacks
a SHA-512.

  --fix       write the version of package.json into package-lock.json and spec/openapi.yaml, and check nothing
  --tag TAG   fail unless TAG is "v" and that version`;

await runCli({
  usage,
  options: { fix: { type: "boolean" }, tag: { type: "string" } },
  async main({ fix = false, tag }) {
    if (fix) {
      writeVersion(".");
      return 0;
    }
    const problems = [...versionProblems(".", tag), ...(await lockfileProblems("."))];
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) return 1;
    console.log(`version:check: ${packageVersion(".").version} everywhere`);
    return 0;
  },
});
