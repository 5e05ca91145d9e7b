/** Reports each operationId that API Management cuts off or cannot tell from an earlier one: it keeps letters, in lower case, and digits. */
export default function distinctOperations(paths, _options, { path }) {
  const seen = new Map();
  return Object.entries(paths).flatMap(([url, item]) =>
    Object.entries(item).flatMap(([method, { operationId } = {}]) => {
      if (!operationId) return [];
      const name = operationId
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
      const earlier = seen.get(name);
      seen.set(name, operationId);
      const at = (message) => [{ message, path: [...path, url, method, "operationId"] }];
      if (name.length > 76)
        return at(`Shorten the operationId ${operationId} to 76 characters: API Management cuts off the rest.`);
      if (earlier) return at(`Rename ${operationId}: API Management calls it ${name}, as it does ${earlier}.`);
      return [];
    }),
  );
}
