/** What a user does with the package, in whatever runs it, and what comes of it. */
export async function program({ createKeySetsClient, explain, isKeySetsError }, baseUrl) {
  const client = createKeySetsClient({ baseUrl, token: async () => "t" });
  const id = "B2C_1A_keyset1";

  const created = await client.createKeySet({ id: "keyset1" });
  const uploaded = await client.uploadCertificate(id, { key: "MIIB" });
  const failed = await client.getKeySet("B2C_1A_missing");
  const throttled = await client.generateKey(id, { use: "sig", kty: "RSA" });
  const listed = [];
  for await (const keySet of client.listKeySets()) listed.push(keySet.id);

  // The response has begun to arrive, and never ends.
  const controller = new AbortController();
  const begun = async (...request) => {
    const response = await fetch(...request);
    controller.abort();
    return response;
  };
  const aborted = await createKeySetsClient({ baseUrl, token: "t", fetch: begun }).getKeySet("B2C_1A_endless", {
    signal: controller.signal,
  });

  return {
    created: [created.status, created.headers?.Location, created.data],
    uploaded: [uploaded.status, uploaded.data],
    failed: [
      isKeySetsError(failed.error),
      failed.error?.name,
      failed.error?.kind,
      failed.error?.status,
      failed.error?.code,
      failed.error?.requestId,
      explain(failed.error)?.meaning,
    ],
    throttled: [throttled.status, throttled.data],
    listed,
    aborted: [aborted.error?.kind, aborted.data],
  };
}
