import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "../contract/document.ts";
import { type Operation, operationsOf } from "../contract/operations.ts";
import { docComment, header } from "./doc-comment.ts";

const types = `// Every key, certificate, password, and secret here is a throw-away, made for these examples alone.

import type { operations } from "./types.ts";

type OperationId = keyof operations;
type Json<Message> = Message extends { content: { "application/json": infer Body } } ? Body : never;
type Responses<Id extends OperationId> = operations[Id]["responses"];
type Success<Id extends OperationId> = Extract<keyof Responses<Id>, 200 | 201 | 204>;

interface Fixture<Id extends OperationId> {
  parameters?: operations[Id]["parameters"]["path"];
  request?: Json<operations[Id]["requestBody"]>;
  status: Success<Id>;
  response?: Json<Responses<Id>[Success<Id>]>;
}
`;

/** Returns the source of fixtures.ts: the first examples of each operation that isn't a draft. */
export function fixturesSource(document: Document): string {
  const operations = operationsOf(document).filter(({ definition }) => definition["x-stage"] !== "draft");
  return [`${header}\n${types}`, ...operations.map(fixtureOf)].join("\n");
}

function fixtureOf({ id, definition, pathParameters, success }: Operation): string {
  const request = firstExample(definition.requestBody);
  const response = firstExample(definition.responses[success.status]);
  const parameters = Object.fromEntries(pathParameters.map(({ name, example }) => [name, example]));
  const fixture = {
    ...(pathParameters.length > 0 && { parameters }),
    ...(request && { request: request.value }),
    status: Number(success.status),
    ...(response && { response: response.value }),
  };
  const summaries = [definition.summary, request?.summary, response?.summary];
  const comment = [summaries.flatMap((text) => (text ? [text.replace(/\.?$/, ".")] : [])).join(" ")];
  return `${docComment(comment)}export const ${id} = ${JSON.stringify(fixture, null, 2)} satisfies Fixture<"${id}">;\n`;
}

/** The example that a body shows first: `npm run examples:make` makes them tell one story. */
function firstExample(message: object | undefined): OpenAPIV3.ExampleObject | undefined {
  const { content } = (message ?? {}) as { content?: OpenAPIV3.RequestBodyObject["content"] };
  return Object.values(content?.["application/json"]?.examples ?? {})[0] as OpenAPIV3.ExampleObject | undefined;
}
