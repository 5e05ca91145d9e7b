import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "../contract/document.ts";
import { errorCodeTable } from "../contract/error-examples.ts";
import { resolvePointer } from "../lib/json-pointer.ts";
import { header } from "./doc-comment.ts";

type Operation = OpenAPIV3.OperationObject<{
  "x-stage": string;
  "x-permissions": Record<"application", { least: string[]; higher: string[] }>;
}>;

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** The source of emulator-contract.ts: the operations and the error texts that the emulator takes from the contract. */
export function emulatorContractSource(document: Document): string {
  return `${header}/** An operation of the contract, as far as the emulator needs it. */
export interface ContractOperation {
  id: string;
  method: string;
  /** Its path template. */
  path: string;
  stage: "current" | "draft" | "undocumented";
  /** The permissions of which one is enough, the least privileged first. None is documented for drafts. */
  scopes: readonly string[];
  /** The members that its body can have. Without a body it's missing. */
  bodyMembers?: readonly string[];
}

/** The operations, in the order of the contract. */
export const contractOperations = ${literal(operationsOf(document))} as const satisfies readonly ContractOperation[];

/** The text of an error that has a code of Azure AD B2C. */
export interface CodeText {
  /** The usual one first. */
  statuses: readonly number[];
  /** With \`{0}\`, \`{1}\`, … for values. */
  message: string;
  /** Values as an example. */
  values?: readonly string[];
}

/** The texts by code. A code that has one text for each status has it under the code, a space, and the status. */
export const codeTexts: Record<string, CodeText> = ${literal(codeTexts(document))};

/** What Microsoft Graph returns with a status whatever the operation is. */
export const statusErrors: Record<number, { code: string; message: string }> = ${literal(statusErrors(document))};
`;
}

function operationsOf(document: Document): unknown[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method] as Operation | undefined;
      if (!operation) return [];
      const { least, higher } = operation["x-permissions"].application;
      const bodyMembers = membersOf(document, operation);
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        stage: operation["x-stage"],
        scopes: [...least, ...higher],
        ...(bodyMembers && { bodyMembers }),
      };
    }),
  );
}

function membersOf(document: Document, { requestBody }: Operation): string[] | undefined {
  const body = requestBody as OpenAPIV3.RequestBodyObject | undefined;
  const schema = body?.content["application/json"]?.schema;
  if (!schema) return undefined;
  const whole = "$ref" in schema ? resolvePointer(document, schema.$ref) : schema;
  return Object.keys((whole as OpenAPIV3.SchemaObject).properties ?? {});
}

function codeTexts(document: Document): Record<string, object> {
  return Object.fromEntries(
    Object.entries(errorCodeTable(document)).flatMap(([code, { statuses, message, values, reported }]) =>
      message === undefined
        ? Object.entries(reported ?? {}).map(([status, text]) => [
            `${code} ${status}`,
            { statuses: [Number(status)], message: text },
          ])
        : [[code, { statuses, message, ...(values && { values }) }]],
    ),
  );
}

function statusErrors(document: Document): Record<string, { code: string; message: string }> {
  const found: Record<string, { code: string; message: string }> = {};
  const statuses = { Unauthorized: 401, NotFound: 404, ServiceUnavailable: 503, GatewayTimeout: 504 };
  for (const [name, status] of Object.entries(statuses)) {
    const response = document.components?.responses?.[name] as OpenAPIV3.ResponseObject;
    const [example] = Object.values(response.content?.["application/json"]?.examples ?? {});
    const { code, message } = (example as OpenAPIV3.ExampleObject).value.error;
    found[status] = { code, message };
  }
  return found;
}

const literal = (value: unknown): string => JSON.stringify(value, undefined, 2);
