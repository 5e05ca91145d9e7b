import { joinPointer, pointerSegments } from "../lib/json-pointer.ts";
import type { Contract, Schema } from "./document.ts";

/** The component schemas and their places, by the title that Graph gives the type. */
export const schemasByTitle = (contract: Contract): Map<string, { schema: Schema; pointer: string }> =>
  new Map(
    Object.entries(contract.components?.schemas ?? {}).map(([name, schema]) => [
      schema.title ?? "",
      { schema, pointer: joinPointer("#/components/schemas", name) },
    ]),
  );

/** The schema of a place in a value. */
export function schemaAt(schema: Schema | undefined, pointer: string): Schema | undefined {
  let found = schema;
  for (const segment of pointerSegments(pointer))
    found = found?.type === "array" ? found.items : found?.properties?.[segment];
  return found;
}

/** The segments that lead from a schema to the schema of a place in a value. */
export function schemaSegments(schema: Schema | undefined, pointer: string): string[] {
  let found = schema;
  return pointerSegments(pointer).flatMap((segment) => {
    const isItem = found?.type === "array";
    found = found?.type === "array" ? found.items : found?.properties?.[segment];
    return isItem ? ["items"] : ["properties", segment];
  });
}

/** The values that an enumeration lists, open or closed. */
export function listedValues(schema: Schema | undefined): string[] {
  if (!schema) return [];
  const { "x-extensible-enum": known } = schema as { "x-extensible-enum"?: string[] };
  return known ?? schema.enum ?? schema.anyOf?.flatMap(listedValues) ?? [];
}

/** The type's name in Graph's words. */
export function typeName(schema: Schema): string {
  if (schema.type === "array") return `${typeName(schema.items)} collection`;
  const named = graphType(schema);
  if (named?.startsWith("trustFramework")) return named;
  const [branch] = schema.anyOf ?? schema.allOf ?? [];
  if (branch) return typeName(branch);
  return schema.format === "int64" ? "Int64" : String(schema.type);
}

/** The name of Graph's type that a schema represents: the first word of its title, as in "trustFrameworkKey to send". */
export const graphType = (schema: Pick<Schema, "title"> | undefined): string | undefined =>
  schema?.title?.split(" ")[0];

/** Graph's type of a body, or of what its list holds. */
export function typeInBody(schema: Schema | undefined): string | undefined {
  const list = schema?.properties?.value;
  return graphType(list?.type === "array" ? list.items : schema);
}
