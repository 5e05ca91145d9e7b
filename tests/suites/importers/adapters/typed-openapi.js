import { writeFile } from "node:fs/promises";
import { generateFile, mapOpenApiEndpoints } from "typed-openapi";
import { compile, outputFolder } from "./support/compile.js";
import { read } from "./support/read.js";

export async function load(file) {
  const folder = await outputFolder("typed-openapi");
  await writeFile(`${folder}/client.ts`, generateFile(mapOpenApiEndpoints(await read(file))));
  const { names, errors } = compile(`${folder}/client.ts`);
  // The type of an operation has its method and its operationId as a name, such as get_ListKeySets.
  return { names: names.map((name) => name.replace(/^[a-z]+_(\w)/, (_, first) => first.toLowerCase())), errors };
}
