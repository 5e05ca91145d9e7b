import { Client, ResponseType } from "@microsoft/microsoft-graph-client";
import type { TrustFrameworkKey, TrustFrameworkKeySet } from "@microsoft/microsoft-graph-types-beta";

export function connect(token: string) {
  const client = Client.init({ defaultVersion: "beta", authProvider: (done) => done(null, token) });
  return async (certificate: string) => {
    const set: TrustFrameworkKeySet = { id: "SigningKeys" };
    const created: Response = await client.api("/trustFramework/keySets").responseType(ResponseType.RAW).post(set);
    const { id }: TrustFrameworkKeySet = await created.json();
    const { kid }: TrustFrameworkKey = await client
      .api(`/trustFramework/keySets/${id}/uploadCertificate`)
      .post({ key: certificate });
    return { location: created.headers.get("Location"), id, kid };
  };
}
