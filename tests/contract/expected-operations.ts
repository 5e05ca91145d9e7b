// What each operation must be. operations.test.ts and error-codes.test.ts compare the contract with it.

export interface ExpectedOperation {
  /** The method and the path. */
  request: string;
  stage: "current" | "draft" | "undocumented";
  clouds: "all" | "not-stated";
  tag: "Key sets" | "Keys";
  /** The role that a page states. */
  role?: string;
  /** The pages that document it, first the one to rely on. */
  pages: string[];
  /** The permissions of a delegated call and of an application. */
  permissions: { least: string[]; higher: string[] };
  /** The constraints of each parameter, in the order of the path. */
  parameters?: Record<string, object>;
  /** The name of the schema of the request's body. */
  body?: string;
  /** The name of the schema of the body, for each status of a success; null if there is no body. */
  responses: Record<string, string | null>;
  /** The headers of each success that has some, with their constraints. */
  headers?: Record<string, Record<string, object>>;
  /** The links of each success that has some: the parameters that they send, by the operation that they lead to. */
  links?: Record<string, Record<string, Record<string, string>>>;
  /** Failures that differ from the usual ones: the response component of a status, or null for a status that isn't returned. */
  failures?: Record<string, string | null>;
}

export const scopes = {
  read: "TrustFrameworkKeySet.Read.All",
  readWrite: "TrustFrameworkKeySet.ReadWrite.All",
};

const read = { least: [scopes.read], higher: [scopes.readWrite] };
const readWrite = { least: [scopes.readWrite], higher: [] };
const none = { least: [], higher: [] };
const idOfRequest = { "path.id": "$request.path.id" };
const kidOfResponse = { ...idOfRequest, "path.kid": "$response.body#/kid" };
const kidOfRequest = { ...idOfRequest, "path.kid": "$request.path.kid" };
const idOfResponse = { "path.id": "$response.body#/id" };
const toKey = { getKey: kidOfResponse, updateKeyStatus: kidOfResponse };
const toNewKeySet = {
  getKeySet: idOfResponse,
  generateKey: idOfResponse,
  uploadCertificate: idOfResponse,
  uploadPkcs12: idOfResponse,
  uploadSecret: idOfResponse,
};
const pathSegment = { in: "path", required: true, type: "string", minLength: 1 };

export const expectedOperations: Record<string, ExpectedOperation> = {
  createKeySet: {
    request: "post /trustFramework/keySets",
    tag: "Key sets",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframework-post-keysets", "draft-create-keysets"],
    permissions: readWrite,
    body: "TrustFrameworkKeySetInput",
    responses: { 201: "TrustFrameworkKeySet" },
    links: { 201: toNewKeySet },
    headers: { 201: { Location: { required: true, type: "string", format: "uri-reference" } } },
  },

  addKeySetByReference: {
    request: "post /trustFramework/keySets/$ref",
    tag: "Key sets",
    stage: "draft",
    clouds: "not-stated",
    pages: ["draft-add-keysets"],
    permissions: none,
    body: "DraftKeySetInput",
    responses: { 201: "DraftKeySet" },
    failures: { 409: null },
  },

  updateKeySets: {
    request: "patch /trustFramework/keySets",
    tag: "Key sets",
    stage: "draft",
    clouds: "not-stated",
    pages: ["draft-update-keysets"],
    permissions: none,
    body: "DraftKeySetInput",
    responses: { 200: "DraftKeySet" },
    failures: { 409: null },
  },

  uploadCertificate: {
    request: "post /trustFramework/keySets/{id}/uploadCertificate",
    tag: "Keys",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-uploadcertificate"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    body: "UploadCertificateInput",
    responses: { 200: "TrustFrameworkKey" },
    links: { 200: toKey },
  },

  listKeySets: {
    request: "get /trustFramework/keySets",
    tag: "Key sets",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframework-list-keysets"],
    permissions: read,
    responses: { 200: "TrustFrameworkKeySetCollection" },
  },

  getKeySet: {
    request: "get /trustFramework/keySets/{id}",
    tag: "Key sets",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-get"],
    permissions: read,
    parameters: { id: pathSegment },
    responses: { 200: "TrustFrameworkKeySet" },
  },

  replaceKeySet: {
    request: "put /trustFramework/keySets/{id}",
    tag: "Key sets",
    stage: "current",
    clouds: "not-stated",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-update"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    body: "ReplaceKeySetInput",
    responses: { 200: "TrustFrameworkKeySet" },
  },

  deleteKeySet: {
    request: "delete /trustFramework/keySets/{id}",
    tag: "Key sets",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-delete"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    responses: { 204: null },
  },

  generateKey: {
    request: "post /trustFramework/keySets/{id}/generateKey",
    tag: "Keys",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-generatekey"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    body: "GenerateKeyInput",
    responses: { 200: "TrustFrameworkKey" },
    links: { 200: toKey },
  },

  getActiveKey: {
    request: "get /trustFramework/keySets/{id}/getActiveKey",
    tag: "Keys",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-getactivekey"],
    permissions: read,
    parameters: { id: pathSegment },
    responses: { 200: "TrustFrameworkKey" },
    links: { 200: toKey },
  },

  uploadPkcs12: {
    request: "post /trustFramework/keySets/{id}/uploadPkcs12",
    tag: "Keys",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-uploadpkcs12"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    body: "UploadPkcs12Input",
    responses: { 200: "TrustFrameworkKey" },
    links: { 200: toKey },
  },

  uploadSecret: {
    request: "post /trustFramework/keySets/{id}/uploadSecret",
    tag: "Keys",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-uploadsecret"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    body: "UploadSecretInput",
    responses: { 200: "TrustFrameworkKey" },
    links: { 200: toKey },
  },

  listKeys: {
    request: "get /trustFramework/keySets/{id}/keys_v2",
    tag: "Keys",
    stage: "undocumented",
    clouds: "not-stated",
    pages: [],
    permissions: none,
    parameters: { id: pathSegment },
    responses: { 200: "TrustFrameworkKey_v2Collection" },
  },

  getKey: {
    request: "get /trustFramework/keySets/{id}/keys_v2/{kid}",
    tag: "Keys",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkey_v2-get"],
    permissions: readWrite,
    parameters: { id: pathSegment, kid: pathSegment },
    responses: { 200: "TrustFrameworkKey_v2" },
    links: { 200: { updateKeyStatus: kidOfRequest } },
  },

  updateKeyStatus: {
    request: "patch /trustFramework/keySets/{id}/keys_v2/{kid}",
    tag: "Keys",
    stage: "current",
    clouds: "not-stated",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkey_v2-update"],
    permissions: readWrite,
    parameters: { id: pathSegment, kid: pathSegment },
    body: "UpdateKeyStatusInput",
    responses: { 204: null },
  },
};

/** The response component of each status with which an operation fails. */
export function expectedFailures({ request, failures = {} }: ExpectedOperation): Record<string, string> {
  const usual = {
    400: "BadRequest",
    401: "Unauthorized",
    403: "Forbidden",
    404: request.includes("{id}") ? "NotFound" : null,
    409: request.startsWith("get ") ? null : "Conflict",
    429: "TooManyRequests",
    500: "InternalServerError",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
    default: "Error",
  };
  const returned = Object.entries<string | null>({ ...usual, ...failures }).filter(
    ([, component]) => component !== null,
  );
  return Object.fromEntries(returned) as Record<string, string>;
}

const requestIds = {
  "request-id": { required: false, type: "string" },
  "client-request-id": { required: false, type: "string" },
};
const retryAfter = { "Retry-After": { required: false, type: "integer", format: "int32", minimum: 0 } };

/** The headers of each failure, with their constraints. */
export const expectedFailureHeaders = (component: string): Record<string, object> =>
  ["TooManyRequests", "InternalServerError", "ServiceUnavailable", "GatewayTimeout"].includes(component)
    ? { ...requestIds, ...retryAfter }
    : requestIds;
