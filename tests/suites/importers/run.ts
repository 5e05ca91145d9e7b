// Runs the documents through the importers of portals and tools, and compares the results with docs/importers.md.
import { fork } from "node:child_process";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { installSuite } from "../../../scripts/lib/install-suite.ts";
import { root } from "../../../scripts/lib/root.ts";
import { assertKnown, namesIn, runCli } from "../../../scripts/lib/run-cli.ts";
import { printRow } from "../../support/table.ts";
import { exchanges, expected } from "./expected.ts";
import { type Importer, importers } from "./importers.ts";
import { type ImporterResult, noteProblems, type Results, readResults, writeResults } from "./results.ts";
import { reasonProblems, runRulesets } from "./rulesets.ts";

/** What an adapter made of a document. */
interface Loaded {
  /** What a reader found. */
  imported?: { operation: string; examples?: unknown[]; permissions?: unknown[] }[];
  /** The operationIds that a generator or a server has. */
  names?: string[];
  errors?: string[];
  shown?: Part;
  accepted?: Part;
  rejected?: Part;
}

interface Part {
  count: number;
  of: number;
}

const folder = import.meta.dirname;
/** Both versions of OpenAPI, and both formats. The other two files say the same. */
const documents = ["generated/openapi.json", "generated/openapi-3.1.yaml"];

const adapters = importers.map(({ adapter }) => adapter);
const usage = `Usage: npm run importers:test [-- --only NAME | --write]

Runs the documents through the importers and the public rulesets, and fails if a result isn't the one in
tests/suites/importers/results.json.

  --only NAME  only these: rulesets, ${adapters.join(", ")}
  --write      writes the results into results.json, and their tables into docs/importers.md`;

await runCli({
  usage,
  options: { only: { type: "string", multiple: true }, write: { type: "boolean" } },
  async main({ only, write }) {
    const names = namesIn(only);
    assertKnown("importer", names, ["rulesets", ...adapters]);
    const isChosen = (name: string) => names.length === 0 || names.includes(name);
    installSuite(folder);
    installSuite(join(root, "scripts/collections"));
    const before = readResults();
    const results: Results = structuredClone(before);
    printRow("importer", "OpenAPI", "operations", "examples", "permissions", "compiles", "accepted", "rejected");
    for (const importer of importers.filter(({ adapter }) => isChosen(adapter)))
      results.importers[importer.adapter] = await resultsOf(importer);
    if (isChosen("rulesets")) results.rulesets = await runRulesets();
    if (write) {
      writeResults(results);
      console.log("Wrote tests/suites/importers/results.json and docs/importers.md.");
    }
    const changed = write ? [] : changes(before, results);
    const problems = [
      ...changed,
      ...importers.flatMap((one) => noteProblems(one, results)),
      ...reasonProblems(results.rulesets),
    ];
    for (const problem of problems) console.error(problem);
    return problems.length > 0 ? 1 : 0;
  },
});

/** Which results differ from those that are written down. */
const changes = (before: Results, now: Results): string[] =>
  (["importers", "rulesets"] as const).flatMap((part) =>
    Object.keys(now[part])
      .filter((name) => !isDeepStrictEqual(before[part][name], now[part][name]))
      .map((name) => `${name} has other results than in results.json. Fix what it lost, or run it again with --write.`),
  );

/** A result for the documents of which an importer makes the same. */
async function resultsOf(importer: Importer): Promise<ImporterResult[]> {
  const results = new Map<string, ImporterResult>();
  const worker = startWorker(importer);
  for (const file of importer.files ?? documents) {
    const result = resultOf(importer, await worker.load(file));
    const key = JSON.stringify(result);
    const { documents: others = [] } = results.get(key) ?? {};
    results.set(key, { documents: [...others, file], ...result });
    const { operations, examples = "-", permissions = "-", compiles = "-", accepted = "-", rejected = "-" } = result;
    printRow(importer.name, file, operations, examples, permissions, compiles, accepted, rejected);
  }
  worker.stop();
  return [...results.values()];
}

/** The results of an importer, which prints what it loses and its errors. */
function resultOf(
  { name, kind }: Importer,
  { imported, names = [], errors = [], ...parts }: Loaded,
): Omit<ImporterResult, "documents"> {
  const found = new Set(names.concat((imported ?? []).map(({ operation }) => operation)));
  const lost = expected.filter((operation) => !operation.names.some((name) => found.has(name)));
  const operations = `${expected.length - lost.length} of ${expected.length}`;
  for (const { names } of lost) console.error(`${name} lost ${names[0]}.`);
  for (const error of errors.slice(0, 3)) console.error(`${name}: ${error}`);
  if (kind === "generator") return { operations, compiles: errors.length === 0 ? "yes" : "no" };
  if (errors.length > 0) return { operations: `${operations}, with an error` };
  return {
    operations,
    ...(imported && { examples: keptOf(imported, "examples"), permissions: keptOf(imported, "permissions") }),
    ...Object.fromEntries(
      Object.entries(parts).map(([part, { count, of }]) => [part === "shown" ? "examples" : part, `${count} of ${of}`]),
    ),
  };
}

/** How much of what the document has arrives in an importer. A dash if it's nothing that the importer knows. */
function keptOf(imported: NonNullable<Loaded["imported"]>, part: "examples" | "permissions"): string {
  if (imported.every((operation) => !(part in operation))) return "-";
  const all = expected.flatMap((operation) => operation[part].map((value) => ({ operation, value })));
  const kept = all.filter(({ operation, value }) => {
    const own = imported.find(({ operation: name }) => operation.names.includes(name));
    return own?.[part]?.some((other) => isDeepStrictEqual(other, value));
  });
  return `${kept.length} of ${all.length}`;
}

function startWorker({ adapter }: Importer) {
  const child = fork(join(folder, "worker.js"), [join(folder, `adapters/${adapter}.js`)], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
    cwd: join(folder, "node_modules"), // some write where they run
  });
  let printed = "";
  child.stderr?.on("data", (text) => {
    printed += text;
  });
  const load = (file: string) =>
    new Promise<Loaded>((resolve) => {
      const finish = (loaded: Loaded) => {
        child.removeAllListeners();
        resolve(loaded);
      };
      child.once("message", ({ loaded, error }: { loaded?: Loaded; error?: string }) =>
        finish(loaded ?? { errors: [error ?? ""] }),
      );
      child.once("exit", (code) => finish({ errors: [`it exited with code ${code}: ${printed.slice(-2000)}`] }));
      if (child.connected) child.send({ file: join(root, file), exchanges });
    });
  return { load, stop: () => child.kill() };
}
