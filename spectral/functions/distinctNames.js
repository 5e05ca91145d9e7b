import { entriesOf } from "./entriesOf.js";
import { isOfProperties } from "./places.js";

/** Reports each property whose name differs from another one's of the schema in case alone. */
export default function distinctNames(properties, _options, { path }) {
  if (!isOfProperties(path)) return [];
  const first = new Map();
  const findings = [];
  for (const [name] of entriesOf(properties)) {
    const earlier = first.get(name.toLowerCase());
    if (earlier === undefined) first.set(name.toLowerCase(), name);
    else
      findings.push({
        message: `Remove or rename the property ${name}: in languages without case, it's the same as ${earlier}.`,
        path: [...path, name],
      });
  }
  return findings;
}
