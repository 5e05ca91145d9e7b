/** The beginning of each contender's program of misuses. */
export const preludes: Record<string, string> = {
  ours: `import { createKeySetsClient } from "trustframework-keysets";
const client = createKeySetsClient({ token: "token" });`,
  fetch: `const root = "https://graph.microsoft.com/beta/trustFramework/keySets";
const post = (body: object) => ({ method: "POST", body: JSON.stringify(body) });`,
  "graph-client": `import { Client, GraphError } from "@microsoft/microsoft-graph-client";
import type { TrustFrameworkKey_v2, TrustFrameworkKeySet } from "@microsoft/microsoft-graph-types-beta";
const client = Client.init({ authProvider: (done) => done(null, "token") });
const sets = "/trustFramework/keySets";`,
  "graph-sdk": `import { HttpMethod, type Parsable, RequestInformation } from "@microsoft/kiota-abstractions";
import type { GraphBetaRequestAdapter } from "@microsoft/msgraph-beta-sdk";
import { createTrustFrameworkKeySetFromDiscriminatorValue as factory, type TrustFrameworkKey_v2, type TrustFrameworkKeySet } from "@microsoft/msgraph-beta-sdk/models/index.js";
import type { ODataError } from "@microsoft/msgraph-beta-sdk/models/oDataErrors/index.js";
interface UploadCertificateBody extends Parsable { key?: string | null }
interface GenerateKeyBody extends Parsable { use?: string | null; kty?: string | null }
declare const adapter: GraphBetaRequestAdapter;
const sets = "{+baseurl}/trustFramework/keySets";`,
  "openapi-fetch": `import createClient from "openapi-fetch";
import type { paths } from "./openapi-fetch.ts";
const client = createClient<paths>();
const params = { path: { id: "a" } };`,
  "hey-api": `import * as api from "./hey-api/sdk.gen.ts";
const path = { id: "a" };`,
  orval: `import * as api from "./orval.ts";`,
};

/** Each mistake, written for each contender: [[wrong|right]]. The right form must compile, and the wrong one must not. */
export const misuses: Record<string, Record<string, string>> = {
  "a misspelled property in a create body": {
    ours: `client.createKeySet({ id: "a", [[kyes|keys]]: [] })`,
    fetch: `fetch(root, post({ id: "a", [[kyes|keys]]: [] }))`,
    "graph-client": `const set: TrustFrameworkKeySet = { id: "a", [[kyes|keys]]: [] }`,
    "graph-sdk": `const set: TrustFrameworkKeySet = { id: "a", [[kyes|keys]]: [] }`,
    "openapi-fetch": `client.POST("/trustFramework/keySets", { body: { id: "a", [[kyes|keys]]: [] } })`,
    "hey-api": `api.createKeySet({ body: { id: "a", [[kyes|keys]]: [] } })`,
    orval: `api.createKeySet({ id: "a", [[kyes|keys]]: [] })`,
  },
  "a misspelled property in a nested key": {
    ours: `client.createKeySet({ id: "a", keys: [{ kty: "oct", [[ues|use]]: "sig" }] })`,
    fetch: `fetch(root, post({ id: "a", keys: [{ kty: "oct", [[ues|use]]: "sig" }] }))`,
    "graph-client": `const set: TrustFrameworkKeySet = { id: "a", keys: [{ kty: "oct", [[ues|use]]: "sig" }] }`,
    "graph-sdk": `const set: TrustFrameworkKeySet = { id: "a", keys: [{ kty: "oct", [[ues|use]]: "sig" }] }`,
    "openapi-fetch": `client.POST("/trustFramework/keySets", { body: { id: "a", keys: [{ kty: "oct", [[ues|use]]: "sig" }] } })`,
    "hey-api": `api.createKeySet({ body: { id: "a", keys: [{ kty: "oct", [[ues|use]]: "sig" }] } })`,
    orval: `api.createKeySet({ id: "a", keys: [{ kty: "oct", [[ues|use]]: "sig" }] })`,
  },
  "reading a secret from a response": {
    ours: `(await client.getKeySet("a")).data?.keys?.[0]?.[[d|n]]`,
    fetch: `(await (await fetch(root + "/a")).json()).keys[0].[[d|n]]`,
    "graph-client": `const set: TrustFrameworkKeySet = await client.api(sets + "/a").get(); set.keys?.[0]?.[[d|n]]`,
    "graph-sdk": `(await adapter.send<TrustFrameworkKeySet>(new RequestInformation(HttpMethod.GET, sets + "/{id}", { id: "a" }), factory, {}))?.keys?.[0]?.[[d|n]]`,
    "openapi-fetch": `(await client.GET("/trustFramework/keySets/{id}", { params })).data?.keys?.[0]?.[[d|n]]`,
    "hey-api": `(await api.getKeySet({ path })).data?.keys?.[0]?.[[d|n]]`,
    orval: `const result = await api.getKeySet("a"); if (result.status === 200) result.data.keys?.[0]?.[[d|n]]`,
  },
  "a wrong body of an update": {
    ours: `client.updateKeyStatus("a", "b", { [[state|status]]: "enabled" })`,
    fetch: `fetch(root + "/a/keys_v2/b", post({ [[state|status]]: "enabled" }))`,
    "graph-client": `const key: TrustFrameworkKey_v2 = { [[state|status]]: "enabled" }`,
    "graph-sdk": `const key: TrustFrameworkKey_v2 = { [[state|status]]: "enabled" }`,
    "openapi-fetch": `client.PATCH("/trustFramework/keySets/{id}/keys_v2/{kid}", { params: { path: { id: "a", kid: "b" } }, body: { [[state|status]]: "enabled" } })`,
    "hey-api": `api.updateKeyStatus({ path: { id: "a", kid: "b" }, body: { [[state|status]]: "enabled" } })`,
    orval: `api.updateKeyStatus("a", "b", { [[state|status]]: "enabled" })`,
  },
  "a misspelled property of an upload": {
    ours: `client.uploadCertificate("a", { [[kye|key]]: "MIIB" })`,
    fetch: `fetch(root + "/a/uploadCertificate", post({ [[kye|key]]: "MIIB" }))`,
    "graph-client": `client.api(sets + "/a/uploadCertificate").post({ [[kye|key]]: "MIIB" })`,
    "graph-sdk": `const body: UploadCertificateBody = { [[kye|key]]: "MIIB" }`,
    "openapi-fetch": `client.POST("/trustFramework/keySets/{id}/uploadCertificate", { params, body: { [[kye|key]]: "MIIB" } })`,
    "hey-api": `api.uploadCertificate({ path, body: { [[kye|key]]: "MIIB" } })`,
    orval: `api.uploadCertificate("a", { [[kye|key]]: "MIIB" })`,
  },
  "an upload of nothing": {
    ours: `client.uploadCertificate("a", { [[|key: "MIIB"]] })`,
    fetch: `fetch(root + "/a/uploadCertificate", post({ [[|key: "MIIB"]] }))`,
    "graph-client": `client.api(sets + "/a/uploadCertificate").post({ [[|key: "MIIB"]] })`,
    "graph-sdk": `const body: UploadCertificateBody = { [[|key: "MIIB"]] }`,
    "openapi-fetch": `client.POST("/trustFramework/keySets/{id}/uploadCertificate", { params, body: { [[|key: "MIIB"]] } })`,
    "hey-api": `api.uploadCertificate({ path, body: { [[|key: "MIIB"]] } })`,
    orval: `api.uploadCertificate("a", { [[|key: "MIIB"]] })`,
  },
  "a misspelled path": {
    ours: `client.[[listKeysets|listKeySets]]()`,
    fetch: `fetch("https://graph.microsoft.com/beta/trustFramework/[[keysset|keySets]]")`,
    "graph-client": `client.api("/trustFramework/[[keysset|keySets]]").get()`,
    "graph-sdk": `new RequestInformation(HttpMethod.GET, "{+baseurl}/trustFramework/[[keysset|keySets]]")`,
    "openapi-fetch": `client.GET("/trustFramework/[[keysset|keySets]]")`,
    "hey-api": `api.[[listKeysets|listKeySets]]()`,
    orval: `api.[[listKeysets|listKeySets]]()`,
  },
  "a missing id": {
    ours: `client.getKeySet([[|"a"]])`,
    fetch: `fetch(root + "/[[|a]]")`,
    "graph-client": `client.api(sets + "/[[|a]]").get()`,
    "graph-sdk": `new RequestInformation(HttpMethod.GET, sets + "/{id}", { [[|id: "a"]] })`,
    "openapi-fetch": `client.GET("/trustFramework/keySets/{id}"[[|, { params }]])`,
    "hey-api": `api.getKeySet({ [[|path]] })`,
    orval: `api.getKeySet([[|"a"]])`,
  },
  "a DELETE on the collection": {
    ours: `client.[[deleteKeySets()|deleteKeySet("a")]]`,
    fetch: `fetch(root[[| + "/a"]], { method: "DELETE" })`,
    "graph-client": `client.api(sets[[| + "/a"]]).delete()`,
    "graph-sdk": `new RequestInformation(HttpMethod.DELETE, sets[[| + "/{id}", { id: "a" }]])`,
    "openapi-fetch": `client.DELETE("/trustFramework/keySets[[|/{id}]]", { [[|params]] })`,
    "hey-api": `api.[[deleteKeySets()|deleteKeySet({ path })]]`,
    orval: `api.[[deleteKeySets()|deleteKeySet("a")]]`,
  },
  "a time as text": {
    ours: `client.createKeySet({ id: "a", keys: [{ kty: "oct", exp: [["99"|99]] }] })`,
    fetch: `fetch(root, post({ id: "a", keys: [{ kty: "oct", exp: [["99"|99]] }] }))`,
    "graph-client": `const set: TrustFrameworkKeySet = { id: "a", keys: [{ kty: "oct", exp: [["99"|99]] }] }`,
    "graph-sdk": `const set: TrustFrameworkKeySet = { id: "a", keys: [{ kty: "oct", exp: [["99"|99]] }] }`,
    "openapi-fetch": `client.POST("/trustFramework/keySets", { body: { id: "a", keys: [{ kty: "oct", exp: [["99"|99]] }] } })`,
    "hey-api": `api.createKeySet({ body: { id: "a", keys: [{ kty: "oct", exp: [["99"|99]] }] } })`,
    orval: `api.createKeySet({ id: "a", keys: [{ kty: "oct", exp: [["99"|99]] }] })`,
  },
  "an unknown status": {
    ours: `client.updateKeyStatus("a", "b", { status: "[[off|enabled]]" })`,
    fetch: `fetch(root + "/a/keys_v2/b", post({ status: "[[off|enabled]]" }))`,
    "graph-client": `const key: TrustFrameworkKey_v2 = { status: "[[off|enabled]]" }`,
    "graph-sdk": `const key: TrustFrameworkKey_v2 = { status: "[[off|enabled]]" }`,
    "openapi-fetch": `client.PATCH("/trustFramework/keySets/{id}/keys_v2/{kid}", { params: { path: { id: "a", kid: "b" } }, body: { status: "[[off|enabled]]" } })`,
    "hey-api": `api.updateKeyStatus({ path: { id: "a", kid: "b" }, body: { status: "[[off|enabled]]" } })`,
    orval: `api.updateKeyStatus("a", "b", { status: "[[off|enabled]]" })`,
  },
  "an unknown use": {
    ours: `client.generateKey("a", { use: "[[sign|sig]]", kty: "RSA" })`,
    fetch: `fetch(root + "/a/generateKey", post({ use: "[[sign|sig]]", kty: "RSA" }))`,
    "graph-client": `client.api(sets + "/a/generateKey").post({ use: "[[sign|sig]]", kty: "RSA" })`,
    "graph-sdk": `const body: GenerateKeyBody = { use: "[[sign|sig]]", kty: "RSA" }`,
    "openapi-fetch": `client.POST("/trustFramework/keySets/{id}/generateKey", { params, body: { use: "[[sign|sig]]", kty: "RSA" } })`,
    "hey-api": `api.generateKey({ path, body: { use: "[[sign|sig]]", kty: "RSA" } })`,
    orval: `api.generateKey("a", { use: "[[sign|sig]]", kty: "RSA" })`,
  },
  "an unknown query option": {
    ours: `client.listKeySets({ [[query: { $tpo: 1 }|]] })`,
    fetch: `fetch(root + "[[?$tpo=1|]]")`,
    "graph-client": `client.api(sets).query({ [[$tpo|$top]]: 1 }).get()`,
    "graph-sdk": `new RequestInformation(HttpMethod.GET, sets).queryParameters = { [[$tpo|$top]]: 1 }`,
    "openapi-fetch": `client.GET("/trustFramework/keySets", { [[params: { query: { $tpo: 1 } }|]] })`,
    "hey-api": `api.listKeySets({ [[query: { $tpo: 1 }|]] })`,
    orval: `api.listKeySets({ [[query: { $tpo: 1 }|]] })`,
  },
  "an unknown query option beside a known one": {
    ours: `client.getKeySet("a", { headers: {}[[, query: { $tpo: 1 }|]] })`,
    fetch: `fetch(root + "/a[[?$tpo=1|]]", { headers: {} })`,
    "graph-client": `client.api(sets + "/a").query({ $select: "id", [[$tpo|$top]]: 1 }).get()`,
    "graph-sdk": `new RequestInformation(HttpMethod.GET, sets + "/{id}", { id: "a" }).queryParameters = { $select: "id", [[$tpo|$top]]: 1 }`,
    "openapi-fetch": `client.GET("/trustFramework/keySets/{id}", { params: { path: { id: "a" }[[, query: { $tpo: 1 }|]] } })`,
    "hey-api": `api.getKeySet({ path[[, query: { $tpo: 1 }|]] })`,
    orval: `api.getKeySet("a", { headers: {}[[, query: { $tpo: 1 }|]] })`,
  },
  "a misspelled field of an error": {
    ours: `(await client.getKeySet("a")).error?.[[cdoe|code]]`,
    fetch: `(await (await fetch(root + "/a")).json()).error.[[cdoe|code]]`,
    "graph-client": `try { await client.api(sets).get() } catch (error) { if (error instanceof GraphError) error.[[cdoe|code]] }`,
    "graph-sdk": `try { await adapter.send(new RequestInformation(HttpMethod.GET, sets), factory, {}) } catch (error) { (error as ODataError).errorEscaped?.[[cdoe|code]] }`,
    "openapi-fetch": `(await client.GET("/trustFramework/keySets/{id}", { params })).error?.error.[[cdoe|code]]`,
    "hey-api": `(await api.getKeySet({ path })).error?.error.[[cdoe|code]]`,
    orval: `const result = await api.getKeySet("a"); if (result.status === 400) result.data.error.[[cdoe|code]]`,
  },
  "an unknown option of a request": {
    ours: `client.getKeySet("a", { [[singal|signal]]: AbortSignal.abort() })`,
    fetch: `fetch(root + "/a", { [[singal|signal]]: AbortSignal.abort() })`,
    "graph-client": `client.api(sets).options({ [[singal|signal]]: AbortSignal.abort() }).get()`,
    "graph-sdk": `new RequestInformation(HttpMethod.GET, sets).configure({ [[haeders|headers]]: {} })`,
    "openapi-fetch": `client.GET("/trustFramework/keySets/{id}", { params, [[singal|signal]]: AbortSignal.abort() })`,
    "hey-api": `api.getKeySet({ path, [[singal|signal]]: AbortSignal.abort() })`,
    orval: `api.getKeySet("a", { [[singal|signal]]: AbortSignal.abort() })`,
  },
};
