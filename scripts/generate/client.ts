import { concernsItself } from "../conflicts/affected-operations.ts";
import type { Conflict } from "../conflicts/load.ts";
import type { Document } from "../contract/document.ts";
import { type Operation, operationsOf } from "../contract/operations.ts";
import { docComment, header } from "./doc-comment.ts";
import { errorCodesOf } from "./error-codes.ts";

/** The source of client.ts: `createKeySetsClient` with the client's type, with a method for each operationId. */
export function clientSource(document: Document, conflicts: Conflict[]): string {
  const operations = operationsOf(document);
  const types = operations
    .flatMap(({ body, success: { data, item } }) => [body, data, item])
    .filter((name) => name !== undefined);
  const codes = errorCodesOf(document);
  const codesOf = ({ id }: Operation) =>
    codes.filter(({ operations }) => operations.includes(id)).map(({ code }) => code);
  const conflictsOf = (operation: Operation) =>
    conflicts.filter((conflict) => concernsItself(operation, conflict)).map(({ id }) => id);
  return `${header}import type { Answer, List } from "../src/answer.js";
import type { CallOptions, Middleware } from "../src/options.js";
import type { ${[...new Set(types)].sort().join(", ")} } from "./types.js";

/** A client of the key sets API, with a method for each operation. */
export interface KeySetsClient {
${operations.map((operation) => signature(operation, codesOf(operation), conflictsOf(operation))).join("\n")}
  /** Adds middleware. It sees each try of a call, without its token. */
  use(...middleware: Middleware[]): void;

  /** Takes middleware away again. */
  eject(...middleware: Middleware[]): void;
}
`;
}

/** The source of operations.ts: what the client knows of each operation at run time. */
export const operationsSource = (
  document: Document,
): string => `${header}import type { Operation } from "../src/operation.js";

/** Every operation of the contract. */
export const operations: Operation[] = [
${operationsOf(document).map(entry).join("\n")}
];
`;

function signature(
  { id, pathParameters, body, success, definition }: Operation,
  codes: string[],
  conflicts: string[],
): string {
  const { delegated } = definition["x-permissions"];
  const doc = docComment(
    [
      `${definition.summary}.`,
      definition.description,
      `Permission: ${delegated.least.join(", ")}${delegated.higher.map((scope) => ` or ${scope}`).join("")}, delegated or application.`,
      `Error codes, which \`explain\` explains: ${codes.join(", ")}.`,
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
    ...pathParameters.map(({ name }) => `${name}: string`),
    ...(body ? [`body: ${body}`] : []),
    "options?: CallOptions",
  ];
  return `${doc}  ${id}(${parameters.join(", ")}): ${answer(success)};\n`;
}

function answer({ status, headers, data = "undefined", item }: Operation["success"]): string {
  if (item) return `List<${data}, ${item}>`;
  const promised = headers.length > 0 ? [`{ ${headers.map((name) => `${name}: string | undefined`).join("; ")} }`] : [];
  return `Promise<Answer<${[data, status, ...promised].join(", ")}>>`;
}

function entry({ id, method, path, body, success }: Operation): string {
  const { status, headers, members, item } = success;
  const more = [
    body && "body: true",
    headers.length > 0 && `headers: ${JSON.stringify(headers)}`,
    members.length > 0 && `members: ${JSON.stringify(members)}`,
    item && "list: true",
  ];
  return `  { ${[`id: "${id}", method: "${method.toUpperCase()}", path: "${path}", status: ${status}`, ...more.filter(Boolean)].join(", ")} },`;
}
