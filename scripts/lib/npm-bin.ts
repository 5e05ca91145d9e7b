import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The file of a program in an installed package. */
export const binOf = (name: string, path: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), path);

/** The environment in which Redocly sends no telemetry and doesn't look for updates. */
export const redoclyEnv = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
