import { createRequire } from "node:module";
import type { OpenAPIV3 } from "openapi-types";
import type ts from "typescript";
import type { Document } from "../contract/document.ts";
import { compiler } from "../lib/compiler.ts";
import { docComment, header } from "./doc-comment.ts";

// Its CommonJS form, as its other form imports the compiler.
const generator: typeof import("openapi-typescript") = createRequire(import.meta.url)("openapi-typescript");
const { default: openapiTS, addJSDocComment, astToString } = generator;

type Schema = OpenAPIV3.SchemaObject;
type OpenSchema = Schema & { "x-extensible-enum"?: string[] };

/** The source of types.ts: the output of openapi-typescript, with a named type for each schema and direction. */
export async function typesSource(document: Document): Promise<string> {
  const schemas = byDirection(document.components?.schemas as Record<string, Schema>);
  const directed = { ...document, components: { ...document.components, schemas } };
  const ast = await openapiTS(structuredClone(directed) as never, {
    defaultNonNullable: false,
    transform: (schema) => openUnion(schema as OpenSchema),
    // A reference has no description, and the editor shows none on a property whose type has one.
    transformProperty(property, schema, { ctx, path }) {
      const isSent = /\/\w+Input(\/|$)/.test(path ?? "");
      const typed = isSent ? orUndefined(property) : property;
      const target = "$ref" in schema && ctx.resolve<{ description: string }>(schema.$ref as string);
      if (target) addJSDocComment(target, typed);
      return "x-refused" in schema ? without(schema["x-refused"] as string[], typed) : typed;
    },
  });
  return header + named(astToString(ast), schemas);
}

/** The schemas by direction: those that are sent have names that end in Input, and the others have no write-only properties. */
function byDirection(schemas: Record<string, Schema>): Record<string, Schema> {
  const isSent = (name: string) => name.endsWith("Input");
  const both = Object.entries(schemas).filter(([name, schema]) => {
    if (isSent(name)) return false;
    const isPart = Object.entries(schemas).some(
      ([other, sent]) => isSent(other) && JSON.stringify(sent).includes(`#/components/schemas/${name}"`),
    );
    return isPart && withoutSecrets(schema) !== schema;
  });
  const names = both.map(([name]) => name);
  const parts = new RegExp(`(?<="#/components/schemas/(${names.join("|")}))"`, "g");
  return Object.fromEntries([
    ...Object.entries(schemas).map(([name, schema]) => [
      name,
      isSent(name) ? JSON.parse(JSON.stringify(schema).replace(parts, 'Input"')) : withoutSecrets(schema),
    ]),
    ...both.map(([name, schema]) => [`${name}Input`, withSecrets(name, schema)]),
  ]);
}

const isSecret = (member: object): boolean => "writeOnly" in member && !!member.writeOnly;

/** A schema as it's sent: as it's returned, and the write-only properties. */
function withSecrets(name: string, { title, properties = {}, required = [] }: Schema): Schema {
  const secrets = Object.fromEntries(Object.entries(properties).filter(([, member]) => isSecret(member)));
  return {
    description: `${title} as a caller sends it, with its secret members.`,
    type: "object",
    allOf: [{ $ref: `#/components/schemas/${name}` }],
    properties: secrets,
    required: required.filter((member) => member in secrets),
  };
}

function withoutSecrets(schema: Schema): Schema {
  const members = Object.entries(schema.properties ?? {});
  const kept = members.filter(([, member]) => !isSecret(member));
  return kept.length === members.length ? schema : { ...schema, properties: Object.fromEntries(kept) };
}

/** The types with a name for each schema, which editors and the errors of the compiler show. */
function named(source: string, schemas: Record<string, Schema>): string {
  const text = source.replace(/components\["schemas"\]\["(\w+)"\]/g, "$1");
  const file = compiler.createSourceFile("types.ts", text, compiler.ScriptTarget.Latest);
  const memberOf = (members: ts.NodeArray<ts.TypeElement>, name: string) =>
    members.find((member) => member.name?.getText(file) === name) as ts.PropertySignature;
  const components = file.statements.find(
    (statement) => compiler.isInterfaceDeclaration(statement) && statement.name.text === "components",
  ) as ts.InterfaceDeclaration;
  const { members } = memberOf(components.members, "schemas").type as ts.TypeLiteralNode;
  const declarations = Object.entries(schemas).map(([name, { description }]) => {
    const { type } = memberOf(members, name) as ts.PropertySignature & { type: ts.TypeNode };
    const body = type.getText(file).replaceAll("\n        ", "\n");
    return `${docComment([description])}export ${compiler.isTypeLiteralNode(type) ? `interface ${name} ${body}` : `type ${name} = ${body};`}\n`;
  });
  const list = Object.keys(schemas).map((name) => `\n        ${name}: ${name};`);
  return [text.slice(0, members.pos), ...list, text.slice(members.end), "\n", declarations.join("\n")].join("");
}

/** A member that is sent, which can be undefined where it can be left out: JSON leaves it out. */
function orUndefined(property: ts.PropertySignature): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = property;
  if (!questionToken || !type) return property;
  const { factory } = compiler;
  const both = factory.createUnionTypeNode([type, factory.createKeywordTypeNode(compiler.SyntaxKind.UndefinedKeyword)]);
  return factory.updatePropertySignature(property, modifiers, name, questionToken, both);
}

/** A list whose items can't have some members, even if a value that has them is assigned. */
function without(names: string[], { name, questionToken, type }: ts.PropertySignature): ts.PropertySignature {
  const { factory } = compiler;
  const never = names.map((name) =>
    factory.createPropertySignature(
      undefined,
      name,
      factory.createToken(compiler.SyntaxKind.QuestionToken),
      factory.createKeywordTypeNode(compiler.SyntaxKind.NeverKeyword),
    ),
  );
  const item = factory.createIntersectionTypeNode([
    (type as ts.ArrayTypeNode).elementType,
    factory.createTypeLiteralNode(never),
  ]);
  return factory.createPropertySignature(
    undefined,
    name,
    questionToken,
    factory.createArrayTypeNode(factory.createParenthesizedType(item)),
  );
}

/** The type of a string that can have other values than the known ones. With `string & {}`, the editor offers the known values. */
function openUnion({ type, nullable, "x-extensible-enum": known }: OpenSchema): ts.TypeNode | undefined {
  if (!known) return undefined;
  const isNullable = nullable || [type].flat().some((name) => String(name) === "null"); // 3.0, or 3.1
  const { factory } = compiler;
  const keyword = (kind: ts.KeywordTypeSyntaxKind) => factory.createKeywordTypeNode(kind);
  return factory.createUnionTypeNode([
    ...known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value))),
    factory.createIntersectionTypeNode([keyword(compiler.SyntaxKind.StringKeyword), factory.createTypeLiteralNode([])]),
    ...(isNullable ? [factory.createLiteralTypeNode(factory.createNull())] : []),
  ]);
}
