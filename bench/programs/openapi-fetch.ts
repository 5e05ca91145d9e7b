import createClient from "openapi-fetch";
import type { paths } from "../output/openapi-fetch.ts";

export function connect(token: string) {
  const client = createClient<paths>({
    baseUrl: "https://graph.microsoft.com/beta",
    headers: { Authorization: `Bearer ${token}` },
  });
  return async (certificate: string) => {
    const created = await client.POST("/trustFramework/keySets", { body: { id: "SigningKeys" } });
    if (!created.data) throw new Error(`create: ${created.response.status}`);
    const { id } = created.data;
    const uploaded = await client.POST("/trustFramework/keySets/{id}/uploadCertificate", {
      params: { path: { id } },
      body: { key: certificate },
    });
    if (!uploaded.data) throw new Error(`upload: ${uploaded.response.status}`);
    return { location: created.response.headers.get("Location"), id, kid: uploaded.data.kid };
  };
}
