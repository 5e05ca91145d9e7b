export function connect(token: string) {
  async function post(path: string, body: object) {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const response = await fetch(`https://graph.microsoft.com/beta/${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }
  return async (certificate: string) => {
    const created = await post("trustFramework/keySets", { id: "SigningKeys" });
    const { id } = await created.json();
    const uploaded = await post(`trustFramework/keySets/${encodeURIComponent(id)}/uploadCertificate`, {
      key: certificate,
    });
    const { kid } = await uploaded.json();
    return { location: created.headers.get("Location"), id, kid };
  };
}
