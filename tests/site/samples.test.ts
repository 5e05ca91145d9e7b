import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { samplesOf } from "../../site/reference/samples.ts";
import { compile } from "../support/compiler.ts";
import { jsonContent, operations, resolve } from "../support/document.ts";
import { serve } from "../support/server.ts";

const run = promisify(execFile);
const documented = "As documented.";

/** Each request of the contract that has a sample, with the body that the sample should send. */
function requests(root: string) {
  return [...operations.values()].flatMap((operation) => {
    const examples = Object.values(jsonContent(operation.definition.requestBody)?.examples ?? {}).map(resolve);
    const realistic = examples.filter(({ summary }) => summary !== documented);
    const bodies = (realistic.length > 0 ? realistic : examples.slice(0, 1)).map(({ value }) => value);
    const path = operation.pathParameters.reduce(
      (text, { name, example }) => text.replace(`{${name}}`, String(example)),
      operation.path,
    );
    const samples = samplesOf(operation, root);
    return samples.map((sample, i) => ({ operation, path, body: bodies[i], sample }));
  });
}

const graph = "https://graph.microsoft.com/beta";
const all = requests(graph);

test("each operation has a sample, and each realistic example", () => {
  expect(new Set(all.map(({ operation }) => operation.id))).toEqual(new Set(operations.keys()));
  expect(all.length).toBeGreaterThan(operations.size);
});

test("a shell sends what curl's samples show, with the token of the environment", async () => {
  await using server = await serve("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
  const samples = requests(server.origin);
  const script = samples.map(({ sample }) => sample.curl.replace("curl ", "curl --silent --noproxy '*' ")).join("\n");
  await run("bash", ["-ec", script], { env: { ...process.env, GRAPH_TOKEN: "a token" } });
  const sent = server.received.map(({ method, path, headers, body }) => ({
    method,
    path,
    token: headers.authorization,
    body: body === "" ? undefined : JSON.parse(body),
  }));
  expect(sent).toEqual(
    samples.map(({ operation, path, body }) => ({
      method: operation.method.toUpperCase(),
      path,
      token: "Bearer a token",
      body,
    })),
  );
});

test("the client's samples compile, and a wrong property in them doesn't", async () => {
  const node = "declare const process: { env: Record<string, string | undefined> };\n";
  const programs = all.map(({ sample }) => node + sample.client);
  const wrong = programs.filter((program) => /\bk: /.test(program)).map((program) => program.replace(/\bk: /, "kk: "));
  const sources = [
    ...programs.map((program, i) => [`sample-${i}`, program]),
    ...wrong.map((program, i) => [`wrong-${i}`, program]),
  ];
  const problems = Object.entries(await compile(Object.fromEntries(sources)));
  const problemsOf = (kind: string) => problems.flatMap(([name, found]) => (name.startsWith(kind) ? found : []));
  expect(problemsOf("sample")).toEqual([]);
  expect(problemsOf("wrong").join()).toContain("kk");
});

test("PowerShell's samples ask for the permission of the operation and send its example", () => {
  for (const { operation, path, body, sample } of all) {
    const [permission] = operation.definition["x-permissions"].delegated.least;
    const lines = sample.powershell.split("\n");
    expect(lines[0]).toBe(permission ? `Connect-MgGraph -Scopes '${permission}'` : "Connect-MgGraph");
    expect(lines.at(-1)).toContain(`-Method ${operation.method.toUpperCase()} -Uri '${graph}${path}'`);
    // A here-string begins after a line break and ends before one, and nothing in it has a meaning.
    const [, text] = sample.powershell.match(/^\$body = @'\n(.*)\n'@$/ms) ?? [];
    expect(text === undefined ? undefined : JSON.parse(text)).toEqual(body);
    expect(sample.powershell.includes("-Body $body")).toBe(body !== undefined);
  }
});
