// The same two calls with each client that takes a fetch: the first is throttled once, the second needs a new token.
import { QueryClient } from "@tanstack/react-query";
import createClient from "openapi-fetch";
import createReactQueryClient from "openapi-react-query";
import { createKeySetsFetch } from "trustframework-keysets";
import { setFetch } from "./mutator.ts";
import { client as heyApi } from "./node_modules/.output/hey-api/client.gen.ts";
import * as heyApiCalls from "./node_modules/.output/hey-api/sdk.gen.ts";
import * as orvalCalls from "./node_modules/.output/orval.ts";

const baseUrl = process.argv[2] ?? "";
const fetch = createKeySetsFetch({ baseUrl, token: () => "t" });
const path = { id: "B2C_1A_a" };
const openapiFetch = createClient({ baseUrl, fetch });
const reactQuery = createReactQueryClient(openapiFetch);
heyApi.setConfig({ baseUrl, fetch });
setFetch(fetch);

const programs = {
  "openapi-fetch": async () => {
    const created = await openapiFetch.POST("/trustFramework/keySets", { body: { id: "a" } });
    const read = await openapiFetch.GET("/trustFramework/keySets/{id}", { params: { path } });
    return [created.response.status, created.data?.id, read.data?.id];
  },
  "openapi-react-query": async () => {
    const created = await openapiFetch.POST("/trustFramework/keySets", { body: { id: "a" } });
    const options = reactQuery.queryOptions("get", "/trustFramework/keySets/{id}", { params: { path } });
    const read = await new QueryClient().fetchQuery(options);
    return [created.response.status, created.data?.id, read.id];
  },
  "Hey API": async () => {
    const created = await heyApiCalls.createKeySet({ body: { id: "a" } });
    const read = await heyApiCalls.getKeySet({ path });
    return [created.response?.status, created.data?.id, read.data?.id];
  },
  orval: async () => {
    const created = await orvalCalls.createKeySet({ id: "a" });
    const read = await orvalCalls.getKeySet(path.id);
    return [created.status, created.data.id, read.data.id];
  },
};

for (const [name, program] of Object.entries(programs)) console.log(JSON.stringify([name, ...(await program())]));
