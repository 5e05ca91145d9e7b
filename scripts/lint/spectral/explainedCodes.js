const texts = ["meaning", "remedy"];

/** Reports each known code without a complete explanation, and each explanation of a code or an operation that doesn't exist. */
export default function explainedCodes(schema, _options, { path, documentInventory }) {
  const explained = schema["x-error-codes"];
  const known = schema.anyOf?.[0]?.enum ?? [];
  const operations = Object.values(documentInventory.resolved.paths ?? {})
    .flatMap((item) => Object.values(item))
    .map(({ operationId }) => operationId);
  const table = [...path, "x-error-codes"];
  return [
    ...known
      .filter((code) => !(code in explained))
      .map((code) => ({
        message: `Explain ${code} in x-error-codes: its meaning, its operations, and its remedy.`,
        path: table,
      })),
    ...Object.entries(explained).flatMap(([code, explanation]) => {
      const place = [...table, code];
      const missing = texts
        .filter((text) => !explanation[text])
        .map((text) => ({ message: `Write the ${text} of ${code} in a sentence.`, path: place }));
      const named = explanation.operations === "all" ? operations : (explanation.operations ?? []);
      const unknown = named
        .filter((id) => !operations.includes(id))
        .map((id) => ({
          message: `Name existing operations in ${code}, or all: ${id} doesn't exist.`,
          path: [...place, "operations"],
        }));
      if (named.length === 0)
        unknown.push({ message: `Name the operations that can return ${code}, or all.`, path: place });
      if (!known.includes(code))
        unknown.push({ message: `List ${code} in the enum of the schema, or remove its explanation.`, path: place });
      return [...missing, ...unknown];
    }),
  ];
}
