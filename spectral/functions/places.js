/** What has data and no schemas, unless it's a name in one of the maps. */
const data = /^(x-.*|const|default|enum|examples?)$/i;
const maps = [
  "content",
  "headers",
  "parameters",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
];

/** Whether a path leads into an example, a default, or an extension. */
export const isInData = (path) => path.some((key, i) => data.test(key) && !maps.includes(path[i - 1]));

/** Whether a path that ends with `properties` leads to the properties of a schema, and not to a property of that name. */
export function isOfProperties(path) {
  const start = path.findLastIndex((key) => key !== "properties");
  return (path.length - start) % 2 === 0 && !isInData(path);
}
