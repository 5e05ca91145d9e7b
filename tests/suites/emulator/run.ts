// Runs other people's clients against the emulator, unchanged: what each of them creates, all of them read.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installSuite } from "../../../scripts/lib/install-suite.ts";
import { createKeySetsEmulator } from "../../../src/emulator/index.ts";
import { printRow } from "../../support/table.ts";

/** What clients.js makes of each client. */
interface OtherClient {
  /** Returns the ID of the new key set. */
  create(id: string): Promise<string>;
  /** Returns the ID of the new key. */
  addSecret(id: string): Promise<string>;
  read(id: string): Promise<{ id: string; keys: { kid: string; kty: string }[] }>;
}

const here = fileURLToPath(new URL("./", import.meta.url));
const document = fileURLToPath(new URL("../../../generated/openapi.json", import.meta.url));

installSuite(here);
const emulator = createKeySetsEmulator();
const { baseUrl, close } = await emulator.listen();
generate("openapi-ts", "--input", document, "--output", "node_modules/.generated/hey-api");
generate("orval", "--config", "orval.config.mjs");
const { otherClients } = await import(`${here}clients.js`);
const clients: Record<string, OtherClient> = await otherClients(baseUrl, emulator.fetch);

const created = new Map<string, { id: string; kid: string }>();
for (const [name, client] of Object.entries(clients)) {
  const id = await client.create(`by-${name.replace(/\W+/g, "-")}`);
  created.set(name, { id, kid: await client.addSecret(id) });
}
printRow("read by", "what this client created");
for (const [creator, { id, kid }] of created) {
  const readers = [];
  for (const [name, client] of Object.entries(clients)) {
    const set = await client.read(id);
    if (set.id === id && set.keys.length === 1 && set.keys[0]?.kid === kid && set.keys[0].kty === "oct")
      readers.push(name);
  }
  printRow(`${readers.length} of ${created.size}`, creator);
  if (readers.length < created.size) process.exitCode = 1;
}
await close();

function generate(tool: string, ...args: string[]): void {
  const env = { ...process.env, BASE_URL: baseUrl };
  execFileSync(`${here}node_modules/.bin/${tool}`, args, { cwd: here, env, stdio: ["ignore", "ignore", "inherit"] });
}
