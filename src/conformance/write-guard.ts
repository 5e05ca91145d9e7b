/** A request on its way to the service, with its path below the base URL, still encoded. */
export interface OutgoingRequest {
  method: string;
  path: string;
  body: string;
}

/** Part of the names of the key sets of a run. No other key set is written to. */
export const namePart = "conformance";

const collection = "/trustFramework/keySets";
const actions = new Set(["generateKey", "uploadCertificate", "uploadPkcs12", "uploadSecret"]);

/** Whether an ID is one that a run made: `conformance`, the run, and more letters and digits, with or without the prefix. */
export const isNameOfRun = (id: string, run: string): boolean =>
  id.match(/^(?:B2C_1A_)?conformance([A-Za-z0-9]+)(?:\.bak)?$/)?.[1]?.startsWith(run) ?? false;

/** Why a request is blocked, or undefined if it only reads, or writes to a key set of this run. */
export function blockReason(request: OutgoingRequest, run: string): string | undefined {
  const path = withoutQuery(request.path);
  if (!path.startsWith(collection)) return `${path} isn't a path of key sets`;
  if (request.method === "GET") return undefined;
  if (path === collection) {
    if (request.method !== "POST") return `${request.method} on all key sets`;
    const id = idInBody(request.body);
    return id === undefined || isNameOfRun(id, run) ? undefined : "the body names a key set that this run didn't make";
  }
  const [, id, ...rest] = path.slice(collection.length).split("/").map(decoded);
  if (id === undefined || !isNameOfRun(id, run)) return "the path names a key set that this run didn't make";
  return isKnownWrite(request.method, rest) ? undefined : `${request.method} on this path isn't a known write`;
}

/** The ID that a body gives to a new key set. A body without one names no key set, so that it can't hit a wrong one. */
export function idInBody(body: string): string | undefined {
  try {
    const { id } = JSON.parse(body);
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}

/** The ID of the key set that a path names. */
export function idInPath(path: string): string | undefined {
  const [, id] = withoutQuery(path).slice(collection.length).split("/");
  return id === undefined ? undefined : decoded(id);
}

const withoutQuery = (path: string): string => path.replace(/\?.*$/, "");

function isKnownWrite(method: string, rest: (string | undefined)[]): boolean {
  const [first = "", second = ""] = rest;
  if (rest.length === 0) return method === "PUT" || method === "DELETE";
  if (rest.length === 1) return method === "POST" && actions.has(first);
  return rest.length === 2 && method === "PATCH" && first === "keys_v2" && second !== "";
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
