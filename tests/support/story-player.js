// Plays stories in the place of Redocly Respect, which takes seconds to start. It knows what the tests of the command play:
// the path of an operation on a key set, and criteria about the status.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "yaml";

const text = { type: "string" };
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    workflow: { ...text, multiple: true },
    server: text,
    "json-output": text,
    "max-fetch-timeout": text,
  },
});
const { run, token } = JSON.parse(process.env.REDOCLY_CLI_RESPECT_INPUT);
// Parsing all workflows of a file would take half of the time.
const workflows = readFileSync(positionals[1], "utf8")
  .replaceAll("{$inputs.run}", run)
  .split(/^(?= {2}- workflowId: |\w)/m)
  .filter((text) => values.workflow.some((id) => text.startsWith(`  - workflowId: ${id}\n`)))
  .flatMap((text) => parse(text));
const methods = { listKeySets: "GET", createKeySet: "POST", getKeySet: "GET", deleteKeySet: "DELETE" };

const executedWorkflows = [];
for (const { workflowId, steps } of workflows) {
  const executedSteps = [];
  for (const step of steps) {
    const executed = await play(step);
    executedSteps.push(executed);
    if (executed.checks.some(({ passed }) => !passed)) break;
  }
  executedWorkflows.push({ type: "workflow", workflowId, executedSteps });
}
writeFileSync(values["json-output"], JSON.stringify({ files: { [positionals[1]]: { executedWorkflows } } }));

async function play({ stepId, operationId, parameters = [], requestBody, successCriteria = [] }) {
  const method = methods[operationId.split(".").at(-1)];
  const path = ["/trustFramework/keySets", ...parameters.map(({ value }) => value)].join("/");
  const response = await fetch(values.server.replace("keysets=", "") + path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(requestBody && { body: JSON.stringify(requestBody.payload) }),
  });
  const { status, headers } = response;
  const body = await response.json().catch(() => undefined);
  const checks = successCriteria
    .map(({ condition }) => condition)
    .filter((condition) => condition.includes("$statusCode"))
    .map((condition) => ({
      name: "success criteria check",
      severity: "error",
      passed: condition.includes(`== ${status}`),
      condition,
    }));
  return { type: "step", stepId, response: { statusCode: status, headers: Object.fromEntries(headers), body }, checks };
}
