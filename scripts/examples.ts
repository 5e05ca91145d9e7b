// Makes the realistic examples anew. Every run draws other keys, so it is no part of the build.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { makeStory } from "./examples/story.ts";

const folder = "spec/examples/real";
const usage = `Usage: npm run examples

Draws throw-away keys, makes a certificate, a PKCS #12 file and a secret of them, and writes ${folder}/*.yaml: an example
for every body of the contract, all about the same keys. Then run "npm run build" and "npm test", and commit the whole.`;

const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
if (values.help) {
  console.log(usage);
} else {
  const files = Object.entries(makeStory());
  mkdirSync(folder, { recursive: true });
  for (const [name, example] of files) {
    const file = `${folder}/${name}.yaml`;
    const comment = `# Made by "npm run examples" with throw-away keys, never edited.\n`;
    // A long base64 text stays on one line.
    writeFileSync(file, comment + stringify(example, { lineWidth: 0, aliasDuplicateObjects: false }));
    console.log(`  ${file}`);
  }
  console.log(`examples: ${files.length} files written`);
}
