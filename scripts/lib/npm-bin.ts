import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** The file of a program that an installed package brings, whether or not the package exports it. */
export function programOf(pack: string, path: string): string {
  const folders = (require.resolve.paths(pack) ?? []).map((folder) => join(folder, pack));
  const found = folders.find((folder) => existsSync(join(folder, "package.json")));
  if (!found) throw new Error(`${pack} isn't installed. Run npm ci.`);
  return join(found, path);
}

/** What Redocly needs to be told so that it asks nobody and tells nobody. */
export const offline = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
