// Made from spec/ by "npm run generate". Do not edit.

import type { CallOptions, Middleware } from "../src/options/options.js";
import type { List, Result } from "../src/responses/result.js";
import type { DraftKeySet, DraftKeySetInput, GenerateKeyInput, ReplaceKeySetInput, TrustFrameworkKey, TrustFrameworkKeySet, TrustFrameworkKeySetCollection, TrustFrameworkKeySetInput, TrustFrameworkKey_v2, TrustFrameworkKey_v2Collection, UpdateKeyStatusInput, UploadCertificateInput, UploadPkcs12Input, UploadSecretInput } from "./types.js";

/** A method for each operation of the API. */
export interface KeySetOperations {
  /**
   * List key sets.
   *
   * Returns the key sets of the tenant with their keys. Private and symmetric key material is never returned. If the list has
   * more than one page, `@odata.nextLink` is the URL of the next page.
   *
   * The list can contain copies of deleted key sets, whose IDs end in `.bak`. Query options aren't documented.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.Read.All or TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#deleted-set-leaves-a-copy, #which-codes-are-listed, #roles-from-newer-pages, #undocumented-options, #examples-left-out.
   * @see https://learn.microsoft.com/graph/api/trustframework-list-keysets?view=graph-rest-beta
   */
  listKeySets(options?: CallOptions): List<TrustFrameworkKeySetCollection, TrustFrameworkKeySet>;

  /**
   * Create a key set.
   *
   * Creates a key set. Send only `id` to create an empty key set, then add keys with `generateKey`, `uploadCertificate`,
   * `uploadPkcs12`, or `uploadSecret`. The response contains the key set with its final ID: the service adds the prefix `B2C_1A_`
   * if it's missing. Use this ID in later requests.
   *
   * If a key set with this ID already exists, the request fails with `AADB2C95028`. Creating a key set together with its keys
   * fails for some callers with `AADB2C`. A body with `@odata.type` fails with the same code. A new key set can take about 10 seconds
   * before it accepts keys.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90137, AADB2C90138, AADB2C90186, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C90253, AADB2C95026, AADB2C95028, AADB2C95029, AADB2C95030, AADB2C95031, AADB2C95032, AADB2C95033, AADB2C95034, AADB2C95035, AADB2C95036, AADB2C95037, AADB2C95038, AADB2C95039, AADB2C95040, AADB2C95041, AADB2C95042, AADB2C95043, AADB2C95044, AADB2C95053, AADB2C95059.
   *
   * Conflicts: see generated/conflicts.md#odata-type-refused, #created-with-keys, #created-twice, #id-gains-a-prefix, #new-set-settles, #at-least-one-key, #which-codes-are-listed, #permissions-left-open, #personal-accounts-left-open, #permissions-in-which-order, #roles-from-newer-pages, #required-in-three-spellings, #links-between-operations, #shared-example-name, #examples-left-out, #content-length-counts-crlf, #no-empty-line-before-the-body.
   * @param body The name of the key set and, optionally, its keys.
   * @see https://learn.microsoft.com/graph/api/trustframework-post-keysets?view=graph-rest-beta
   */
  createKeySet(body: TrustFrameworkKeySetInput, options?: CallOptions): Promise<Result<TrustFrameworkKeySet, 201, { Location: string | undefined }>>;

  /**
   * Update the collection of key sets.
   *
   * A draft of Microsoft's documentation describes this request: a PATCH on the collection, without the ID of a key set. Don't use it.
   * Call `replaceKeySet` instead. No documented permission allows this request.
   *
   * No permission is documented.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#which-codes-are-listed, #update-on-the-collection, #permissions-left-open, #no-permission-opens-it, #personal-accounts-left-open, #permissions-in-which-order, #roles-from-newer-pages, #content-length-counts-crlf, #no-empty-line-before-the-body.
   * @param body The key set to update, as the draft shows it.
   * @deprecated Documented by a draft only.
   */
  updateKeySets(body: DraftKeySetInput, options?: CallOptions): Promise<Result<DraftKeySet, 200>>;

  /**
   * Add a key set by reference.
   *
   * A draft of Microsoft's documentation describes this request, but its own example posts to the collection. Don't use it. Call
   * `createKeySet` instead. No documented permission allows this request.
   *
   * No permission is documented.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#created-without-location, #which-codes-are-listed, #add-by-reference, #permissions-left-open, #no-permission-opens-it, #permissions-in-which-order, #roles-from-newer-pages, #shared-example-name, #examples-left-out, #content-length-counts-crlf.
   * @param body The key set to add, as the draft shows it.
   * @deprecated Documented by a draft only.
   */
  addKeySetByReference(body: DraftKeySetInput, options?: CallOptions): Promise<Result<DraftKeySet, 201>>;

  /**
   * Get a key set.
   *
   * Returns a key set and its keys. Private and symmetric key material is never returned.
   *
   * If the key set doesn't exist, the request fails with status 400 and the code `AADB2C90073`, not with 404.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.Read.All or TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90073, AADB2C90130, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#missing-set-is-a-400, #which-codes-are-listed, #braces-in-the-address, #roles-from-newer-pages, #clouds-from-newer-pages, #undocumented-options, #examples-left-out.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-get?view=graph-rest-beta
   */
  getKeySet(id: string, options?: CallOptions): Promise<Result<TrustFrameworkKeySet, 200>>;

  /**
   * Replace a key set.
   *
   * Replaces all keys of a key set with the keys of the body. Send each key complete, with its private or symmetric members.
   *
   * You can't remove a single key this way, because the key material of the other keys can't be read back. To retire a key, disable it
   * with `updateKeyStatus`. A key that has a `kid` fails with `AADB2C95059`.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90130, AADB2C90137, AADB2C90138, AADB2C90186, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C90253, AADB2C95026, AADB2C95029, AADB2C95030, AADB2C95031, AADB2C95032, AADB2C95033, AADB2C95034, AADB2C95035, AADB2C95036, AADB2C95037, AADB2C95038, AADB2C95039, AADB2C95040, AADB2C95041, AADB2C95042, AADB2C95043, AADB2C95044, AADB2C95052, AADB2C95053, AADB2C95059.
   *
   * Conflicts: see generated/conflicts.md#missing-set-on-a-write, #kid-refused-in-a-replacement, #no-key-taken-out, #which-codes-are-listed, #braces-in-the-address, #permission-without-a-page, #roles-from-newer-pages, #clouds-from-newer-pages, #replaced-with-put, #examples-left-out.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @param body The keys that the key set has from now on.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-update?view=graph-rest-beta
   */
  replaceKeySet(id: string, body: ReplaceKeySetInput, options?: CallOptions): Promise<Result<TrustFrameworkKeySet, 200>>;

  /**
   * Delete a key set.
   *
   * Deletes a key set with all its keys. Custom policies that refer to it stop working. The service can keep a copy, whose ID ends in
   * `.bak`.
   *
   * What a missing key set returns isn't documented. Expect `AADB2C90073` or `AADB2C95052` with status 400, or 404.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90073, AADB2C90130, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C95027, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#missing-set-on-a-write, #deleted-set-leaves-a-copy, #which-codes-are-listed, #braces-in-the-address, #permissions-of-delete, #roles-from-newer-pages, #clouds-from-newer-pages, #delete-not-among-the-methods, #undocumented-options.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-delete?view=graph-rest-beta
   */
  deleteKeySet(id: string, options?: CallOptions): Promise<Result<undefined, 204>>;

  /**
   * Generate a key.
   *
   * Generates a key in a key set and returns its public properties. The private or symmetric key material never leaves the service.
   *
   * All keys of a key set have the same type and the same use. A key of another type fails with `AADB2C95032`, a key of another use
   * with `AADB2C95042`.
   *
   * If you omit `nbf` and `exp`, the key has no start and no end, and serves as a fallback: keys with a start time take precedence.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90089, AADB2C90130, AADB2C90136, AADB2C90186, AADB2C90205, AADB2C90214, AADB2C90229, AADB2C90244, AADB2C90253, AADB2C95030, AADB2C95031, AADB2C95032, AADB2C95033, AADB2C95042, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#missing-set-on-a-write, #one-type-and-one-use, #safety-net-key, #which-codes-are-listed, #braces-in-the-address, #roles-from-newer-pages, #generated-key-is-no-json, #links-between-operations.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @param body The type, the purpose, and the lifetime of the key.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-generatekey?view=graph-rest-beta
   */
  generateKey(id: string, body: GenerateKeyInput, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * Get the active key.
   *
   * Returns the key that policies use now: of the enabled keys whose `nbf` has passed and whose `exp` hasn't, the one with the latest
   * `nbf`. A key without `nbf` is used only if no other key is valid.
   *
   * If the key set doesn't have a valid key, expect the code `AADB2C90019`. If the key set doesn't exist, expect `AADB2C90073`.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.Read.All or TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90019, AADB2C90063, AADB2C90073, AADB2C90130, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#missing-set-is-a-400, #active-key-by-post, #active-key-without-a-start, #no-active-key, #safety-net-key, #which-codes-are-listed, #braces-in-the-address, #roles-from-newer-pages, #active-key-with-parentheses, #links-between-operations, #examples-left-out.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-getactivekey?view=graph-rest-beta
   */
  getActiveKey(id: string, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * Upload a certificate.
   *
   * Adds an X.509 certificate without its private key to a key set and returns the new key. To add a certificate with its private key,
   * call `uploadPkcs12` instead. The `use` and the lifetime of the key come from the certificate.
   *
   * An uploaded key starts disabled: check `status` with `getKey`, and enable the key with `updateKeyStatus`.
   *
   * All keys of a key set have the same type and the same use. A key of another type fails with `AADB2C95032`, a key of another use
   * with `AADB2C95042`.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90089, AADB2C90130, AADB2C90136, AADB2C90137, AADB2C90179, AADB2C90180, AADB2C90186, AADB2C90205, AADB2C90215, AADB2C90229, AADB2C90244, AADB2C90253, AADB2C95032, AADB2C95042, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#certificate-needs-both-keys, #use-comes-from-the-certificate, #missing-set-on-a-write, #one-type-and-one-use, #uploaded-keys-start-disabled, #which-codes-are-listed, #braces-in-the-address, #roles-from-newer-pages, #clouds-from-newer-pages, #links-between-operations.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @param body The certificate in base64.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-uploadcertificate?view=graph-rest-beta
   */
  uploadCertificate(id: string, body: UploadCertificateInput, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * Upload a PKCS #12 file.
   *
   * Adds a certificate with its private key from a PKCS #12 (PFX) file to a key set and returns the new key. The `use` and the
   * lifetime of the key come from the certificate.
   *
   * Encrypt the file with TripleDES and SHA-1. A file that uses AES-256 fails with `AADB2C90213`, even if the password is right.
   *
   * An uploaded key starts disabled: check `status` with `getKey`, and enable the key with `updateKeyStatus`.
   *
   * All keys of a key set have the same type and the same use. A key of another type fails with `AADB2C95032`, a key of another use
   * with `AADB2C95042`.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90089, AADB2C90130, AADB2C90136, AADB2C90137, AADB2C90179, AADB2C90180, AADB2C90186, AADB2C90205, AADB2C90213, AADB2C90215, AADB2C90229, AADB2C90244, AADB2C90253, AADB2C95025, AADB2C95032, AADB2C95042, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#use-comes-from-the-certificate, #missing-set-on-a-write, #one-type-and-one-use, #pkcs12-encryption, #uploaded-keys-start-disabled, #which-codes-are-listed, #braces-in-the-address, #roles-from-newer-pages, #links-between-operations.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @param body The file in base64 and its password.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-uploadpkcs12?view=graph-rest-beta
   */
  uploadPkcs12(id: string, body: UploadPkcs12Input, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * Upload a secret.
   *
   * Adds a secret, such as the client secret of an identity provider, to a key set and returns the new key, a symmetric key (`oct`)
   * without its value. Send the secret in `k` as plain text. Don't encode it.
   *
   * Send an `nbf` that's at least 3 hours (10,800 seconds) ahead, or omit it. An earlier start time reportedly fails. An uploaded
   * key starts disabled: check `status` with `getKey`, and enable the key with `updateKeyStatus`.
   *
   * All keys of a key set have the same type and the same use. A key of another type fails with `AADB2C95032`, a key of another use
   * with `AADB2C95042`.
   *
   * The request sometimes fails with `AADB2C90063`. Read the key set before you retry.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90089, AADB2C90130, AADB2C90136, AADB2C90138, AADB2C90186, AADB2C90205, AADB2C90214, AADB2C90229, AADB2C90244, AADB2C90253, AADB2C95032, AADB2C95033, AADB2C95042, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#secret-is-plain-text, #missing-set-on-a-write, #one-type-and-one-use, #secret-upload-fails-at-times, #uploaded-keys-start-disabled, #start-three-hours-ahead, #which-codes-are-listed, #braces-in-the-address, #roles-from-newer-pages, #clouds-from-newer-pages, #links-between-operations, #examples-left-out.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @param body The secret as plain text, its purpose, and its lifetime.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkeyset-uploadsecret?view=graph-rest-beta
   */
  uploadSecret(id: string, body: UploadSecretInput, options?: CallOptions): Promise<Result<TrustFrameworkKey, 200>>;

  /**
   * List the keys of a key set.
   *
   * Returns the keys of a key set, each with its status. Microsoft's SDKs have this request, but no page documents it, and no documented
   * permission allows it. Call `getKeySet` instead.
   *
   * No permission is documented.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90073, AADB2C90130, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#which-codes-are-listed, #parameter-names, #no-permission-opens-it, #personal-accounts-left-open, #roles-from-newer-pages, #clouds-from-newer-pages, #keys-v2-apart, #list-of-keys-in-sdks-alone, #undocumented-options.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   */
  listKeys(id: string, options?: CallOptions): List<TrustFrameworkKey_v2Collection, TrustFrameworkKey_v2>;

  /**
   * Get a key.
   *
   * Returns a single key of a key set with its status. Private and symmetric key material is never returned.
   *
   * The permission `TrustFrameworkKeySet.Read.All` isn't enough. What a missing key returns isn't documented: expect status 400 or 404.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90073, AADB2C90130, AADB2C90131, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C95043.
   *
   * Conflicts: see generated/conflicts.md#missing-key, #which-codes-are-listed, #parameter-names, #braces-in-the-address, #permission-without-a-page, #roles-from-newer-pages, #key-is-wrapped-and-no-json, #undocumented-options, #links-between-operations.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @param kid The ID of the key within its key set.
   * @see https://learn.microsoft.com/graph/api/trustframeworkkey_v2-get?view=graph-rest-beta
   */
  getKey(id: string, kid: string, options?: CallOptions): Promise<Result<TrustFrameworkKey_v2, 200>>;

  /**
   * Enable or disable a key.
   *
   * Sets the status of a key. Policies never use a disabled key, but it stays in its key set. Only `status` can be updated.
   *
   * The response has no body. What a missing key returns isn't documented: expect status 400 or 404.
   *
   * Delegated calls need at least the role B2C IEF Keyset Administrator.
   *
   * Permission: TrustFrameworkKeySet.ReadWrite.All, delegated or application.
   *
   * Error codes (see {@link explain}): AADB2C, AADB2C90063, AADB2C90130, AADB2C90131, AADB2C90205, AADB2C90229, AADB2C90244, AADB2C95043, AADB2C95052, AADB2C95053.
   *
   * Conflicts: see generated/conflicts.md#status-called-optional, #missing-key, #no-key-taken-out, #which-codes-are-listed, #parameter-names, #braces-in-the-address, #permission-without-a-page, #roles-from-newer-pages, #clouds-from-newer-pages, #status-answers-with-nothing, #status-missing-from-sdks.
   * @param id The ID of the key set, with the prefix `B2C_1A_`.
   * @param kid The ID of the key within its key set.
   * @param body The new status of the key.
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
