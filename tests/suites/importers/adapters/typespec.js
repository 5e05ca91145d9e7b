import { writeFile } from "node:fs/promises";
import { compile, NodeHost } from "@typespec/compiler";
import { convertOpenAPI3Document, getOpenAPI3 } from "@typespec/openapi3";
import { outputFolder } from "./support/compile.js";
import { operationsOf } from "./support/operations-of.js";
import { read } from "./support/read.js";

export async function load(file) {
  const main = `${await outputFolder("typespec")}/main.tsp`;
  await writeFile(main, await convertOpenAPI3Document(await read(file)));
  const program = await compile(NodeHost, main, { noEmit: true });
  const errors = program.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (errors.length > 0) return { imported: [], errors };
  const [{ document }] = await getOpenAPI3(program); // what TypeSpec makes of it again
  return { imported: operationsOf(document), errors };
}
