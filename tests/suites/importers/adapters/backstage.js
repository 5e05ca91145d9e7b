import { readFile } from "node:fs/promises";
import {
  apiEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from "@backstage/catalog-model";
import { dereference } from "@scalar/openapi-parser";
import { operationsOf } from "./support/operations-of.js";
import { read } from "./support/read.js";

const policies = [
  SchemaValidEntityPolicy,
  DefaultNamespaceEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  FieldFormatEntityPolicy,
].map((Policy) => new Policy());

export async function load(file) {
  const entity = await read(file);
  const definition = await definitionOf(entity.spec.definition);
  const enforced = await EntityPolicies.allOf(policies).enforce({ ...entity, spec: { ...entity.spec, definition } });
  const isApi = await apiEntityV1alpha1Validator.check(enforced);
  const { schema } = await dereference(enforced.spec.definition);
  return { imported: operationsOf(schema), errors: isApi ? [] : ["it isn't an API"] };
}

/** The text that a placeholder stands for: our document of the same name, whether the entry has it from here or from a release. */
function definitionOf({ $text }) {
  const name = $text.slice($text.lastIndexOf("/") + 1);
  return readFile(new URL(`../../../../generated/${name}`, import.meta.url), "utf8");
}
