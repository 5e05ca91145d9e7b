// Makes the realistic examples again. Each run draws new keys, so the build doesn't include it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isScalar, parseDocument, stringify, visit } from "yaml";
import { makeRealisticExamples } from "./examples/realistic-examples.ts";
import { runCli } from "./lib/run-cli.ts";

const folder = "spec/examples/realistic";
const keyPath = "spec/paths/keySets-id-keys_v2-kid.yaml";
const usage = `Usage: npm run examples:make

Draws throw-away keys, makes a certificate, a PKCS #12 file, and a secret, and writes ${folder}/*.yaml: an example
of every body of the contract, all with the same keys. Sets the example of the path parameter
kid in ${keyPath}. Then run "npm run build" and "npm test", and commit all changes together.`;

await runCli({
  usage,
  main() {
    const { examples, parameters } = makeRealisticExamples();
    mkdirSync(folder, { recursive: true });
    for (const [name, example] of Object.entries(examples)) {
      const comment = '# Made by "npm run examples:make" with throw-away keys, never edited.\n';
      // A long base64 text stays on one line.
      const text = stringify(example, { lineWidth: 0, aliasDuplicateObjects: false });
      write(`${folder}/${name}.yaml`, comment + text);
    }
    write(keyPath, withParameterExamples(readFileSync(keyPath, "utf8"), parameters));
    return 0;
  },
});

function write(file: string, text: string): void {
  writeFileSync(file, text);
  console.log(`  ${file}`);
}

/** The text of a path file with another example for each parameter, by its name; every other byte stays as it is. */
function withParameterExamples(text: string, examples: Record<string, string>): string {
  const edits: { start: number; end: number; example: string }[] = [];
  visit(parseDocument(text), {
    Map(_, map) {
      const example = map.has("in") ? examples[String(map.get("name"))] : undefined;
      const node = map.get("example", true);
      if (example && isScalar(node) && node.range) edits.push({ start: node.range[0], end: node.range[1], example });
    },
  });
  return edits.reduceRight((text, { start, end, example }) => text.slice(0, start) + example + text.slice(end), text);
}
