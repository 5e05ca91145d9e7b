// What each operation must be. operations.test.ts and error-codes.test.ts compare the contract with it.

export interface ExpectedOperation {
  /** The method and the path. */
  request: string;
  stage: "current" | "draft" | "undocumented";
  clouds: "all" | "not-stated";
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
const pathSegment = { in: "path", required: true, type: "string", minLength: 1 };

export const expectedOperations: Record<string, ExpectedOperation> = {
  createKeySet: {
    request: "post /trustFramework/keySets",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframework-post-keysets", "draft-create-keysets"],
    permissions: readWrite,
    body: "TrustFrameworkKeySetInput",
    responses: { 201: "TrustFrameworkKeySet" },
    headers: { 201: { Location: { required: true, type: "string", format: "uri-reference" } } },
  },

  addKeySetByReference: {
    request: "post /trustFramework/keySets/$ref",
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
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-uploadcertificate"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    body: "UploadCertificateInput",
    responses: { 200: "TrustFrameworkKey" },
  },

  listKeySets: {
    request: "get /trustFramework/keySets",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframework-list-keysets"],
    permissions: read,
    responses: { 200: "TrustFrameworkKeySetCollection" },
  },

  getKeySet: {
    request: "get /trustFramework/keySets/{id}",
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
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-generatekey"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    body: "GenerateKeyInput",
    responses: { 200: "TrustFrameworkKey" },
  },

  getActiveKey: {
    request: "get /trustFramework/keySets/{id}/getActiveKey",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-getactivekey"],
    permissions: read,
    parameters: { id: pathSegment },
    responses: { 200: "TrustFrameworkKey" },
  },

  uploadPkcs12: {
    request: "post /trustFramework/keySets/{id}/uploadPkcs12",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-uploadpkcs12"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    body: "UploadPkcs12Input",
    responses: { 200: "TrustFrameworkKey" },
  },

  uploadSecret: {
    request: "post /trustFramework/keySets/{id}/uploadSecret",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkeyset-uploadsecret"],
    permissions: readWrite,
    parameters: { id: pathSegment },
    body: "UploadSecretInput",
    responses: { 200: "TrustFrameworkKey" },
  },

  listKeys: {
    request: "get /trustFramework/keySets/{id}/keys_v2",
    stage: "undocumented",
    clouds: "not-stated",
    pages: [],
    permissions: none,
    parameters: { id: pathSegment },
    responses: { 200: "TrustFrameworkKey_v2Collection" },
  },

  getKey: {
    request: "get /trustFramework/keySets/{id}/keys_v2/{kid}",
    stage: "current",
    clouds: "all",
    role: "B2C IEF Keyset Administrator",
    pages: ["trustframeworkkey_v2-get"],
    permissions: readWrite,
    parameters: { id: pathSegment, kid: pathSegment },
    responses: { 200: "TrustFrameworkKey_v2" },
  },

  updateKeyStatus: {
    request: "patch /trustFramework/keySets/{id}/keys_v2/{kid}",
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
