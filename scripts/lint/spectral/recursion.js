/** Reports each schema that refers to itself, directly or through others. */
export default function recursion(schemas, _options, { path }) {
  const next = (name) =>
    [...(JSON.stringify(schemas[name]) ?? "").matchAll(/"\$ref":"#\/components\/schemas\/([^"/]+)/g)].map(
      ([, other]) => other,
    );
  const reached = (name) => {
    const names = new Set(next(name));
    for (const other of names) for (const further of next(other)) names.add(further); // the loop over a Set includes what is added in it
    return names;
  };
  return Object.keys(schemas)
    .filter((name) => reached(name).has(name))
    .map((name) => ({
      message: `End the recursion of ${name}: API Management rejects a schema that refers to itself.`,
      path: [...path, name],
    }));
}
