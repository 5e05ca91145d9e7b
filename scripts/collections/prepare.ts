import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "../contract/document.ts";
import { operationsOf } from "../contract/operations.ts";

const scheme: OpenAPIV3.SecuritySchemeObject = { type: "http", scheme: "bearer" };
const security: OpenAPIV3.SecurityRequirementObject[] = [{ accessToken: [] }];

/**
 * A copy of the document for converters that keep one way to sign in and no extensions. Each request takes an access token, from
 * whichever way to sign in, and its description names the permissions.
 */
export function prepareForCollections(document: Document): Document {
  const copy: Document = structuredClone(document);
  copy.security = security;
  copy.components = { ...copy.components, securitySchemes: { accessToken: scheme } };
  for (const { definition } of operationsOf(copy)) {
    const { delegated, application } = definition["x-permissions"];
    const scopes = (definition.security ?? []).flatMap((requirement) => requirement.application ?? []);
    definition.security = security;
    definition.description = [
      definition.description,
      `Delegated permission: ${listOf(delegated)}. Application permission: ${listOf(application)}. An application asks for the scope ${scopes.map((scope) => `\`${scope}\``).join(" ")}.`,
    ].join("\n\n");
  }
  return copy;
}

const listOf = ({ least, higher }: { least: string[]; higher: string[] }): string =>
  [...least, ...higher].map((name) => `\`${name}\``).join(" or ") || "none is documented";
