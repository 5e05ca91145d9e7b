import { dereference, validate } from "@readme/openapi-parser";
import { operationsOf } from "./support/operations-of.js";

export async function load(file) {
  const { errors } = await validate(file);
  return { imported: operationsOf(await dereference(file)), errors };
}
