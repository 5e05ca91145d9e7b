import { base, each, count, project, type Row, row, run } from "./tools.ts";

const rounds = 5;

/** How long the compiler takes for a program, and how many types it makes. */
async function check(name: string, skipLibCheck: boolean): Promise<{ ms: number; instantiations: number }> {
  const args = await project(`programs/${name}.ts`, skipLibCheck);
  const start = performance.now();
  const printed = await run(process.execPath, [...args, "--extendedDiagnostics"]);
  return { ms: performance.now() - start, instantiations: Number(/^Instantiations:\s*(\d+)/m.exec(printed)![1]) };
}

/** The least time of several rounds that are taken in turn, so that what else the machine does falls on all alike. */
export async function measureTypes(names: string[]): Promise<Row[]> {
  const all = ["empty", ...names, ...(names.includes("ours") ? ["ours-types"] : [])];
  const rows: Row[] = [];
  for (const skipLibCheck of [false, true]) {
    const least = new Map<string, number>();
    let instantiations = new Map<string, number>();
    for (let round = 1; round <= rounds; round++) {
      console.log(`  skipLibCheck ${skipLibCheck}, round ${round} of ${rounds}`);
      const found = await each(all, "compiling", (name) => check(name, skipLibCheck));
      for (const [name, { ms }] of found) least.set(name, Math.min(ms, least.get(name) ?? Infinity));
      instantiations = new Map([...found].map(([name, found]) => [name, found.instantiations]));
    }
    const empty = base(least, "empty");
    const types = least.get("ours-types");
    least.delete("empty");
    least.delete("ours-types");
    const ratio = (ms: number) => (ms / empty).toFixed(2);
    const measured = row(`compiling, ratio to an empty program, skipLibCheck ${skipLibCheck}`, least, ratio);
    if (types) measured.cells.ours += ` (\`./types\` alone ${ratio(types)})`;
    rows.push(measured);
    if (!skipLibCheck) rows.push(row(`type instantiations (an empty program: ${count(instantiations.get("empty")!)})`, instantiations, count));
  }
  return rows;
}
