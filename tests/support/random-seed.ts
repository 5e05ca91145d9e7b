// Fixes the random values of fast-check, so that a test gives the same result in each run. FAST_CHECK_SEED=random takes new
// values, and FAST_CHECK_SEED=N those of the seed N, which a failure prints.
import { inspect } from "node:util";
import fc from "fast-check";

const { FAST_CHECK_SEED: given = "20261129" } = process.env;

fc.configureGlobal({
  ...(given === "random" ? {} : { seed: Number(given) }),
  reporter(run) {
    if (!run.failed) return;
    const prototypes = unusualPrototypes(run.counterexample, "counterexample");
    throw new Error([fc.defaultReportMessage(run), ...prototypes].join("\n"), { cause: run.errorInstance });
  },
});

/** The prototypes in a value that aren't those of plain objects, arrays, or classes: a report of the value doesn't show them. */
function unusualPrototypes(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const prototype = Object.getPrototypeOf(value);
  const isUsual = prototype !== null && Object.hasOwn(prototype, "constructor");
  return [
    ...(isUsual ? [] : [`${path} has the prototype ${inspect(prototype, { depth: Number.POSITIVE_INFINITY })}`]),
    ...Object.entries(value).flatMap(([key, member]) => unusualPrototypes(member, `${path}.${key}`)),
  ];
}
