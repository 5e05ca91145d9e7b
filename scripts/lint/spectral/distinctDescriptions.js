/** Reports each property whose description an earlier property of the same schema has already. */
export default function distinctDescriptions(properties, _options, { path }) {
  const owners = new Map();
  const findings = [];
  for (const [name, { description } = {}] of Object.entries(properties ?? {})) {
    if (typeof description !== "string") continue;
    const owner = owners.get(description);
    if (owner === undefined) owners.set(description, name);
    else
      findings.push({
        message: `Say in the description of ${name} how it differs from ${owner}, which has the same one.`,
        path: [...path, name, "description"],
      });
  }
  return findings;
}
