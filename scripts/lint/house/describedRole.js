/** Reports an operation whose description doesn't name the role in its `x-role`. */
export default function describedRole(operation, _options, { path }) {
  const role = operation["x-role"];
  if (typeof role !== "string" || role === "not-stated" || operation.description?.includes(role)) return [];
  return [{ message: `The description doesn't name ${role}`, path: [...path, "description"] }];
}
