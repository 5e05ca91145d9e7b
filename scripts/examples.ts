// Makes the realistic examples anew. Every run draws other keys, so it is no part of the build.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseDocument, stringify } from "yaml";
import { makeStory } from "./examples/realistic-examples.ts";

const folder = "spec/examples/realistic";
const usage = `Usage: npm run examples:make

Draws throw-away keys, makes a certificate, a PKCS #12 file and a secret of them, and writes ${folder}/*.yaml: an example
for every body of the contract, all about the same keys. Sets the examples of spec/parameters/*.yaml to one of these keys and
its key set. Then run "npm run build" and "npm test", and commit the whole.`;

const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
if (values.help) {
  console.log(usage);
} else {
  const { examples, parameters } = makeStory();
  mkdirSync(folder, { recursive: true });
  for (const [name, example] of Object.entries(examples)) {
    const file = `${folder}/${name}.yaml`;
    const comment = `# Made by "npm run examples:make" with throw-away keys, never edited.\n`;
    // A long base64 text stays on one line.
    writeFileSync(file, comment + stringify(example, { lineWidth: 0, aliasDuplicateObjects: false }));
    console.log(`  ${file}`);
  }
  for (const [name, example] of Object.entries(parameters)) {
    const file = `spec/parameters/${name}.yaml`;
    const parameter = parseDocument(readFileSync(file, "utf8"));
    parameter.set("example", example);
    writeFileSync(file, parameter.toString({ lineWidth: 0 }));
    console.log(`  ${file}`);
  }
}
