// Made from spec/ by "npm run generate". Do not edit.

import { type Answer, type Body, type CallOptions, createHttp, type Http, type KeySetsClientOptions } from "../src/http.js";

/** A client of the key sets API: a method for each operation, and beneath them typed calls by path. */
export interface KeySetsClient extends Http {
  /**
   * Create a key set.
   *
   * Creates a key set and answers with it. Send `{ "id": "name" }` for an empty one, then generate a key in it or upload a
   * certificate, a PKCS #12 file or a secret. The service may change the id: a bare `keyset1` comes back as
   * `B2C_1A_keyset1`. Read the id of the answer, or the `Location` header, before the next call.
   *
   * Creating the set together with its keys takes complete JSON Web Keys (RFC 7517) and is reported to fail for some
   * callers; an empty set that is filled afterwards works for everybody.
   *
   * A user who calls this needs the role B2C IEF Keyset Administrator, or one that includes it.
   *
   * The documentation's draft of this operation names another namespace, calls `id` and `keys` required and leaves `id`
   * out of its own example. Rely on this description.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   * @param body The name of the key set and, if it is not to be empty, its keys.
   * @see https://learn.microsoft.com/graph/api/trustframework-post-keysets?view=graph-rest-beta
   */
  createKeySet(body: Body<"createKeySet">, options?: CallOptions): Promise<Answer<"createKeySet">>;

  /**
   * Update the collection of key sets.
   *
   * A draft of Microsoft's documentation: a PATCH on the whole collection, with no id in its path. Do not build on it.
   * Current pages replace one key set at its own path; until that operation is used, create a new set with `createKeySet`.
   *
   * The page determines no permission; the ones given here are those of the other writing operations.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   * @param body The key set to update, with the keys it is to have.
   * @deprecated Documented by a draft only.
   */
  updateKeySets(body: Body<"updateKeySets">, options?: CallOptions): Promise<Answer<"updateKeySets">>;

  /**
   * Add a key set by reference.
   *
   * A draft of Microsoft's documentation: it posts to `$ref`, while its own example posts to the collection. Do not build
   * on it; call `createKeySet` instead.
   *
   * The page determines no permission; the ones given here are those of the other writing operations.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   * @param body The key set to add, with its keys.
   * @deprecated Documented by a draft only.
   */
  addKeySetByReference(body: Body<"addKeySetByReference">, options?: CallOptions): Promise<Answer<"addKeySetByReference">>;

  /**
   * Upload a certificate.
   *
   * Adds an X.509 certificate, without its private key, to a key set and answers with the key that was made of it.
   * `key` is the certificate's content in base64, not base64url. For a certificate with its private key upload a
   * PKCS #12 file.
   *
   * The documented answer calls the key symmetric (`kty` is `oct`), which a certificate can't be. Expect `RSA`.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`.
   * @param body The certificate, in base64.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-uploadcertificate?view=graph-rest-beta
   */
  uploadCertificate(id: string, body: Body<"uploadCertificate">, options?: CallOptions): Promise<Answer<"uploadCertificate">>;
}

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * @throws TypeError if `baseUrl` is neither https nor on this machine.
 */
export function createKeySetsClient(options: KeySetsClientOptions): KeySetsClient {
  const http = createHttp(options);
  return {
    ...http,
    createKeySet: (body, options) => http.POST("/trustFramework/keySets", { ...options, body }),
    updateKeySets: (body, options) => http.PATCH("/trustFramework/keySets", { ...options, body }),
    addKeySetByReference: (body, options) => http.POST("/trustFramework/keySets/$ref", { ...options, body }),
    uploadCertificate: (id, body, options) => http.POST("/trustFramework/keySets/{id}/uploadCertificate", { ...options, params: { path: { id } }, body }),
  };
}
