import { createClient } from "@hey-api/openapi-ts";
import { compile, outputFolder } from "./support/compile.js";

export async function load(input) {
  const folder = await outputFolder("hey-api");
  await createClient({
    input,
    output: folder,
    logs: { level: "silent", file: false },
    plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
  });
  return compile(`${folder}/sdk.gen.ts`);
}
