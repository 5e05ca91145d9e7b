import { parseArgs } from "node:util";
import { contractOperations } from "../../generated/emulator-contract.js";
import type { TokenScopes } from "./authorization.js";
import { timeOf } from "./clock.js";
import { type DataFile, readDataFile } from "./data-file.js";
import { createKeySetsEmulator, type KeySetsEmulator } from "./emulator.js";
import { unwrapFaults } from "./faults.js";
import { InvalidValue } from "./invalid-value.js";
import { logLine } from "./log.js";
import type { EmulatorOptions } from "./options.js";

const usage = `Usage: trustframework-keysets emulator [options]

Emulates the key set API of Azure AD B2C on this machine. Press Ctrl+C to stop.

  --port NUMBER         the port, or 0 for any free one (default: 4010)
  --host ADDRESS        the address to listen on (default: 127.0.0.1, this machine only)
  --seed FILE           a JSON or YAML file with the key sets to start with
  --faults FILE         a JSON or YAML file with a list of faults to start with
  --token-scopes LIST   the permissions of every token, separated by commas (default: all), or TOKEN=LIST for each
                        token, which can be repeated
  --behavior ID=BOOL    switches a behavior, for example nbf-three-hours-ahead=false; can be repeated
  --include LIST        other operations to serve: draft, undocumented
  --now TIME            where the clock starts, for example 2030-01-31T12:00:00Z (default: this machine's clock)
  --page-size NUMBER    how many key sets a page of the list has (default: 100)
  --fast-keys           generate no RSA keys, but take a few ready ones in turn
  --quiet               don't print a line for each request
  -h, --help            print this text`;

const settings = {
  port: { type: "string", default: "4010" },
  host: { type: "string", default: "127.0.0.1" },
  seed: { type: "string" },
  faults: { type: "string" },
  "token-scopes": { type: "string", multiple: true, default: [] as string[] },
  behavior: { type: "string", multiple: true, default: [] as string[] },
  include: { type: "string" },
  now: { type: "string" },
  "page-size": { type: "string" },
  "fast-keys": { type: "boolean", default: false },
  quiet: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Runs `trustframework-keysets emulator`: serves until it's told to stop. Returns the exit code.
 *
 * @param stopped resolves when it's time to stop.
 */
export async function runEmulator(args: string[], stopped = stopSignal): Promise<number> {
  const flags = flagsIn(args);
  if (flags.help) {
    console.log(usage);
    return 0;
  }
  const files = {
    ...(flags.seed !== undefined && { seed: await readDataFile(flags.seed) }),
    ...(flags.faults !== undefined && { faults: await readFaults(flags.faults) }),
  };
  const emulator = emulatorWith(files, {
    ...(flags["token-scopes"].length > 0 && { tokenScopes: tokenScopesIn(flags["token-scopes"]) }),
    ...(flags.now !== undefined && { now: clockFrom(flags.now) }),
    ...(flags.include !== undefined && { include: listIn(flags.include) as ("draft" | "undocumented")[] }),
    ...(flags["page-size"] !== undefined && { pageSize: Number(flags["page-size"]) }),
    behaviors: Object.fromEntries(flags.behavior.map(switchIn)),
    fastKeys: flags["fast-keys"],
    ...(!flags.quiet && { log: (entry) => console.log(logLine(entry)) }),
  } as EmulatorOptions);
  const port = portIn(flags.port);
  const { baseUrl, close } = await emulator.listen({ port, host: flags.host }).catch((error) => {
    throw error.code === "EADDRINUSE" ? new Error(`Port ${port} is in use. Choose another one with --port.`) : error;
  });
  // The reader of the output may leave, as "head -1" does. The server goes on.
  const ignore = () => undefined;
  process.stdout.on("error", ignore);
  console.log(baseUrl);
  await stopped();
  await close();
  process.stdout.off("error", ignore);
  return 0;
}

function flagsIn(args: string[]) {
  try {
    return parseArgs({ args, options: settings }).values;
  } catch (error) {
    throw new TypeError(`${(error as Error).message}\n"trustframework-keysets emulator --help" prints the options.`);
  }
}

/** A file with a list of faults, or with what the control returns. */
async function readFaults(file: string): Promise<DataFile> {
  const { content, locationOf } = await readDataFile(file);
  const list = unwrapFaults(content);
  return { content: list, locationOf: (place) => locationOf(list === content ? place : ["faults", ...place]) };
}

/** An emulator with options of which some are in files. An error in a file names its line. */
function emulatorWith(files: Record<string, DataFile>, options: EmulatorOptions): KeySetsEmulator {
  const fromFiles = Object.entries(files).map(([option, { content }]) => [option, content]);
  try {
    return createKeySetsEmulator({ ...options, ...Object.fromEntries(fromFiles) });
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    const location = files[error.option]?.locationOf(error.place);
    throw location === undefined ? error : new TypeError(`${location} ${error.message}`);
  }
}

const listIn = (text: string): string[] => text.split(",").map((part) => part.trim());

const permissions = new Set<string>(contractOperations.flatMap(({ scopes }) => scopes));

/** The permissions of every token or, with names of tokens, of each. */
function tokenScopesIn(texts: string[]): TokenScopes {
  const entries = texts.map((text): [string, string[]] => {
    const [, token = "", list = ""] = /^(?:(.*)=)?(.*)$/s.exec(text) ?? [];
    const scopes = listIn(list).filter((scope) => scope !== "");
    if (!scopes.every((scope) => permissions.has(scope)))
      throw new TypeError(`Unknown permission in --token-scopes. Expected some of: ${[...permissions].join(", ")}.`);
    return [token, scopes];
  });
  const [[first, scopes] = ["", []]] = entries;
  if (entries.length === 1 && first === "" && scopes.length > 0) return scopes;
  if (entries.some(([token]) => token === ""))
    throw new TypeError("Invalid --token-scopes. Expected one LIST, or TOKEN=LIST each time.");
  return Object.fromEntries(entries);
}

/** A clock that starts at a time and goes on from there. */
function clockFrom(text: string): () => number {
  const ahead = timeOf(text) - Date.now();
  return () => Date.now() + ahead;
}

function switchIn(text: string): [string, boolean] {
  const [, id = "", value] = /^([\w-]+)=(true|false)$/.exec(text) ?? [];
  if (value === undefined) throw new TypeError(`Invalid --behavior "${text}". Expected ID=true or ID=false.`);
  return [id, value === "true"];
}

function portIn(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new TypeError(`Invalid --port "${text}". Expected 0 to 65535.`);
  return port;
}

/** Waits for Ctrl+C, or for another program that ends this one. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
