import redoc from "redoc";
import { read } from "./support/read.js";

export async function load(file) {
  const { menu } = await redoc.createStore(await read(file), undefined, {});
  const operations = menu.flatItems.filter(({ type }) => type === "operation");
  const imported = operations.map(({ httpVerb, path, requestBody, responses, security }) => ({
    operation: `${httpVerb.toUpperCase()} ${path}`,
    examples: [requestBody, ...responses.filter(({ code }) => code.startsWith("2"))].flatMap((message) =>
      Object.values(message?.content?.mediaTypes[0]?.examples ?? {}).map(({ value }) => value),
    ),
    permissions: security.flatMap(({ schemes }) => schemes.flatMap(({ scopes }) => scopes)),
  }));
  return { imported };
}
