import type { OpenAPIV3 } from "openapi-types";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import type { Operation } from "../../scripts/contract/operations.ts";
import { components, document, isReference, nameOf, operations, resolve } from "../support/document.ts";
import { must } from "../support/must.ts";
import { expectedFailureHeaders, expectedFailures, expectedOperations, scopes } from "./expected-operations.ts";

/** The description of each failure. */
const failureTexts: Record<string, string> = {
  BadRequest: "The request failed. The code says why.",
  Unauthorized: "The access token is missing, expired, or issued for another service. Get a new token.",
  Forbidden: "The token lacks a permission, or its user lacks the role.",
  NotFound: "The resource doesn't exist. A missing key set reportedly returns 400 instead.",
  Conflict:
    "The request conflicts with the state of the key set. Which status the service sends isn't documented, so check the code.",
  TooManyRequests: "Too many requests. Wait for the time in `Retry-After`, then retry.",
  InternalServerError:
    "Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect.",
  ServiceUnavailable: "The service is temporarily unavailable. Wait for the time in `Retry-After`, then retry.",
  GatewayTimeout:
    "The service took too long. Before you retry a write, read the key set to see whether the write took effect.",
  Error: "The request failed in another way. The body says why.",
};

// An operation that isn't in the contract fails each of its tests, and only those.
const absent: Pick<Operation, "method" | "path" | "definition"> = {
  method: "trace",
  path: "",
  definition: { responses: {} } as Operation["definition"],
};

test("the contract has the expected operations and no others", () => {
  const fix = "Write what each operation must be into tests/contract/expected-operations.ts";
  expect([...operations.keys()].sort(), fix).toEqual(Object.keys(expectedOperations).sort());
});

describe.each(Object.entries(expectedOperations))("%s", (id, expected) => {
  const { method, path, definition } = operations.get(id) ?? absent;
  const responses = Object.entries(definition.responses);
  const failures = Object.entries(expectedFailures(expected));

  test("has its method and path", () => {
    expect(`${method} ${path}`).toBe(expected.request);
  });

  test("is in its group", () => {
    expect(definition.tags).toEqual([expected.tag]);
  });

  test("states its stage, clouds, role, and pages, and is deprecated if it is a draft", () => {
    const { stage, clouds, role = "not-stated", pages } = expected;
    expect(definition).toMatchObject({ "x-stage": stage, "x-clouds": clouds, "x-role": role, "x-pages": pages });
    expect(definition.deprecated ?? false).toBe(stage === "draft");
  });

  test("requires its permission, delegated or application, and accepts no personal account", () => {
    expect(definition["x-permissions"]).toEqual({
      delegated: expected.permissions,
      application: expected.permissions,
      personal: "not-supported",
    });
    expect(definition.security).toEqual([
      { delegated: expected.permissions.least },
      { application: ["https://graph.microsoft.com/.default"] },
    ]);
  });

  test("accepts its parameters and no others", () => {
    const parameters = [...(document.paths[path]?.parameters ?? []), ...(definition.parameters ?? [])].map(
      (parameter) => resolve<OpenAPIV3.ParameterObject>(parameter),
    );
    expect(parameters.map((parameter) => [parameter.name, constraintsOf(parameter)])).toEqual(
      Object.entries(expected.parameters ?? {}),
    );
  });

  test("requires its body, as JSON only", () => {
    const { requestBody } = definition;
    const body = requestBody && resolve<OpenAPIV3.RequestBodyObject>(requestBody);
    expect(body && { required: body.required, content: contentOf(body) }).toEqual(
      expected.body && { required: true, content: { "application/json": expected.body } },
    );
  });

  test("returns its statuses, with their schemas, as JSON only", () => {
    const expectedSchemas: [string, string | null][] = [
      ...Object.entries(expected.responses),
      ...failures.map(([status]): [string, string] => [status, "ODataError"]),
    ];
    const returned = responses.map(([status, response]) => [status, contentOf(resolve(response))]);
    expect(Object.fromEntries(returned)).toEqual(
      Object.fromEntries(
        expectedSchemas.map(([status, schema]) => [status, schema === null ? {} : { "application/json": schema }]),
      ),
    );
  });

  test("describes each failure by the response that its status stands for", () => {
    const described = responses.filter(([status]) => !(status in expected.responses));
    const names = described.map(([status, response]) => [status, resolve(response).description]);
    const texts = failures.map(([status, component]) => [status, must(failureTexts[component], component)]);
    expect(Object.fromEntries(names)).toEqual(Object.fromEntries(texts));
  });

  test("links to its operations, with the values that they need", () => {
    const linked = responses.map(([status, response]) => [status, Object.fromEntries(linksOf(resolve(response)))]);
    const expectedLinks = responses.map(([status]) => [status, expected.links?.[status] ?? {}]);
    expect(Object.fromEntries(linked)).toEqual({ ...Object.fromEntries(expectedLinks), ...expected.links });
  });

  test("returns its headers", () => {
    const returned = responses.map(([status, response]) => {
      const headers = Object.entries(resolve<OpenAPIV3.ResponseObject>(response).headers ?? {});
      return [status, Object.fromEntries(headers.map(([name, header]) => [name, constraintsOf(resolve(header))]))];
    });
    const expectedHeaders = [
      ...Object.keys(expected.responses).map((status) => [status, expected.headers?.[status] ?? {}]),
      ...failures.map(([status, component]) => [status, expectedFailureHeaders(component)]),
    ];
    expect(Object.fromEntries(returned)).toEqual(Object.fromEntries(expectedHeaders));
  });
});

/** Of each link, the operation that it leads to, with the parameters that it sends. */
const linksOf = ({ links = {} }: OpenAPIV3.ResponseObject) =>
  Object.values(links)
    .map((link) => resolve<OpenAPIV3.LinkObject>(link))
    .map(({ operationId = "", parameters, description, ...more }) => [operationId, { ...parameters, ...more }]);

/** The name of the schema of each media type. */
function contentOf({ content = {} }: { content?: OpenAPIV3.RequestBodyObject["content"] }): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(content).map(([type, { schema }]) => [
      type,
      schema && isReference(schema) ? nameOf(schema) : schema,
    ]),
  );
}

/** What a parameter or a header states, without its name and its words. */
function constraintsOf(parameter: OpenAPIV3.HeaderObject & { name?: string }): object {
  const { name, description, example, schema, ...constraints } = parameter;
  return { ...constraints, ...schema };
}

test("the contract is OpenAPI 3.0.3, which every portal accepts", () => {
  expect(document.openapi).toBe("3.0.3");
});

test("the description explains each extension that the contract uses, and no other", () => {
  const used = [...JSON.stringify(document).matchAll(/"(x-[a-z-]+)":/g)].map(([, name]) => name);
  const explained = [...(document.info.description ?? "").matchAll(/^- `(x-[a-z-]+)`: /gm)].map(([, name]) => name);
  expect(explained.sort()).toEqual([...new Set(used)].sort());
});

test("the contract has the version of the package", () => {
  expect(document.info.version).toBe(manifest.version);
});

test("the contract names the namespace of Microsoft Graph", () => {
  expect(document.info).toMatchObject({ "x-namespace": "microsoft.graph" });
});

test("the servers are the beta version in the four national clouds, each with its sign-in host and scope", () => {
  expect(document.servers?.map(({ description, ...server }) => server)).toEqual(
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

test("users sign in with OAuth 2.0 in their B2C tenant, and ask for a permission", () => {
  const signIn = "https://login.microsoftonline.com/your-tenant.onmicrosoft.com/oauth2/v2.0";
  const described = { [scopes.read]: expect.any(String), [scopes.readWrite]: expect.any(String) };
  const { description, ...scheme } = resolve(must(components.securitySchemes?.delegated, "a scheme delegated"));
  expect(scheme).toEqual({
    type: "oauth2",
    flows: {
      authorizationCode: { authorizationUrl: `${signIn}/authorize`, tokenUrl: `${signIn}/token`, scopes: described },
    },
    "x-permission-ids": {
      "TrustFrameworkKeySet.Read.All": "7ad34336-f5b1-44ce-8682-31d7dfcd9ab9",
      "TrustFrameworkKeySet.ReadWrite.All": "39244520-1e7d-4b4a-aee0-57c65826e427",
    },
  });
});

test("applications sign in with OAuth 2.0 in the B2C tenant, and ask for all permissions that they hold", () => {
  const { description, ...scheme } = resolve(must(components.securitySchemes?.application, "a scheme application"));
  const everything = "https://graph.microsoft.com/.default";
  expect(scheme).toEqual({
    type: "oauth2",
    flows: {
      clientCredentials: {
        tokenUrl: "https://login.microsoftonline.com/your-tenant.onmicrosoft.com/oauth2/v2.0/token",
        scopes: { [everything]: expect.any(String) },
      },
    },
    "x-permission-ids": {
      "TrustFrameworkKeySet.Read.All": "fff194f1-7dce-4428-8301-1badb5518201",
      "TrustFrameworkKeySet.ReadWrite.All": "4a771c9a-1cf2-4609-b88e-3d3e02d539cd",
    },
  });
  expect(document.security).toEqual([{ delegated: [scopes.readWrite] }, { application: [everything] }]);
});
