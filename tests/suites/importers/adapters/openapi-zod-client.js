import { readFile } from "node:fs/promises";
import { generateZodClientFromOpenAPI } from "openapi-zod-client";
import { compile, outputFolder } from "./support/compile.js";
import { read } from "./support/read.js";

export async function load(file) {
  const folder = await outputFolder("openapi-zod-client");
  const distPath = `${folder}/client.ts`;
  await generateZodClientFromOpenAPI({ openApiDoc: await read(file), distPath, options: { withAlias: true } });
  const aliases = (await readFile(distPath, "utf8")).matchAll(/alias: "(\w+)"/g);
  return { names: [...aliases].map(([, alias]) => alias), errors: compile(distPath).errors };
}
