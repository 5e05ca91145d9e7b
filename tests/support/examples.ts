import { createPublicKey, type KeyObject } from "node:crypto";
import type { OpenAPIV3 } from "openapi-types";
import type { operations as OperationTypes } from "../../generated/types.ts";
import { isReference, jsonContent, operationOf, operations, resolve } from "./document.ts";
import { must } from "./must.ts";
import type { Direction } from "./validator.ts";

/** A request or a response of an operation that has a body, with its examples. */
export interface Body {
  operationId: string;
  /** `request`, or a status. */
  part: string;
  direction: Direction;
  /** The JSON pointer of its schema. */
  schema: string;
  examples: Record<string, unknown>;
  /** The summary of each example. */
  summaries: Record<string, string>;
}

/** Every body in the contract. */
export const bodies: Body[] = [...operations.values()].flatMap(({ id, definition }) =>
  Object.entries({ request: definition.requestBody, ...definition.responses }).flatMap(([part, message]) => {
    const content = jsonContent(message);
    if (!content) return [];
    const what = `${id} ${part}`;
    const schema = must(content.schema, `a schema of ${what}`);
    if (!isReference(schema)) throw new Error(`expected a named schema of ${what}`);
    const examples = Object.entries(content.examples ?? {}).map(
      ([name, example]): [string, OpenAPIV3.ExampleObject] => [name, resolve(example)],
    );
    return [
      {
        operationId: id,
        part,
        direction: part === "request" ? ("request" as const) : ("response" as const),
        schema: schema.$ref.slice(1),
        examples: Object.fromEntries(examples.map(([name, { value }]) => [name, value])),
        summaries: Object.fromEntries(examples.map(([name, { summary }]) => [name, summary ?? ""])),
      },
    ];
  }),
);

/** Every request and every success. */
export const successBodies = bodies.filter(({ part }) => part === "request" || part.startsWith("2"));

/** Every error. */
export const errorBodies = bodies.filter((body) => !successBodies.includes(body));

/**
 * Every request and every success except those of drafts, each with its first example. `npm run examples:make` makes them tell one
 * story.
 */
export const story = successBodies
  .filter(({ operationId }) => operationOf(operationId).definition["x-stage"] !== "draft")
  .map(({ examples, ...body }) => ({ ...body, value: Object.values(examples)[0] }));

type OperationId = keyof OperationTypes;
type Json<Message> = Message extends { content: { "application/json": infer Value } } ? Value : never;
type Success<Id extends OperationId> = Extract<keyof OperationTypes[Id]["responses"], 200 | 201>;
type RequestBody<Id extends OperationId> = Json<OperationTypes[Id]["requestBody"]>;
type ResponseBody<Id extends OperationId> = Json<OperationTypes[Id]["responses"][Success<Id>]>;

/** The first example of an operation's request. */
export const sent = <Id extends OperationId>(id: Id) => exampleOf(id, "request") as RequestBody<Id>;

/** The first example of an operation's success. */
export const returned = <Id extends OperationId>(id: Id) => exampleOf(id, "response") as ResponseBody<Id>;

function exampleOf(id: OperationId, direction: Direction): unknown {
  const body = story.find((body) => body.operationId === id && body.direction === direction);
  return must(body?.value, `an example of the ${direction} of ${id}`);
}

/** Every object in a value, and the value itself if it is one. */
export const objectsIn = (value: unknown): Record<string, unknown>[] =>
  typeof value === "object" && value !== null
    ? [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
    : [];

interface RsaKey {
  kty: string;
  n?: string | null | undefined;
  e?: string | null | undefined;
}

/** The public key of an RSA key as JSON. */
export function publicKeyOf({ kty, n, e }: RsaKey): KeyObject {
  return createPublicKey({ key: { kty, n: must(n, "a modulus"), e: must(e, "a public exponent") }, format: "jwk" });
}
