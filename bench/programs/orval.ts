import { createKeySet, uploadCertificate } from "../output/orval.ts";

export function connect(token: string) {
  const headers = { Authorization: `Bearer ${token}` };
  return async (certificate: string) => {
    const created = await createKeySet({ id: "SigningKeys" }, { headers });
    if (created.status !== 201) throw new Error(`create: ${created.status}`);
    const { id } = created.data;
    const uploaded = await uploadCertificate(id, { key: certificate }, { headers });
    if (uploaded.status !== 200) throw new Error(`upload: ${uploaded.status}`);
    return { location: created.headers.get("Location"), id, kid: uploaded.data.kid };
  };
}
