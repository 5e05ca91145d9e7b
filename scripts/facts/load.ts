import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Facts } from "./facts.ts";

/** The folder of the facts: a file for each page, named after it. */
export const factsFolder = "spec/facts/pages";

/** The facts of one page, as read from it or transcribed by hand. */
export type Page = Facts & { transcribed?: true };

/** Reads all facts files of a folder, by name. */
export async function loadPages(folder = factsFolder): Promise<Page[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".yaml")).sort();
  return Promise.all(files.map(async (file) => parse(await readFile(join(folder, file), "utf8")) as Page));
}
