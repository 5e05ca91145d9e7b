import { entriesOf } from "./entriesOf.js";

const ofOneSchema = ["additionalProperties", "items", "not"];
const ofList = ["allOf", "anyOf", "oneOf"];
const ofNames = ["patternProperties", "properties"];

/** Reports each of the `keywords` in a schema and the schemas within it; a property may have the name of a keyword. */
export default function schemaKeywords(schema, { keywords }, { path }) {
  if (typeof schema !== "object" || schema === null) return [];
  const within = [
    ...ofOneSchema.map((key) => [[key], schema[key]]),
    ...[...ofList, ...ofNames].flatMap((key) => entriesOf(schema[key]).map(([name, child]) => [[key, name], child])),
  ];
  return [
    ...keywords
      .filter((keyword) => schema[keyword] !== undefined)
      .map((keyword) => ({ message: keyword, path: [...path, keyword] })),
    ...within.flatMap(([at, child]) => schemaKeywords(child, { keywords }, { path: [...path, ...at] })),
  ];
}
