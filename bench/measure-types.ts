import { must } from "../tests/support/must.ts";
import { base, count, each, project, type Row, row, run } from "./tools.ts";

const rounds = 7;

/** How long the compiler takes for a program in milliseconds, and how many types it instantiates. */
async function check(name: string, skipLibCheck: boolean): Promise<{ ms: number; instantiations: number }> {
  const args = await project(`programs/${name}.ts`, skipLibCheck);
  const start = performance.now();
  const printed = await run(process.execPath, [...args, "--extendedDiagnostics"]);
  const ms = performance.now() - start;
  const [, instantiations] = must(/^Instantiations:\s*(\d+)/m.exec(printed), "a number of instantiations");
  return { ms, instantiations: Number(instantiations) };
}

/** Measures the median of several rounds. A round's ratio is to an empty program in it, so other load falls on both alike. */
export async function measureTypes(names: string[]): Promise<Row[]> {
  const all = ["empty", ...names, ...(names.includes("ours") ? ["ours-types"] : [])];
  const rows: Row[] = [];
  for (const skipLibCheck of [false, true]) {
    const ratios = new Map<string, number[]>();
    let instantiations = new Map<string, number>();
    for (let round = 1; round <= rounds; round++) {
      console.log(`  skipLibCheck ${skipLibCheck}, round ${round} of ${rounds}`);
      const found = await each(all, "compiling", (name) => check(name, skipLibCheck));
      const empty = base(found, "empty").ms;
      for (const [name, { ms }] of found) ratios.set(name, [...(ratios.get(name) ?? []), ms / empty]);
      instantiations = new Map([...found].map(([name, found]) => [name, found.instantiations]));
    }
    ratios.delete("empty");
    const types = ratios.get("ours-types");
    ratios.delete("ours-types");
    const measured = row(`compiling, ratio to an empty program, skipLibCheck ${skipLibCheck}`, ratios, median);
    if (types) measured.cells.ours += ` (\`./types\` alone ${median(types)})`;
    rows.push(measured);
    if (!skipLibCheck) {
      const none = count(base(instantiations, "empty"));
      rows.push(
        row(
          `type instantiations (an empty program: ${none})`,
          new Map([...instantiations].filter(([name]) => names.includes(name))),
          count,
        ),
      );
    }
  }
  return rows;
}

function median(ratios: number[]): string {
  const sorted = [...ratios].sort((one, other) => one - other);
  return must(sorted[Math.floor(sorted.length / 2)], "a ratio").toFixed(2);
}
