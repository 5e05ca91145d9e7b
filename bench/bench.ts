// Measures this package beside what a user would pick instead, by one small program that is written for each.
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

Measures this package beside what a user would pick instead, and prints a table (ten minutes).

  --only NAME   only one of ${known.join(", ")},
                beside fetch and openapi-fetch, with which it is compared
  --write       write the table into docs/benchmarks.md, between its two marks`;

const { values: flags } = parseArgs({
  options: { only: { type: "string" }, write: { type: "boolean" }, help: { type: "boolean", short: "h" } },
});

if (flags.help) {
  console.log(usage);
} else if ((flags.only && !known.includes(flags.only)) || (flags.only && flags.write)) {
  console.error(`--only takes one of ${known.join(", ")}, and no --write beside it.`);
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
  const file = "docs/benchmarks.md";
  const [start, end] = ["<!-- bench -->\n", "<!-- /bench -->"];
  const [before, after, ...rest] = (await readFile(join(root, file), "utf8")).split(start);
  const [, below, ...others] = (after ?? "").split(end);
  if (before === undefined || below === undefined || rest.length > 0 || others.length > 0)
    throw new Error(`${file} must have both marks once, "${start.trim()}" and "${end}", each on a line of its own.`);
  await writeFile(join(root, file), `${before}${start}\n${text}\n\n${end}${below}`);
}
