import JSON5 from "json5";
import type { OpenAPIV3 } from "openapi-types";
import type { Operation } from "../../scripts/contract/operations.ts";

/** An example of a request, and programs that send it. */
export interface Sample {
  summary: string;
  curl: string;
  client: string;
  powershell: string;
}

const documented = "As documented.";

/** A sample for each realistic example of a request. A draft has only the example of its page. */
export function samplesOf(operation: Operation, root: string): Sample[] {
  const { requestBody } = operation.definition;
  const content = requestBody && "content" in requestBody ? requestBody.content["application/json"] : undefined;
  const examples = Object.values((content?.examples ?? {}) as Record<string, OpenAPIV3.ExampleObject>);
  const realistic = examples.filter(({ summary }) => summary !== documented);
  const chosen = realistic.length > 0 ? realistic : examples.slice(0, 1);
  const sample = (summary: string, body?: unknown): Sample => ({
    summary,
    curl: curl(operation, root, body),
    client: client(operation, body),
    powershell: powershell(operation, root, body),
  });
  if (chosen.length === 0) return [sample(operation.definition.summary ?? "")];
  return chosen.map(({ summary = "", value }) => sample(summary, value));
}

/** The values of the parameters in the path, in its order. */
const idsOf = ({ pathParameters }: Operation): string[] => pathParameters.map(({ example }) => String(example));

function urlOf(operation: Operation, root: string): string {
  const { path, pathParameters } = operation;
  return pathParameters.reduce((url, { name, example }) => url.replace(`{${name}}`, String(example)), root + path);
}

const lines = (value: unknown): string => JSON.stringify(value, undefined, 2);

function curl(operation: Operation, root: string, body: unknown): string {
  const parts = [
    `curl --request ${operation.method.toUpperCase()} '${urlOf(operation, root)}'`,
    '  --header "Authorization: Bearer $GRAPH_TOKEN"',
    body !== undefined && '  --header "Content-Type: application/json"',
    body !== undefined && `  --data '${lines(body).replaceAll("'", String.raw`'\''`)}'`,
  ];
  return parts.filter(Boolean).join(" \\\n");
}

function client(operation: Operation, body: unknown): string {
  const given = [...idsOf(operation).map((id) => JSON.stringify(id))];
  if (body !== undefined) given.push(JSON5.stringify(body, { space: 2, quote: '"' }));
  const call = `client.${operation.id}(${given.join(", ")})`;
  return `import { createKeySetsClient } from "trustframework-keysets";

const client = createKeySetsClient({ token: () => process.env.GRAPH_TOKEN ?? "" });
${operation.success.item ? list(call) : single(call, operation.success.data !== undefined)}`;
}

const list = (call: string): string => `for await (const item of ${call}) console.log(item);`;

const single = (call: string, hasData: boolean): string =>
  hasData
    ? `const { data, error } = await ${call};\nif (error) throw error;\nconsole.log(data);`
    : `const { error } = await ${call};\nif (error) throw error;`;

function powershell(operation: Operation, root: string, body: unknown): string {
  const [scope] = operation.definition["x-permissions"].delegated.least;
  const sent = body === undefined ? "" : " -ContentType 'application/json' -Body $body";
  return [
    `Connect-MgGraph${scope ? ` -Scopes '${scope}'` : ""}`,
    ...(body === undefined ? [] : [`$body = @'\n${lines(body)}\n'@`]),
    `Invoke-MgGraphRequest -Method ${operation.method.toUpperCase()} -Uri '${urlOf(operation, root)}'${sent}`,
  ].join("\n");
}
