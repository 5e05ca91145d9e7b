import { createKeySetsClient } from "trustframework-keysets";

export function connect(token: string) {
  const client = createKeySetsClient({ token });
  return async (certificate: string) => {
    const created = await client.createKeySet({ id: "SigningKeys" });
    if (created.error) throw created.error;
    const { id } = created.data;
    const uploaded = await client.uploadCertificate(id, { key: certificate });
    if (uploaded.error) throw uploaded.error;
    return { location: created.headers.Location, id, kid: uploaded.data.kid };
  };
}
