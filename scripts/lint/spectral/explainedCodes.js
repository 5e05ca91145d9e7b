const texts = ["meaning", "remedy"];

/** Reports each known code without a whole explanation, and each explanation of a code or an operation that does not exist. */
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
        message: `Explain ${code} in x-error-codes: its meaning, its operations and the remedy.`,
        path: table,
      })),
    ...Object.entries(explained).flatMap(([code, explanation]) => {
      const place = [...table, code];
      const missing = texts
        .filter((text) => !explanation[text])
        .map((text) => ({ message: `Say the ${text} of ${code} in a sentence.`, path: place }));
      const answering = explanation.operations === "all" ? operations : (explanation.operations ?? []);
      const unknown = answering
        .filter((id) => !operations.includes(id))
        .map((id) => ({
          message: `Name under ${code} operations that exist, or all: ${id} does not.`,
          path: [...place, "operations"],
        }));
      if (answering.length === 0)
        unknown.push({ message: `Name the operations that answer ${code}, or all.`, path: place });
      if (!known.includes(code))
        unknown.push({ message: `List ${code} in the schema's enum, or take its explanation out.`, path: place });
      return [...missing, ...unknown];
    }),
  ];
}
