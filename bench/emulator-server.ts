// A server for measure-emulator.ts, in a process of its own: the emulator, or a bare one that always returns the same.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const built = new URL("../dist/emulator.js", import.meta.url).href;
const { createKeySetsEmulator }: typeof import("../src/emulator/index.ts") = await import(built);
const [kind, body = ""] = process.argv.slice(2);

process.on("message", () => process.send?.({ cpu: process.cpuUsage() }));
process.send?.({ port: kind === "bare" ? await bare() : await emulator() });

async function emulator(): Promise<string> {
  const { listen } = createKeySetsEmulator({
    seed: { keySets: [{ id: "B2C_1A_a", keys: [{ kid: "k", kty: "RSA", use: "sig" }] }] },
  });
  return new URL((await listen()).baseUrl).port;
}

async function bare(): Promise<string> {
  const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return String((server.address() as AddressInfo).port);
}
