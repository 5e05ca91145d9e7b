import { entriesOf } from "./entriesOf.js";

/** Reports each path or query parameter with the name of another one of the operation, even if the case differs. */
export default function distinctParameters(item, _options, { path }) {
  return entriesOf(item).flatMap(([method, operation]) => {
    if (!operation?.responses) return [];
    const parameters = [item.parameters, operation.parameters]
      .flatMap((list) => (Array.isArray(list) ? list : []))
      .filter((parameter) => ["path", "query"].includes(parameter?.in) && typeof parameter.name === "string");
    // an operation may repeat a parameter of its path
    const distinct = new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter.name]));
    const names = [...distinct.values()];
    return names
      .filter((name, i) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== i)
      .map((name) => ({
        message: `Rename the parameter ${name}: API Management takes it for another one in the path or the query.`,
        path: [...path, method],
      }));
  });
}
