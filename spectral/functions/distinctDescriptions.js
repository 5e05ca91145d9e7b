import { entriesOf } from "./entriesOf.js";
import { isOfProperties } from "./places.js";

/** Reports each property with the description of an earlier property of the same schema, unless it's that of a schema they refer to. */
export default function distinctDescriptions(properties, _options, { path, documentInventory }) {
  if (!isOfProperties(path)) return [];
  const owners = new Map();
  const findings = [];
  for (const [name, property] of entriesOf(properties)) {
    const description = property?.description;
    if (typeof description !== "string") continue;
    const owner = owners.get(description);
    const place = [...path, name, "description"];
    if (owner === undefined) owners.set(description, name);
    else if (documentInventory.findAssociatedItemForPath(place, true)?.path.at(-2) === name)
      findings.push({
        message: `Write in the description of ${name} how it differs from ${owner}, which has the same one.`,
        path: place,
      });
  }
  return findings;
}
