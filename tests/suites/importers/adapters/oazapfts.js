import { writeFile } from "node:fs/promises";
import { generateSource } from "oazapfts";
import { compile, outputFolder } from "./support/compile.js";

export async function load(file) {
  const folder = await outputFolder("oazapfts");
  await writeFile(`${folder}/client.ts`, await generateSource(file));
  return compile(`${folder}/client.ts`);
}
