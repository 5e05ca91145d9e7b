import openapiTS, { addJSDocComment, astToString } from "openapi-typescript";
import type { OpenAPIV3 } from "openapi-types";
import ts from "typescript";
import type { Document } from "./bundle.ts";
import { docComment, header } from "./text.ts";

/** The source of types.ts: openapi-typescript's output, then each resource under its Graph name, by direction. */
export async function typesSource(document: Document): Promise<string> {
  const ast = await openapiTS(structuredClone(document) as never, {
    readWriteMarkers: true,
    defaultNonNullable: false,
    transform: (schema) => openUnion(schema as OpenAPIV3.SchemaObject),
    // A reference has no place for a description, and the editor shows none on a property whose type has one.
    transformProperty(property, schema, { ctx }) {
      if ("$ref" in schema) addJSDocComment(ctx.resolve<{ description: string }>(schema.$ref as string)!, property);
      return property;
    },
  });
  return `${header}${keepStrings(astToString(ast))}\n${aliases(document)}`;
}

// `Readable` and `Writable` walk through every object, and `string & {}` would count as one.
function keepStrings(source: string): string {
  const walk = "T extends (infer E)[]";
  if (source.split(walk).length !== 3) throw new Error("openapi-typescript writes Readable and Writable in another form now: see scripts/generate/types.ts");
  return source.replaceAll(walk, `T extends string ? T : ${walk}`);
}

/**
 * The type of an evolvable value. TypeScript folds `"sig" | "enc" | string` into `string`, and the editor then has
 * nothing to offer; `string & {}` keeps the known values apart.
 */
function openUnion({ anyOf }: OpenAPIV3.SchemaObject): ts.TypeNode | undefined {
  const [known, open] = (anyOf ?? []) as OpenAPIV3.SchemaObject[];
  if (!known?.enum || open?.type !== "string" || open.enum) return undefined;
  const { factory } = ts;
  return factory.createUnionTypeNode([
    ...known.enum.map((value: string) => factory.createLiteralTypeNode(factory.createStringLiteral(value))),
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  ]);
}

function aliases(document: Document): string {
  const schemas = Object.entries(document.components?.schemas ?? {}) as [string, OpenAPIV3.SchemaObject][];
  const isSent = (name: string) =>
    schemas.some(([other, schema]) => other.endsWith("Input") && JSON.stringify(schema).includes(`#/components/schemas/${name}"`));
  return schemas
    .flatMap(([name, schema]) => {
      const direction = name.endsWith("Input") ? "Writable" : "Readable";
      const read = `${docComment([schema.description])}export type ${name} = ${direction}<components["schemas"]["${name}"]>;\n`;
      if (direction === "Writable" || !hasWriteOnly(schema) || !isSent(name)) return [read];
      return [
        read,
        `${docComment([`${schema.title} as a caller sends it, with its secret members.`])}export type ${name}Input = Writable<components["schemas"]["${name}"]>;\n`,
      ];
    })
    .join("\n");
}

const hasWriteOnly = (schema: OpenAPIV3.SchemaObject): boolean =>
  Object.values(schema.properties ?? {}).some((property) => "writeOnly" in property && property.writeOnly);
