import type { OpenAPIV3 } from "openapi-types";
import openapiTS, { addJSDocComment, astToString } from "openapi-typescript";
import ts from "typescript";
import type { Document } from "../contract/bundle.ts";
import { docComment, header } from "./doc-comment.ts";

type Schema = OpenAPIV3.SchemaObject;

/** The source of types.ts: openapi-typescript's output, with each resource under its Graph name, by direction. */
export async function typesSource(document: Document): Promise<string> {
  const schemas = byDirection(document.components!.schemas as Record<string, Schema>);
  const directed = { ...document, components: { ...document.components, schemas } };
  const ast = await openapiTS(structuredClone(directed) as never, {
    defaultNonNullable: false,
    transform: (schema) => openUnion(schema as Schema),
    // A reference has no place for a description, and the editor shows none on a property whose type has one.
    transformProperty(property, schema, { ctx, path }) {
      const isSent = /\/\w+Input(\/|$)/.test(path ?? "");
      const typed = isSent ? orUndefined(property) : property;
      if ("$ref" in schema) addJSDocComment(ctx.resolve<{ description: string }>(schema.$ref as string)!, typed);
      return "x-refused" in schema ? without(schema["x-refused"] as string[], typed) : typed;
    },
  });
  return header + named(astToString(ast), schemas);
}

/** What is sent has a schema whose name ends in Input; in all others nothing is left of what is only sent. */
function byDirection(schemas: Record<string, Schema>): Record<string, Schema> {
  const isSent = (name: string) => name.endsWith("Input");
  const both = Object.keys(schemas).filter((name) => {
    const isPart = Object.entries(schemas).some(
      ([other, schema]) => isSent(other) && JSON.stringify(schema).includes(`#/components/schemas/${name}"`),
    );
    return isPart && withoutSecrets(schemas[name]!) !== schemas[name];
  });
  const parts = new RegExp(`(?<="#/components/schemas/(${both.join("|")}))"`, "g");
  return Object.fromEntries([
    ...Object.entries(schemas).map(([name, schema]) => [
      name,
      isSent(name) ? JSON.parse(JSON.stringify(schema).replace(parts, 'Input"')) : withoutSecrets(schema),
    ]),
    ...both.map((name) => [`${name}Input`, withSecrets(name, schemas[name]!)]),
  ]);
}

const isSecret = (member: object): boolean => "writeOnly" in member && !!member.writeOnly;

/** What is read of a schema, and beside it what is only sent. */
function withSecrets(name: string, { title, properties, required = [] }: Schema): Schema {
  const secrets = Object.fromEntries(Object.entries(properties!).filter(([, member]) => isSecret(member)));
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

/** The types with a name for each schema, by which editors and the compiler's errors call it. */
function named(source: string, schemas: Record<string, Schema>): string {
  const text = source.replace(/components\["schemas"\]\["(\w+)"\]/g, "$1");
  const file = ts.createSourceFile("types.ts", text, ts.ScriptTarget.Latest);
  const memberOf = (members: ts.NodeArray<ts.TypeElement>, name: string) =>
    members.find((member) => member.name!.getText(file) === name) as ts.PropertySignature;
  const components = file.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "components",
  ) as ts.InterfaceDeclaration;
  const { members } = memberOf(components.members, "schemas").type as ts.TypeLiteralNode;
  const declarations = Object.entries(schemas).map(([name, { description }]) => {
    const type = memberOf(members, name).type!;
    const body = type.getText(file).replaceAll("\n        ", "\n");
    return `${docComment([description])}export ${ts.isTypeLiteralNode(type) ? `interface ${name} ${body}` : `type ${name} = ${body};`}\n`;
  });
  const list = Object.keys(schemas).map((name) => `\n        ${name}: ${name};`);
  return [text.slice(0, members.pos), ...list, text.slice(members.end), "\n", declarations.join("\n")].join("");
}

/** A member that is sent, which can be undefined where it can be left out. (JSON leaves it out.) */
function orUndefined(property: ts.PropertySignature): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = property;
  if (!questionToken || !type) return property;
  const { factory } = ts;
  const both = factory.createUnionTypeNode([type, factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword)]);
  return factory.updatePropertySignature(property, modifiers, name, questionToken, both);
}

/** A list whose items do not take some members, not even those of a value that has them. */
function without(names: string[], { name, questionToken, type }: ts.PropertySignature): ts.PropertySignature {
  const { factory } = ts;
  const never = names.map((name) =>
    factory.createPropertySignature(
      undefined,
      name,
      factory.createToken(ts.SyntaxKind.QuestionToken),
      factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword),
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

/**
 * The type of an evolvable value. TypeScript folds `"sig" | "enc" | string` into `string`, and the editor then has
 * nothing to offer; `string & {}` keeps the known values apart.
 */
function openUnion({ anyOf }: Schema): ts.TypeNode | undefined {
  const [known, open] = (anyOf ?? []) as Schema[];
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
