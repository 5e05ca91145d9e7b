import { entriesOf } from "./entriesOf.js";

/** Reports each tag, declared or used, that is in none of the groups of `x-tagGroups`. */
export default function groupedTags(document, _options, { path }) {
  const groups = document["x-tagGroups"];
  if (!Array.isArray(groups)) return [];
  const grouped = new Set(groups.flatMap((group) => group?.tags ?? []));
  const declared = entriesOf(document.tags).map(([, tag]) => tag?.name);
  const used = entriesOf(document.paths)
    .flatMap(([, item]) => entriesOf(item))
    .flatMap(([, operation]) => (Array.isArray(operation?.tags) ? operation.tags : []));
  return [...new Set([...declared, ...used])]
    .filter((tag) => typeof tag === "string" && !grouped.has(tag))
    .map((tag) => ({
      message: `Add the tag ${tag} to a group: Redoc doesn't show a tag without a group.`,
      path: [...path, "x-tagGroups"],
    }));
}
