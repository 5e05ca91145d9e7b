// Made from spec/ by "npm run generate". Do not edit.

export interface paths {
    "/trustFramework/keySets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the key sets
         * @description Lists all key sets of the tenant with their keys, without the secret members. If the list is long, `@odata.nextLink` has
         *     the address of its next part.
         *
         *     A deleted set can leave a copy whose id ends in `.bak`. No page documents a query option; Microsoft's own OpenAPI document has
         *     all of OData's, and a path that ends in `$count`.
         *
         *     A call whose token lacks the permission is reported to be answered with 403 and the code `AADB2C`; its message lists the
         *     permissions that would do.
         */
        get: operations["listKeySets"];
        put?: never;
        /**
         * Create a key set
         * @description Creates a key set and answers with it. Send `{ "id": "name" }` for an empty one, then generate a key in it or upload a
         *     certificate, a PKCS #12 file or a secret. The service may change the id: a bare `keyset1` comes back as
         *     `B2C_1A_keyset1`, and an id that has the prefix is kept. Take the id for the next call
         *     from the body of the answer. An id that is there already is reported to be refused with the code `AADB2C95028`.
         *
         *     Creating the set together with its keys takes complete JSON Web Keys (RFC 7517) and is reported to fail for some
         *     callers, with the code `AADB2C`; an empty set that is filled afterwards works for everybody. A body with `@odata.type` is
         *     reported to be refused with the same code: leave it out.
         *
         *     The least privileged role for a delegated call is B2C IEF Keyset Administrator.
         *
         *     The documentation's draft of this operation names another namespace, calls `id` and `keys` required and leaves `id`
         *     out of its own example. Rely on this description.
         */
        post: operations["createKeySet"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update the collection of key sets
         * @deprecated
         * @description A draft of Microsoft's documentation: a PATCH on the whole collection, with no id in its path. Do not build on it; call
         *     `replaceKeySet` instead, which has a PUT on one key set.
         *
         *     The page determines no permission; the ones given here are those of the other writing operations.
         */
        patch: operations["updateKeySets"];
        trace?: never;
    };
    "/trustFramework/keySets/$ref": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a key set by reference
         * @deprecated
         * @description A draft of Microsoft's documentation: it posts to `$ref`, while its own example posts to the collection. Do not build
         *     on it; call `createKeySet` instead.
         *
         *     The page determines no permission; the ones given here are those of the other writing operations.
         */
        post: operations["addKeySetByReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trustFramework/keySets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        /**
         * Get a key set
         * @description Answers with a key set and its keys, without the secret members. A set that does not exist is reported to be answered with 400
         *     and the code `AADB2C95052`, not with 404.
         */
        get: operations["getKeySet"];
        /**
         * Replace a key set
         * @description Replaces all keys of a key set by those of the body. No operation takes a single key away, and neither does this one: the
         *     secret members of the other keys can't be read back to be sent again. Disable the key with `updateKeyStatus`.
         *
         *     A `kid` in a key is reported to be refused with the code `AADB2C95059`. Microsoft's own OpenAPI document and SDKs have a
         *     PATCH here in place of the PUT; the documentation page has the PUT.
         *
         *     The least privileged role for a delegated call is B2C IEF Keyset Administrator.
         */
        put: operations["replaceKeySet"];
        post?: never;
        /**
         * Delete a key set
         * @description Deletes a key set with all its keys. Policies that refer to it stop working. The service can keep a copy, under the id with
         *     `.bak` at its end.
         *
         *     No page documents a condition: Microsoft's own OpenAPI document has the header `If-Match` here.
         */
        delete: operations["deleteKeySet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trustFramework/keySets/{id}/generateKey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate a key
         * @description Makes a new key in a key set and answers with its public part. The private part never leaves the service. A symmetric key
         *     (`oct`) has no public part: what comes back are its id, its type, its use and its times.
         *
         *     All keys of a set are of one type and one use: a second type is reported to be refused with the code `AADB2C95032`, a second
         *     use with `AADB2C95042`.
         *
         *     The documentation's answer is not valid JSON, and its `exp` is not the one of the request: rely on the schema.
         */
        post: operations["generateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trustFramework/keySets/{id}/getActiveKey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        /**
         * Get the active key
         * @description Answers with the key that policies use now: of the valid keys the one with the latest `nbf`; a key without `nbf` comes last.
         *     If the set has no valid key, the call is refused with the code `AADB2C90019`.
         *
         *     It is a GET. The documentation said POST until 2020, and a POST is reported to be answered with the code `UnknownError` and
         *     a message that is JSON text. Microsoft's SDKs write `getActiveKey()`; the documented path has no parentheses.
         *
         *     The least privileged role for a delegated call is B2C IEF Keyset Administrator.
         */
        get: operations["getActiveKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trustFramework/keySets/{id}/uploadCertificate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a certificate
         * @description Adds an X.509 certificate, without its private key, to a key set and answers with the key that was made of it.
         *     `key` is the certificate's content in base64, not base64url. For a certificate with its private key upload a
         *     PKCS #12 file.
         *
         *     All keys of a set are of one type and one use: a second type is reported to be refused with the code `AADB2C95032`, a second
         *     use with `AADB2C95042`.
         *
         *     The documented answer calls the key symmetric (`kty` is `oct`), which a certificate can't be. Expect `RSA`.
         */
        post: operations["uploadCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trustFramework/keySets/{id}/uploadPkcs12": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a PKCS #12 file
         * @description Adds a certificate with its private key to a key set, from a PKCS #12 (PFX) file, and answers with the new key. `key` is the
         *     content of the file in base64.
         *
         *     All keys of a set are of one type and one use: a second type is reported to be refused with the code `AADB2C95032`, a second
         *     use with `AADB2C95042`.
         *
         *     A file that is encrypted with AES-256 is reported to be refused with the code `AADB2C90213`, whatever the password; one that
         *     is encrypted with TripleDES-SHA1 is taken.
         *
         *     The least privileged role for a delegated call is B2C IEF Keyset Administrator.
         */
        post: operations["uploadPkcs12"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trustFramework/keySets/{id}/uploadSecret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a secret
         * @description Adds a secret, such as an application secret of an identity provider, to a key set and answers with the new key.
         *
         *     `k` is the secret as plain text: send it as it is. The documentation likens it to the `k` of a key, which is base64url; do
         *     not encode it.
         *
         *     All keys of a set are of one type and one use: a second type is reported to be refused with the code `AADB2C95032`, a second
         *     use with `AADB2C95042`. A secret is a symmetric key (`oct`).
         *
         *     The service is reported to fail at times with the code `AADB2C90063`.
         *
         *     The least privileged role for a delegated call is B2C IEF Keyset Administrator.
         */
        post: operations["uploadSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trustFramework/keySets/{id}/keys_v2": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        /**
         * List the keys of a key set
         * @deprecated
         * @description Lists the keys of a key set one by one, each with its status. No page documents the operation: it is in Microsoft's SDKs
         *     only, and the permission is that of `getKey`. Call `getKeySet` for what is documented.
         */
        get: operations["listKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trustFramework/keySets/{id}/keys_v2/{kid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
                /**
                 * @description The id of the key within its set.
                 * @example Cs_wRCv-Zg66Nk3_wvqk0nfJo9LZcz8-6xF0C-EFoIc
                 */
                kid: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        /**
         * Get a key
         * @description Answers with one key of a key set and its status.
         *
         *     No source tells what a `kid` that the set does not have is answered with. Be ready for a 400 as well as for a 404.
         *
         *     The documentation wraps the key in `value`, shows `nbf` and `exp` as text, and is not valid JSON. Rely on the schema.
         */
        get: operations["getKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Enable or disable a key
         * @description Sets the status of one key. A disabled key stays in its set and is never chosen as the active one.
         *
         *     No source tells what a `kid` that the set does not have is answered with. Be ready for a 400 as well as for a 404.
         *
         *     The documentation promises an object in the answer and shows a 204: there is none. Microsoft's SDKs lack the operation.
         *
         *     The least privileged role for a delegated call is B2C IEF Keyset Administrator.
         */
        patch: operations["updateKeyStatus"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        TrustFrameworkKeySet: TrustFrameworkKeySet;
        TrustFrameworkKeySetCollection: TrustFrameworkKeySetCollection;
        TrustFrameworkKeySetInput: TrustFrameworkKeySetInput;
        ReplaceKeySetInput: ReplaceKeySetInput;
        KeySetODataType: KeySetODataType;
        TrustFrameworkKey: TrustFrameworkKey;
        TrustFrameworkKey_v2: TrustFrameworkKey_v2;
        TrustFrameworkKey_v2Collection: TrustFrameworkKey_v2Collection;
        GenerateKeyInput: GenerateKeyInput;
        UploadCertificateInput: UploadCertificateInput;
        UploadPkcs12Input: UploadPkcs12Input;
        UploadSecretInput: UploadSecretInput;
        UpdateKeyStatusInput: UpdateKeyStatusInput;
        KeyType: KeyType;
        KeyUse: KeyUse;
        KeyStatus: KeyStatus;
        ODataError: ODataError;
        InnerError: InnerError;
        ErrorCode: ErrorCode;
        TrustFrameworkKeyInput: TrustFrameworkKeyInput;
    };
    responses: {
        /** @description The request was refused. The code says why; a key set that does not exist is answered so too. */
        BadRequest: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ODataError;
            };
        };
        /** @description The token is missing, expired or meant for another service. Get a new one. */
        Unauthorized: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ODataError;
            };
        };
        /** @description The token, or the role of its user, lacks a permission that the call needs. */
        Forbidden: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ODataError;
            };
        };
        /**
         * @description There is no such resource, in Microsoft Graph's general form. A key set that does not exist is reported to be answered with
         *     400 instead.
         */
        NotFound: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ODataError;
            };
        };
        /**
         * @description The request and the resource are at odds, in Microsoft Graph's general form: the key set exists already (`AADB2C95028`), or
         *     another call writes to it (`AADB2C95053`). No source tells with which status the service says so; look at the code.
         */
        Conflict: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ODataError;
            };
        };
        /** @description There were too many calls. Wait as long as `Retry-After` says, then try again. */
        TooManyRequests: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ODataError;
            };
        };
        /** @description The service failed. A call that only reads can be tried again; look first before a call that writes is. */
        ServiceError: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ODataError;
            };
        };
        /** @description The request failed in another way. The body says why, in OData's error form. */
        Error: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ODataError;
            };
        };
    };
    parameters: {
        /**
         * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
         *     answered with 400 and the code `AADB2C95052`, not with 404.
         * @example B2C_1A_TokenSigningKeyContainer
         */
        KeySetId: string;
        /**
         * @description The id of the key within its set.
         * @example Cs_wRCv-Zg66Nk3_wvqk0nfJo9LZcz8-6xF0C-EFoIc
         */
        KeyId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Where the new key set is, in OData key syntax and relative to the service root: neither a host nor the version segment
         *     is in it. Take the id from the body to make the next call.
         * @example /trustFramework/keySets('B2C_1A_keyset1')
         */
        KeySetLocation: string;
        /**
         * @description The id that the service gave the request. Microsoft's support asks for it.
         * @example 5c0b4f0e-7f0a-4a39-8a53-0d1c3a8f2b11
         */
        RequestId: string;
        /**
         * @description The id that the caller sent in the header of the same name, or one that the service chose.
         * @example 0f4e7a52-93c1-4c8e-b2f0-1a6d5b7c9e10
         */
        ClientRequestId: string;
        /**
         * @description How many seconds to wait before the next try. Without it, wait twice as long after each try.
         * @example 10
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listKeySets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key sets of the tenant, or the first part of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKeySetCollection;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    createKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The name of the key set and, if it is not to be empty, its keys. */
        requestBody: {
            content: {
                "application/json": TrustFrameworkKeySetInput;
            };
        };
        responses: {
            /** @description The key set was created. The body carries it under the id that the service gave it. */
            201: {
                headers: {
                    Location: components["headers"]["KeySetLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKeySet;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    updateKeySets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The key set to update, with the keys it is to have. */
        requestBody: {
            content: {
                "application/json": TrustFrameworkKeySetInput;
            };
        };
        responses: {
            /** @description The key set was updated. The body carries it as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKeySet;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    addKeySetByReference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The key set to add, with its keys. */
        requestBody: {
            content: {
                "application/json": TrustFrameworkKeySetInput;
            };
        };
        responses: {
            /** @description The key set was added. The body carries it under the id that the service gave it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKeySet;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    getKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key set and its keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKeySet;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    replaceKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        /** @description The keys that the set is to have from now on. */
        requestBody: {
            content: {
                "application/json": ReplaceKeySetInput;
            };
        };
        responses: {
            /** @description The key set was replaced. The body carries it as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKeySet;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    deleteKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key set is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    generateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        /** @description What the key is for, its type, and when it is valid. */
        requestBody: {
            content: {
                "application/json": GenerateKeyInput;
            };
        };
        responses: {
            /** @description The key is in the key set. The body carries what of it is not secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    getActiveKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The active key, without its secret members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    uploadCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        /** @description The certificate, in base64. */
        requestBody: {
            content: {
                "application/json": UploadCertificateInput;
            };
        };
        responses: {
            /** @description The certificate is in the key set. The body carries the new key, without its secret members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    uploadPkcs12: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        /** @description The file in base64, and its password. */
        requestBody: {
            content: {
                "application/json": UploadPkcs12Input;
            };
        };
        responses: {
            /** @description The certificate and its key are in the key set. The body carries the new key, without its secret members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    uploadSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        /** @description The secret as plain text, what it is for, and when it is valid. */
        requestBody: {
            content: {
                "application/json": UploadSecretInput;
            };
        };
        responses: {
            /** @description The secret is in the key set. The body carries the new key, without the secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys of the set, or the first part of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey_v2Collection;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    getKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
                /**
                 * @description The id of the key within its set.
                 * @example Cs_wRCv-Zg66Nk3_wvqk0nfJo9LZcz8-6xF0C-EFoIc
                 */
                kid: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key and its status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey_v2;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
    updateKeyStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`. An id that no set has is reported to be
                 *     answered with 400 and the code `AADB2C95052`, not with 404.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: components["parameters"]["KeySetId"];
                /**
                 * @description The id of the key within its set.
                 * @example Cs_wRCv-Zg66Nk3_wvqk0nfJo9LZcz8-6xF0C-EFoIc
                 */
                kid: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        /** @description The status that the key is to have. */
        requestBody: {
            content: {
                "application/json": UpdateKeyStatusInput;
            };
        };
        responses: {
            /** @description The key has the status. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServiceError"];
            default: components["responses"]["Error"];
        };
    };
}

/**
 * A named set of keys (a JWK Set, RFC 7517, section 5) that custom policies refer to by its id. All its keys are of one
 * type and one use: another type is reported to be refused with the code `AADB2C95032`, another use with `AADB2C95042`.
 */
export interface TrustFrameworkKeySet {
    /** @description The address of the description of the answer. */
    "@odata.context"?: string;
    /**
     * Key set's OData type
     * @deprecated
     * @description The OData name of the type. Drafts of the documentation send it; the live service is reported to refuse a body that has it,
     *     with 400 and the code `AADB2C`.
     */
    "@odata.type"?: KeySetODataType;
    /** @description The name of the key set, as the service gave it, with the prefix `B2C_1A_`. */
    id: string;
    /** @description The keys of the set. It may be empty. */
    keys: TrustFrameworkKey[];
}

/**
 * A part of a list, in OData's form.
 */
export interface TrustFrameworkKeySetCollection {
    /** @description The address of the description of what is listed. */
    "@odata.context"?: string;
    /**
     * Format: uri
     * @description The address of the list's next part. It is left out with the last one.
     */
    "@odata.nextLink"?: string;
    /**
     * Format: int64
     * @description How many there are in the whole list, if the service counts them.
     */
    "@odata.count"?: number;
    /** @description What is listed in this part. */
    value: TrustFrameworkKeySet[];
}

/**
 * A key set as a caller sends it. The service may change its id.
 */
export interface TrustFrameworkKeySetInput {
    /**
     * Key set's OData type
     * @deprecated
     * @description The OData name of the type. Drafts of the documentation send it; the live service is reported to refuse a body that has it,
     *     with 400 and the code `AADB2C`.
     */
    "@odata.type"?: KeySetODataType | undefined;
    /** @description The name that the key set is to have. The service puts `B2C_1A_` before a name that lacks it. */
    id: string;
    /** @description The keys that the set is to have from the start. Leave it out for an empty set. */
    keys?: TrustFrameworkKeyInput[] | undefined;
}

/**
 * The body that replaces a key set.
 */
export interface ReplaceKeySetInput {
    /**
     * Key set's OData type
     * @deprecated
     * @description The OData name of the type. Drafts of the documentation send it; the live service is reported to refuse a body that has it,
     *     with 400 and the code `AADB2C`.
     */
    "@odata.type"?: KeySetODataType | undefined;
    /** @description The id of the key set, as in the path. It may be left out. */
    id?: string | undefined;
    /**
     * @description The keys that the set is to have, with their secret members. All others are removed. A key that has a `kid` is reported to be
     *     refused with the code `AADB2C95059`.
     */
    keys: (TrustFrameworkKeyInput & {
        kid?: never;
    })[];
}

/**
 * The OData name of the type. Drafts of the documentation send it; the live service is reported to refuse a body that has it,
 * with 400 and the code `AADB2C`.
 */
export type KeySetODataType = string;

/**
 * A JSON Web Key (RFC 7517, section 4). An RSA key has `n` and `e`, with its private part `d`, `p`, `q`, `dp`, `dq`, `qi`
 * and, if it came from a certificate, `x5c` and `x5t`. A symmetric key (`oct`) has `k` and none of these. The secret
 * members can be sent and are not readable afterwards.
 */
export interface TrustFrameworkKey {
    /** @description The address of the description of the answer. */
    "@odata.context"?: string;
    /**
     * @deprecated
     * @description The OData name of the key's type. Drafts of the documentation send it; the live service is reported to refuse a body that
     *     has it, with the code `AADB2C`.
     */
    "@odata.type"?: string;
    /** @description The id of the key (RFC 7517, section 4.5). The service gives it one. */
    kid?: string;
    /**
     * Key type
     * @description The family of the key (RFC 7517, section 4.1). `RSA` and `oct` are the registered spellings (RFC 7518, section 6.1). The
     *     documentation also shows `rsa` and `OCT`, and values that are not listed may come back: compare without regard to case.
     */
    kty: KeyType;
    /**
     * Key use
     * @description What the key is for (RFC 7517, section 4.2). A value that is not listed may come back.
     */
    use?: KeyUse;
    /**
     * trustFrameworkKeyStatus
     * @description Whether the service may choose the key. A value that is not listed may come back.
     */
    status?: KeyStatus;
    /**
     * Format: int64
     * @description When the key starts to be valid, in seconds since 1970-01-01T00:00:00Z. A key without it comes last when the active key is
     *     chosen.
     */
    nbf?: number;
    /**
     * Format: int64
     * @description When the key expires, in seconds since 1970-01-01T00:00:00Z. It lies after `nbf`.
     */
    exp?: number;
    /** @description The certificate chain (RFC 7517, section 4.7), the key's own certificate first. */
    x5c?: string[];
    /**
     * Format: base64url
     * @description The SHA-1 thumbprint of the certificate (RFC 7517, section 4.8), in base64url.
     */
    x5t?: string;
    /**
     * Format: base64url
     * @description The public exponent of an RSA key (RFC 7518, section 6.3.1.2), in base64url. `AQAB` is 65537.
     */
    e?: string;
    /**
     * Format: base64url
     * @description The modulus of an RSA key (RFC 7518, section 6.3.1.1), in base64url.
     */
    n?: string;
}

/**
 * A key of a key set as an entity of its own, with its status. It has the same members as trustFrameworkKey and is known
 * by its `kid`.
 */
export interface TrustFrameworkKey_v2 {
    /** @description The address of the description of the answer. */
    "@odata.context"?: string;
    /** @description The OData name of the key's type. */
    "@odata.type"?: string;
    /** @description The id of the key within its set (RFC 7517, section 4.5). */
    kid: string;
    /**
     * Key type
     * @description The family of the key (RFC 7517, section 4.1). `RSA` and `oct` are the registered spellings (RFC 7518, section 6.1). The
     *     documentation also shows `rsa` and `OCT`, and values that are not listed may come back: compare without regard to case.
     */
    kty: KeyType;
    /**
     * Key use
     * @description What the key is for (RFC 7517, section 4.2). A value that is not listed may come back.
     */
    use?: KeyUse;
    /**
     * trustFrameworkKeyStatus
     * @description Whether the service may choose the key. A value that is not listed may come back.
     */
    status?: KeyStatus;
    /**
     * Format: int64
     * @description When the key starts to be valid, in seconds since 1970-01-01T00:00:00Z.
     */
    nbf?: number;
    /**
     * Format: int64
     * @description When the key expires, in seconds since 1970-01-01T00:00:00Z. It lies after `nbf`.
     */
    exp?: number;
    /** @description The certificate chain (RFC 7517, section 4.7), the key's own certificate first. */
    x5c?: string[];
    /**
     * Format: base64url
     * @description The SHA-1 thumbprint of the certificate (RFC 7517, section 4.8), in base64url.
     */
    x5t?: string;
    /**
     * Format: base64url
     * @description The public exponent of an RSA key (RFC 7518, section 6.3.1.2), in base64url. `AQAB` is 65537.
     */
    e?: string;
    /**
     * Format: base64url
     * @description The modulus of an RSA key (RFC 7518, section 6.3.1.1), in base64url.
     */
    n?: string;
}

/**
 * A part of a list, in OData's form.
 */
export interface TrustFrameworkKey_v2Collection {
    /** @description The address of the description of what is listed. */
    "@odata.context"?: string;
    /**
     * Format: uri
     * @description The address of the list's next part. It is left out with the last one.
     */
    "@odata.nextLink"?: string;
    /**
     * Format: int64
     * @description How many there are in the whole list, if the service counts them.
     */
    "@odata.count"?: number;
    /** @description What is listed in this part. */
    value: TrustFrameworkKey_v2[];
}

/**
 * The body that has a key generated.
 */
export interface GenerateKeyInput {
    /**
     * @description What the key is for, signing (`sig`) or encryption (`enc`).
     * @enum {string}
     */
    use: "sig" | "enc";
    /**
     * @description The type of the key, a key pair (`RSA`) or a symmetric key (`oct`).
     * @enum {string}
     */
    kty: "RSA" | "oct";
    /**
     * Format: int64
     * @description When the key is to start to be valid, in seconds since 1970-01-01T00:00:00Z. A key without it comes last when the active
     *     key is chosen.
     */
    nbf?: number | undefined;
    /**
     * Format: int64
     * @description When the key is to expire, in seconds since 1970-01-01T00:00:00Z. It lies after `nbf` and in the future: a time that has
     *     passed is refused with the code `AADB2C90214`.
     */
    exp?: number | undefined;
}

/**
 * The body of an upload of a certificate.
 */
export interface UploadCertificateInput {
    /**
     * Format: byte
     * @description The content of the certificate (DER) in base64, on one line, without PEM's BEGIN and END lines.
     */
    key: string;
}

/**
 * The body of an upload of a certificate with its private key.
 */
export interface UploadPkcs12Input {
    /**
     * Format: byte
     * @description The content of the PKCS #12 (PFX) file in base64, on one line.
     */
    key: string;
    /**
     * Format: password
     * @description The password of the file. It may be left out if the file has none.
     */
    password?: string | undefined;
}

/**
 * The body of an upload of a secret.
 */
export interface UploadSecretInput {
    /**
     * @description What the secret is for, signing (`sig`) or encryption (`enc`).
     * @enum {string}
     */
    use: "sig" | "enc";
    /**
     * Format: password
     * @description The secret as plain text. It is sent as it is, and not encoded.
     */
    k: string;
    /**
     * Format: int64
     * @description When the key is to start to be valid, in seconds since 1970-01-01T00:00:00Z. A key without it comes last when the active
     *     key is chosen.
     */
    nbf?: number | undefined;
    /**
     * Format: int64
     * @description When the key is to expire, in seconds since 1970-01-01T00:00:00Z. It lies after `nbf` and in the future: a time that has
     *     passed is refused with the code `AADB2C90214`.
     */
    exp?: number | undefined;
}

/**
 * The body that enables or disables a key.
 */
export interface UpdateKeyStatusInput {
    /**
     * trustFrameworkKeyStatus
     * @description Whether the service may choose the key (`enabled`) or not (`disabled`).
     * @enum {string}
     */
    status: "enabled" | "disabled";
}

/**
 * The family of the key (RFC 7517, section 4.1). `RSA` and `oct` are the registered spellings (RFC 7518, section 6.1). The
 * documentation also shows `rsa` and `OCT`, and values that are not listed may come back: compare without regard to case.
 */
export type KeyType = "RSA" | "oct" | (string & {});

/**
 * What the key is for (RFC 7517, section 4.2). A value that is not listed may come back.
 */
export type KeyUse = "sig" | "enc" | (string & {});

/**
 * Whether the service may choose the key. A value that is not listed may come back.
 */
export type KeyStatus = "enabled" | "disabled" | (string & {});

/**
 * The body of every answer that is not a success.
 */
export interface ODataError {
    /** @description What went wrong. */
    error: {
        /**
         * Error code
         * @description Why a request was refused. The listed codes are those that Azure AD B2C is known to answer these operations with;
         *     `x-error-codes` says of each what it means, which operations answer it and what to do. Any other code may come, from
         *     Microsoft Graph itself among others, such as `InvalidAuthenticationToken`.
         */
        code: ErrorCode;
        /** @description A sentence for the developer, in English. Its wording may change at any time. */
        message: string;
        /** @description The part of the request that the error is about. */
        target?: string;
        /** @description Further errors, if there is more than one. */
        details?: {
            /**
             * Error code
             * @description Why a request was refused. The listed codes are those that Azure AD B2C is known to answer these operations with;
             *     `x-error-codes` says of each what it means, which operations answer it and what to do. Any other code may come, from
             *     Microsoft Graph itself among others, such as `InvalidAuthenticationToken`.
             */
            code: ErrorCode;
            /** @description A sentence for the developer about this one error. */
            message: string;
            /** @description The part of the request that this one error is about. */
            target?: string;
        }[];
        /**
         * Inner error
         * @description What Microsoft's support needs to find the request.
         */
        innerError?: InnerError;
        /** @description The inner error in Microsoft Graph's other spelling. Read whichever is there. */
        innererror?: InnerError;
    };
}

/**
 * What Microsoft's support needs to find the request.
 */
export interface InnerError {
    /** @description When the request was served, in UTC, without a zone. */
    date?: string;
    /** @description The id that the service gave the request. */
    "request-id"?: string;
    /** @description The id that the caller gave the request in the header of that name. Azure AD B2C often leaves it out. */
    "client-request-id"?: string;
    /** @description The id of the request within Azure AD B2C. */
    correlationId?: string;
}

/**
 * Why a request was refused. The listed codes are those that Azure AD B2C is known to answer these operations with;
 * `x-error-codes` says of each what it means, which operations answer it and what to do. Any other code may come, from
 * Microsoft Graph itself among others, such as `InvalidAuthenticationToken`.
 */
export type ErrorCode = "AADB2C" | "AADB2C90019" | "AADB2C90063" | "AADB2C90213" | "AADB2C90214" | "AADB2C90215" | "AADB2C90253" | "AADB2C95025" | "AADB2C95026" | "AADB2C95028" | "AADB2C95029" | "AADB2C95030" | "AADB2C95031" | "AADB2C95032" | "AADB2C95033" | "AADB2C95034" | "AADB2C95037" | "AADB2C95038" | "AADB2C95039" | "AADB2C95040" | "AADB2C95041" | "AADB2C95042" | "AADB2C95043" | "AADB2C95052" | "AADB2C95053" | "AADB2C95059" | (string & {});

/**
 * trustFrameworkKey as a caller sends it, with its secret members.
 */
export type TrustFrameworkKeyInput = {
    /**
     * Format: base64url
     * @description The private exponent of an RSA key (RFC 7518, section 6.3.2.1), in base64url. It is never read back.
     */
    d?: string | undefined;
    /**
     * Format: base64url
     * @description The first prime factor of an RSA key (RFC 7518, section 6.3.2.2), in base64url. It is never read back.
     */
    p?: string | undefined;
    /**
     * Format: base64url
     * @description The second prime factor of an RSA key (RFC 7518, section 6.3.2.3), in base64url. It is never read back.
     */
    q?: string | undefined;
    /**
     * Format: base64url
     * @description The first factor's CRT exponent (RFC 7518, section 6.3.2.4), in base64url. It is never read back.
     */
    dp?: string | undefined;
    /**
     * Format: base64url
     * @description The second factor's CRT exponent (RFC 7518, section 6.3.2.5), in base64url. It is never read back.
     */
    dq?: string | undefined;
    /**
     * Format: base64url
     * @description The first CRT coefficient (RFC 7518, section 6.3.2.6), in base64url. It is never read back.
     */
    qi?: string | undefined;
    /**
     * Format: base64url
     * @description The value of a symmetric key (RFC 7518, section 6.4.1), in base64url. It is never read back.
     */
    k?: string | undefined;
} & TrustFrameworkKey;
