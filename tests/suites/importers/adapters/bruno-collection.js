import { brunoOperations, makeCollection, namedIn, requestsIn, withoutToken } from "./support/collections.js";

export async function load() {
  const collection = await makeCollection("bruno");
  const errors = withoutToken(requestsIn(collection.items, "items"), ({ request }) => request.auth.bearer.token);
  const isComplete = ({ variables }) => variables.some(({ name }) => name === "accessToken");
  if (!collection.environments.every(isComplete)) errors.push("an environment has no variable for the token");
  return { imported: brunoOperations(collection, ({ docs }) => namedIn(docs)), errors };
}
