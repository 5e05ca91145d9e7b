import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "../contract/document.ts";
import { operationsOf } from "../contract/operations.ts";
import { header } from "./doc-comment.ts";

type Schema = OpenAPIV3.SchemaObject & { "x-encoding"?: string };

/** A member of a body, by its name. */
interface Member {
  name: string;
  schema: Schema;
}

/** Returns the source of members.ts: what the client knows of the members of request bodies. */
export function membersSource(document: Document): string {
  const all = operationsOf(document).flatMap(({ body }) =>
    body ? membersOf(document, { $ref: `#/components/schemas/${body}` }, []) : [],
  );
  const secret = new Set(all.filter(({ schema }) => schema.writeOnly).map(({ name }) => name));
  const named = (isListed: (member: Member) => boolean) =>
    JSON.stringify([...new Set(all.filter(isListed).map(({ name }) => name))].sort());
  const itemOf = ({ schema }: Member): Schema => (schema.type === "array" ? resolved(document, schema.items) : schema);
  return `${header}/** Members of request bodies that can be read back: no schema has them as \`writeOnly\`. All others are secret. */
export const publicMembers: string[] = ${named(({ name }) => !secret.has(name))};

/** Members that take DER in base64. */
export const base64Members: string[] = ${named((member) => itemOf(member)["x-encoding"] === "base64")};

/** Members that take a time in seconds. */
export const secondsMembers: string[] = ${named((member) => member.schema.format === "int64")};
`;
}

/** Returns the members of a schema and of all that it refers to. */
function membersOf(
  document: Document,
  part: OpenAPIV3.ReferenceObject | OpenAPIV3.SchemaObject,
  above: string[],
): Member[] {
  if ("$ref" in part) {
    const name = part.$ref.split("/").at(-1) ?? "";
    const schema = document.components?.schemas?.[name];
    return schema && !above.includes(name) ? membersOf(document, schema, [...above, name]) : [];
  }
  const { properties = {}, allOf = [], anyOf = [], oneOf = [] } = part;
  const items = part.type === "array" ? [part.items] : [];
  return [
    ...Object.entries(properties).flatMap(([name, schema]) => [
      { name, schema: resolved(document, schema) },
      ...membersOf(document, schema, above),
    ]),
    ...[...allOf, ...anyOf, ...oneOf, ...items].flatMap((each) => membersOf(document, each, above)),
  ];
}

function resolved(
  document: Document,
  part: OpenAPIV3.ReferenceObject | OpenAPIV3.SchemaObject,
): OpenAPIV3.SchemaObject {
  if (!("$ref" in part)) return part;
  return (document.components?.schemas?.[part.$ref.split("/").at(-1) ?? ""] ?? {}) as OpenAPIV3.SchemaObject;
}
