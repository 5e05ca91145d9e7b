// Lints the contract, the code, the workflows, and the imports. Each finding fails, warnings too.
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { asSarif, formats } from "./lib/findings.ts";
import { asJunit } from "./lib/junit.ts";
import { exitCodeOf, fromRoot, type Report, summaryOf } from "./lib/lint-report.ts";
import { root } from "./lib/root.ts";
import { assertKnown, namesIn, runCli } from "./lib/run-cli.ts";
import { type LintChanged, openCache, textsOf, withoutCache } from "./lint/cache.ts";
import { type Linter, linters } from "./lint/linters.ts";
import { openRepository } from "./lint/repository.ts";

const names = linters.map(({ name }) => name);
const usage = `Usage: npm run lint [-- [--only NAME,...] [--format text|github|json|junit] [--sarif OUT] [--no-cache] [FILE...]]

Runs all linters, offline, and prints file:line:column, rule, and message of each finding. Given FILE..., lints these OpenAPI
documents with Spectral and Redocly instead. Exits with 1 if there is a finding, and with 2 if a linter can't do its work.

${linters.map(({ name, description }) => `  ${name.padEnd(10)} ${description}`).join("\n")}

  --only NAME,...   run these linters only
  --format FORMAT   print findings as text, as GitHub annotations (beside the lines of a pull request), as a JSON text each, or
                    as one JUnit document
  --sarif OUT       write the findings to the file OUT too, as SARIF 2.1.0
  --no-cache        lint everything, also what is the same as in an earlier run`;

await runCli({
  usage,
  options: {
    only: { type: "string", multiple: true },
    format: { type: "string", default: "text" },
    sarif: { type: "string" },
    "no-cache": { type: "boolean" },
  },
  allowPositionals: true,
  async main({ only, format, sarif, "no-cache": noCache }, files) {
    assertKnown("--format", [format], [...Object.keys(formats), "junit"]);
    assertKnown("--only", namesIn(only), names);
    if (only && files.length > 0)
      throw new Error("Give either --only or FILE: a file is linted as an OpenAPI document.");
    const chosen = only ? namesIn(only) : names;
    const reports = files.length > 0 ? await lintFiles(files) : await lintAll(chosen, !noCache);
    if (format === "junit") console.log(asJunit(reports));
    const show = formats[format as keyof typeof formats];
    if (show) for (const report of reports) console.log([summaryOf(report), ...report.findings.map(show)].join("\n"));
    if (sarif) writeFileSync(sarif, asSarif(reports.flatMap(({ findings }) => findings)));
    return exitCodeOf(reports);
  },
});

async function lintAll(chosen: string[], isCached: boolean): Promise<Report[]> {
  const lintChanged = isCached ? await openCache() : withoutCache;
  const running = linters.filter(({ name }) => chosen.includes(name)).map((linter) => lintWith(linter, lintChanged));
  return (await Promise.all(running)).flat();
}

/** What a linter finds, now or, if the files that it reads are the same, in an earlier run. */
async function lintWith({ name, reads, run }: Linter, lintChanged: LintChanged): Promise<Report[]> {
  if (!reads || lintChanged === withoutCache) return [await run(lintChanged)].flat();
  const units = new Map([[name, textsOf(await openRepository(), (file) => reads.test(file))]]);
  const found = await lintChanged(name, units, async () => new Map([[name, [await run(lintChanged)].flat()]]));
  return [...found.values()].flat();
}

async function lintFiles(files: string[]): Promise<Report[]> {
  const documents = files.map((file) => fromRoot(resolve(file)));
  const missing = documents.find((file) => !existsSync(join(root, file)));
  if (missing) throw new Error(`${missing} doesn't exist.`);
  const { lintDocuments } = await import("./lint/contract.ts");
  return lintDocuments(documents);
}
