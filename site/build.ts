// Builds site/dist/: the API reference and the pages about it, which work offline, from files or from any static host.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { operationsOf } from "../scripts/contract/operations.ts";
import { errorCodesOf } from "../scripts/generate/error-codes.ts";
import { installSuite } from "../scripts/lib/install-suite.ts";
import { runCli } from "../scripts/lib/run-cli.ts";
import { htmlOf, type Source } from "./markdown.ts";
import { page } from "./page.ts";

const usage = `Usage: npm run site:build

Builds site/dist/ from generated/ and README.md. Then open site/dist/index.html.`;

const here = fileURLToPath(new URL("./", import.meta.url));
const output = "site/dist";
const documents = ["openapi.json", "openapi.yaml", "openapi-3.1.json", "openapi-3.1.yaml"];
const sources: Record<string, Source> = {
  "index.html": { file: "README.md", sections: ["Use it"] },
  "rotate-a-signing-key.html": { file: "docs/rotate-a-signing-key.md" },
  "conflicts.html": { file: "generated/conflicts.md" },
  "error-codes.html": { file: "generated/error-codes.md" },
};

await runCli({
  usage,
  async main() {
    installSuite(here);
    await rm(output, { recursive: true, force: true });
    await mkdir(output);
    await writePages();
    for (const name of documents) await cp(`generated/${name}`, `${output}/${name}`);
    for (const name of ["style.css", "reference.js"]) await cp(`${here}${name}`, `${output}/${name}`);
    await copyRedoc();
    console.log(`site:build: open ${output}/index.html`);
    return 0;
  },
});

async function writePages(): Promise<void> {
  const json = await readFile("generated/openapi.json", "utf8");
  const document = JSON.parse(json);
  const links = new Map([
    ...Object.entries(sources).map(([name, { file }]) => [file, name] as const),
    ...operationsOf(document).map(({ id }) => [id, `reference.html#operation/${id}`] as const),
    ...errorCodesOf(document).map(({ code }) => [code, `error-codes.html#${code}`] as const),
  ]);
  for (const [name, source] of Object.entries(sources))
    await writeFile(`${output}/${name}`, page(name, await htmlOf(source, links)));
  const reference = `<div id="reference"></div>
<script id="openapi" type="application/json">${json.replaceAll("<", "\\u003c")}</script>
<script src="redoc.standalone.js"></script>
<script src="reference.js"></script>`;
  await writeFile(`${output}/reference.html`, page("reference.html", reference));
}

/** Copies Redoc without the address of its logo, the only file that it loads from elsewhere. */
async function copyRedoc(): Promise<void> {
  const bundle = `${here}node_modules/redoc/bundles/redoc.standalone.js`;
  const [before, after, ...rest] = (await readFile(bundle, "utf8")).split("https://cdn.redoc.ly/redoc/logo-mini.svg");
  if (after === undefined || rest.length > 0)
    throw new Error(
      `${bundle} no longer loads its logo from the address that site/build.ts expects. Check what it loads now.`,
    );
  await writeFile(`${output}/redoc.standalone.js`, `${before}data:,${after}`);
  await cp(`${bundle}.LICENSE.txt`, `${output}/redoc.standalone.js.LICENSE.txt`);
}
