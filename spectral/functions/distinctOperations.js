import { entriesOf } from "./entriesOf.js";

/** Reports each operationId that API Management cuts off or takes for an earlier one: it keeps digits, and letters in lower case. */
export default function distinctOperations(paths, _options, { path }) {
  const seen = new Map();
  return entriesOf(paths).flatMap(([url, item]) =>
    entriesOf(item).flatMap(([method, operation]) => {
      const operationId = operation?.operationId;
      if (typeof operationId !== "string") return [];
      const name = operationId
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
      const earlier = seen.get(name);
      seen.set(name, operationId);
      const at = (message) => [{ message, path: [...path, url, method, "operationId"] }];
      if (name.length > 76)
        return at(`Shorten the operationId ${operationId} to 76 characters: API Management cuts off the rest.`);
      if (earlier) return at(`Rename ${operationId}: API Management names it ${name}, like ${earlier}.`);
      return [];
    }),
  );
}
