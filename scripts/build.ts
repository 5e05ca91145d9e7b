// Makes generated/ and dist/, and checks what they are made from.
import { runAll } from "./check/run-steps.ts";
import { runCli } from "./lib/run-cli.ts";

const usage = `Usage: npm run build

Generates generated/ from spec/ and checks the facts, then lints and compiles, two steps at a time. Prints the output of the steps
that fail. Exits with 1 if one does.`;

/** The steps of a stage don't need each other. The linters and the compiler read generated/. */
const stages = [
  ["generate", "facts:check"],
  ["lint", "compile"],
];

await runCli({
  usage,
  async main() {
    for (const stage of stages) {
      const results = await runAll(stage.map((name) => ({ name, description: "", args: [] })));
      if (results.some(({ hasPassed }) => !hasPassed)) return 1;
    }
    return 0;
  },
});
