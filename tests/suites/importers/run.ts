// Loads the documents with the importers of portals and tools, and checks that all operations, examples, and permissions arrive.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { installSuite } from "../../../scripts/lib/install-suite.ts";
import { operations } from "../../support/document.ts";
import { bodies } from "../../support/examples.ts";
import { printRow } from "../../support/table.ts";

interface Imported {
  /** Its method and path, or its operationId. */
  operation: string;
  examples?: unknown[];
  permissions?: string[];
}

interface Limits {
  /** The files that it reads, if not the four documents. */
  files?: string[];
  /** Whether it keeps only the first example of an operation with examples for only its request or only its success. */
  losesUnpaired?: boolean;
}

type Importer = [name: string, pack: string, load: (file: string) => Promise<Imported[]>, limits?: Limits];

const here = fileURLToPath(new URL("./", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));
const documents = ["openapi.json", "openapi.yaml", "openapi-3.1.json", "openapi-3.1.yaml"].map(
  (name) => `generated/${name}`,
);

const expected = [...operations.values()].map(({ id, method, path, definition }) => {
  const shown = bodies.filter(({ operationId, part }) => operationId === id && /^(request|2)/.test(part));
  const examples = shown.flatMap((body) =>
    Object.values(body.examples).map((value, i) => ({ value, unpaired: i > 0 && shown.length === 1 })),
  );
  const permissions = (definition.security ?? []).flatMap((requirement) =>
    Object.values(requirement)
      .flat()
      .map((value) => ({ value, unpaired: false })),
  );
  return { id, names: [id, `${method.toUpperCase()} ${path}`], examples, permissions };
});

installSuite(here);
const { importers }: { importers: Importer[] } = await import(`${here}importers.js`);

printRow("importer", "version", "document", "operations", "examples", "permissions", "result");
for (const [name, pack, load, { files = documents, losesUnpaired = false } = {}] of importers) {
  const { version } = JSON.parse(await readFile(`${here}node_modules/${pack}/package.json`, "utf8"));
  for (const file of files) {
    const imported = await load(root + file).catch((error: Error) => error);
    const found = imported instanceof Error ? [] : imported;
    const counts = [operationsIn(found), count(found, "examples", losesUnpaired), count(found, "permissions", false)];
    const wrong = imported instanceof Error ? [imported.message || imported.name] : counts.flatMap(({ lost }) => lost);
    printRow(
      name,
      version,
      file.replace("generated/", ""),
      ...counts.map(({ cell }) => cell),
      wrong.length > 0 ? "fails" : "passes",
    );
    if (wrong.length === 0) continue;
    console.error(`\n${name} (${pack}) on ${file}:\n  ${wrong.join("\n  ")}\n`);
    process.exitCode = 1;
  }
}

function operationsIn(imported: Imported[]) {
  const lost = expected.filter((operation) => !find(imported, operation)).map(({ id }) => `${id} is lost`);
  return { cell: `${expected.length - lost.length} of ${expected.length}`, lost };
}

/** How much of what each operation has arrives, and what is lost; a dash if the importer supports it for no operation. */
function count(imported: Imported[], part: "examples" | "permissions", losesUnpaired: boolean) {
  if (imported.every((operation) => !(part in operation))) return { cell: "-", lost: [] };
  const all = expected.flatMap((operation) => operation[part].map((one) => ({ operation, ...one })));
  const lost = all.filter(
    ({ operation, value }) => !find(imported, operation)?.[part]?.some((other) => isDeepStrictEqual(other, value)),
  );
  const missed = lost.filter(({ unpaired }) => !(unpaired && losesUnpaired));
  return {
    cell: `${all.length - lost.length} of ${all.length}`,
    lost: missed.map(({ operation: { id } }) => `${id} lost one of its ${part}`),
  };
}

function find(imported: Imported[], { names }: (typeof expected)[number]): Imported | undefined {
  return imported.find(({ operation }) => names.includes(operation));
}
