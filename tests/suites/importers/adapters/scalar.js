import { readFile } from "node:fs/promises";
import { dereference, validate } from "@scalar/openapi-parser";
import { operationsOf } from "./support/operations-of.js";

export async function load(file) {
  const text = await readFile(file, "utf8");
  const { errors } = await validate(text);
  return { imported: operationsOf((await dereference(text)).schema), errors };
}
