import { isOfProperties } from "./places.js";

const types = [
  "$ref",
  "type",
  "allOf",
  "anyOf",
  "oneOf",
  "enum",
  "const",
  "properties",
  "items",
  "additionalProperties",
];

/** Reports a property without a type, and without anything that gives it one. */
export default function typedProperty(property, _options, { path }) {
  if (typeof property !== "object" || property === null || !isOfProperties(path.slice(0, -1))) return [];
  if (types.some((keyword) => keyword in property)) return [];
  return [
    { message: `Give the property ${path.at(-1)} a type, or compose it of schemas with allOf, anyOf, or oneOf.` },
  ];
}
