/** Reports an operation whose `security` requires other scopes than the least ones of `x-permissions`. */
export default function leastScopes(operation, _options, { path }) {
  const { delegated, application } = operation["x-permissions"] ?? {};
  const least = sorted([delegated?.least, application?.least]);
  const asked = sorted((operation.security ?? []).flatMap((requirement) => Object.values(requirement)));
  if (least === asked) return [];
  return [
    {
      message: `Make security list exactly the least scopes of x-permissions: ${least || "none"}, not ${asked || "none"}.`,
      path: [...path, "security"],
    },
  ];
}

const sorted = (lists) => [...new Set(lists.flat().filter(Boolean))].sort().join(", ");
