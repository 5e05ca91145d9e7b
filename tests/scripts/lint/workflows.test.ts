// What the linter of the workflows accepts. What it reports is in tests/scripts/gate/faults.yaml.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workflowFindings } from "../../../scripts/lint/workflows.ts";
import { root } from "../gate/copy.ts";

const commit = "08c6903cd8c0fde910a37f88322edcfb5dd907a8";
const digest = "a".repeat(64);

/** A workflow with a job, and the permissions of the workflow. */
const workflow = (job: string, permissions = "{ contents: read }") =>
  `on: push\npermissions: ${permissions}\njobs:\n  build:\n    runs-on: ubuntu-latest\n    timeout-minutes: 5\n${job}`;

test.each([
  ["no permissions", workflow("    steps: [{ run: npm ci }]\n", "{}")],
  ["a local action", workflow("    steps:\n      - uses: ./.github/actions/a\n")],
  ["an image by its digest", workflow(`    steps:\n      - uses: docker://alpine@sha256:${digest}\n`)],
  [
    "a pinned action in a flow mapping",
    workflow(`    steps:\n      - { uses: actions/checkout@${commit} } # v5.0.0\n`),
  ],
  ["a pinned action in quotes", workflow(`    steps:\n      - uses: "actions/checkout@${commit}" # v5.0.0\n`)],
  [
    "a reusable workflow, which can't have a timeout",
    `on: push\npermissions: {}\njobs:\n  build:\n    uses: github/repository/.github/workflows/a.yml@${commit} # v1.0.0\n`,
  ],
  ["a text that mentions || true", workflow('    steps:\n      - run: echo "use || trueness"\n')],
])("accepts %s", async (_name, text) => expect(await workflowFindings("a.yml", text)).toEqual([]));

test.each([
  ["an image by its tag", workflow("    steps:\n      - uses: docker://alpine:3\n"), 8],
  [
    "a reusable workflow by its branch",
    "on: push\npermissions: {}\njobs:\n  build:\n    uses: owner/repository/.github/workflows/a.yml@main\n",
    5,
  ],
  [
    "no permissions at all",
    workflow("    steps: [{ run: npm ci }]\n").replace("permissions: { contents: read }\n", ""),
    1,
  ],
  ["permissions to read all", workflow("    steps: [{ run: npm ci }]\n", "read-all"), 2],
  [
    "a step after which a failure is ignored",
    workflow("    steps:\n      - run: |\n          npm test || :\n          npm ci\n"),
    8,
  ],
  ["a shell that ignores failures", workflow("    steps:\n      - run: |\n          set +e\n          npm ci\n"), 8],
  ["a job that may fail", workflow("    continue-on-error: true\n    steps: [{ run: npm ci }]\n"), 7],
])("reports %s, at its line", async (_name, text, line) => {
  expect(await workflowFindings("a.yml", text)).toEqual([expect.objectContaining({ file: "a.yml", line })]);
});

const running = (command: string) => workflow(`    steps:\n      - run: ${JSON.stringify(command)}\n`);

test.each([
  "npm test || printf ''",
  "(npm test) || (exit 0)",
  "npm test ||true",
  "npm test \\\n  || true",
  "npm test; :",
  "npm test | cat",
  "npm test&",
  "! npm test",
  "exit 0\nnpm test",
  "trap 'exit 0' EXIT\nnpm test",
  "set +o errexit\nnpm test",
  "sh -c 'npm test; exit 0'",
  "while ! npm test; do break; done",
  "npm run tests --if-present",
])("reports that a failure has no effect in %j", async (command) => {
  expect(await workflowFindings("a.yml", running(command))).toEqual([expect.objectContaining({ rule: "failure" })]);
});

test.each([
  "npm test && npm pack",
  "npm pack > list.txt 2>&1",
  "test -f a.tgz || exit 1",
  "git diff --exit-code || { echo changed; exit 1; }",
  'for file in *.tgz; do ls "$file"; done',
  'if [ -n "$TAG" ]; then npm test; fi',
  "set -euo pipefail\nnpm ls | tee list.txt",
  "echo 'a | b; true'",
  "# npm test || true\nnpm test",
])("accepts the command %j", async (command) => {
  expect(await workflowFindings("a.yml", running(command))).toEqual([]);
});

test.each([
  "npx --yes publint",
  "npx -y publint",
  "npx @redocly/cli@latest lint",
  "npm exec --yes publint",
  "pnpm dlx publint",
  "yarn dlx publint",
  "bunx publint",
  "bash <(curl -s https://example.com/a)",
  'eval "$(curl -s https://example.com/a)"',
  'sh -c "$(wget -qO- https://example.com/a)"',
  "set -o pipefail\ncurl -s https://example.com/a | sudo bash",
  "set -o pipefail\nwget -qO- https://example.com/a | python3",
])("reports that %j runs what it downloads", async (command) => {
  expect(await workflowFindings("a.yml", running(command))).toContainEqual(
    expect.objectContaining({ rule: "download" }),
  );
});

test.each(["npx publint", "npm exec spectral lint openapi.yaml", "curl --output a.json https://example.com/a"])(
  "accepts %j, which runs what is installed",
  async (command) => {
    expect(await workflowFindings("a.yml", running(command))).toEqual([]);
  },
);

test("a workflow that isn't YAML is reported at the line of the error", async () => {
  const text = workflow("    steps: [{ run: npm ci }\n");
  expect(await workflowFindings("a.yml", text)).toEqual([expect.objectContaining({ file: "a.yml", line: 8 })]);
});

test("workflows that are linted at the same time have findings of their own", async () => {
  const good = workflow("    steps: [{ run: npm ci }]\n");
  const bad = good.replace("runs-on", "run-on");
  const found = await Promise.all(Array.from({ length: 12 }, (_, i) => workflowFindings("a.yml", i % 2 ? bad : good)));
  expect(found.map((findings) => findings.length > 0)).toEqual(Array.from({ length: 12 }, (_, i) => i % 2 === 1));
});

const folder = ".github/workflows";
test.each(readdirSync(join(root, folder)))("%s is clean", async (name) => {
  const file = `${folder}/${name}`;
  expect(await workflowFindings(file, readFileSync(join(root, file), "utf8"))).toEqual([]);
});
