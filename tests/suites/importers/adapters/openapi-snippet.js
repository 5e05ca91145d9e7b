import { getSnippets } from "openapi-snippet";
import { read } from "./support/read.js";

const server = "https://graph.microsoft.com/beta";

export async function load(file) {
  const imported = getSnippets(await read(file), ["shell_curl"]).map(({ method, url, snippets }) => ({
    operation: `${method} ${url.replace(server, "")}`,
    examples: snippets.flatMap(({ content }) => {
      const [, body] = /--data '(.*)'$/s.exec(content) ?? [];
      return body ? [JSON.parse(body)] : [];
    }),
  }));
  return { imported };
}
