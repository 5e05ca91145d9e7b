/** Reports each property with the description of an earlier property of the same schema. */
export default function distinctDescriptions(properties, _options, { path }) {
  const owners = new Map();
  const findings = [];
  for (const [name, { description } = {}] of Object.entries(properties ?? {})) {
    if (typeof description !== "string") continue;
    const owner = owners.get(description);
    if (owner === undefined) owners.set(description, name);
    else
      findings.push({
        message: `Write in the description of ${name} how it differs from ${owner}, which has the same one.`,
        path: [...path, name, "description"],
      });
  }
  return findings;
}
