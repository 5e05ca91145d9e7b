import { client } from "../output/hey-api/client.gen.ts";
import { createKeySet, uploadCertificate } from "../output/hey-api/sdk.gen.ts";

export function connect(token: string) {
  client.setConfig({ auth: token });
  return async (certificate: string) => {
    const created = await createKeySet({ body: { id: "SigningKeys" } });
    if (!created.data) throw new Error(`create: ${created.response?.status}`);
    const { id } = created.data;
    const uploaded = await uploadCertificate({ path: { id }, body: { key: certificate } });
    if (!uploaded.data) throw new Error(`upload: ${uploaded.response?.status}`);
    return { location: created.response.headers.get("Location"), id, kid: uploaded.data.kid };
  };
}
