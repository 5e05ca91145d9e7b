import { toBruno } from "../../../../scripts/collections/convert.js";
import { brunoOperations } from "./support/collections.js";
import { read } from "./support/read.js";

export const load = async (file) => ({ imported: brunoOperations(toBruno(await read(file)), scopesOf) });

/** The permissions of a request: it takes those of the first security scheme. */
const scopesOf = ({ auth }) => auth.oauth2?.scope.split(" ") ?? [];
