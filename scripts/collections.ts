// Makes collections for Postman and Bruno from the OpenAPI document, as files for people who use neither npm nor the document.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { prepareForCollections } from "./collections/prepare.ts";
import { installSuite } from "./lib/install-suite.ts";
import { root } from "./lib/root.ts";
import { runCli } from "./lib/run-cli.ts";

const usage = `Usage: npm run collections:make -- --out DIR

Makes trustframework-keysets.postman_collection.json and trustframework-keysets.bruno_collection.json in the folder DIR, from
generated/openapi.json. The same document gives the same bytes. The first run installs the converters with npm.`;

await runCli({
  usage,
  options: { out: { type: "string" } },
  async main({ out }) {
    if (!out) throw new Error("Missing --out DIR, the folder for the collections.");
    const folder = join(root, "scripts/collections");
    installSuite(folder);
    const { makePostmanCollection, makeBrunoCollection } = await import(join(folder, "convert.js"));
    const document = prepareForCollections(JSON.parse(readFileSync(join(root, "generated/openapi.json"), "utf8")));
    mkdirSync(out, { recursive: true });
    write(join(out, "trustframework-keysets.postman_collection.json"), await makePostmanCollection(document));
    write(join(out, "trustframework-keysets.bruno_collection.json"), makeBrunoCollection(document));
    return 0;
  },
});

function write(file: string, collection: unknown): void {
  writeFileSync(file, `${JSON.stringify(collection, null, 2)}\n`);
  console.log(`  ${file}`);
}
