/** Reports each path or query parameter with the name of another one of the operation, even if the case differs. */
export default function distinctParameters(item, _options, { path }) {
  return Object.entries(item).flatMap(([method, operation]) => {
    if (!operation?.responses) return [];
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].filter((parameter) =>
      ["path", "query"].includes(parameter.in),
    );
    const distinct = new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter.name])); // an operation may repeat a parameter of its path
    const names = [...distinct.values()].map((name) => name.toLowerCase());
    return [...distinct.values()].flatMap((name, i) =>
      names.indexOf(name.toLowerCase()) === i
        ? []
        : [
            {
              message: `Rename the parameter ${name}: API Management takes it for another one in the path or the query.`,
              path: [...path, method],
            },
          ],
    );
  });
}
