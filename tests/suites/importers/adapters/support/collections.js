// What the requests of a collection have. `permissionsOf` reads those of a request.

/** The requests of a collection, which has folders in folders. */
const requestsIn = (items, name) => items.flatMap((item) => (item[name] ? requestsIn(item[name], name) : [item]));
const json = (texts) => texts.filter(Boolean).map((text) => JSON.parse(text));
const template = (path) => path.replaceAll(/:(\w+)/g, "{$1}");

export const postmanOperations = ({ item }, permissionsOf) =>
  requestsIn(item, "item").map(({ request, response }) => ({
    operation: `${request.method} ${template(`/${request.url.path.join("/")}`)}`,
    examples: json([
      ...[request, ...response.map(({ originalRequest }) => originalRequest)].map(({ body }) => body?.raw),
      ...response.map(({ body }) => body),
    ]),
    permissions: permissionsOf(request),
  }));

export const brunoOperations = ({ items }, permissionsOf) =>
  requestsIn(items, "items").map(({ request, examples = [] }) => ({
    operation: `${request.method} ${template(request.url.replace("{{baseUrl}}", ""))}`,
    examples: json([
      request.body.json,
      ...examples.flatMap((example) => [example.request.body.json, example.response.body.content]),
    ]),
    permissions: permissionsOf(request),
  }));
