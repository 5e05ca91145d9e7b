import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Flags<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>["values"];

interface Command<O extends Options> {
  /** What `--help` prints. */
  usage: string;
  options?: O;
  /** Whether it takes arguments that aren't flags. */
  allowPositionals?: boolean;
  /** Does the work and returns the exit code. */
  main: (flags: Flags<O>, positionals: string[]) => number | Promise<number>;
}

/** Runs a command: its exit code is what `main` returns, 0 after `--help`, and 2 for an unknown flag or an unexpected error. */
export const runCli = <const O extends Options>({ usage, options, allowPositionals = false, main }: Command<O>) =>
  run(async () => {
    const help = { help: { type: "boolean", short: "h" } } as const;
    const { values, positionals } = parseArgs({ options: { ...options, ...help }, allowPositionals });
    if ("help" in values) {
      console.log(usage);
      return 0;
    }
    return main(values as Flags<O>, positionals);
  });

/** Sets the exit code to what `main` returns. An error that it throws prints its message without a stack, and exits with 2. */
async function run(main: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(messageOf(error as Error & { code?: string }));
    process.exitCode = 2;
  }
}

/** The message of an error. Of a wrong flag, its first sentence: the others are about flags as arguments. */
function messageOf({ code, message }: Error & { code?: string }): string {
  if (!code?.startsWith("ERR_PARSE_ARGS")) return message;
  const [problem] = message.split(/\.(?:\s|$)/);
  return `${problem}. Run the command with --help to see its flags.`;
}

/** The names in a flag that is given once or often, each time with one name or several between commas. */
export const namesIn = (values: string[] | undefined): string[] =>
  (values ?? []).flatMap((value) => value.split(",").filter(Boolean));

/** Throws if a name isn't among those that a flag takes. */
export function assertKnown(flag: string, names: string[], known: string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`Unknown ${flag} "${unknown}". Expected one of: ${known.join(", ")}.`);
}
