// Lints the contract with Spectral (.spectral.yaml) and Redocly (spec/redocly.yaml). Whatever they find fails, a warning too.
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { root } from "./lib/root.ts";
import { run } from "./lib/run-cli.ts";
import { asAnnotation, asSarif, asText, type Finding } from "./lint/formats.ts";
import { fromRoot, lint } from "./lint/linters.ts";

const usage = `Usage: npm run lint [-- [--format text|github] [--sarif OUT] FILE...]

Lints each OpenAPI document with Spectral and Redocly, offline. Without FILE: spec/openapi.yaml, generated/openapi.yaml
and generated/openapi-3.1.yaml.
Prints file:line:column, rule and message for each finding. Exits with 1 if there is any, with 2 if a document cannot be linted.

  --format github   print findings as GitHub shows them beside the lines of a pull request
  --sarif OUT       write the findings into the file OUT too, as SARIF 2.1.0`;

const formats: Record<string, (finding: Finding) => string> = { text: asText, github: asAnnotation };

/** Runs the program and returns its exit code. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: "string", default: "text" },
      sarif: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }

  const show = formats[values.format];
  if (!show) throw new Error(`--format ${values.format} is not known. Write text or github.`);

  const given = positionals.map((file) => fromRoot(resolve(file)));
  const files =
    given.length > 0 ? given : ["spec/openapi.yaml", "generated/openapi.yaml", "generated/openapi-3.1.yaml"];
  const missing = files.find((file) => !existsSync(join(root, file)));
  if (missing)
    throw new Error(
      `${missing} does not exist.${missing.startsWith("generated/") ? " `npm run generate` makes it." : ""}`,
    );

  const reports = await lint(files);
  console.log(reports.flatMap(({ says, findings }) => [says, ...findings.map(show)]).join("\n"));
  if (values.sarif) writeFileSync(values.sarif, asSarif(reports.flatMap(({ findings }) => findings)));
  return Math.max(...reports.map(({ code }) => code));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(() => main(process.argv.slice(2)));
