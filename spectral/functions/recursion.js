import { entriesOf } from "./entriesOf.js";

const reference = /"\$ref":"#\/components\/schemas\/([^"/]+)/g;

/** Reports each schema that refers to itself, directly or through others. */
export default function recursion(schemas, _options, { path }) {
  const next = new Map(
    entriesOf(schemas).map(([name, schema]) => [
      name,
      [...(JSON.stringify(schema) ?? "").matchAll(reference)].map(([, other]) => other),
    ]),
  );
  const isRecursive = (name) => {
    const reached = new Set(next.get(name));
    for (const other of reached) for (const further of next.get(other) ?? []) reached.add(further); // the loop includes what is added in it
    return reached.has(name);
  };
  return [...next.keys()].filter(isRecursive).map((name) => ({
    message: `End the recursion of ${name}: API Management rejects a schema that refers to itself.`,
    path: [...path, name],
  }));
}
