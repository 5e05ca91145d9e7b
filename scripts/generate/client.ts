import { concernsItself } from "../conflicts/affected-operations.ts";
import type { Conflict } from "../conflicts/load.ts";
import type { Document } from "../contract/document.ts";
import { type Operation, operationsOf } from "../contract/operations.ts";
import { docComment, header } from "./doc-comment.ts";
import { errorCodesOf } from "./error-codes.ts";

/** Returns the source of client.ts: the client's type, with a method for each operationId. */
export function clientSource(document: Document, conflicts: Conflict[]): string {
  const operations = operationsOf(document);
  const types = operations
    .flatMap(({ body, success: { data, item } }) => [body, data, item])
    .filter((name) => name !== undefined);
  const codes = errorCodesOf(document);
  const signatures = operations.map((operation) =>
    signature(operation, {
      codes: codes.filter(({ operations }) => operations.includes(operation.id)).map(({ code }) => code),
      conflicts: conflicts.filter((conflict) => concernsItself(operation, conflict)).map(({ id }) => id),
    }),
  );
  return `${header}import type { CallOptions, Middleware } from "../src/options/options.js";
import type { List, Result } from "../src/responses/result.js";
import type { ${[...new Set(types)].sort().join(", ")} } from "./types.js";

/** A method for each operation of the API. */
export interface KeySetOperations {
${signatures.join("\n")}}

/** A client of the key sets API. */
export interface KeySetsClient extends KeySetOperations {
  /** Adds middleware of openapi-fetch. It sees each call once, without its token. */
  use(...middleware: Middleware[]): void;

  /** Removes middleware. */
  eject(...middleware: Middleware[]): void;
}
`;
}

/** Returns the source of methods.ts: how each method calls openapi-fetch, which binds it to the paths of the contract. */
export function methodsSource(document: Document): string {
  return `${header}import type { Client } from "openapi-fetch";
import type { CallOperation, ListOperation } from "../src/call-operation.js";
import type { KeySetOperations } from "./client.js";
import type { paths } from "./types.js";

/** Creates a method for each operation. */
export const createMethods = (http: Client<paths>, call: CallOperation, list: ListOperation): KeySetOperations => ({
${operationsOf(document).map(method).join("")}});
`;
}

/** Returns the source of operations.ts: what the client knows of each operation at run time. */
export const operationsSource = (
  document: Document,
): string => `${header}import type { Operation } from "../src/operation.js";

/** Every operation of the contract. */
export const operations: Operation[] = [
${operationsOf(document).map(entry).join("\n")}
];
`;

const parameterNames = ({ pathParameters }: Operation): string[] => pathParameters.map(({ name }) => name);

function signature(operation: Operation, { codes, conflicts }: { codes: string[]; conflicts: string[] }): string {
  const { id, pathParameters, body, success, definition } = operation;
  const doc = docComment(
    [
      `${definition.summary}.`,
      definition.description,
      permission(definition["x-permissions"].delegated),
      `Error codes (see {@link explain}): ${codes.join(", ")}.`,
      conflicts.length > 0
        ? `Conflicts: see generated/conflicts.md${conflicts.map((id) => `#${id}`).join(", ")}.`
        : undefined,
      ...pathParameters.map(({ name, description }) => `@param ${name} ${description}`),
      definition.requestBody && "description" in definition.requestBody
        ? `@param body ${definition.requestBody.description}`
        : undefined,
      definition.externalDocs && `@see ${definition.externalDocs.url}`,
      definition.deprecated
        ? `@deprecated ${definition["x-stage"] === "draft" ? "Documented by a draft only." : "Not documented."}`
        : undefined,
    ],
    "  ",
  );
  const parameters = [
    ...parameterNames(operation).map((name) => `${name}: string`),
    ...(body ? [`body: ${body}`] : []),
    "options?: CallOptions",
  ];
  return `${doc}  ${id}(${parameters.join(", ")}): ${resultType(success)};\n`;
}

function permission({ least, higher }: { least: string[]; higher: string[] }): string {
  if (least.length === 0) return "No permission is documented.";
  return `Permission: ${least.join(", ")}${higher.map((scope) => ` or ${scope}`).join("")}, delegated or application.`;
}

function resultType({ status, headers, data = "undefined", item }: Operation["success"]): string {
  if (item) return `List<${data}, ${item}>`;
  const promised = headers.length > 0 ? [`{ ${headers.map((name) => `${name}: string | undefined`).join("; ")} }`] : [];
  return `Promise<Result<${[data, status, ...promised].join(", ")}>>`;
}

function method(operation: Operation): string {
  const { id, method, path, body, success } = operation;
  const names = parameterNames(operation);
  const ids = names.length > 0 ? [`ids: { ${names.join(", ")} }`] : [];
  const given = [...ids, ...(body ? ["body"] : []), "options"].join(", ");
  const init = [
    "...init",
    ...(names.length > 0 ? [`params: { path: { ${names.join(", ")} } }`] : []),
    ...(body ? ["body"] : []),
  ];
  const sent = init.length > 1 ? `{ ${init.join(", ")} }` : "init";
  return `  ${id}: (${[...names, ...(body ? ["body"] : []), "options"].join(", ")}) =>
    ${success.item ? "list" : "call"}("${id}", { ${given}, send: (init) => http.${method.toUpperCase()}("${path}", ${sent}) }),\n`;
}

function entry({ id, method, path, body, success }: Operation): string {
  const { status, headers, members, item } = success;
  const more = [
    body && "body: true",
    headers.length > 0 && `headers: ${JSON.stringify(headers)}`,
    members.length > 0 && `members: ${JSON.stringify(members)}`,
    item && "isList: true",
  ];
  return `  { ${[`id: "${id}", method: "${method.toUpperCase()}", path: "${path}", status: ${status}`, ...more.filter(Boolean)].join(", ")} },`;
}
