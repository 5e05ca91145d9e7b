import orval from "orval";
import { compile, outputFolder } from "./support/compile.js";

export async function load(target) {
  const folder = await outputFolder("orval");
  await orval.generate({ input: { target }, output: { target: `${folder}/client.ts`, client: "fetch" } });
  return compile(`${folder}/client.ts`);
}
