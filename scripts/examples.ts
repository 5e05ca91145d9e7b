// Creates the realistic examples. Every run draws other keys, so it isn't part of the build.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isScalar, parseDocument, stringify, visit } from "yaml";
import { makeRealisticExamples } from "./examples/realistic-examples.ts";

const folder = "spec/examples/realistic";
const keyPath = "spec/paths/keySets-id-keys_v2-kid.yaml";
const usage = `Usage: npm run examples:make

Draws throw-away keys, creates a certificate, a PKCS #12 file, and a secret from them, and writes ${folder}/*.yaml: an
example for every body of the contract, all about the same keys. Sets the example of the path parameter kid in ${keyPath}.
Then run "npm run build" and "npm test", and commit everything.`;

const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
if (values.help) {
  console.log(usage);
} else {
  const { examples, parameters } = makeRealisticExamples();
  mkdirSync(folder, { recursive: true });
  for (const [name, example] of Object.entries(examples)) {
    const file = `${folder}/${name}.yaml`;
    const comment = `# Made by "npm run examples:make" with throw-away keys, never edited.\n`;
    // A long base64 text stays on one line.
    writeFileSync(file, comment + stringify(example, { lineWidth: 0, aliasDuplicateObjects: false }));
    console.log(`  ${file}`);
  }
  setParameterExamples(keyPath, parameters);
  console.log(`  ${keyPath}`);
}

/** Sets the example of each parameter of a path file by the parameter's name, and leaves every other byte as it is. */
function setParameterExamples(file: string, examples: Record<string, string>): void {
  const text = readFileSync(file, "utf8");
  const edits: { start: number; end: number; example: string }[] = [];
  visit(parseDocument(text), {
    Map(_, map) {
      const example = map.has("in") ? examples[String(map.get("name"))] : undefined;
      const range = isScalar(map.get("example", true)) ? map.get("example", true)?.range : undefined;
      if (example && range) edits.push({ start: range[0], end: range[1], example });
    },
  });
  const edited = edits.reduceRight(
    (text, { start, end, example }) => text.slice(0, start) + example + text.slice(end),
    text,
  );
  writeFileSync(file, edited);
}
