import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The file of a program that an installed package brings. */
export const programOf = (pack: string, path: string): string =>
  join(dirname(require.resolve(`${pack}/package.json`)), path);

/** What Redocly needs to be told so that it asks nobody and tells nobody. */
export const offline = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
