// What the requests of a collection have. `permissionsOf` reads those of a request.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { outputFolder } from "./compile.js";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));
const tsx = createRequire(import.meta.url).resolve("tsx/cli"); // the repository's own

/** The collection for a tool, as `npm run collections:make` makes it. */
export async function makeCollection(tool) {
  const out = await outputFolder(`${tool}-collection`);
  await promisify(execFile)(process.execPath, [tsx, "scripts/collections.ts", "--out", out], { cwd: root });
  return JSON.parse(await readFile(`${out}/trustframework-keysets.${tool}_collection.json`, "utf8"));
}

/** The permissions and the scope that the end of a description names. */
export const namedIn = (description) =>
  [...description.slice(description.lastIndexOf("Delegated permission:")).matchAll(/`(.+?)`/g)].map(([, name]) => name);

/** The requests that don't send the access token from its variable. */
export const withoutToken = (requests, tokenOf) =>
  requests.filter((request) => tokenOf(request) !== "{{accessToken}}").map(({ name }) => `${name} sends no token`);

/** The requests of a collection, which has folders in folders. */
export const requestsIn = (items, name) =>
  items.flatMap((item) => (item[name] ? requestsIn(item[name], name) : [item]));
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
