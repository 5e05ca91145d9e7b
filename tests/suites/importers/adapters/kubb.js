import { build } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
import { compile, outputFolder } from "./support/compile.js";

export async function load(file) {
  const folder = await outputFolder("kubb");
  process.chdir(folder); // it writes its own client where it runs
  const { error } = await build({
    config: {
      root: folder,
      input: { path: file },
      output: { path: folder },
      plugins: [pluginOas({ validate: true }), pluginTs(), pluginClient({ client: "fetch", bundle: true })],
    },
  });
  if (error) throw error;
  return compile(`${folder}/index.ts`);
}
