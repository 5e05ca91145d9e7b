import { describe, expect, test } from "vitest";
import { compile, completions } from "./support/compiler.ts";

const preamble = `import { createKeySetsClient, errorCodes, type TrustFrameworkKey, type TrustFrameworkKeyInput, type TrustFrameworkKeySet } from "../src/index.ts";
const client = createKeySetsClient({ token: "t" });
declare const key: TrustFrameworkKey;
declare const keySet: TrustFrameworkKeySet;
`;

const secrets = ["d", "p", "q", "dp", "dq", "qi", "k"];

/** Programs that must not compile, each with the word that the compiler's message must have in it. */
const misuses: Record<string, [program: string, named: string]> = {
  "a misspelt property in a create body": [`client.createKeySet({ id: "a", kyes: [] })`, "kyes"],
  "a misspelt property in a nested key": [`client.createKeySet({ id: "a", keys: [{ kty: "oct", kyt: "oct" }] })`, "kyt"],
  "a create body without its id": [`client.createKeySet({ keys: [] })`, "id"],
  "a create without a body": [`client.createKeySet()`, "Expected"],
  "a key without its kty": [`client.createKeySet({ id: "a", keys: [{ use: "sig" }] })`, "kty"],
  "a timestamp as text": [`client.createKeySet({ id: "a", keys: [{ kty: "oct", exp: "99" }] })`, "string"],
  "a null id": [`client.createKeySet({ id: null })`, "null"],
  "a misspelt property in a draft's body": [`client.updateKeySets({ id: "a", kyes: [] })`, "kyes"],
  "a misspelt property in an added key set": [`client.addKeySetByReference({ id: "a", kyes: [] })`, "kyes"],
  "a misspelt certificate property": [`client.uploadCertificate("a", { kye: "MIIB" })`, "kye"],
  "an upload without its certificate": [`client.uploadCertificate("a", {})`, "key"],
  "an upload without an id": [`client.uploadCertificate({ key: "MIIB" })`, "Expected"],
  "a use that does not exist": [`client.generateKey("a", { use: "sign", kty: "RSA" })`, "sign"],
  "a type that does not exist": [`client.generateKey("a", { use: "sig", kty: "EC" })`, "EC"],
  "a generated key without its type": [`client.generateKey("a", { use: "sig" })`, "kty"],
  "a misspelt property of a generated key": [`client.generateKey("a", { use: "sig", kty: "RSA", epx: 1 })`, "epx"],
  "an expiry as text": [`client.generateKey("a", { use: "sig", kty: "RSA", exp: "99" })`, "string"],
  "a status that does not exist": [`client.updateKeyStatus("a", "b", { status: "off" })`, "off"],
  "a misspelt status": [`client.updateKeyStatus("a", "b", { state: "enabled" })`, "state"],
  "a status without a key": [`client.updateKeyStatus("a", { status: "enabled" })`, "Expected"],
  "a misspelt password": [`client.uploadPkcs12("a", { key: "MIIB", passwort: "p" })`, "passwort"],
  "a PKCS #12 upload without its file": [`client.uploadPkcs12("a", { password: "p" })`, "key"],
  "a secret without its use": [`client.uploadSecret("a", { k: "AQHF" })`, "use"],
  "a misspelt secret": [`client.uploadSecret("a", { use: "sig", k: "AQHF", key: "AQHF" })`, "key"],
  "a misspelt replacement": [`client.replaceKeySet("a", { keys: [], kyes: [] })`, "kyes"],
  "a replacement without keys": [`client.replaceKeySet("a", { id: "a" })`, "keys"],
  "a misspelt key in a replacement": [`client.replaceKeySet("a", { keys: [{ kty: "oct", kyt: "oct" }] })`, "kyt"],
  "a key set without an id": [`client.getKeySet()`, "Expected"],
  "a deletion without an id": [`client.deleteKeySet()`, "Expected"],
  "a deletion with a body": [`client.deleteKeySet("a", { body: {} })`, "body"],
  "an active key without a set": [`client.getActiveKey({})`, "string"],
  "a key without its kid": [`client.getKey("a")`, "Expected"],
  "a list of keys without a set": [`client.listKeys()`, "Expected"],
  "an option that the list has not": [`client.listKeySets({ top: 1 })`, "top"],
  "reading a secret from a listed key": [`client.listKeys("a").then(({ data }) => data?.value[0]?.d)`, "'d'"],
  "reading a secret from the active key": [`client.getActiveKey("a").then(({ data }) => data?.k)`, "'k'"],
  "reading a property that a list has not": [`client.listKeySets().then(({ data }) => data?.values)`, "values"],
  "an unknown option of a call": [`client.createKeySet({ id: "a" }, { timeuot: 1 })`, "timeuot"],
  "an unknown option of a client": [`createKeySetsClient({ token: "t", baseURL: "https://example.com" })`, "baseURL"],
  "a client without a token": [`createKeySetsClient({})`, "token"],
  "a misspelt property in a body by path": [`client.POST("/trustFramework/keySets", { body: { id: "a", kyes: [] } })`, "kyes"],
  "a misspelt property in a nested key by path": [
    `client.POST("/trustFramework/keySets", { body: { id: "a", keys: [{ kty: "oct", kyt: "oct" }] } })`,
    "kyt",
  ],
  "an unknown option by path": [`client.POST("/trustFramework/keySets", { body: { id: "a" }, bodi: {} })`, "bodi"],
  "another base address by path": [`client.POST("/trustFramework/keySets", { body: { id: "a" }, baseUrl: "https://example.com" })`, "baseUrl"],
  "a query that no operation takes": [`client.POST("/trustFramework/keySets", { body: { id: "a" }, params: { query: { top: 1 } } })`, "params"],
  "a misspelt path": [`client.POST("/trustFramework/keysets", { body: { id: "a" } })`, "keysets"],
  "a path without its id": [`client.POST("/trustFramework/keySets/{id}/uploadCertificate", { body: { key: "MIIB" } })`, "params"],
  "a misspelt path parameter": [
    `client.POST("/trustFramework/keySets/{id}/uploadCertificate", { params: { path: { di: "a" } }, body: { key: "MIIB" } })`,
    "di",
  ],
  "a method that the collection has not": [`client.DELETE("/trustFramework/keySets", {})`, "keySets/{id}"],
  "a misspelt field of an error": [`client.createKeySet({ id: "a" }).then(({ error }) => error?.error.mesage)`, "mesage"],
  ...Object.fromEntries(secrets.map((name) => [`reading the secret ${name} from a key`, [`key.${name}`, `'${name}'`] as [string, string]])),
  "reading a secret from a key set that came back": [`keySet.keys[0]?.d`, "'d'"],
  "reading a secret from an answer": [`client.createKeySet({ id: "a" }).then(({ data }) => data?.keys[0]?.k)`, "'k'"],
  "reading an unknown property of an error code's explanation": [`errorCodes.get("AADB2C95052")?.mend`, "mend"],
  "changing an error code's explanation": [`errorCodes.set("AADB2C95052", undefined)`, "set"],
  "reading an unknown property of a key": [`key.kyt`, "kyt"],
};

/** Programs that a caller rightly writes. */
const programs: Record<string, string> = {
  "creates an empty key set": `const { data } = await client.createKeySet({ id: "a" });\nconst id: string | undefined = data?.id;\nexport { id };`,
  "sends every member of a key": `await client.createKeySet({ id: "a", keys: [{ kty: "RSA", use: "sig", n: "a", e: "AQAB", ${secrets.map((name) => `${name}: "a"`).join(", ")} }] });\nexport {};`,
  "keeps a key to send in a variable": `const sent: TrustFrameworkKeyInput = { kty: "oct", k: "AQHF" };\nawait client.createKeySet({ id: "a", keys: [sent] });\nexport {};`,
  "takes a value that is not listed": `const use: string | undefined = key.use;\nexport const other: TrustFrameworkKey = { kty: "EC", use: "wrap" };\nexport { use };`,
  "sends the OData type that drafts document": `await client.createKeySet({ "@odata.type": "#microsoft.graph.trustFrameworkKeySet", id: "a" });\nexport {};`,
  "switches on an error, known or not, and looks up what it means": `const { error } = await client.uploadCertificate("a", { key: "MIIB" });
switch (error?.error.code) {
  case "AADB2C95052": console.log(error.error.innerError?.correlationId ?? error.error.innererror?.correlationId); break;
  case "itemNotFound": break;
  default: { const remedy: string | undefined = error && errorCodes.get(error.error.code)?.remedy; console.log(remedy); }
}
export {};`,
  "runs through all that there is": `const sets = await client.listKeySets();\nfor (const { id, keys } of sets.data?.value ?? []) console.log(id, keys[0]?.exp);\nconst next: string | undefined = sets.data?.["@odata.nextLink"];\nawait client.replaceKeySet("a", { keys: [{ kty: "oct", k: "AQHF" }] });\nawait client.updateKeyStatus("a", "b", { status: "disabled" });\nawait client.deleteKeySet("a");\nconst key2 = await client.getKey("a", "b");\nconst kid: string | undefined = key2.data?.kid;\nexport { next, kid };`,
  "calls by path": `const { data } = await client.POST("/trustFramework/keySets/{id}/uploadCertificate", { params: { path: { id: "a" } }, body: { key: "MIIB" } });\nexport const kid: string | undefined = data?.kid;`,
  "gives up": `await client.createKeySet({ id: "a" }, { signal: AbortSignal.abort(), headers: { "client-request-id": "1" } });\nexport {};`,
  "adds middleware": `client.use({ onRequest: ({ request }) => request });\nexport {};`,
};

const found = compile(
  Object.fromEntries([
    ...Object.entries(misuses).map(([name, [program]]) => [name, `${preamble}${program};\nexport {};\n`]),
    ...Object.entries(programs).map(([name, program]) => [name, `${preamble}${program}\n`]),
  ]),
);

describe("does not compile", () => {
  test.each(Object.entries(misuses))("%s", (name, [, named]) => {
    expect(found[name]).toHaveLength(1);
    expect(found[name]![0]).toContain(named);
  });
});

describe("compiles a program that", () => {
  test.each(Object.keys(programs))("%s", (name) => {
    expect(found[name]).toEqual([]);
  });
});

test.each([
  ["kty", ["RSA", "oct"]],
  ["use", ["sig", "enc"]],
  ["status", ["enabled", "disabled"]],
])("the editor offers the known values of %s, and no other", (property, values) => {
  const source = `import type { TrustFrameworkKeyInput } from "../src/index.ts";\nexport const part: Partial<TrustFrameworkKeyInput> = { ${property}: "@" };\n`;
  expect(completions(source.replace("@", "|")).sort()).toEqual([...values].sort());
});

test("the editor offers the known error codes where a program compares one", () => {
  const source = `import type { ErrorCode } from "../src/index.ts";\nexport const code: ErrorCode = "|";\n`;
  expect(completions(source)).toContain("AADB2C95052");
});
