import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesBelow } from "../lib/files-below.ts";
import { root } from "../lib/root.ts";

/** The texts of the files of the repository, by path. */
export type Repository = ReadonlyMap<string, string>;

let opened: Promise<Repository> | undefined;

/** The repository as it is, which can also be a copy without git. It is read once. */
export function openRepository(): Promise<Repository> {
  opened ??= readAll();
  return opened;
}

async function readAll(): Promise<Repository> {
  const files = await filesBelow(".");
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(root, file), "utf8")] as const)),
  );
}

/** Names of files that a tool reads as its settings, wherever they are. Each needs an entry, as it can shadow another. */
export const isSettings =
  /(^|\/)(\.?(biome|cspell|cSpell|knip|redocly|spectral|tsconfig)(\.[\w-]+)*\.(jsonc?|json5|ya?ml|toml)|(\.spectral|knip)\.[cm]?[jt]s|(cspell|knip|vite|vitest)\.(config|workspace)\.\w+|npm-shrinkwrap\.json|bunfig\.toml|\.(npmrc|gitignore|env|redocly\.lint-ignore\.yaml))$/;
