import { writeFile } from "node:fs/promises";
import { compile, outputFolder } from "./support/compile.js";
import { read } from "./support/read.js";

// feTS generates nothing: its client takes its types from the document, which a program contains as a constant.
export async function load(file, exchanges) {
  const folder = await outputFolder("fets");
  const document = await read(file);
  const operations = exchanges.filter(
    ({ operationId }, i) => exchanges.findIndex((other) => other.operationId === operationId) === i,
  );
  await writeFile(`${folder}/document.ts`, `export const document = ${JSON.stringify(document)} as const;\n`);
  await writeFile(
    `${folder}/client.ts`,
    [
      `import { createClient, type NormalizeOAS } from "fets";`,
      `import type { document } from "./document.ts";`,
      `const client = createClient<NormalizeOAS<typeof document>>({ endpoint: ${JSON.stringify(document.servers[0].url)} });`,
      ...operations.map(callOf),
    ].join("\n"),
  );
  return compile(`${folder}/client.ts`);
}

function callOf({ operationId, method, template, request }) {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name}: "a"`);
  const options = [
    `headers: { Authorization: "Bearer a" }`,
    ...(names.length > 0 ? [`params: { ${names.join(", ")} }`] : []),
    ...(request === undefined ? [] : [`json: ${JSON.stringify(request)}`]),
  ];
  return `export const ${operationId} = async () => client[${JSON.stringify(template)}].${method.toLowerCase()}({ ${options.join(", ")} });`;
}
