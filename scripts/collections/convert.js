// The collections as the importers of Postman and Bruno make them from a document.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import postman from "openapi-to-postmanv2";

// The ES module of @usebruno/converters doesn't load in Node.js.
const { openApiToBruno } = createRequire(import.meta.url)("@usebruno/converters");

/** A Postman collection, format 2.1. Its request bodies are the document's first examples. */
export async function toPostman(document) {
  const { output, reason } = await promisify(postman.convertV2)(
    { type: "string", data: JSON.stringify(document) },
    { parametersResolution: "Example", folderStrategy: "Tags" },
  );
  if (!output) throw new Error(`The importer of Postman failed: ${reason}`);
  return output[0].data;
}

/** A Bruno collection in one file, with an environment for each server. */
export const toBruno = (document) => openApiToBruno(document);

/** The Postman collection that ships: made of a prepared document, with a variable for the access token. */
export async function makePostmanCollection(document) {
  const collection = renamed(await toPostman(document), "{{bearerToken}}");
  collection.variable.push({ key: "accessToken", value: "", type: "secret" });
  return collection;
}

/** The Bruno collection that ships: made of a prepared document, with a variable for the access token in each environment. */
export function makeBrunoCollection(document) {
  const collection = toBruno(document);
  for (const { uid, variables } of collection.environments)
    variables.push({ uid: `${uid}-token`, name: "accessToken", value: "", type: "text", enabled: true, secret: true });
  return renamed(collection, "{{token}}");
}

/** What makes an ID of the form that a tool expects from 64 hexadecimal digits, by the member that has the ID. */
const uuid = (digits) => digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
const nanoId = (digits) => digits.slice(0, 21);
const idForms = { id: uuid, _postman_id: uuid, uid: nanoId, itemUid: nanoId };

/** The collection with IDs that depend only on their order, and with our name of the variable for the access token. */
function renamed(collection, variable) {
  const ids = new Map();
  return JSON.parse(JSON.stringify(collection), (key, value) => {
    if (value === variable) return "{{accessToken}}";
    if (!(key in idForms) || typeof value !== "string") return value;
    if (!ids.has(value)) {
      const digits = createHash("sha256").update(`trustframework-keysets ${ids.size}`).digest("hex");
      ids.set(value, idForms[key](digits));
    }
    return ids.get(value);
  });
}
