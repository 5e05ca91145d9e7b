import { makeCollection, namedIn, postmanOperations, requestsIn, withoutToken } from "./support/collections.js";

export async function load() {
  const collection = await makeCollection("postman");
  const errors = withoutToken(requestsIn(collection.item, "item"), ({ request }) => request.auth.bearer[0].value);
  if (!collection.variable.some(({ key }) => key === "accessToken")) errors.push("it has no variable for the token");
  return { imported: postmanOperations(collection, ({ description }) => namedIn(description.content)), errors };
}
