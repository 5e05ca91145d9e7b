import { oas } from "@stoplight/spectral-rulesets";

const check = oas.rules["oas3-valid-media-example"].then.function;

/** The examples that are valid in a document, with their schemas. */
const validIn = new WeakMap();

/**
 * Reports what Spectral's own function reports for an example. As that one compiles the schema each time, what is known to be valid
 * isn't checked again: the source repeats a schema with its examples wherever it's referred to.
 */
export default function validExample(value, options, context) {
  const { document, path } = context;
  if (!validIn.has(document)) validIn.set(document, new Set());
  const valid = validIn.get(document);
  const place = path[0] === "paths" ? path[3] : path[1]; // a request or a response
  const key = JSON.stringify([value, options, place]);
  if (valid.has(key)) return [];
  const found = check(value, options, context) ?? [];
  if (found.length === 0) valid.add(key);
  return found;
}
