import type { OpenAPIV3 } from "openapi-types";
import type { Conflict } from "../audit/ledger.ts";
import type { Document } from "./bundle.ts";
import { concernsItself } from "./concerned.ts";
import { errorCodesOf } from "./error-codes.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { docComment, header } from "./text.ts";

/** The source of client.ts: `createKeySetsClient` with a method for each operationId over the typed calls by path. */
export function clientSource(document: Document, conflicts: Conflict[]): string {
  const operations = operationsOf(document);
  const codes = errorCodesOf(document);
  const codesOf = ({ id }: Operation) => codes.filter(({ operations }) => operations.includes(id)).map(({ code }) => code);
  const conflictsOf = (operation: Operation) => conflicts.filter((conflict) => concernsItself(operation, conflict)).map(({ id }) => id);
  return `${header}import { type Answer, type Body, type CallOptions, createHttp, type Http, type KeySetsClientOptions } from "../src/http.js";

/** A client of the key sets API: a method for each operation, and beneath them typed calls by path. */
export interface KeySetsClient extends Http {
${operations.map((operation) => signature(operation, codesOf(operation), conflictsOf(operation))).join("\n")}}

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * @throws TypeError if \`baseUrl\` is neither https nor on this machine.
 */
export function createKeySetsClient(options: KeySetsClientOptions): KeySetsClient {
  const http = createHttp(options);
  return {
    ...http,
${operations.map(implementation).join("\n")}
  };
}
`;
}

function signature(operation: Operation, codes: string[], conflicts: string[]): string {
  const { id, pathParameters, definition } = operation;
  const { delegated } = definition["x-permissions"];
  const body = definition.requestBody as OpenAPIV3.RequestBodyObject | undefined;
  const doc = docComment(
    [
      `${definition.summary}.`,
      definition.description,
      `Permission: ${delegated.least.join(", ")}${delegated.higher.map((scope) => ` or ${scope}`).join("")}, delegated or application.`,
      conflicts.length > 0 ? `Conflicts: see generated/conflicts.md${conflicts.map((id) => `#${id}`).join(", ")}.` : undefined,
      ...pathParameters.map(({ name, description }) => `@param ${name} ${description}`),
      body && `@param body ${body.description}`,
      definition.externalDocs && `@see ${definition.externalDocs.url}`,
      definition.deprecated ? `@deprecated ${definition["x-stage"] === "draft" ? "Documented by a draft only." : "Not documented."}` : undefined,
    ],
    "  ",
  );
  const parameters = [
    ...pathParameters.map(({ name }) => `${name}: string`),
    ...(body ? [`body: Body<"${id}">`] : []),
    "options?: CallOptions",
  ];
  return `${doc}  ${id}(${parameters.join(", ")}): Promise<Answer<"${id}">>;\n`;
}

function implementation({ id, method, path, pathParameters, definition }: Operation): string {
  const names = pathParameters.map(({ name }) => name);
  const body = definition.requestBody ? ["body"] : [];
  const params = names.length > 0 ? [`params: { path: { ${names.join(", ")} } }`] : [];
  const init = ["...options", ...params, ...body].join(", ");
  return `    ${id}: (${[...names, ...body, "options"].join(", ")}) => http.${method.toUpperCase()}("${path}", { ${init} }),`;
}
