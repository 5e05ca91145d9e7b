/**
 * Reports an operation whose `security` doesn't require exactly the least permissions of `x-permissions` from a signed-in user,
 * or the `.default` scope from an application, which holds its permissions as app roles.
 */
export default function leastScopes(operation, _options, { path, documentInventory }) {
  const schemes = documentInventory.resolved.components?.securitySchemes ?? {};
  const requirements = (operation.security ?? []).flatMap((requirement) => Object.entries(requirement));
  const isOfApplication = ([name]) => schemes[name]?.flows?.clientCredentials !== undefined;
  const asked = listOf(requirements.filter((requirement) => !isOfApplication(requirement)));
  const askedByApplications = listOf(requirements.filter(isOfApplication));
  const least = [...new Set(operation["x-permissions"]?.delegated?.least ?? [])].sort().join(", ");
  const findings = [];
  const report = (message) => findings.push({ message, path: [...path, "security"] });
  if (least !== asked)
    report(
      `Make security list exactly the least delegated permissions of x-permissions: ${least || "none"}, not ${asked || "none"}.`,
    );
  if (askedByApplications && !/^[^ ]+\/\.default$/.test(askedByApplications))
    report(`Make security ask for the .default scope of applications only, not ${askedByApplications}.`);
  return findings;
}

const listOf = (requirements) => [...new Set(requirements.flatMap(([, scopes]) => scopes))].sort().join(", ");
