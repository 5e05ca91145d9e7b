#!/usr/bin/env node
/** Runs a command with its arguments and returns the exit code. */
type Command = (args: string[]) => Promise<number>;

const usage = `Usage: trustframework-keysets COMMAND [options]

  emulator      emulate the key set API of Azure AD B2C on this machine
  conformance   play the stories of the contract against a service, and report what differs

"trustframework-keysets COMMAND --help" prints the options of a command.
"trustframework-keysets --version" prints the version of the package.`;

// Each command is loaded only when it runs.
const commands: Record<string, () => Promise<Command>> = {
  emulator: async () => (await import("./emulator/command.js")).runEmulator,
  conformance: async () => (await import("./conformance/command.js")).run,
};

const [name = "--help", ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (load) {
  try {
    const run = await load();
    process.exitCode = await run(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
} else if (name === "--version") {
  const { packageVersion } = await import("./conformance/package-root.js");
  console.log(await packageVersion());
} else if (name === "--help" || name === "-h") {
  console.log(usage);
} else {
  console.error(`Unknown command "${name}".\n\n${usage}`);
  process.exitCode = 2;
}
