import fc from "fast-check";

/** A request that nobody meant well with. */
export interface HostileRequest {
  method: string;
  path: string;
  headers: [string, string][];
  body: Uint8Array | string;
}

/** Stands for everything that must never come back. */
export const secret = "TopSecretMaterial7f3a";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND"];
const words = [
  "trustFramework",
  "keySets",
  "$ref",
  "keys_v2",
  "generateKey",
  "getActiveKey",
  "getActiveKey()",
  "uploadSecret",
  "uploadPkcs12",
  "uploadCertificate",
  "B2C_1A_a",
  "a",
  "('a')",
  "('",
  "%00",
  "%2e%2e",
  "..",
  "%ff",
  "%",
  "__proto__",
  "constructor",
  "a'b",
  "%F0%9F%98%80",
];
const actions = [
  "",
  "/generateKey",
  "/uploadSecret",
  "/uploadPkcs12",
  "/uploadCertificate",
  "/getActiveKey",
  "/keys_v2/k",
  "/keys_v2",
];

const path = fc.oneof(
  fc.constantFrom(...actions).map((action) => `/beta/trustFramework/keySets/B2C_1A_a${action}`),
  fc.constantFrom(
    "/beta/trustFramework/keySets",
    "/beta/trustFramework/keySets?$skiptoken=YXQgMQ",
    "/beta/trustFramework/keySets/$ref",
  ),
  fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((parts) => `/beta/${parts.join("/")}`),
  fc.webPath(),
);

/** Values that programs trip over. */
const oddValue = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      "sig",
      "enc",
      "RSA",
      "rsa",
      "oct",
      "enabled",
      "disabled",
      "B2C_1A_a",
      "a",
      secret,
      "AQAB",
      `MII${secret}`,
    ),
  },
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e300,
    1.5,
    253402300799,
    253402300800,
    2_000_000_000,
    "",
    "\ud800",
    "\u0000",
    "x".repeat(5000),
    [],
    {},
    [[]],
    { toString: 1 },
  ),
  fc.string({ unit: "binary" }),
  fc.base64String({ maxLength: 400 }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
);

const members = [
  "id",
  "keys",
  "use",
  "kty",
  "k",
  "key",
  "password",
  "nbf",
  "exp",
  "status",
  "kid",
  "n",
  "e",
  "d",
  "p",
  "q",
  "x5c",
  "x5t",
  "@odata.type",
  "__proto__",
  "constructor",
  "hasOwnProperty",
];
const member = fc.constantFrom(...members);
// What is returned by its nature isn't secret, whatever it is.
const publicMembers = ["id", "kid", "n", "e", "x5c", "x5t"];
const withoutPublicSecrets = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).map(([name, content]) => [
      name,
      publicMembers.includes(name) && JSON.stringify(content)?.includes(secret) ? "public" : content,
    ]),
  );

const key = fc.dictionary(member, oddValue, { maxKeys: 6 }).map(withoutPublicSecrets);
const object = fc.dictionary(
  member,
  fc.oneof({ weight: 4, arbitrary: oddValue }, { weight: 1, arbitrary: fc.array(key, { maxLength: 3 }) }),
  { maxKeys: 6 },
);
/** Bodies that are nearly or quite right. */
const fitting = fc.record(
  {
    id: fc.constantFrom("a", "b"),
    use: fc.constantFrom("sig", "enc"),
    kty: fc.constantFrom("RSA", "oct"),
    k: fc.constant(secret),
    key: fc.base64String(),
    password: fc.constant(secret),
    status: fc.constantFrom("enabled", "disabled"),
    keys: fc.array(key, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const body: fc.Arbitrary<HostileRequest["body"]> = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(object.map(withoutPublicSecrets), fitting).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "{",
      "[",
      "[".repeat(10_000),
      '{"a":'.repeat(5_000),
      `{"k":"${secret}"`,
      "\ufeff{}",
      "null",
      '{"id":"a","id":"b"}',
    ),
  },
);

const header = fc.oneof(
  fc.constantFrom<[string, string]>(
    ["Content-Type", "application/json"],
    ["Content-Type", "text/xml"],
    ["Authorization", `Basic ${secret}`],
    ["Authorization", "Bearer"],
    ["client-request-id", secret],
    ["Content-Encoding", "gzip"],
    ["If-Match", "*"],
    ["X-HTTP-Method-Override", "DELETE"],
  ),
);

const oddRequest: fc.Arbitrary<HostileRequest> = fc.record({
  method: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE") },
    { weight: 1, arbitrary: fc.constantFrom(...methods) },
  ),
  path,
  headers: fc
    .array(header, { maxLength: 2 })
    .map((more): [string, string][] => [["Authorization", "Bearer t"], ["Content-Type", "application/json"], ...more]),
  body,
});

/** Requests that mostly work, so that there is something to disturb. */
const usualRequest: fc.Arbitrary<HostileRequest> = fc
  .tuple(
    fc.constantFrom(
      ["POST", ""],
      ["PUT", "/B2C_1A_a"],
      ["DELETE", "/B2C_1A_a"],
      ["DELETE", "/B2C_1A_a.bak"],
      ["POST", "/B2C_1A_a/generateKey"],
      ["POST", "/B2C_1A_a/uploadSecret"],
      ["GET", "/B2C_1A_a"],
    ),
    fc.constantFrom(
      { id: "a" },
      { keys: [] },
      { use: "sig", kty: "oct" },
      { use: "sig", kty: "RSA" },
      { use: "sig", k: secret },
    ),
  )
  .map(([[method = "", path = ""], content]) => ({
    method,
    path: `/beta/trustFramework/keySets${path}`,
    headers: [
      ["Authorization", "Bearer t"],
      ["Content-Type", "application/json"],
    ],
    body: JSON.stringify(content),
  }));

export const hostileRequest: fc.Arbitrary<HostileRequest> = fc.oneof(
  { weight: 3, arbitrary: oddRequest },
  { weight: 1, arbitrary: usualRequest },
);

const origin = "https://graph.microsoft.com";

/** Sends a request and returns its status and all that came back. Methods that can't have a body are sent without one. */
export async function sendHostile(
  fetch: typeof globalThis.fetch,
  { method, path, headers, body }: HostileRequest,
): Promise<{ status: number; text: string }> {
  const hasBody = method !== "GET" && method !== "HEAD";
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: Object.fromEntries(headers),
    ...(hasBody && { body: body as BodyInit }),
  });
  return { status: response.status, text: `${[...response.headers].join()}${await response.text()}` };
}
