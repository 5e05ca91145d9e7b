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
    const { values, positionals } = parsed({ ...options, ...help }, allowPositionals);
    if (values.help) {
      console.log(usage);
      return 0;
    }
    return main(values as Flags<O>, positionals);
  });

/** Sets the exit code to what `main` returns. An error that it throws prints its message without a stack, and exits with 2. */
export async function run(main: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}

function parsed(options: Options, allowPositionals: boolean) {
  try {
    return parseArgs({ options, allowPositionals, args: process.argv.slice(2) });
  } catch (error) {
    const [problem] = (error as Error).message.split(/\.(?:\s|$)/);
    const flags = Object.keys(options).map((name) => `--${name}`);
    throw new Error(`${problem}. Expected: ${flags.join(", ")}.`);
  }
}

/** The names in a flag that is given once or often, each time with one name or several between commas. */
export const namesIn = (values: string[] | undefined): string[] =>
  (values ?? []).flatMap((value) => value.split(",").filter(Boolean));

/** Throws if a name isn't among those that a flag takes. */
export function assertKnown(flag: string, names: string[], known: string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`Unknown ${flag} "${unknown}". Expected one of: ${known.join(", ")}.`);
}
