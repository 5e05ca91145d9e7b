/** Reports an operation whose description does not name the role in its `x-role`. */
export default function describedRole(operation, _options, { path }) {
  const role = operation["x-role"];
  if (typeof role !== "string" || role === "not-stated" || operation.description?.includes(role)) return [];
  return [{ message: `The description does not name ${role}`, path: [...path, "description"] }];
}
