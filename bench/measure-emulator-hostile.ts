// Sends the emulator random and malformed requests (100,000 unless told otherwise): tsx --expose-gc bench/measure-emulator-hostile.ts [COUNT]
import fc from "fast-check";
import { createKeySetsEmulator, type LogEntry } from "../src/emulator/index.ts";
import { logLine } from "../src/emulator/log.ts";
import { hostileRequest, secret, sendHostile } from "../tests/src/emulator/hostile-requests.ts";

const count = Number(process.argv[2] ?? 100_000);
const batch = 1000;
const problems: string[] = [];
const statuses = new Map<number, number>();
const heaps: number[] = [];

const log = (entry: LogEntry) => {
  if (logLine(entry).includes(secret)) problems.push(`the log line of ${entry.operation} has the secret`);
};
const emulator = createKeySetsEmulator({ fastKeys: true, include: ["undocumented"], log });

for (let sent = 0; sent < count; sent += batch) {
  const requests = fc.sample(hostileRequest, { seed: sent, numRuns: Math.min(batch, count - sent) });
  for (const request of requests) {
    const { status, text } = await sendHostile(emulator.fetch, request);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) problems.push(`${request.method} ${request.path} returned ${status}`);
    if (text.includes(secret)) problems.push(`the response to ${request.method} ${request.path} has the secret`);
  }
  if (JSON.stringify(emulator.state()).includes(secret)) problems.push("the state has the secret");
  emulator.reset();
  globalThis.gc?.();
  heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
}

const [middle, end] = [heaps[Math.floor(heaps.length / 2)] ?? 0, heaps.at(-1) ?? 0];
console.log(
  `${count} requests: ${[...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, n]) => `${status} ${n} times`)
    .join(", ")}`,
);
console.log(`heap after half of them ${middle.toFixed(1)} MiB, at the end ${end.toFixed(1)} MiB`);
if (end > 1.1 * middle) problems.push("the heap grew by more than a tenth in the second half");
for (const problem of new Set(problems)) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
