// Measures this package beside its alternatives, with one small program that is written for each.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { contenders } from "./contenders.ts";
import { measureBundle } from "./measure-bundle.ts";
import { measureCalls } from "./measure-calls.ts";
import { measureImport } from "./measure-import.ts";
import { measureInstall } from "./measure-install.ts";
import { measureMisuses } from "./measure-misuses.ts";
import { measureTypes } from "./measure-types.ts";
import { prepare, versions } from "./prepare.ts";
import { type Row, root } from "./tools.ts";

const known = contenders.map(({ name }) => name);
const usage = `Usage: npm run bench [-- --only NAME | --write]

Measures this package beside its alternatives, and prints a table (ten minutes).

  --only NAME   only one of ${known.join(", ")},
                and fetch and openapi-fetch, to compare it with
  --write       write the table into docs/benchmarks.md, between its two marks`;

const { values: flags } = parseArgs({
  options: { only: { type: "string" }, write: { type: "boolean" }, help: { type: "boolean", short: "h" } },
});

if (flags.help) {
  console.log(usage);
} else if ((flags.only && !known.includes(flags.only)) || (flags.only && flags.write)) {
  console.error(`--only accepts one of ${known.join(", ")}, and not together with --write.`);
  process.exitCode = 1;
} else {
  const text = await table(
    known.filter((name) => !flags.only || ["fetch", "openapi-fetch", flags.only].includes(name)),
  );
  console.log(`\n${text}`);
  if (flags.write) await write(text);
}

async function table(names: string[]): Promise<string> {
  const ready = await prepare(names);
  const rows: Row[] = [];
  for (const measure of [measureBundle, measureInstall, measureTypes, measureMisuses, measureImport, measureCalls]) {
    console.log(measure.name);
    rows.push(...(await measure(ready)));
  }
  const columns = contenders.filter(({ name }) => names.includes(name));
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["", ...columns.map(({ title }) => title)]),
    `|---|${columns.map(() => "---:|").join("")}`,
    ...rows.map(({ title, cells }) => line([title, ...columns.map(({ name }) => cells[name] ?? "")])),
    "",
    `Measured with Node ${process.versions.node} on ${new Date().toISOString().slice(0, 10)}, with these versions:`,
    "",
    ...(await versions(names)).split(", ").map((version) => `- ${version}`),
  ].join("\n");
}

async function write(text: string): Promise<void> {
  const path = join(root, "docs/benchmarks.md");
  const page = await readFile(path, "utf8");
  const between = /(?<=<!-- bench -->\n)[\s\S]*(?=<!-- \/bench -->)/;
  if (!between.test(page))
    throw new Error(
      'docs/benchmarks.md needs two marks, "<!-- bench -->" and "<!-- /bench -->", each on a line of its own.',
    );
  await writeFile(
    path,
    page.replace(between, () => `\n${text}\n\n`),
  );
}
