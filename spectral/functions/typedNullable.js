import { isInData } from "./places.js";

/** Reports a nullable schema without a type. */
export default function typedNullable(schema, _options, { path }) {
  if (schema.type || isInData(path)) return [];
  return [{ message: "Add a type next to nullable: without one, nullable has no effect in OpenAPI 3.0." }];
}
