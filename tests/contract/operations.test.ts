import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import type { Operation } from "../../scripts/contract/operations.ts";
import { document, operations, resolve } from "../support/document.ts";

const readWrite = "TrustFrameworkKeySet.ReadWrite.All";
const writing = { least: [readWrite], higher: [] as string[] };
const reading = { least: ["TrustFrameworkKeySet.Read.All"], higher: [readWrite] };
const role = "B2C IEF Keyset Administrator";
const segment = { in: "path", required: true, type: "string", minLength: 1 };

/** What the contract promises of each operation, written out by hand. */
const promised: Record<string, Promised> = {
  createKeySet: {
    request: "post /trustFramework/keySets",
    stage: "current",
    clouds: "all",
    role,
    pages: ["trustframework-post-keysets", "draft-create-keysets"],
    permission: writing,
    body: "TrustFrameworkKeySetInput",
    answers: { 201: "TrustFrameworkKeySet" },
    headers: { 201: { Location: { required: true, type: "string", format: "uri-reference" } } },
  },
  addKeySetByReference: {
    request: "post /trustFramework/keySets/$ref",
    stage: "draft",
    clouds: "not-stated",
    pages: ["draft-add-keysets"],
    permission: writing,
    body: "TrustFrameworkKeySetInput",
    answers: { 201: "TrustFrameworkKeySet" },
  },
  updateKeySets: {
    request: "patch /trustFramework/keySets",
    stage: "draft",
    clouds: "not-stated",
    pages: ["draft-update-keysets"],
    permission: writing,
    body: "TrustFrameworkKeySetInput",
    answers: { 200: "TrustFrameworkKeySet" },
  },
  uploadCertificate: {
    request: "post /trustFramework/keySets/{id}/uploadCertificate",
    stage: "current",
    clouds: "all",
    pages: ["trustframeworkkeyset-uploadcertificate"],
    permission: writing,
    parameters: { id: segment },
    body: "UploadCertificateInput",
    answers: { 200: "TrustFrameworkKey" },
  },
  listKeySets: {
    request: "get /trustFramework/keySets",
    stage: "current",
    clouds: "all",
    pages: ["trustframework-list-keysets"],
    permission: reading,
    answers: { 200: "TrustFrameworkKeySetCollection" },
  },
  getKeySet: {
    request: "get /trustFramework/keySets/{id}",
    stage: "current",
    clouds: "not-stated",
    pages: ["trustframeworkkeyset-get"],
    permission: reading,
    parameters: { id: segment },
    answers: { 200: "TrustFrameworkKeySet" },
  },
  replaceKeySet: {
    request: "put /trustFramework/keySets/{id}",
    stage: "current",
    clouds: "not-stated",
    role,
    pages: ["trustframeworkkeyset-update"],
    permission: writing,
    parameters: { id: segment },
    body: "ReplaceKeySetInput",
    answers: { 200: "TrustFrameworkKeySet" },
  },
  deleteKeySet: {
    request: "delete /trustFramework/keySets/{id}",
    stage: "current",
    clouds: "not-stated",
    pages: ["trustframeworkkeyset-delete"],
    permission: writing,
    parameters: { id: segment },
    answers: { 204: "" },
  },
  generateKey: {
    request: "post /trustFramework/keySets/{id}/generateKey",
    stage: "current",
    clouds: "all",
    pages: ["trustframeworkkeyset-generatekey"],
    permission: writing,
    parameters: { id: segment },
    body: "GenerateKeyInput",
    answers: { 200: "TrustFrameworkKey" },
  },
  getActiveKey: {
    request: "get /trustFramework/keySets/{id}/getActiveKey",
    stage: "current",
    clouds: "all",
    role,
    pages: ["trustframeworkkeyset-getactivekey"],
    permission: reading,
    parameters: { id: segment },
    answers: { 200: "TrustFrameworkKey" },
  },
  uploadPkcs12: {
    request: "post /trustFramework/keySets/{id}/uploadPkcs12",
    stage: "current",
    clouds: "all",
    role,
    pages: ["trustframeworkkeyset-uploadpkcs12"],
    permission: writing,
    parameters: { id: segment },
    body: "UploadPkcs12Input",
    answers: { 200: "TrustFrameworkKey" },
  },
  uploadSecret: {
    request: "post /trustFramework/keySets/{id}/uploadSecret",
    stage: "current",
    clouds: "all",
    role,
    pages: ["trustframeworkkeyset-uploadsecret"],
    permission: writing,
    parameters: { id: segment },
    body: "UploadSecretInput",
    answers: { 200: "TrustFrameworkKey" },
  },
  listKeys: {
    request: "get /trustFramework/keySets/{id}/keys_v2",
    stage: "undocumented",
    clouds: "not-stated",
    pages: [],
    permission: writing,
    parameters: { id: segment },
    answers: { 200: "TrustFrameworkKey_v2Collection" },
  },
  getKey: {
    request: "get /trustFramework/keySets/{id}/keys_v2/{kid}",
    stage: "current",
    clouds: "all",
    pages: ["trustframeworkkey_v2-get"],
    permission: writing,
    parameters: { id: segment, kid: segment },
    answers: { 200: "TrustFrameworkKey_v2" },
  },
  updateKeyStatus: {
    request: "patch /trustFramework/keySets/{id}/keys_v2/{kid}",
    stage: "current",
    clouds: "not-stated",
    role,
    pages: ["trustframeworkkey_v2-update"],
    permission: writing,
    parameters: { id: segment, kid: segment },
    body: "UpdateKeyStatusInput",
    answers: { 204: "" },
  },
};

/** How any operation fails. */
const failuresOf = (request: string) => [
  "400",
  "401",
  "403",
  ...(request.includes("{id}") ? ["404"] : []),
  ...(request.startsWith("get") ? [] : ["409"]),
  "429",
  "5XX",
  "default",
];
const meaning: Record<string, string> = {
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  409: "Conflict",
  429: "TooManyRequests",
  "5XX": "ServiceError",
  default: "Error",
};
const ids = {
  "request-id": { required: false, type: "string" },
  "client-request-id": { required: false, type: "string" },
};
const wait = { "Retry-After": { required: false, type: "integer", minimum: 0 } };
const waitingFailures = ["429", "5XX"];

interface Promised {
  request: string;
  stage: string;
  clouds: string;
  /** The role that a page states. */
  role?: string;
  pages: string[];
  permission: { least: string[]; higher: string[] };
  parameters?: Record<string, unknown>;
  body?: string;
  answers: Record<string, string>;
  headers?: Record<string, unknown>;
}

const absent: Partial<Operation> & Pick<Operation, "path" | "definition"> = {
  path: "",
  definition: { responses: {} } as Operation["definition"],
};
const schemaNames = (content: any) =>
  Object.entries<any>(content).map(([type, { schema }]) => `${type} ${schema.$ref.split("/").at(-1)}`);
const plain = ({ description, example, name, ...rest }: any) => {
  const { schema, ...constraints } = rest;
  return { ...constraints, ...schema };
};

test("has these operations and no other", () => {
  expect([...operations.keys()].sort()).toEqual(Object.keys(promised).sort());
});

describe.each(Object.entries(promised))("%s", (id, expected) => {
  const { method, path, definition } = operations.get(id) ?? absent;
  const item = document.paths[path] as any;

  test("stands at its method and path", () => {
    expect(`${method} ${path}`).toBe(expected.request);
  });

  test("tells its stage, clouds, role and pages, and is deprecated if it is no current one", () => {
    const { stage, clouds, role = "not-stated", pages } = expected;
    expect(definition).toMatchObject({ "x-stage": stage, "x-clouds": clouds, "x-role": role, "x-pages": pages });
    expect(definition.deprecated ?? false).toBe(expected.stage !== "current");
  });

  test("asks for its least permission, delegated or application, and for no personal account", () => {
    expect(definition["x-permissions"]).toEqual({
      delegated: expected.permission,
      application: expected.permission,
      personal: "not-supported",
    });
    expect(definition.security).toEqual([{ oauth2: expected.permission.least }]);
  });

  test("takes its parameters and no other", () => {
    const parameters = [...(item.parameters ?? []), ...(definition.parameters ?? [])].map(resolve);
    expect(parameters.map((parameter) => [parameter.name, plain(parameter)])).toEqual(
      Object.entries(expected.parameters ?? {}),
    );
  });

  test("takes its body, which is required, as JSON alone", () => {
    const body = definition.requestBody as any;
    expect(body && { required: body.required, content: schemaNames(body.content) }).toEqual(
      expected.body && { required: true, content: [`application/json ${expected.body}`] },
    );
  });

  test("answers with these statuses and schemas, as JSON alone", () => {
    const answers = Object.entries(definition.responses).map(([status, response]) => [
      status,
      schemaNames(resolve(response).content ?? {}),
    ]);
    const failures = Object.fromEntries(failuresOf(expected.request).map((status) => [status, "ODataError"]));
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(
        Object.entries({ ...expected.answers, ...failures }).map(([status, schema]) => [
          status,
          schema ? [`application/json ${schema}`] : [],
        ]),
      ),
    );
  });

  test("describes each failure as what its status means", () => {
    const failures = Object.entries(definition.responses).filter(([status]) => !status.startsWith("2"));
    for (const [status, response] of failures)
      expect(response).toEqual({ $ref: `#/components/responses/${meaning[status]}` });
  });

  test("promises these headers", () => {
    const headers = Object.entries(definition.responses).flatMap(([status, response]) => {
      const declared = Object.entries(resolve(response).headers ?? {}).map(([name, header]) => [
        name,
        plain(resolve(header)),
      ]);
      return declared.length > 0 ? [[status, Object.fromEntries(declared)]] : [];
    });
    const failures = failuresOf(expected.request).map((status) => [
      status,
      waitingFailures.includes(status) ? { ...ids, ...wait } : ids,
    ]);
    expect(Object.fromEntries(headers)).toEqual({ ...Object.fromEntries(failures), ...expected.headers });
  });
});

test("is OpenAPI 3.0.3, which every portal takes", () => {
  expect(document.openapi).toBe("3.0.3");
});

test("explains in its description each extension that it uses", () => {
  const used = [...JSON.stringify(document).matchAll(/"(x-[a-z-]+)":/g)].map(([, name]) => name!);
  expect([...document.info.description!.matchAll(/^- `(x-[a-z-]+)`: /gm)].map(([, name]) => name!).sort()).toEqual(
    [...new Set(used)].sort(),
  );
});

test("has the package's version", () => {
  expect(document.info.version).toBe(manifest.version);
});

test("is served from the beta version in the four national clouds, each with its sign-in host and scope", () => {
  expect(document.servers!.map(({ description, ...server }) => server)).toEqual(
    [
      { cloud: "global", host: "https://graph.microsoft.com", signIn: "https://login.microsoftonline.com" },
      { cloud: "usGovernmentL4", host: "https://graph.microsoft.us", signIn: "https://login.microsoftonline.us" },
      { cloud: "usGovernmentL5", host: "https://dod-graph.microsoft.us", signIn: "https://login.microsoftonline.us" },
      { cloud: "china", host: "https://microsoftgraph.chinacloudapi.cn", signIn: "https://login.chinacloudapi.cn" },
    ].map(({ cloud, host, signIn }) => ({
      url: `${host}/beta`,
      "x-cloud": cloud,
      "x-sign-in": signIn,
      "x-default-scope": `${host}/.default`,
    })),
  );
});

test("is signed in to with OAuth 2.0, for a user or for an application", () => {
  const { type, flows, ...extensions } = document.components!.securitySchemes!.oauth2 as any;
  const signIn = "https://login.microsoftonline.com/organizations/oauth2/v2.0";
  const scopes = { [reading.least[0]!]: expect.any(String), [readWrite]: expect.any(String) };
  expect({ type, flows }).toEqual({
    type: "oauth2",
    flows: {
      authorizationCode: { authorizationUrl: `${signIn}/authorize`, tokenUrl: `${signIn}/token`, scopes },
      clientCredentials: { tokenUrl: `${signIn}/token`, scopes },
    },
  });
  expect(extensions["x-permission-ids"]).toEqual({
    "TrustFrameworkKeySet.Read.All": {
      delegated: "7ad34336-f5b1-44ce-8682-31d7dfcd9ab9",
      application: "fff194f1-7dce-4428-8301-1badb5518201",
    },
    "TrustFrameworkKeySet.ReadWrite.All": {
      delegated: "39244520-1e7d-4b4a-aee0-57c65826e427",
      application: "4a771c9a-1cf2-4609-b88e-3d3e02d539cd",
    },
  });
  expect(document.security).toEqual([{ oauth2: [readWrite] }]);
  expect((document.info as any)["x-namespace"]).toBe("microsoft.graph");
});

test("tells which members the service refuses in a list", () => {
  const lists = Object.entries(document.components!.schemas!).flatMap(([name, schema]) =>
    Object.entries((schema as any).properties ?? {}).flatMap(([property, { "x-refused": refused }]: any) =>
      refused ? [[`${name}.${property}`, refused]] : [],
    ),
  );
  expect(lists).toEqual([["ReplaceKeySetInput.keys", ["kid"]]]);
});
