/** Reports the tags of an operation if all of them are traits. */
export default function traitTags(tags, _options, { documentInventory }) {
  const declared = documentInventory.resolved.tags;
  if (!Array.isArray(tags) || !Array.isArray(declared) || tags.length === 0) return [];
  const traits = declared.filter((tag) => tag?.["x-traitTag"] === true).map(({ name }) => name);
  if (!tags.every((tag) => traits.includes(tag))) return [];
  return [{ message: "Add a tag that isn't a trait: Redoc lists no operations under a trait." }];
}
