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

const context = "https://graph.microsoft.com/beta/$metadata#trustFramework/keySets";
const base64url = (value: string, constraints = {}) => string(value, { format: "base64url", ...constraints });
const secret = (value: string) => base64url(value, { writeOnly: true });
const unixTime = (value: number) => scalar(value, { type: "integer", format: "int64" });
const use = oneOf("string", ["sig", "enc"], ["sign", "SIG", ""]);

const sharedKeyProperties: Record<string, ExpectedValue> = {
  "@odata.context": string(context),
  kid: string("key-1"),
  kty: ref("KeyType"),
  use: ref("KeyUse"),
  status: ref("KeyStatus"),
  nbf: unixTime(1767225600),
  exp: unixTime(1798761600),
  x5c: list(string("MIIB", { format: "byte" })),
  x5t: base64url("Gaid7K8sO8RavMX9fzHir_Wg0fe"),
  e: base64url("AQAB"),
  n: base64url("oNuJk44jzFgZ9R26"),
  d: secret("d-1"),
  p: secret("p_1"),
  q: secret("q1"),
  dp: secret("dp1"),
  dq: secret("dq1"),
  qi: secret("qi1"),
  k: secret("AQHF"),
};

const collectionOf = (schema: string): ExpectedSchema => ({
  directions: ["response"],
  schema: openObject(["value"], {
    "@odata.context": string(context),
    "@odata.nextLink": string("https://graph.microsoft.com/beta/trustFramework/keySets?$skiptoken=1", {
      format: "uri",
    }),
    "@odata.count": scalar(1, { type: "integer", format: "int64" }),
    value: list(ref(schema)),
  }),
});

const errorMembers = { code: ref("ErrorCode"), message: string("The kty is missing."), target: string("keys") };

export const expectedSchemas: Record<string, ExpectedSchema> = {
  TrustFrameworkKey: {
    directions: ["request", "response"],
    schema: openObject(["kty"], {
      ...sharedKeyProperties,
      "@odata.type": string(
        "#microsoft.graph.trustFrameworkKey",
        { pattern: "^#microsoft\\.graph\\.trustFrameworkKey$", deprecated: true },
        {
          pattern: [
            "microsoft.graph.trustFrameworkKey",
            "#microsoft.graph.trustFrameworkKey_v2",
            "x#microsoft.graph.trustFrameworkKey",
          ],
        },
      ),
    }),
  },

  TrustFrameworkKey_v2: {
    directions: ["response"],
    schema: openObject(["kid", "kty"], {
      ...sharedKeyProperties,
      "@odata.type": string(
        "#microsoft.graph.trustFrameworkKey_v2",
        { pattern: "^#microsoft\\.graph\\.trustFrameworkKey_v2$" },
        {
          pattern: [
            "microsoft.graph.trustFrameworkKey_v2",
            "#microsoft.graph.trustFrameworkKey",
            "#microsoft.graph.trustFrameworkKey_v2x",
            "x#microsoft.graph.trustFrameworkKey_v2",
          ],
        },
      ),
    }),
  },

  TrustFrameworkKeySet: {
    directions: ["response"],
    schema: openObject(["id", "keys"], {
      "@odata.context": string(context),
      "@odata.type": ref("KeySetODataType"),
      id: string("B2C_1A_keyset1"),
      keys: list(ref("TrustFrameworkKey")),
    }),
  },

  TrustFrameworkKeySetCollection: collectionOf("TrustFrameworkKeySet"),
  TrustFrameworkKey_v2Collection: collectionOf("TrustFrameworkKey_v2"),

  TrustFrameworkKeySetInput: {
    directions: ["request"],
    schema: closedObject(["id"], {
      "@odata.type": ref("KeySetODataType"),
      id: string("keyset1", { minLength: 1 }),
      keys: list(ref("TrustFrameworkKey")),
    }),
  },

  ReplaceKeySetInput: {
    directions: ["request"],
    schema: closedObject(["keys"], {
      "@odata.type": ref("KeySetODataType"),
      id: string("keyset1", { minLength: 1 }),
      keys: list(ref("TrustFrameworkKey"), { "x-refused": ["kid"] }),
    }),
  },

  GenerateKeyInput: {
    directions: ["request"],
    schema: closedObject(["use", "kty"], {
      use,
      kty: oneOf("string", ["RSA", "oct"], ["rsa", "OCT", "EC"]),
      nbf: unixTime(1767225600),
      exp: unixTime(1798761600),
    }),
  },

  UploadCertificateInput: {
    directions: ["request"],
    schema: closedObject(["key"], {
      key: string("MIIB", { format: "byte", minLength: 4, writeOnly: true }),
    }),
  },

  UploadPkcs12Input: {
    directions: ["request"],
    schema: closedObject(["key"], {
      key: string("MIIB", { format: "byte", minLength: 4, writeOnly: true }),
      password: string("", { format: "password", writeOnly: true }),
    }),
  },

  UploadSecretInput: {
    directions: ["request"],
    schema: closedObject(["use", "k"], {
      use,
      k: string("plain text: ä~8Q!", { format: "password", minLength: 1, writeOnly: true }),
      nbf: unixTime(1767225600),
      exp: unixTime(1798761600),
    }),
  },

  UpdateKeyStatusInput: {
    directions: ["request"],
    schema: closedObject(["status"], {
      status: oneOf("string", ["enabled", "disabled"], ["on", "Enabled", ""]),
    }),
  },

  ODataError: {
    directions: ["response"],
    schema: openObject(["error"], {
      error: openObject(["code", "message"], {
        ...errorMembers,
        details: list(openObject(["code", "message"], errorMembers)),
        innerError: ref("InnerError"),
        innererror: ref("InnerError"),
      }),
    }),
  },

  InnerError: {
    directions: ["response"],
    schema: openObject([], {
      date: string("2026-01-15T09:30:00"),
      "request-id": string("1"),
      "client-request-id": string("2"),
      correlationId: string("3"),
    }),
  },

  KeyType: { directions: ["request", "response"], schema: openEnum(["RSA", "oct"]) },
  KeyUse: { directions: ["request", "response"], schema: openEnum(["sig", "enc"]) },
  KeyStatus: { directions: ["request", "response"], schema: openEnum(["enabled", "disabled"]) },

  KeySetODataType: {
    directions: ["request", "response"],
    schema: string(
      "#microsoft.graph.trustFrameworkKeySet",
      { pattern: "^#microsoft\\.graph\\.trustFrameworkKeySet$", deprecated: true },
      {
        pattern: [
          "microsoft.graph.trustFrameworkKeySet",
          "#microsoft.graph.trustFrameworkKeySets",
          "x#microsoft.graph.trustFrameworkKeySet",
        ],
      },
    ),
  },

  ErrorCode: {
    directions: ["response"],
    schema: openEnum([
      "AADB2C",
      "AADB2C90019",
      "AADB2C90063",
      "AADB2C90213",
      "AADB2C90214",
      "AADB2C90215",
      "AADB2C90253",
      "AADB2C95025",
      "AADB2C95026",
      "AADB2C95028",
      "AADB2C95029",
      "AADB2C95030",
      "AADB2C95031",
      "AADB2C95032",
      "AADB2C95033",
      "AADB2C95034",
      "AADB2C95037",
      "AADB2C95038",
      "AADB2C95039",
      "AADB2C95040",
      "AADB2C95041",
      "AADB2C95042",
      "AADB2C95043",
      "AADB2C95052",
      "AADB2C95053",
      "AADB2C95059",
    ]),
  },
};
