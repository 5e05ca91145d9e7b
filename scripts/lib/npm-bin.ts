import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** The file of a program in an installed package, whether or not the package exports its package.json. */
export function binOf(name: string, path: string): string {
  const folders = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name));
  const found = folders.find((folder) => existsSync(join(folder, "package.json")));
  if (!found) throw new Error(`${name} isn't installed. Run npm ci.`);
  return join(found, path);
}

/** The environment in which Redocly sends no telemetry and doesn't look for updates. */
export const redoclyEnv = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
