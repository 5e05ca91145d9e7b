import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Facts } from "./facts.ts";
import { type OtherFacts, otherFiles } from "./other-facts.ts";

/** The folder of all facts. */
export const allFactsFolder = "spec/facts";

/** The folder of the facts of pages: a file for each page, named after it. */
export const factsFolder = "spec/facts/pages";

/** The facts of one page. */
export type Page = Facts;

/** Reads all facts files of a folder, by name. */
export async function loadPages(folder = factsFolder): Promise<Page[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".yaml")).sort();
  return Promise.all(files.map(async (file) => (await readYaml(join(folder, file))) as Page));
}

/** Reads the facts that don't come from a page. */
export async function loadOtherFacts(folder = allFactsFolder): Promise<OtherFacts> {
  const files = await Promise.all(otherFiles.map((name) => readYaml(join(folder, `${name}.yaml`))));
  return Object.fromEntries(otherFiles.map((name, i) => [name, files[i]])) as unknown as OtherFacts;
}

const readYaml = async (path: string): Promise<unknown> => parse(await readFile(path, "utf8"));

/** The name of a page without the date of its version: `name.2023` is a version of `name`. */
export const pageName = (version: string): string => version.replace(/\.\d{4}$/, "");
