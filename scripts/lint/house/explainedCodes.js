const texts = ["meaning", "remedy"];

/** Reports each known code without a complete explanation, and each explanation of a code that isn't listed or that no operation returns. */
export default function explainedCodes(schema, _options, { path, documentInventory }) {
  const explained = schema["x-error-codes"];
  const known = schema["x-extensible-enum"] ?? [];
  const returned = Object.values(documentInventory.resolved.paths ?? {})
    .flatMap((item) => Object.values(item))
    .flatMap((operation) => operation?.["x-errors"] ?? []);
  const table = [...path, "x-error-codes"];
  return [
    ...known
      .filter((code) => !(code in explained))
      .map((code) => ({
        message: `Explain ${code} in x-error-codes: its statuses, its meaning, and its remedy.`,
        path: table,
      })),
    ...Object.entries(explained).flatMap(([code, explanation]) => {
      const place = [...table, code];
      const problems = texts
        .filter((text) => !explanation[text])
        .map((text) => `Write the ${text} of ${code} in a sentence.`);
      if (!(explanation.statuses?.length > 0)) problems.push(`List the statuses of ${code}.`);
      if (!known.includes(code))
        problems.push(`List ${code} in the x-extensible-enum of the schema, or remove its explanation.`);
      if (!returned.includes(code))
        problems.push(`List ${code} in the x-errors of the operations that can return it, or remove its explanation.`);
      return problems.map((message) => ({ message, path: place }));
    }),
  ];
}
