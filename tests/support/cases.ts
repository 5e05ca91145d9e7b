import type { Direction } from "./validator.ts";

/** What a schema takes and refuses, written out by hand: the contract is held against it, not the other way round. */
export interface SchemaCase {
  directions: Direction[];
  /** Only what is required. */
  least: unknown;
  /** Every property, each with a valid value. */
  full: unknown;
  required: string[];
  /** Values that a place must refuse, each with the keyword that refuses it. */
  refused: Record<string, [keyword: string, ...values: unknown[]][]>;
  /** Places whose objects take no property that is not listed. */
  closed?: string[];
  /** Places whose objects take any further property, as the service may add one. */
  open?: string[];
  writeOnly?: string[];
  /** Places that take these values alone. */
  values?: Record<string, string[]>;
  /** Places with a format that is for a reader and refuses nothing. */
  shown?: Record<string, string>;
  /** Places that another named schema describes. */
  refers?: Record<string, string>;
  deprecated?: string[];
}

const both: Direction[] = ["request", "response"];
const string: [string, ...unknown[]] = ["type", 1, null, ["text"]];
const seconds: [string, ...unknown[]][] = [
  ["type", "99", 1.5, null],
  ["format", 2 ** 53],
];
const base64url: [string, ...unknown[]][] = [string, ["format", "a+b/", "a b", "ab==", "abcde"]];
const openValue: [string, ...unknown[]][] = [["type", 1, null, ["sig"]]];
const object: [string, ...unknown[]] = ["type", "text", 1, null, []];
const list: [string, ...unknown[]] = ["type", "text", {}, null];

const secrets = ["d", "p", "q", "dp", "dq", "qi", "k"];
const context = "https://graph.microsoft.com/beta/$metadata#trustFramework/keySets";
const readableKey = {
  "@odata.context": context,
  "@odata.type": "#microsoft.graph.trustFrameworkKey",
  kid: "key-1",
  kty: "RSA",
  use: "sig",
  status: "enabled",
  nbf: 1767225600,
  exp: 1798761600,
  x5c: ["MIIB"],
  x5t: "Gaid7K8sO8RavMX9fzHir_Wg0fe",
  e: "AQAB",
  n: "oNuJk44jzFgZ9R26",
};
const secretKey = { ...readableKey, d: "d-1", p: "p_1", q: "q1", dp: "dp1", dq: "dq1", qi: "qi1", k: "AQHF" };
const keySetType = "#microsoft.graph.trustFrameworkKeySet";
const keySetODataType: [string, ...unknown[]][] = [
  string,
  ["pattern", "microsoft.graph.trustFrameworkKeySet", `${keySetType}s`, `x${keySetType}`],
];

/** The places of a key, in either of its two types. */
const keyPlaces: SchemaCase["refused"] = {
  "/kid": [string],
  "/kty": openValue,
  "/use": openValue,
  "/status": openValue,
  "/nbf": seconds,
  "/exp": seconds,
  "/x5c": [list],
  "/x5c/0": [string, ["format", "a_b-", "x5c-value"]],
  ...Object.fromEntries(["x5t", "e", "n", ...secrets].map((name) => [`/${name}`, base64url])),
};
const keyRefers = { "/kty": "KeyType", "/use": "KeyUse", "/status": "KeyStatus" };
const keyType_v2 = "#microsoft.graph.trustFrameworkKey_v2";
const key_v2 = { ...readableKey, "@odata.type": keyType_v2 };
const times = { "/nbf": seconds, "/exp": seconds };
const closedUse: [string, ...unknown[]][] = [string, ["enum", "sign", "SIG", ""]];
const collection: SchemaCase["refused"] = {
  "": [object],
  "/@odata.context": [string],
  "/@odata.nextLink": [string, ["format", "not an address", "/relative"]],
  "/@odata.count": [
    ["type", "1", 1.5, null],
    ["format", 2 ** 53],
  ],
  "/value": [list],
  "/value/0": [object],
};
const collectionAnnotations = {
  "@odata.context": context,
  "@odata.nextLink": "https://graph.microsoft.com/beta/trustFramework/keySets?$skiptoken=1",
  "@odata.count": 1,
};

export const cases: Record<string, SchemaCase> = {
  TrustFrameworkKey: {
    directions: both,
    least: { kty: "oct" },
    full: { request: secretKey, response: readableKey },
    required: ["/kty"],
    refused: {
      "": [object],
      "/@odata.context": [string],
      "/@odata.type": [
        string,
        [
          "pattern",
          "microsoft.graph.trustFrameworkKey",
          "#microsoft.graph.trustFrameworkKey_v2",
          "x#microsoft.graph.trustFrameworkKey",
        ],
      ],
      ...keyPlaces,
    },
    open: [""],
    writeOnly: secrets.map((name) => `/${name}`),
    refers: keyRefers,
    deprecated: ["/@odata.type"],
  },
  TrustFrameworkKeySet: {
    directions: ["response"],
    least: { id: "B2C_1A_keyset1", keys: [] },
    full: { "@odata.context": context, "@odata.type": keySetType, id: "B2C_1A_keyset1", keys: [readableKey] },
    required: ["/id", "/keys"],
    refused: {
      "": [object],
      "/@odata.context": [string],
      "/@odata.type": keySetODataType,
      "/id": [string],
      "/keys": [list],
      "/keys/0": [object],
    },
    open: [""],
    refers: { "/@odata.type": "KeySetODataType", "/keys/0": "TrustFrameworkKey" },
  },
  TrustFrameworkKeySetInput: {
    directions: ["request"],
    least: { id: "k" },
    full: { "@odata.type": keySetType, id: "keyset1", keys: [secretKey] },
    required: ["/id"],
    refused: {
      "": [object],
      "/@odata.type": keySetODataType,
      "/id": [string, ["minLength", ""]],
      "/keys": [list],
      "/keys/0": [object],
    },
    closed: [""],
    refers: { "/@odata.type": "KeySetODataType", "/keys/0": "TrustFrameworkKey" },
  },
  UploadCertificateInput: {
    directions: ["request"],
    least: { key: "MIIB" },
    full: { key: "MIIB" },
    required: ["/key"],
    refused: { "": [object], "/key": [string, ["minLength", ""], ["format", "key-value", "MII_"]] },
    closed: [""],
    writeOnly: ["/key"],
  },
  ReplaceKeySetInput: {
    directions: ["request"],
    least: { keys: [] },
    full: { "@odata.type": keySetType, id: "k", keys: [secretKey] },
    required: ["/keys"],
    refused: {
      "": [object],
      "/@odata.type": keySetODataType,
      "/id": [string, ["minLength", ""]],
      "/keys": [list],
      "/keys/0": [object],
    },
    closed: [""],
    refers: { "/@odata.type": "KeySetODataType", "/keys/0": "TrustFrameworkKey" },
  },
  TrustFrameworkKeySetCollection: {
    directions: ["response"],
    least: { value: [] },
    full: { ...collectionAnnotations, value: [{ id: "B2C_1A_keyset1", keys: [readableKey] }] },
    required: ["/value"],
    refused: collection,
    open: [""],
    refers: { "/value/0": "TrustFrameworkKeySet" },
  },
  TrustFrameworkKey_v2: {
    directions: ["response"],
    least: { kid: "key-1", kty: "oct" },
    full: { request: { ...secretKey, "@odata.type": keyType_v2 }, response: key_v2 },
    required: ["/kid", "/kty"],
    refused: {
      "": [object],
      "/@odata.context": [string],
      "/@odata.type": [
        string,
        ["pattern", "#microsoft.graph.trustFrameworkKey", keyType_v2.slice(1), `x${keyType_v2}`, `${keyType_v2}x`],
      ],
      ...keyPlaces,
    },
    open: [""],
    writeOnly: secrets.map((name) => `/${name}`),
    refers: keyRefers,
  },
  TrustFrameworkKey_v2Collection: {
    directions: ["response"],
    least: { value: [] },
    full: { ...collectionAnnotations, value: [key_v2] },
    required: ["/value"],
    refused: collection,
    open: [""],
    refers: { "/value/0": "TrustFrameworkKey_v2" },
  },
  GenerateKeyInput: {
    directions: ["request"],
    least: { use: "sig", kty: "RSA" },
    full: { use: "enc", kty: "oct", nbf: 1767225600, exp: 1798761600 },
    required: ["/use", "/kty"],
    refused: { "": [object], "/use": closedUse, "/kty": [string, ["enum", "rsa", "OCT", "EC"]], ...times },
    closed: [""],
    values: { "/use": ["sig", "enc"], "/kty": ["RSA", "oct"] },
  },
  UploadPkcs12Input: {
    directions: ["request"],
    least: { key: "MIIB" },
    full: { key: "MIIB", password: "" },
    required: ["/key"],
    refused: { "": [object], "/key": [string, ["minLength", ""], ["format", "MII_"]], "/password": [string] },
    closed: [""],
    writeOnly: ["/key", "/password"],
    shown: { "/password": "password" },
  },
  UploadSecretInput: {
    directions: ["request"],
    least: { use: "sig", k: "s" },
    full: { use: "enc", k: "plain text: ä~8Q!", nbf: 1767225600, exp: 1798761600 },
    required: ["/use", "/k"],
    refused: { "": [object], "/use": closedUse, "/k": [string, ["minLength", ""]], ...times },
    closed: [""],
    values: { "/use": ["sig", "enc"] },
    writeOnly: ["/k"],
    shown: { "/k": "password" },
  },
  UpdateKeyStatusInput: {
    directions: ["request"],
    least: { status: "enabled" },
    full: { status: "disabled" },
    required: ["/status"],
    refused: { "": [object], "/status": [string, ["enum", "on", "Enabled", ""]] },
    closed: [""],
    values: { "/status": ["enabled", "disabled"] },
  },
  ODataError: {
    directions: ["response"],
    least: { error: { code: "AADB2C", message: "Refused." } },
    full: {
      error: {
        code: "AADB2C95052",
        message: "Refused.",
        target: "keySet",
        details: [{ code: "AADB2C95030", message: "The kty is missing.", target: "keys" }],
        innerError: { "request-id": "1" },
        innererror: { "request-id": "1" },
      },
    },
    required: ["/error", "/error/code", "/error/message", "/error/details/0/code", "/error/details/0/message"],
    refused: {
      "": [object],
      "/error": [object],
      "/error/code": [string],
      "/error/message": [string],
      "/error/target": [string],
      "/error/details": [list],
      "/error/details/0": [object],
      "/error/details/0/code": [string],
      "/error/details/0/message": [string],
      "/error/details/0/target": [string],
      "/error/innerError": [object],
      "/error/innererror": [object],
    },
    open: ["", "/error", "/error/details/0"],
    refers: {
      "/error/code": "ErrorCode",
      "/error/details/0/code": "ErrorCode",
      "/error/innerError": "InnerError",
      "/error/innererror": "InnerError",
    },
  },
  InnerError: {
    directions: ["response"],
    least: {},
    full: { date: "2026-01-15T09:30:00", "request-id": "1", "client-request-id": "2", correlationId: "3" },
    required: [],
    refused: {
      "": [object],
      "/date": [string],
      "/request-id": [string],
      "/client-request-id": [string],
      "/correlationId": [string],
    },
    open: [""],
  },
  ErrorCode: {
    directions: ["response"],
    least: "AADB2C",
    full: "AADB2C95052",
    required: [],
    refused: { "": openValue },
  },
  KeyType: { directions: both, least: "oct", full: "RSA", required: [], refused: { "": openValue } },
  KeyUse: { directions: both, least: "sig", full: "enc", required: [], refused: { "": openValue } },
  KeyStatus: { directions: both, least: "enabled", full: "disabled", required: [], refused: { "": openValue } },
  KeySetODataType: {
    directions: both,
    least: keySetType,
    full: keySetType,
    required: [],
    refused: { "": keySetODataType },
    deprecated: [""],
  },
};

/** Values that are listed and offered, while any other string is taken too. */
export const knownValues: Record<string, string[]> = {
  KeyType: ["RSA", "oct"],
  KeyUse: ["sig", "enc"],
  KeyStatus: ["enabled", "disabled"],
  ErrorCode: [
    ...[
      "",
      "90019",
      "90063",
      "90213",
      "90214",
      "90215",
      "90253",
      "95025",
      "95026",
      "95028",
      "95029",
      "95030",
      "95031",
      "95032",
      "95033",
    ],
    ...["95034", "95037", "95038", "95039", "95040", "95041", "95042", "95043", "95052", "95053", "95059"],
  ].map((number) => `AADB2C${number}`),
};
