import { Validator } from "@seriousme/openapi-schema-validator";
import { operationsOf } from "./support/operations-of.js";

export async function load(file) {
  const validator = new Validator();
  const { errors } = await validator.validate(file);
  return { imported: operationsOf(validator.resolveRefs()), errors };
}
