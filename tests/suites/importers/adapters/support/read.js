import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** A document as an object. */
export const read = async (file) => parse(await readFile(file, "utf8"));
