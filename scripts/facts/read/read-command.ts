import { join } from "node:path";
import { type Output, readFolders } from "./read-folders.ts";

/** The flags of `npm run facts:read`. */
export const options = {
  check: { type: "boolean", default: false },
  published: { type: "boolean", default: false },
  pin: { type: "boolean", default: false },
  out: { type: "string" },
  sources: { type: "string" },
} as const;

interface Flags {
  check: boolean;
  published: boolean;
  pin: boolean;
  out?: string | undefined;
  sources?: string | undefined;
}

/** Does what the flags ask for and returns the exit code. Throws if they don't go together, or a folder can't be read. */
export function readCommand({ check, published, pin, out, sources }: Flags, folders: string[], output: Output): number {
  if (folders.length === 0) throw new Error('Which folder has the pages? Write it after "npm run facts:read --".');
  if (pin && check) throw new Error("--check writes nothing, so it can't go with --pin.");
  const list = sources ?? (out === undefined ? join("spec", "facts", "sources.yaml") : null);
  if (pin && list === null) throw new Error("--pin needs a list: give --sources FILE beside --out.");
  const target = out ?? join("spec", "facts", "pages");
  return readFolders({ folders, target, sources: list, check, published, pin }, output);
}
