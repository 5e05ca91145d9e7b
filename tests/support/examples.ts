import { operations, resolve } from "./document.ts";
import type { Direction } from "./validator.ts";

/** A request or a response of an operation that has a body, with its examples. */
export interface Body {
  operationId: string;
  /** `request`, or a status. */
  part: string;
  direction: Direction;
  /** The JSON pointer of its schema. */
  schema: string;
  examples: Record<string, any>;
  /** What each example says of itself. */
  summaries: Record<string, string>;
}

/** Every body of the contract. */
export const bodies: Body[] = [...operations.values()].flatMap(({ id, definition }) =>
  Object.entries({ request: definition.requestBody, ...definition.responses }).flatMap(([part, message]) => {
    const content = resolve(message)?.content?.["application/json"];
    if (!content) return [];
    const each = (member: string) =>
      Object.fromEntries(Object.entries(content.examples).map(([name, example]) => [name, resolve(example)[member]]));
    const direction = part === "request" ? "request" : "response";
    return [
      {
        operationId: id,
        part,
        direction,
        schema: content.schema.$ref.slice(1),
        examples: each("value"),
        summaries: each("summary"),
      },
    ];
  }),
);

/** Every request and every success, each with its first example as `value`: they tell one story, made by `npm run examples:make`. */
export const story = bodies
  .filter(({ part }) => part === "request" || part.startsWith("2"))
  .map(({ examples, ...body }) => ({ ...body, value: Object.values(examples)[0] }));

const told = (id: string, direction: Direction) =>
  story.find((body) => body.operationId === id && body.direction === direction)!.value;
export const sent = (id: string) => told(id, "request");
export const answered = (id: string) => told(id, "response");

/** Every object in a value, and the value itself. */
export const objectsIn = (value: any): any[] =>
  typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
