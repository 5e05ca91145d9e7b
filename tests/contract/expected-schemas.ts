// What each named schema must be. schemas.test.ts compares the contract with it, in both directions.
import {
  closedObject,
  type ExpectedSchema,
  type ExpectedValue,
  list,
  oneOf,
  openEnum,
  openObject,
  ref,
  scalar,
  string,
} from "../support/expected-value.ts";
import { expectedStatuses } from "./expected-error-codes.ts";

const context = "https://graph.microsoft.com/beta/$metadata#trustFramework/keySets";

/** What may be null in a response, as Microsoft Graph returns null for a property without a value. */
const nullable = (value: ExpectedValue): ExpectedValue => ({
  ...value,
  constraints: { ...value.constraints, nullable: true },
  accepted: [...(value.accepted ?? []), null],
});

const base64 = (value: string, constraints = {}) => string(value, { "x-encoding": "base64", ...constraints });
const base64url = (value: string, constraints = {}) => string(value, { format: "base64url", ...constraints });
const secret = (value: string) => base64url(value, { writeOnly: true });
const unixTime = (value: number, constraints = {}) =>
  scalar(value, { type: "integer", format: "int64", ...constraints });
// Until 9999-12-31, so that milliseconds are out of range.
const sentTime = (value: number) => unixTime(value, { minimum: 0, maximum: 253402300799 });
const odataType = (value: string) => string(value, { format: "uri-reference" });
const odataContext = string(context, { format: "uri" });
const use = oneOf("string", ["sig", "enc"], ["sign", "SIG", ""]);

const publicMembers = {
  kid: string("key-1"),
  x5c: list(base64("MIIB")),
  x5t: base64url("Gaid7K8sO8RavMX9fzHir_Wg0fe"),
  e: base64url("AQAB"),
  n: base64url("oNuJk44jzFgZ9R26"),
};

const secrets = {
  d: secret("d-1"),
  p: secret("p_1"),
  q: secret("q1"),
  dp: secret("dp1"),
  dq: secret("dq1"),
  qi: secret("qi1"),
  k: secret("AQHF"),
};

const allNullable = (properties: Record<string, ExpectedValue>): Record<string, ExpectedValue> =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, nullable(value)]));

const returnedKey = {
  ...allNullable({
    "@odata.context": odataContext,
    "@odata.type": odataType("#microsoft.graph.trustFrameworkKey"),
    nbf: unixTime(1767225600),
    exp: unixTime(1798761600),
    ...publicMembers,
    ...secrets,
  }),
  kty: ref("KeyType"),
  use: ref("KeyUse"),
  status: ref("KeyStatus"),
};

const collectionOf = (schema: string): ExpectedSchema => ({
  directions: ["response"],
  schema: openObject(["value"], {
    ...allNullable({
      "@odata.context": odataContext,
      "@odata.nextLink": string("https://graph.microsoft.com/beta/trustFramework/keySets?$skiptoken=1", {
        format: "uri",
      }),
      "@odata.count": scalar(1, { type: "integer", format: "int64" }),
    }),
    value: list(ref(schema)),
  }),
});

const errorMembers = {
  code: ref("ErrorCode"),
  message: string("The kty is missing."),
  target: nullable(string("keys")),
};

export const expectedSchemas: Record<string, ExpectedSchema> = {
  TrustFrameworkKey: { directions: ["response"], schema: openObject(["kty"], returnedKey) },

  TrustFrameworkKey_v2: {
    directions: ["response"],
    schema: openObject(["kid", "kty"], { ...returnedKey, kid: publicMembers.kid }),
  },

  TrustFrameworkKeyInput: {
    directions: ["request"],
    schema: closedObject(["kty"], {
      "@odata.type": odataType("#microsoft.graph.trustFrameworkKey"),
      ...publicMembers,
      ...secrets,
      kty: openEnum(["RSA", "rsa", "oct"]),
      use: openEnum(["sig", "enc"]),
      status: openEnum(["enabled", "disabled"]),
      nbf: sentTime(1767225600),
      exp: sentTime(1798761600),
    }),
  },

  TrustFrameworkKeySet: {
    directions: ["response"],
    schema: openObject(["id"], {
      "@odata.context": nullable(odataContext),
      "@odata.type": nullable(odataType("#microsoft.graph.trustFrameworkKeySet")),
      id: string("B2C_1A_keyset1"),
      keys: nullable(list(ref("TrustFrameworkKey"))),
    }),
  },

  TrustFrameworkKeySetCollection: collectionOf("TrustFrameworkKeySet"),
  TrustFrameworkKey_v2Collection: collectionOf("TrustFrameworkKey_v2"),

  TrustFrameworkKeySetInput: {
    directions: ["request"],
    schema: closedObject(["id"], {
      "@odata.type": odataType("#microsoft.graph.trustFrameworkKeySet"),
      id: string("keyset1"),
      keys: list(ref("TrustFrameworkKeyInput")),
    }),
  },

  ReplaceKeySetInput: {
    directions: ["request"],
    schema: closedObject(["keys"], {
      "@odata.type": odataType("#microsoft.graph.trustFrameworkKeySet"),
      id: string("keyset1"),
      keys: list(ref("TrustFrameworkKeyInput"), { "x-refused": ["kid"] }),
    }),
  },

  GenerateKeyInput: {
    directions: ["request"],
    schema: closedObject(["use", "kty"], {
      use,
      kty: oneOf("string", ["RSA", "rsa", "oct"], ["OCT", "EC", ""]),
      nbf: sentTime(1767225600),
      exp: sentTime(1798761600),
    }),
  },

  UploadCertificateInput: {
    directions: ["request"],
    schema: closedObject(["key"], { key: base64("MIIB", { writeOnly: true }) }),
  },

  UploadPkcs12Input: {
    directions: ["request"],
    schema: closedObject(["key"], {
      key: base64("MIIB", { writeOnly: true }),
      password: string("", { format: "password", writeOnly: true }),
    }),
  },

  UploadSecretInput: {
    directions: ["request"],
    schema: closedObject(["use", "k"], {
      use,
      k: string("plain text: ä~8Q!", { format: "password", writeOnly: true }),
      nbf: sentTime(1767225600),
      exp: sentTime(1798761600),
    }),
  },

  UpdateKeyStatusInput: {
    directions: ["request"],
    schema: closedObject(["status"], {
      status: oneOf("string", ["enabled", "disabled"], ["on", "Enabled", ""]),
    }),
  },

  DraftKey: {
    directions: ["request", "response"],
    schema: openObject(
      [],
      allNullable({
        "@odata.type": odataType("microsoft.graph.trustFrameworkKey"),
        ...publicMembers,
        ...secrets,
        kty: string("Kty value"),
        use: string("Use value"),
        nbf: unixTime(3),
        exp: unixTime(3),
      }),
    ),
  },

  DraftKeySet: {
    directions: ["response"],
    schema: openObject(
      [],
      allNullable({
        "@odata.type": odataType("#microsoft.graph.trustFrameworkKeySet"),
        id: string("keyset1"),
        keys: list(ref("DraftKey")),
      }),
    ),
  },

  DraftKeySetInput: {
    directions: ["request"],
    schema: closedObject([], {
      "@odata.type": odataType("#microsoft.graph.trustFrameworkKeySet"),
      id: string("keyset1"),
      keys: list(ref("DraftKey")),
    }),
  },

  ODataError: {
    directions: ["response"],
    schema: openObject(["error"], {
      error: openObject(["code", "message"], {
        ...errorMembers,
        details: nullable(list(openObject(["code", "message"], errorMembers))),
        innerError: ref("InnerError"),
      }),
    }),
  },

  InnerError: {
    directions: ["response"],
    schema: nullable(
      openObject(
        [],
        allNullable({
          date: string("2026-01-15T09:30:00"),
          "request-id": string("1"),
          "client-request-id": string("2"),
          correlationId: string("3"),
        }),
      ),
    ),
  },

  KeyType: { directions: ["response"], schema: openEnum(["RSA", "oct"]) },
  KeyUse: { directions: ["response"], schema: nullable(openEnum(["sig", "enc"])) },
  KeyStatus: { directions: ["response"], schema: nullable(openEnum(["enabled", "disabled"])) },

  ErrorCode: { directions: ["response"], schema: openEnum(Object.keys(expectedStatuses).sort()) },
};
