import { generateApi } from "swagger-typescript-api";
import { compile, outputFolder } from "./support/compile.js";

export async function load(input) {
  const output = await outputFolder("swagger-typescript-api");
  await generateApi({ input, output, fileName: "client.ts", silent: true });
  return compile(`${output}/client.ts`);
}
