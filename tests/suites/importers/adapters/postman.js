import { toPostman } from "../../../../scripts/collections/convert.js";
import { postmanOperations } from "./support/collections.js";
import { read } from "./support/read.js";

export const load = async (file) => ({ imported: postmanOperations(await toPostman(await read(file)), scopesOf) });

/** The permissions of a request: it takes those of the first security scheme. */
const scopesOf = ({ auth }) => auth.oauth2?.find(({ key }) => key === "scope").value.split(" ") ?? [];
