// Holds that the package, the document and the changelog state one version and, for a release, that the tag names it.
import { parseArgs } from "node:util";
import { stated, versionProblems } from "./diff/version.ts";

const usage = `Usage: npm run version:check [-- --tag TAG]

Fails unless package.json, spec/openapi.yaml (info.version) and CHANGELOG.md state one version.

  --tag TAG   fail unless TAG is v and that version`;

const { values: flags } = parseArgs({ options: { tag: { type: "string" }, help: { type: "boolean", short: "h" } } });

if (flags.help) {
  console.log(usage);
} else {
  const problems = versionProblems(".", flags.tag);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`check:version: ${stated(".", "package").version} everywhere`);
}
