// Makes the realistic examples again. Each run draws new keys, so the build doesn't include it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseDocument, stringify } from "yaml";
import { makeRealisticExamples } from "./examples/realistic-examples.ts";
import { runCli } from "./lib/run-cli.ts";

const folder = "spec/examples/realistic";
const usage = `Usage: npm run examples:make

Draws throw-away keys, makes a certificate, a PKCS #12 file, and a secret, and writes ${folder}/*.yaml: an example
of every body of the contract, all with the same keys. Sets the examples of spec/parameters/*.yaml to one of these keys and
its key set. Then run "npm run build" and "npm test", and commit all changes together.`;

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
    for (const [name, example] of Object.entries(parameters)) {
      const file = `spec/parameters/${name}.yaml`;
      const parameter = parseDocument(readFileSync(file, "utf8"));
      parameter.set("example", example);
      write(file, parameter.toString({ lineWidth: 0 }));
    }
    return 0;
  },
});

function write(file: string, text: string): void {
  writeFileSync(file, text);
  console.log(`  ${file}`);
}
