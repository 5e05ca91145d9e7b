/**
 * Reports each code in the `x-errors` of an operation that the document doesn't explain, and each example of an error response with
 * a code of the table that the operation can't return, or that doesn't come with this status.
 */
export default function returnedCodes(operation, _options, { path, documentInventory }) {
  const table = documentInventory.resolved.components?.schemas?.ErrorCode?.["x-error-codes"] ?? {};
  const returned = operation["x-errors"] ?? [];
  const unknown = returned.flatMap((code, i) =>
    code in table
      ? []
      : [{ message: `Explain ${code} in x-error-codes of the schema ErrorCode.`, path: [...path, "x-errors", i] }],
  );
  return [...unknown, ...Object.entries(operation.responses ?? {}).flatMap(wrongExamples)];

  function wrongExamples([status, response]) {
    return Object.entries(response?.content ?? {}).flatMap(([type, { examples = {} }]) =>
      Object.entries(examples).flatMap(([name, example]) => {
        const code = example?.value?.error?.code;
        if (!(code in table)) return [];
        const place = [...path, "responses", status, "content", type, "examples", name];
        if (!returned.includes(code))
          return [
            {
              message: `Remove this example, or list ${code} in x-errors: the operation can't return it.`,
              path: place,
            },
          ];
        if (status !== "default" && !table[code].statuses?.includes(Number(status)))
          return [{ message: `Move this example: ${code} doesn't come with the status ${status}.`, path: place }];
        return [];
      }),
    );
  }
}
