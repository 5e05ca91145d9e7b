import { readFileSync } from "node:fs";
import { transform } from "esbuild";

/** A program as a whole, with where it has the package from. */
export const whole = (
  program: string,
  from: string,
) => `import { createKeySetsClient, createKeySetsFetch, ensureKeySet, errorCodes, type ErrorKind, explain, isKeySetsError, isMissing, type Middleware, type TrustFrameworkKey, type TrustFrameworkKeyInput, type TrustFrameworkKeySet } from "${from}";
const client = createKeySetsClient({ token: "t" });
declare const key: TrustFrameworkKey;
declare const keySet: TrustFrameworkKeySet;
${program};
export {};
`;

const secrets = ["d", "p", "q", "dp", "dq", "qi", "k"];

/** Programs that must not compile, each with the word that the compiler's message must have in it. */
export const misuses: Record<string, [program: string, named: string]> = {
  "a misspelled property in a create body": [`client.createKeySet({ id: "a", kyes: [] })`, "kyes"],
  "a misspelled property in a nested key": [
    `client.createKeySet({ id: "a", keys: [{ kty: "oct", kyt: "oct" }] })`,
    "kyt",
  ],
  "a create body without its id": [`client.createKeySet({ keys: [] })`, "id"],
  "a create without a body": [`client.createKeySet()`, "Expected"],
  "a key without its kty": [`client.createKeySet({ id: "a", keys: [{ use: "sig" }] })`, "kty"],
  "a timestamp as text": [`client.createKeySet({ id: "a", keys: [{ kty: "oct", exp: "99" }] })`, "string"],
  "a null id": [`client.createKeySet({ id: null })`, "null"],
  "a misspelled property in a draft's body": [`client.updateKeySets({ id: "a", kyes: [] })`, "kyes"],
  "a misspelled property in an added key set": [`client.addKeySetByReference({ id: "a", kyes: [] })`, "kyes"],
  "a misspelled certificate property": [`client.uploadCertificate("a", { kye: "MIIB" })`, "kye"],
  "an upload without its certificate": [`client.uploadCertificate("a", {})`, "key"],
  "an upload without an id": [`client.uploadCertificate({ key: "MIIB" })`, "Expected"],
  "a use that does not exist": [`client.generateKey("a", { use: "sign", kty: "RSA" })`, "sign"],
  "a type that does not exist": [`client.generateKey("a", { use: "sig", kty: "EC" })`, "EC"],
  "a generated key without its type": [`client.generateKey("a", { use: "sig" })`, "kty"],
  "a misspelled property of a generated key": [`client.generateKey("a", { use: "sig", kty: "RSA", epx: 1 })`, "epx"],
  "an expiry as text": [`client.generateKey("a", { use: "sig", kty: "RSA", exp: "99" })`, "string"],
  "a status that does not exist": [`client.updateKeyStatus("a", "b", { status: "off" })`, "off"],
  "a misspelled status": [`client.updateKeyStatus("a", "b", { state: "enabled" })`, "state"],
  "a status without a key": [`client.updateKeyStatus("a", { status: "enabled" })`, "Expected"],
  "a misspelled password": [`client.uploadPkcs12("a", { key: "MIIB", passwort: "p" })`, "passwort"],
  "a PKCS #12 upload without its file": [`client.uploadPkcs12("a", { password: "p" })`, "key"],
  "a secret without its use": [`client.uploadSecret("a", { k: "AQHF" })`, "use"],
  "a misspelled secret": [`client.uploadSecret("a", { use: "sig", k: "AQHF", key: "AQHF" })`, "key"],
  "a misspelled replacement": [`client.replaceKeySet("a", { keys: [], kyes: [] })`, "kyes"],
  "a replacement by the keys that were read": [
    `client.replaceKeySet("a", { keys: (await client.getKeySet("a")).data!.keys })`,
    "kid",
  ],
  "a replacement without keys": [`client.replaceKeySet("a", { id: "a" })`, "keys"],
  "a misspelled key in a replacement": [`client.replaceKeySet("a", { keys: [{ kty: "oct", kyt: "oct" }] })`, "kyt"],
  "a key set without an id": [`client.getKeySet()`, "Expected"],
  "a deletion without an id": [`client.deleteKeySet()`, "Expected"],
  "a deletion with a body": [`client.deleteKeySet("a", { body: {} })`, "body"],
  "an active key without a set": [`client.getActiveKey({})`, "string"],
  "a key without its kid": [`client.getKey("a")`, "Expected"],
  "a list of keys without a set": [`client.listKeys()`, "Expected"],
  "an option that the list lacks": [`client.listKeySets({ top: 1 })`, "top"],
  "reading a secret from a listed key": [`client.listKeys("a").then(({ data }) => data?.value[0]?.d)`, "'d'"],
  "reading a secret from the active key": [`client.getActiveKey("a").then(({ data }) => data?.k)`, "'k'"],
  "reading a property that a list lacks": [`client.listKeySets().then(({ data }) => data?.values)`, "values"],
  "an unknown option of a call": [`client.createKeySet({ id: "a" }, { timeuot: 1 })`, "timeuot"],
  "an unknown option of a client": [`createKeySetsClient({ token: "t", baseURL: "https://example.com" })`, "baseURL"],
  "a client without a token": [`createKeySetsClient({})`, "KeySetsClientOptions"],
  "a misspelled method": [`client.createKeyset({ id: "a" })`, "createKeyset"],
  "a deletion of the collection": [`client.deleteKeySets()`, "deleteKeySets"],
  "a query that no operation takes": [`client.getKeySet("a", { query: { $top: 1 } })`, "query"],
  "an unknown option beside a known one": [`client.listKeySets({ timeout: 1, top: 1 })`, "top"],
  "a misspelled field of an error": [`client.createKeySet({ id: "a" }).then(({ error }) => error?.mesage)`, "mesage"],
  "a misspelled kind of error": [
    `client.createKeySet({ id: "a" }).then(({ error }) => error?.kind === "netwrok")`,
    "netwrok",
  ],
  "data that is used without a look at the error": [
    `client.createKeySet({ id: "a" }).then(({ data }) => data.id)`,
    "data",
  ],
  "a status that a failure doesn't have": [
    `client.createKeySet({ id: "a" }).then((result) => result.status === 404)`,
    "404",
  ],
  "a page that is read as an item": [
    `(async () => { for await (const page of client.listKeySets().pages()) console.log(page.id); })()`,
    "id",
  ],
  "a limit as text": [`client.listKeySets().toArray({ limit: "1" })`, "string"],
  "an array of a result that isn't a list": [`client.getKeySet("a").toArray()`, "toArray"],
  "an unknown field of a log event": [
    `createKeySetsClient({ token: "t", log: ({ token }) => console.log(token) })`,
    "token",
  ],
  "a time of expiry that is a date": [`client.generateKey("a", { use: "sig", kty: "RSA", exp: new Date() })`, "Date"],
  "an unknown option of a fetch": [`createKeySetsFetch({ token: "t", retries: 1 })`, "retries"],
  "whether a key set was created, of a call that doesn't say": [
    `client.getKeySet("a").then((result) => result.created)`,
    "created",
  ],
  "a status that no success has": [
    `client.createKeySet({ id: "a" }).then((result) => result.error ? 0 : result.status === 200)`,
    "200",
  ],
  "data of a call that returns none": [
    `client.deleteKeySet("a").then((result) => result.error ? 0 : result.data.id)`,
    "data",
  ],
  "a header that no page promises": [`client.createKeySet({ id: "a" }).then((result) => result.headers?.ETag)`, "ETag"],
  "a Location of a call that makes nothing": [
    `client.getKeySet("a").then((result) => result.headers?.Location)`,
    "Location",
  ],
  "a key set that is read as a key": [
    `(async () => { for await (const set of client.listKeySets()) console.log(set.kid); })()`,
    "kid",
  ],
  "iterating over a result that isn't a list": [
    `(async () => { for await (const set of client.getKeySet("a")) console.log(set); })()`,
    "asyncIterator",
  ],
  "a cloud that does not exist": [`createKeySetsClient({ token: "t", cloud: "germany" })`, "germany"],
  "a token beside a credential": [
    `createKeySetsClient({ token: "t", credential: { getToken: async () => null } })`,
    "credential",
  ],
  "a credential that gives no tokens": [`createKeySetsClient({ credential: {} })`, "getToken"],
  "a misspelled retry option": [`createKeySetsClient({ token: "t", retry: { retries: 1 } })`, "retries"],
  "a misspelled retry option of a call": [`client.getKeySet("a", { retry: { tries: 1 } })`, "tries"],
  "an order that does not exist": [`createKeySetsClient({ token: "t", writes: "parallel" })`, "parallel"],
  ...Object.fromEntries(
    secrets.map((name) => [`reading the secret ${name} from a key`, [`key.${name}`, `'${name}'`] as [string, string]]),
  ),
  "reading a secret from a key set that came back": [`keySet.keys?.[0]?.d`, "'d'"],
  "reading a secret from a response": [
    `client.createKeySet({ id: "a" }).then(({ data }) => data?.keys?.[0]?.k)`,
    "'k'",
  ],
  "reading an unknown property of an error code's explanation": [`errorCodes.get("AADB2C95052")?.cure`, "cure"],
  "changing an error code's explanation": [`errorCodes.set("AADB2C95052", undefined)`, "set"],
  "reading an unknown property of a key": [`key.kyt`, "kyt"],
};

/** Programs that a caller rightly writes. */
export const programs: Record<string, string> = {
  "creates an empty key set": `const { data } = await client.createKeySet({ id: "a" });\nconst id: string | undefined = data?.id;\nexport { id }`,
  "sends every member of a key": `await client.createKeySet({ id: "a", keys: [{ kty: "RSA", use: "sig", n: "a", e: "AQAB", ${secrets.map((name) => `${name}: "a"`).join(", ")} }] })`,
  "keeps a key to send in a variable": `const sent: TrustFrameworkKeyInput = { kty: "oct", k: "AQHF" };\nawait client.createKeySet({ id: "a", keys: [sent] })`,
  "takes a value that is not listed": `const use: string | null | undefined = key.use;\nexport const other: TrustFrameworkKey = { kty: "EC", use: "wrap" };\nexport { use }`,
  "sends the OData type that drafts document": `await client.createKeySet({ "@odata.type": "#microsoft.graph.trustFrameworkKeySet", id: "a" })`,
  "switches on an error, known or not, and looks up what it means": `const { error } = await client.uploadCertificate("a", { key: "MIIB" });
switch (error?.code) {
  case "AADB2C95052": console.log(error.correlationId, error.status, error.retryAfter, error.stack, error.cause); break;
  case "itemNotFound": break;
  default: { const remedy: string | undefined = error && explain(error)?.remedy; console.log(remedy); }
}`,
  "distinguishes a failed call from another error": `try { for await (const { id } of client.listKeySets()) console.log(id); } catch (error) { if (isKeySetsError(error)) { const kind: ErrorKind = error.kind; console.log(kind); } }`,
  "reads what a success has": `const result = await client.createKeySet({ id: "a" });\nif (result.error) throw result.error;\nconst { data, status, headers }: { data: TrustFrameworkKeySet; status: 201; headers: { Location: string | undefined } } = result;\nexport { data, status, headers }`,
  "uses a credential as Azure Identity has them": `declare const credential: { getToken(scopes: string | string[], options?: { tenantId?: string; abortSignal?: { aborted: boolean } }): Promise<{ token: string; expiresOnTimestamp: number; refreshAfterTimestamp?: number } | null> };\ncreateKeySetsClient({ credential, cloud: "china", retry: { maxAttempts: 3, maxWait: 1000 }, timeout: 1000, writes: "at-once" });\ncreateKeySetsClient({ token: () => "t", retry: false, fetch: globalThis.fetch })`,
  "calls every operation": `const sets = await client.listKeySets();
for (const { id, keys } of sets.data?.value ?? []) console.log(id, keys?.[0]?.exp);
const next: string | null | undefined = sets.data?.["@odata.nextLink"];
await client.getKeySet("a");
await client.replaceKeySet("a", { keys: [{ kty: "oct", k: "AQHF" }] });
await client.generateKey("a", { use: "sig", kty: "RSA", nbf: 1, exp: 2 });
await client.uploadCertificate("a", { key: "MIIB" });
await client.uploadPkcs12("a", { key: "MIIB", password: "p" });
await client.uploadSecret("a", { use: "enc", k: "AQHF" });
const active: TrustFrameworkKey | undefined = (await client.getActiveKey("a")).data;
for await (const { kid } of client.listKeys("a")) console.log((await client.getKey("a", kid!)).data?.status);
for await (const page of client.listKeySets().pages()) console.log(page.value.length);
const all: TrustFrameworkKeySet[] = await client.listKeySets().toArray({ limit: 10 });
console.log(all);
await client.updateKeyStatus("a", "b", { status: "disabled" });
await client.deleteKeySet("a");
await client.updateKeySets({ id: "a" });
await client.addKeySetByReference({ id: "a" });
console.log(next, active)`,
  "gives up": `await client.createKeySet({ id: "a" }, { signal: AbortSignal.abort(), headers: { "client-request-id": "1" } })`,
  "narrows by the status": `const result = await client.createKeySet({ id: "a" });\nif (result.status === 201) console.log(result.data.id, result.requestId);\nelse console.log(result.error.status)`,
  "ensures that a key set exists": `const { data, error, created } = await ensureKeySet(client, "a");\nif (!isMissing(error)) console.log(data?.id, created)`,
  "sends headers of any form": `await client.getKeySet("a", { headers: new Headers({ "x-a": "b" }) });
await client.getKeySet("a", { headers: new Map([["x-a", "b"]]) });
createKeySetsClient({ token: "t", headers: [["x-a", "b"]] })`,
  "passes optional values on": `declare const given: { signal?: AbortSignal; timeout?: number; baseUrl?: string; retries?: false; nbf?: number };\ncreateKeySetsClient({ token: "t", baseUrl: given.baseUrl, timeout: given.timeout, retry: given.retries });\nawait client.getKeySet("a", { signal: given.signal, timeout: given.timeout, headers: { "x-a": given.baseUrl } });\nawait client.generateKey("a", { use: "sig", kty: "RSA", nbf: given.nbf })`,
  "makes a fetch for other clients": `const own: typeof fetch = createKeySetsFetch({ token: "t", log: ({ step, path }) => console.log(step, path), onRetry: ({ delay, error }) => console.log(delay, error.code) });\nawait own("/trustFramework/keySets", { headers: {} })`,
  "adds middleware": `const middleware: Middleware = { onRequest: ({ request }) => request };
client.use(middleware);
client.eject(middleware)`,
};

/** The programs of a document. */
export const programsIn = (file: string): string[] =>
  [...readFileSync(new URL(`../../${file}`, import.meta.url), "utf8").matchAll(/```ts\n(.*?)```/gs)].map(
    ([, program = ""]) => program,
  );

/** The programs of the README, and of the guide to which it links. They need Node. */
export const readmePrograms = ["README.md", "docs/rotate-a-signing-key.md"].flatMap(programsIn);

/** A program of a document as JavaScript. */
export async function withoutTypes(program: string): Promise<string> {
  return (await transform(program, { loader: "ts", target: "es2022" })).code;
}
