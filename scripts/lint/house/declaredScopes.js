/** Reports each scope of `x-permissions` that no oauth2 scheme declares. */
export default function declaredScopes(permissions, _options, { path, documentInventory }) {
  const schemes = Object.values(documentInventory.resolved.components?.securitySchemes ?? {});
  const declared = new Set(
    schemes.flatMap((scheme) => Object.values(scheme.flows ?? {})).flatMap((flow) => Object.keys(flow.scopes ?? {})),
  );
  const findings = [];
  for (const account of ["delegated", "application"]) {
    for (const rank of ["least", "higher"]) {
      const scopes = permissions?.[account]?.[rank];
      if (!Array.isArray(scopes)) continue; // another function reports the shape
      scopes.forEach((scope, index) => {
        if (declared.has(scope)) return;
        findings.push({ message: `No oauth2 scheme declares ${scope}`, path: [...path, account, rank, index] });
      });
    }
  }
  return findings;
}
