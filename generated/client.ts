// Made from spec/ by "npm run generate". Do not edit.

import type { CallOptions, Middleware } from "../src/options/options.js";
import type { List, Result } from "../src/responses/result.js";
import type { GenerateKeyInput, ReplaceKeySetInput, TrustFrameworkKey, TrustFrameworkKeySet, TrustFrameworkKeySetCollection, TrustFrameworkKeySetInput, TrustFrameworkKey_v2, TrustFrameworkKey_v2Collection, UpdateKeyStatusInput, UploadCertificateInput, UploadPkcs12Input, UploadSecretInput } from "./types.js";

/** A method for each operation of the API. */
export interface KeySetOperations {
  /**
   * List the key sets.
   *
   * Lists all key sets of the tenant with their keys, without the secret members. If the list is long, `@odata.nextLink` has
   * the address of its next part.
   *
   * A deleted set can leave a copy whose id ends in `.bak`. No page documents a query option; Microsoft's own OpenAPI document has
   * all of OData's, and a path that ends in `$count`.
   *
   * A call whose token lacks the permission is reported to be answered with 403 and the code `AADB2C`; its message lists the
   * permissions that would do.
   *
   * Permission: TrustFrameworkKeySet.Read.All or TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#deleted-set-leaves-a-copy, #missing-permission, #undocumented-options.
   * @see https://learn.microsoft.com/graph/api/trustframework-list-keysets?view=graph-rest-beta
   */
  listKeySets(options?: CallOptions): List<TrustFrameworkKeySetCollection, TrustFrameworkKeySet>;

  /**
   * Create a key set.
   *
   * Creates a key set and answers with it. Send `{ "id": "name" }` for an empty one, then generate a key in it or upload a
   * certificate, a PKCS #12 file or a secret. The service may change the id: a bare `keyset1` comes back as
   * `B2C_1A_keyset1`, and an id that has the prefix is kept. Take the id for the next call
   * from the body of the answer. An id that is there already is reported to be refused with the code `AADB2C95028`.
   *
   * Creating the set together with its keys takes complete JSON Web Keys (RFC 7517) and is reported to fail for some
   * callers, with the code `AADB2C`; an empty set that is filled afterwards works for everybody. A body with `@odata.type` is
   * reported to be refused with the same code: leave it out.
   *
   * The least privileged role for a delegated call is B2C IEF Keyset Administrator.
   *
   * The documentation's draft of this operation names another namespace, calls `id` and `keys` required and leaves `id`
   * out of its own example. Rely on this description.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90215, AADB2C95026, AADB2C95028, AADB2C95029, AADB2C95030, AADB2C95031, AADB2C95032, AADB2C95033, AADB2C95034, AADB2C95037, AADB2C95038, AADB2C95039, AADB2C95040, AADB2C95041, AADB2C95042, AADB2C95043, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#odata-type-refused, #created-with-keys, #created-twice, #id-gains-a-prefix, #permissions-left-open, #personal-accounts-left-open, #permissions-in-which-order, #shared-example-name, #content-length-counts-crlf, #no-empty-line-before-the-body.
   * @param body The name of the key set and, if it is not to be empty, its keys.
   * @see https://learn.microsoft.com/graph/api/trustframework-post-keysets?view=graph-rest-beta
   */
  createKeySet(body: TrustFrameworkKeySetInput, options?: CallOptions): Promise<Result<TrustFrameworkKeySet, 201, { Location: string | undefined }>>;

  /**
   * Update the collection of key sets.
   *
   * A draft of Microsoft's documentation: a PATCH on the whole collection, with no id in its path. Do not build on it; call
   * `replaceKeySet` instead, which has a PUT on one key set.
   *
   * The page determines no permission; the ones given here are those of the other writing operations.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#update-on-the-collection, #permissions-left-open, #personal-accounts-left-open, #permissions-in-which-order, #content-length-counts-crlf, #no-empty-line-before-the-body.
   * @param body The key set to update, with the keys it is to have.
   * @deprecated Documented by a draft only.
   */
  updateKeySets(body: TrustFrameworkKeySetInput, options?: CallOptions): Promise<Result<TrustFrameworkKeySet, 200>>;

  /**
   * Add a key set by reference.
   *
   * A draft of Microsoft's documentation: it posts to `$ref`, while its own example posts to the collection. Do not build
   * on it; call `createKeySet` instead.
   *
   * The page determines no permission; the ones given here are those of the other writing operations.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#created-without-location, #add-by-reference, #permissions-left-open, #permissions-in-which-order, #shared-example-name, #content-length-counts-crlf.
   * @param body The key set to add, with its keys.
   * @deprecated Documented by a draft only.
   */
  addKeySetByReference(body: TrustFrameworkKeySetInput, options?: CallOptions): Promise<Result<TrustFrameworkKeySet, 201>>;

  /**
   * Get a key set.
   *
   * Answers with a key set and its keys, without the secret members. A set that does not exist is reported to be answered with 400
   * and the code `AADB2C95052`, not with 404.
   *
   * Permission: TrustFrameworkKeySet.Read.All or TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C95043, AADB2C95052.
   *
   * Conflicts: see generated/conflicts.md#missing-set-is-a-400.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-get?view=graph-rest-beta
   */
  getKeySet(id: string, options?: CallOptions): Promise<Result<TrustFrameworkKeySet, 200>>;

  /**
   * Replace a key set.
   *
   * Replaces all keys of a key set by those of the body. No operation takes a single key away, and neither does this one: the
   * secret members of the other keys can't be read back to be sent again. Disable the key with `updateKeyStatus`.
   *
   * A `kid` in a key is reported to be refused with the code `AADB2C95059`. Microsoft's own OpenAPI document and SDKs have a
   * PATCH here in place of the PUT; the documentation page has the PUT.
   *
   * The least privileged role for a delegated call is B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90215, AADB2C95026, AADB2C95029, AADB2C95030, AADB2C95031, AADB2C95032, AADB2C95033, AADB2C95034, AADB2C95037, AADB2C95039, AADB2C95040, AADB2C95041, AADB2C95042, AADB2C95043, AADB2C95052, AADB2C95053, AADB2C95059.
   *
   * Conflicts: see generated/conflicts.md#kid-refused-in-a-replacement, #no-key-taken-out, #replaced-with-put.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @param body The keys that the set is to have from now on.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-update?view=graph-rest-beta
   */
  replaceKeySet(id: string, body: ReplaceKeySetInput, options?: CallOptions): Promise<Result<TrustFrameworkKeySet, 200>>;

  /**
   * Delete a key set.
   *
   * Deletes a key set with all its keys. Policies that refer to it stop working. The service can keep a copy, under the id with
   * `.bak` at its end.
   *
   * No page documents a condition: Microsoft's own OpenAPI document has the header `If-Match` here.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#deleted-set-leaves-a-copy, #undocumented-options.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-delete?view=graph-rest-beta
   */
  deleteKeySet(id: string, options?: CallOptions): Promise<Result<undefined, 204>>;

  /**
   * Generate a key.
   *
   * Makes a new key in a key set and answers with its public part. The private part never leaves the service. A symmetric key
   * (`oct`) has no public part: what comes back are its id, its type, its use and its times.
   *
   * All keys of a set are of one type and one use: a second type is reported to be refused with the code `AADB2C95032`, a second
   * use with `AADB2C95042`.
   *
   * The documentation's answer is not valid JSON, and its `exp` is not the one of the request: rely on the schema.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90214, AADB2C90253, AADB2C95030, AADB2C95031, AADB2C95032, AADB2C95033, AADB2C95042, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#one-type-and-one-use, #generated-key-is-no-json.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @param body What the key is for, its type, and when it is valid.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-generatekey?view=graph-rest-beta
   */
  generateKey(id: string, body: GenerateKeyInput, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * Get the active key.
   *
   * Answers with the key that policies use now: of the valid keys the one with the latest `nbf`; a key without `nbf` comes last.
   * If the set has no valid key, the call is refused with the code `AADB2C90019`.
   *
   * It is a GET. The documentation said POST until 2020, and a POST is reported to be answered with the code `UnknownError` and
   * a message that is JSON text. Microsoft's SDKs write `getActiveKey()`; the documented path has no parentheses.
   *
   * The least privileged role for a delegated call is B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.Read.All or TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90019, AADB2C90063, AADB2C95043, AADB2C95052.
   *
   * Conflicts: see generated/conflicts.md#active-key-by-post, #active-key-without-a-start, #active-key-with-parentheses.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-getactivekey?view=graph-rest-beta
   */
  getActiveKey(id: string, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * Upload a certificate.
   *
   * Adds an X.509 certificate, without its private key, to a key set and answers with the key that was made of it.
   * `key` is the certificate's content in base64, not base64url. For a certificate with its private key upload a
   * PKCS #12 file.
   *
   * All keys of a set are of one type and one use: a second type is reported to be refused with the code `AADB2C95032`, a second
   * use with `AADB2C95042`.
   *
   * The documented answer calls the key symmetric (`kty` is `oct`), which a certificate can't be. Expect `RSA`.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90215, AADB2C90253, AADB2C95032, AADB2C95042, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#one-type-and-one-use, #certificate-answered-as-symmetric, #clouds-of-upload-certificate.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @param body The certificate, in base64.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-uploadcertificate?view=graph-rest-beta
   */
  uploadCertificate(id: string, body: UploadCertificateInput, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * Upload a PKCS #12 file.
   *
   * Adds a certificate with its private key to a key set, from a PKCS #12 (PFX) file, and answers with the new key. `key` is the
   * content of the file in base64.
   *
   * All keys of a set are of one type and one use: a second type is reported to be refused with the code `AADB2C95032`, a second
   * use with `AADB2C95042`.
   *
   * A file that is encrypted with AES-256 is reported to be refused with the code `AADB2C90213`, whatever the password; one that
   * is encrypted with TripleDES-SHA1 is taken.
   *
   * The least privileged role for a delegated call is B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90213, AADB2C90215, AADB2C90253, AADB2C95025, AADB2C95032, AADB2C95042, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#one-type-and-one-use, #pkcs12-encryption.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @param body The file in base64, and its password.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-uploadpkcs12?view=graph-rest-beta
   */
  uploadPkcs12(id: string, body: UploadPkcs12Input, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * Upload a secret.
   *
   * Adds a secret, such as an application secret of an identity provider, to a key set and answers with the new key.
   *
   * `k` is the secret as plain text: send it as it is. The documentation likens it to the `k` of a key, which is base64url; do
   * not encode it.
   *
   * All keys of a set are of one type and one use: a second type is reported to be refused with the code `AADB2C95032`, a second
   * use with `AADB2C95042`. A secret is a symmetric key (`oct`).
   *
   * The service is reported to fail at times with the code `AADB2C90063`.
   *
   * The least privileged role for a delegated call is B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90214, AADB2C90253, AADB2C95032, AADB2C95033, AADB2C95042, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#secret-is-plain-text, #one-type-and-one-use, #secret-upload-fails-at-times.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @param body The secret as plain text, what it is for, and when it is valid.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-uploadsecret?view=graph-rest-beta
   */
  uploadSecret(id: string, body: UploadSecretInput, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * List the keys of a key set.
   *
   * Lists the keys of a key set one by one, each with its status. No page documents the operation: it is in Microsoft's SDKs
   * only, and the permission is that of `getKey`. Call `getKeySet` for what is documented.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C95043, AADB2C95052.
   *
   * Conflicts: see generated/conflicts.md#keys-v2-apart, #list-of-keys-in-sdks-alone.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @deprecated Not documented.
   */
  listKeys(id: string, options?: CallOptions): List<TrustFrameworkKey_v2Collection, TrustFrameworkKey_v2>;

  /**
   * Get a key.
   *
   * Answers with one key of a key set and its status.
   *
   * No source tells what a `kid` that the set does not have is answered with. Be ready for a 400 as well as for a 404.
   *
   * The documentation wraps the key in `value`, shows `nbf` and `exp` as text, and is not valid JSON. Rely on the schema.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C95043, AADB2C95052.
   *
   * Conflicts: see generated/conflicts.md#key-is-wrapped-and-no-json.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @param kid The id of the key within its set.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkey_v2-get?view=graph-rest-beta
   */
  getKey(id: string, kid: string, options?: CallOptions): Promise<Result<TrustFrameworkKey_v2, 200>>;

  /**
   * Enable or disable a key.
   *
   * Sets the status of one key. A disabled key stays in its set and is never chosen as the active one.
   *
   * No source tells what a `kid` that the set does not have is answered with. Be ready for a 400 as well as for a 404.
   *
   * The documentation promises an object in the answer and shows a 204: there is none. Microsoft's SDKs lack the operation.
   *
   * The least privileged role for a delegated call is B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#no-key-taken-out, #status-answers-with-nothing, #status-missing-from-sdks.
   * @param id The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
   * answered with 400 and the code `AADB2C95052`, not with 404.
   * @param kid The id of the key within its set.
   * @param body The status that the key is to have.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkey_v2-update?view=graph-rest-beta
   */
  updateKeyStatus(id: string, kid: string, body: UpdateKeyStatusInput, options?: CallOptions): Promise<Result<undefined, 204>>;
}

/** A client of the key sets API. */
export interface KeySetsClient extends KeySetOperations {
  /** Adds middleware of openapi-fetch. It sees each call once, without its token. */
  use(...middleware: Middleware[]): void;

  /** Removes middleware. */
  eject(...middleware: Middleware[]): void;
}
