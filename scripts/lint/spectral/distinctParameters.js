/** Reports each path or query parameter whose name another of its operation has, perhaps in other letters' case. */
export default function distinctParameters(item, _options, { path }) {
  return Object.entries(item).flatMap(([method, operation]) => {
    if (!operation?.responses) return [];
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].filter((parameter) =>
      ["path", "query"].includes(parameter.in),
    );
    const distinct = new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter.name])); // an operation may say anew what its path says
    const names = [...distinct.values()].map((name) => name.toLowerCase());
    return [...distinct.values()].flatMap((name, i) =>
      names.indexOf(name.toLowerCase()) === i
        ? []
        : [
            {
              message: `Rename the parameter ${name}: API Management takes it for another of the path or the query.`,
              path: [...path, method],
            },
          ],
    );
  });
}
