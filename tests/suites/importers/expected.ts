// What an importer should find in a document: its operations with their examples and permissions, and the exchanges that they show.
import type { OpenAPIV3 } from "openapi-types";
import { operations, resolve } from "../../support/document.ts";
import { bodies } from "../../support/examples.ts";

/** What an importer should find of an operation. */
export interface Expected {
  /** What importers call it: its operationId, or its method and path. */
  names: [id: string, route: string];
  /** The examples of its request and its successes. */
  examples: unknown[];
  permissions: unknown[];
}

/** A request of an operation with a response that the document shows for it. */
export interface Exchange {
  operationId: string;
  method: string;
  /** The path of the operation as the document writes it. */
  template: string;
  /** The path with the examples of its parameters. */
  path: string;
  request?: unknown;
  status: number;
  /** The headers that the response must have. */
  headers: Record<string, string>;
  /** The name of the response's example, if it has a body. */
  example?: string;
  response?: unknown;
}

export const expected: Expected[] = [...operations.values()].map(({ id, method, path, definition }) => ({
  names: [id, `${method.toUpperCase()} ${path}`],
  examples: bodies
    .filter(({ operationId, part }) => operationId === id && /^(request|2)/.test(part))
    .flatMap(({ examples }) => Object.values(examples)),
  permissions: (definition.security ?? []).flatMap((requirement) => Object.values(requirement).flat()),
}));

/** The status for responses whose status the document leaves open. */
const anotherStatus = 502;

export const exchanges: Exchange[] = [...operations.values()].flatMap(
  ({ id, method, path: template, pathParameters, definition }) => {
    const bodyOf = (part: string) => bodies.find((body) => body.operationId === id && body.part === part);
    const requests = Object.values(bodyOf("request")?.examples ?? {});
    const path = pathParameters.reduce((url, { name, example }) => url.replace(`{${name}}`, String(example)), template);
    return Object.entries(definition.responses).flatMap(([part, message]) => {
      const headers = requiredHeaders(resolve(message));
      const status = part === "default" ? anotherStatus : Number(part);
      const exchange = { operationId: id, method: method.toUpperCase(), template, path, status, headers };
      const examples = Object.entries(bodyOf(part)?.examples ?? {});
      if (examples.length === 0) return [{ ...exchange, request: requests[0] }];
      return examples.map(([example, response], i) => ({
        ...exchange,
        request: requests[i % requests.length],
        example,
        response,
      }));
    });
  },
);

function requiredHeaders({ headers = {} }: OpenAPIV3.ResponseObject): Record<string, string> {
  const resolved = Object.entries(headers).map(([name, header]): [string, OpenAPIV3.HeaderObject] => [
    name,
    resolve(header),
  ]);
  return Object.fromEntries(
    resolved.filter(([, { required }]) => required).map(([name, { example }]) => [name, example]),
  );
}
