// What other people's clients do, each in its own way: create a key set, add a secret, read a key set.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Client } from "@microsoft/microsoft-graph-client";
import createClient from "openapi-fetch";

const secret = { use: "sig", k: "throw-away" };
const token = "any";
const headers = { Authorization: `Bearer ${token}` };

/** The clients by name, for the service at a base URL, which `fetch` calls in process. */
export async function otherClients(baseUrl, fetch) {
  return {
    "openapi-fetch": openapiFetch(baseUrl),
    "@microsoft/microsoft-graph-client": graphClient(fetch),
    "@hey-api/openapi-ts": await heyApi(baseUrl),
    orval: await orval(),
    curl: curl(baseUrl),
  };
}

function openapiFetch(baseUrl) {
  const client = createClient({ baseUrl, headers });
  return {
    create: async (id) => (await client.POST("/trustFramework/keySets", { body: { id } })).data.id,
    addSecret: async (id) =>
      (await client.POST("/trustFramework/keySets/{id}/uploadSecret", { params: { path: { id } }, body: secret })).data
        .kid,
    read: async (id) => (await client.GET("/trustFramework/keySets/{id}", { params: { path: { id } } })).data,
  };
}

/** It sends no token over http, so that it calls the host that it always calls, with the emulator's `fetch` in the place of the global one. */
function graphClient(fetch) {
  const client = Client.init({ defaultVersion: "beta", authProvider: (done) => done(null, token) });
  async function withFetch(request) {
    const usual = globalThis.fetch;
    globalThis.fetch = fetch;
    try {
      return await request();
    } finally {
      globalThis.fetch = usual;
    }
  }
  const sets = "/trustFramework/keySets";
  return {
    create: async (id) => (await withFetch(() => client.api(sets).post({ id }))).id,
    addSecret: async (id) => (await withFetch(() => client.api(`${sets}/${id}/uploadSecret`).post(secret))).kid,
    read: (id) => withFetch(() => client.api(`${sets}/${id}`).get()),
  };
}

async function heyApi(baseUrl) {
  const { client } = await import(new URL("node_modules/.generated/hey-api/client.gen.ts", import.meta.url).href);
  const sdk = await import(new URL("node_modules/.generated/hey-api/sdk.gen.ts", import.meta.url).href);
  client.setConfig({ auth: token, baseUrl, throwOnError: true });
  return {
    create: async (id) => (await call(sdk, "createKeySet", { body: { id } })).id,
    addSecret: async (id) => (await call(sdk, "uploadSecret", { path: { id }, body: secret })).kid,
    read: (id) => call(sdk, "getKeySet", { path: { id } }),
  };
}

/** The base URL is in the generated module. */
async function orval() {
  const module = await import(new URL("node_modules/.generated/orval.ts", import.meta.url).href);
  const options = { headers };
  return {
    create: async (id) => (await call(module, "createKeySet", { id }, options)).id,
    addSecret: async (id) => (await call(module, "uploadSecret", id, secret, options)).kid,
    read: (id) => call(module, "getKeySet", id, options),
  };
}

async function call(module, name, ...args) {
  const operation = module[name];
  if (!operation) throw new Error(`the generated client doesn't have ${name}`);
  return (await operation(...args)).data;
}

function curl(baseUrl) {
  async function request(path, body) {
    const content = body ? ["--header", "Content-Type: application/json", "--data", JSON.stringify(body)] : [];
    const { stdout } = await promisify(execFile)("curl", [
      ...["--silent", "--show-error", "--fail-with-body", "--header", `Authorization: Bearer ${token}`],
      ...content,
      `${baseUrl}/trustFramework/keySets${path}`,
    ]);
    return JSON.parse(stdout);
  }
  return {
    create: async (id) => (await request("", { id })).id,
    addSecret: async (id) => (await request(`/${id}/uploadSecret`, secret)).kid,
    read: (id) => request(`/${id}`),
  };
}
