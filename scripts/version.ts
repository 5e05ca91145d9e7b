// Checks that the package, the document, and the changelog state one version and, for a release, that the tag names it.
import { stated, versionProblems } from "./diff/version.ts";
import { runCli } from "./lib/run-cli.ts";

const usage = `Usage: npm run version:check [-- --tag TAG]

Fails unless package.json, package-lock.json, spec/openapi.yaml (info.version), and CHANGELOG.md state one version.

  --tag TAG   fail unless TAG is "v" and that version`;

await runCli({
  usage,
  options: { tag: { type: "string" } },
  main({ tag }) {
    const problems = versionProblems(".", tag);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) return 1;
    console.log(`version:check: ${stated(".", "package").version} everywhere`);
    return 0;
  },
});
