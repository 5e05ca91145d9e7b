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
         * List key sets
         * @description Returns the key sets of the tenant with their keys. Private and symmetric key material is never returned. If the list has
         *     more than one page, `@odata.nextLink` is the URL of the next page.
         *
         *     The list can contain copies of deleted key sets, whose IDs end in `.bak`. Query options aren't documented.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
         */
        get: operations["listKeySets"];
        put?: never;
        /**
         * Create a key set
         * @description Creates a key set. Send only `id` to create an empty key set, then add keys with `generateKey`, `uploadCertificate`,
         *     `uploadPkcs12`, or `uploadSecret`. The response contains the key set with its final ID: the service adds the prefix `B2C_1A_`
         *     if it's missing. Use this ID in later requests.
         *
         *     If a key set with this ID already exists, the request fails with `AADB2C95028`. Creating a key set together with its keys
         *     fails for some callers with `AADB2C`. A body with `@odata.type` fails with the same code. A new key set can take about 10 seconds
         *     before it accepts keys.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
         */
        post: operations["createKeySet"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update the collection of key sets
         * @deprecated
         * @description A draft of Microsoft's documentation describes this request: a PATCH on the collection, without the ID of a key set. Don't use it.
         *     Call `replaceKeySet` instead. No documented permission allows this request.
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
         * @description A draft of Microsoft's documentation describes this request, but its own example posts to the collection. Don't use it. Call
         *     `createKeySet` instead. No documented permission allows this request.
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
            path?: never;
            cookie?: never;
        };
        /**
         * Get a key set
         * @description Returns a key set and its keys. Private and symmetric key material is never returned.
         *
         *     If the key set doesn't exist, the request fails with status 400 and the code `AADB2C90073`, not with 404.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
         */
        get: operations["getKeySet"];
        /**
         * Replace a key set
         * @description Replaces all keys of a key set with the keys of the body. Send each key complete, with its private or symmetric members.
         *
         *     You can't remove a single key this way, because the key material of the other keys can't be read back. To retire a key, disable it
         *     with `updateKeyStatus`. A key that has a `kid` fails with `AADB2C95059`.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
         */
        put: operations["replaceKeySet"];
        post?: never;
        /**
         * Delete a key set
         * @description Deletes a key set with all its keys. Custom policies that refer to it stop working. The service can keep a copy, whose ID ends in
         *     `.bak`.
         *
         *     What a missing key set returns isn't documented. Expect `AADB2C90073` or `AADB2C95052` with status 400, or 404.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
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
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate a key
         * @description Generates a key in a key set and returns its public properties. The private or symmetric key material never leaves the service.
         *
         *     All keys of a key set have the same type and the same use. A key of another type fails with `AADB2C95032`, a key of another use
         *     with `AADB2C95042`.
         *
         *     If you omit `nbf` and `exp`, the key has no start and no end, and serves as a fallback: keys with a start time take precedence.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
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
            path?: never;
            cookie?: never;
        };
        /**
         * Get the active key
         * @description Returns the key that policies use now: of the enabled keys whose `nbf` has passed and whose `exp` hasn't, the one with the latest
         *     `nbf`. A key without `nbf` is used only if no other key is valid.
         *
         *     If the key set doesn't have a valid key, expect the code `AADB2C90019`. If the key set doesn't exist, expect `AADB2C90073`.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
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
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a certificate
         * @description Adds an X.509 certificate without its private key to a key set and returns the new key. To add a certificate with its private key,
         *     call `uploadPkcs12` instead. The `use` and the lifetime of the key come from the certificate.
         *
         *     An uploaded key starts disabled: check `status` with `getKey`, and enable the key with `updateKeyStatus`.
         *
         *     All keys of a key set have the same type and the same use. A key of another type fails with `AADB2C95032`, a key of another use
         *     with `AADB2C95042`.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
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
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a PKCS #12 file
         * @description Adds a certificate with its private key from a PKCS #12 (PFX) file to a key set and returns the new key. The `use` and the
         *     lifetime of the key come from the certificate.
         *
         *     Encrypt the file with TripleDES and SHA-1. A file that uses AES-256 fails with `AADB2C90213`, even if the password is right.
         *
         *     An uploaded key starts disabled: check `status` with `getKey`, and enable the key with `updateKeyStatus`.
         *
         *     All keys of a key set have the same type and the same use. A key of another type fails with `AADB2C95032`, a key of another use
         *     with `AADB2C95042`.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
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
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a secret
         * @description Adds a secret, such as the client secret of an identity provider, to a key set and returns the new key, a symmetric key (`oct`)
         *     without its value. Send the secret in `k` as plain text. Don't encode it.
         *
         *     Send an `nbf` that's at least 3 hours (10,800 seconds) ahead, or omit it. An earlier start time reportedly fails. An uploaded
         *     key starts disabled: check `status` with `getKey`, and enable the key with `updateKeyStatus`.
         *
         *     All keys of a key set have the same type and the same use. A key of another type fails with `AADB2C95032`, a key of another use
         *     with `AADB2C95042`.
         *
         *     The request sometimes fails with `AADB2C90063`. Read the key set before you retry.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
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
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys of a key set
         * @description Returns the keys of a key set, each with its status. Microsoft's SDKs have this request, but no page documents it, and no documented
         *     permission allows it. Call `getKeySet` instead.
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
            path?: never;
            cookie?: never;
        };
        /**
         * Get a key
         * @description Returns a single key of a key set with its status. Private and symmetric key material is never returned.
         *
         *     The permission `TrustFrameworkKeySet.Read.All` isn't enough. What a missing key returns isn't documented: expect status 400 or 404.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
         */
        get: operations["getKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Enable or disable a key
         * @description Sets the status of a key. Policies never use a disabled key, but it stays in its key set. Only `status` can be updated.
         *
         *     The response has no body. What a missing key returns isn't documented: expect status 400 or 404.
         *
         *     Delegated calls need at least the role B2C IEF Keyset Administrator.
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
        TrustFrameworkKey: TrustFrameworkKey;
        TrustFrameworkKeyInput: TrustFrameworkKeyInput;
        TrustFrameworkKey_v2: TrustFrameworkKey_v2;
        TrustFrameworkKey_v2Collection: TrustFrameworkKey_v2Collection;
        GenerateKeyInput: GenerateKeyInput;
        UploadCertificateInput: UploadCertificateInput;
        UploadPkcs12Input: UploadPkcs12Input;
        UploadSecretInput: UploadSecretInput;
        UpdateKeyStatusInput: UpdateKeyStatusInput;
        DraftKeySet: DraftKeySet;
        DraftKeySetInput: DraftKeySetInput;
        DraftKey: DraftKey;
        KeyType: KeyType;
        KeyUse: KeyUse;
        KeyStatus: KeyStatus;
        ODataError: ODataError;
        InnerError: InnerError;
        ErrorCode: ErrorCode;
        DraftKeyInput: DraftKeyInput;
    };
    responses: {
        /** @description The access token is missing, expired, or issued for another service. Get a new token. */
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
        /** @description The resource doesn't exist. A missing key set reportedly returns 400 instead. */
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
        /** @description The service is temporarily unavailable. Wait for the time in `Retry-After`, then retry. */
        ServiceUnavailable: {
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
        /** @description The service took too long. Before you retry a write, read the key set to see whether the write took effect. */
        GatewayTimeout: {
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
        /** @description The request failed in another way. The body says why. */
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
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description Where the new key set is, in OData key syntax and without the host and the version. Take the ID for the next request from the body.
         * @example /trustFramework/keySets('B2C_1A_keyset1')
         */
        KeySetLocation: string;
        /**
         * @description The ID that the service gave the request. Microsoft's support asks for it.
         * @example 5c0b4f0e-7f0a-4a39-8a53-0d1c3a8f2b11
         */
        RequestId: string;
        /**
         * @description The ID that the caller sent in the header of the same name, or one that the service chose.
         * @example 0f4e7a52-93c1-4c8e-b2f0-1a6d5b7c9e10
         */
        ClientRequestId: string;
        /**
         * @description How many seconds to wait before the next attempt. If it's missing, wait twice as long after each attempt.
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
            /** @description The key sets of the tenant, or the first page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKeySetCollection;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
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
        /** @description The name of the key set and, optionally, its keys. */
        requestBody: {
            content: {
                "application/json": TrustFrameworkKeySetInput;
            };
        };
        responses: {
            /** @description The key set was created. The body contains the key set with its final ID. */
            201: {
                headers: {
                    Location: components["headers"]["KeySetLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKeySet;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description The request conflicts with the state of the key set. Which status the service sends isn't documented, so check the code. */
            409: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
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
        /** @description The key set to update, as the draft shows it. */
        requestBody: {
            content: {
                "application/json": DraftKeySetInput;
            };
        };
        responses: {
            /** @description The key set was updated. The body contains the key set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": DraftKeySet;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
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
        /** @description The key set to add, as the draft shows it. */
        requestBody: {
            content: {
                "application/json": DraftKeySetInput;
            };
        };
        responses: {
            /** @description The key set was added. The body contains the key set. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": DraftKeySet;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    getKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
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
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    replaceKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The keys that the key set has from now on. */
        requestBody: {
            content: {
                "application/json": ReplaceKeySetInput;
            };
        };
        responses: {
            /** @description The key set was replaced. The body contains the key set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKeySet;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the state of the key set. Which status the service sends isn't documented, so check the code. */
            409: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    deleteKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key set was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the state of the key set. Which status the service sends isn't documented, so check the code. */
            409: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    generateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The type, the purpose, and the lifetime of the key. */
        requestBody: {
            content: {
                "application/json": GenerateKeyInput;
            };
        };
        responses: {
            /** @description The key was generated. The body contains its public properties. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the state of the key set. Which status the service sends isn't documented, so check the code. */
            409: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    getActiveKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public properties of the active key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    uploadCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The certificate in base64. */
        requestBody: {
            content: {
                "application/json": UploadCertificateInput;
            };
        };
        responses: {
            /** @description The certificate was added. The body contains the public properties of the new key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the state of the key set. Which status the service sends isn't documented, so check the code. */
            409: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    uploadPkcs12: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The file in base64 and its password. */
        requestBody: {
            content: {
                "application/json": UploadPkcs12Input;
            };
        };
        responses: {
            /** @description The certificate and its private key were added. The body contains the public properties of the new key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the state of the key set. Which status the service sends isn't documented, so check the code. */
            409: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    uploadSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_PartnerClientSecret
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The secret as plain text, its purpose, and its lifetime. */
        requestBody: {
            content: {
                "application/json": UploadSecretInput;
            };
        };
        responses: {
            /** @description The secret was added. The body contains the properties of the new key, without the secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the state of the key set. Which status the service sends isn't documented, so check the code. */
            409: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys of the key set, or the first page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TrustFrameworkKey_v2Collection;
                };
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    getKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
                /**
                 * @description The ID of the key within its key set.
                 * @example bwEGviij6i4sFBoQG-hZS9AgzZP8_Obo3hpSD01ITSI
                 */
                kid: string;
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
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
    updateKeyStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the key set, with the prefix `B2C_1A_`.
                 * @example B2C_1A_TokenSigningKeyContainer
                 */
                id: string;
                /**
                 * @description The ID of the key within its key set.
                 * @example bwEGviij6i4sFBoQG-hZS9AgzZP8_Obo3hpSD01ITSI
                 */
                kid: string;
            };
            cookie?: never;
        };
        /** @description The new status of the key. */
        requestBody: {
            content: {
                "application/json": UpdateKeyStatusInput;
            };
        };
        responses: {
            /** @description The status was set. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request failed. The code says why. */
            400: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The token lacks a permission, or its user lacks the role. */
            403: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the state of the key set. Which status the service sends isn't documented, so check the code. */
            409: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ODataError;
                };
            };
            /** @description Too many requests. Wait for the time in `Retry-After`, then retry. */
            429: {
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
            /** @description Internal service error. You can retry a read. Before you retry a write, read the key set to see whether the write took effect. */
            500: {
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
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["Error"];
        };
    };
}

/**
 * A named set of keys (a JWK Set, RFC 7517, section 5) that custom policies refer to by its ID. All keys of a set have the same
 * type and the same use: a key of another type fails with `AADB2C95032`, one of another use with `AADB2C95042`.
 */
export interface TrustFrameworkKeySet {
    /**
     * Format: uri
     * @description A URL that describes the payload.
     * @example https://graph.microsoft.com/beta/$metadata#trustFramework/keySets/$entity
     */
    "@odata.context"?: string | null;
    /**
     * Format: uri-reference
     * @description The OData type of the object.
     * @example #microsoft.graph.trustFrameworkKeySet
     */
    "@odata.type"?: string | null;
    /**
     * @description The ID of the key set, with the prefix `B2C_1A_` that the service adds.
     * @example B2C_1A_keyset1
     */
    id: string;
    /** @description The keys of the key set. A new key set can be empty. */
    keys?: TrustFrameworkKey[] | null;
}

/**
 * One page of a list of key sets, in OData's form.
 */
export interface TrustFrameworkKeySetCollection {
    /**
     * Format: uri
     * @description A URL that describes the payload.
     * @example https://graph.microsoft.com/beta/$metadata#trustFramework/keySets
     */
    "@odata.context"?: string | null;
    /**
     * Format: uri
     * @description The URL of the next page of the list. The last page doesn't have it.
     * @example https://graph.microsoft.com/beta/trustFramework/keySets?$skiptoken=X
     */
    "@odata.nextLink"?: string | null;
    /**
     * Format: int64
     * @description The number of key sets in the complete list, if the service counts them.
     * @example 2
     */
    "@odata.count"?: number | null;
    /** @description The key sets of this page. */
    value: TrustFrameworkKeySet[];
}

/**
 * A key set to create.
 */
export interface TrustFrameworkKeySetInput {
    /**
     * Format: uri-reference
     * @description The OData type of the key set. Leave it out: the service reportedly rejects a body that has it, with the code `AADB2C`.
     * @example #microsoft.graph.trustFrameworkKeySet
     */
    "@odata.type"?: string | undefined;
    /**
     * @description The name of the key set. The service adds the prefix `B2C_1A_` if it's missing.
     * @example keyset1
     */
    id: string;
    /** @description The keys of the new key set. Leave them out to create an empty key set. */
    keys?: TrustFrameworkKeyInput[] | undefined;
}

/**
 * The new content of a key set.
 */
export interface ReplaceKeySetInput {
    /**
     * Format: uri-reference
     * @description The OData type of the key set. Leave it out: the service reportedly rejects a body that has it, with the code `AADB2C`.
     * @example #microsoft.graph.trustFrameworkKeySet
     */
    "@odata.type"?: string | undefined;
    /**
     * @description The ID of the key set, as in the path. Optional.
     * @example B2C_1A_keyset1
     */
    id?: string | undefined;
    /**
     * @description The keys that the set has from now on, each with its private or symmetric members. A key that has a `kid` fails with
     *     `AADB2C95059`.
     */
    keys: (TrustFrameworkKeyInput & {
        kid?: never;
    })[];
}

/**
 * A key as the service returns it: a JSON Web Key (RFC 7517, section 4). An RSA key has `n` and `e`. A key made from a
 * certificate also has `x5c` and `x5t`. Private and symmetric key material is never returned; a member without a value is
 * missing or null.
 */
export interface TrustFrameworkKey {
    /**
     * Format: uri
     * @description A URL that describes the payload.
     * @example https://graph.microsoft.com/beta/$metadata#microsoft.graph.trustFrameworkKey
     */
    "@odata.context"?: string | null;
    /**
     * Format: uri-reference
     * @description The OData type of the object.
     * @example #microsoft.graph.trustFrameworkKey
     */
    "@odata.type"?: string | null;
    /**
     * @description The ID of the key (RFC 7517, section 4.5). The service assigns it.
     * @example Cs_wRCv-Zg66Nk3_wvqk0nfJo9LZcz8-6xF0C-EFoIc
     */
    kid?: string | null;
    /**
     * Key type
     * @description The type of the key, RSA or symmetric (`oct`), as RFC 7517, section 4.1 names it. The documentation also shows `rsa` and
     *     `OCT`, and other values are possible: compare without regard to case.
     * @example RSA
     */
    kty: KeyType;
    /**
     * Key use
     * @description The purpose of the key, signing (`sig`) or encryption (`enc`), as RFC 7517, section 4.2 names it. Other values are possible.
     * @example sig
     */
    use?: KeyUse;
    /**
     * trustFrameworkKeyStatus
     * @description Whether policies may use the key (`enabled`) or not (`disabled`). Other values are possible.
     * @example enabled
     */
    status?: KeyStatus;
    /**
     * Format: int64
     * @description When the key becomes valid, in seconds since 1970-01-01T00:00:00Z. If it's missing, the key has no start time.
     * @example 1893456000
     */
    nbf?: number | null;
    /**
     * Format: int64
     * @description When the key expires, in seconds since 1970-01-01T00:00:00Z.
     * @example 1924992000
     */
    exp?: number | null;
    /**
     * @description The certificate chain (RFC 7517, section 4.7), with the certificate of the key first.
     * @example [
     *       "x5c-value"
     *     ]
     */
    x5c?: string[] | null;
    /**
     * Format: base64url
     * @description The SHA-1 thumbprint of the certificate (RFC 7517, section 4.8), in base64url.
     * @example kr03PNLOFr9InfdsfbIyoC4KCKS
     */
    x5t?: string | null;
    /**
     * Format: base64url
     * @description The public exponent of an RSA key (RFC 7518, section 6.3.1.2), in base64url. `AQAB` is 65537.
     * @example AQAB
     */
    e?: string | null;
    /**
     * Format: base64url
     * @description The modulus of an RSA key (RFC 7518, section 6.3.1.1), in base64url.
     * @example rd54s6
     */
    n?: string | null;
}

/**
 * A complete JSON Web Key (RFC 7517, section 4), as you send it with a key set. An RSA key needs `n` and `e`, a symmetric key
 * (`oct`) needs `k`. Send `kty` as `RSA`, `rsa`, or `oct`, and `use` as `sig` or `enc`: the service rejects other values
 * with `AADB2C95031` or `AADB2C95033`.
 */
export interface TrustFrameworkKeyInput {
    /**
     * Format: uri-reference
     * @description The OData type of the key. Leave it out: the service reportedly rejects a body that has it, with the code `AADB2C`.
     * @example #microsoft.graph.trustFrameworkKey
     */
    "@odata.type"?: string | undefined;
    /**
     * @description The ID of the key (RFC 7517, section 4.5). Leave it out: the service assigns it, and rejects it in a replacement with `AADB2C95059`.
     * @example kid-value
     */
    kid?: string | undefined;
    /**
     * @description The type of the key, RSA (`RSA` or `rsa`) or symmetric (`oct`).
     * @example RSA
     */
    kty: "RSA" | "rsa" | "oct" | (string & {});
    /**
     * @description The purpose of the key, signing (`sig`) or encryption (`enc`).
     * @example sig
     */
    use?: ("sig" | "enc" | (string & {})) | undefined;
    /**
     * @description Whether policies may use the key (`enabled`) or not (`disabled`).
     * @example enabled
     */
    status?: ("enabled" | "disabled" | (string & {})) | undefined;
    /**
     * Format: int64
     * @description When the key becomes valid, in seconds since 1970-01-01T00:00:00Z. Milliseconds are out of range.
     * @example 1893456000
     */
    nbf?: number | undefined;
    /**
     * Format: int64
     * @description When the key expires, in seconds since 1970-01-01T00:00:00Z. It must be later than `nbf` and in the future.
     * @example 1924992000
     */
    exp?: number | undefined;
    /**
     * @description The certificate chain (RFC 7517, section 4.7), with the certificate of the key first.
     * @example [
     *       "x5c-value"
     *     ]
     */
    x5c?: string[] | undefined;
    /**
     * Format: base64url
     * @description The SHA-1 thumbprint of the certificate (RFC 7517, section 4.8), in base64url.
     * @example kr03PNLOFr9InfdsfbIyoC4KCKS
     */
    x5t?: string | undefined;
    /**
     * Format: base64url
     * @description The public exponent of an RSA key (RFC 7518, section 6.3.1.2), in base64url. `AQAB` is 65537.
     * @example AQAB
     */
    e?: string | undefined;
    /**
     * Format: base64url
     * @description The modulus of an RSA key (RFC 7518, section 6.3.1.1), in base64url.
     * @example rd54s6
     */
    n?: string | undefined;
    /**
     * Format: base64url
     * @description The private exponent of an RSA key (RFC 7518, section 6.3.2.1), in base64url.
     * @example d-value
     */
    d?: string | undefined;
    /**
     * Format: base64url
     * @description The first prime factor of an RSA key (RFC 7518, section 6.3.2.2), in base64url.
     * @example p-value
     */
    p?: string | undefined;
    /**
     * Format: base64url
     * @description The second prime factor of an RSA key (RFC 7518, section 6.3.2.3), in base64url.
     * @example q-value
     */
    q?: string | undefined;
    /**
     * Format: base64url
     * @description The CRT exponent of the first factor of an RSA key (RFC 7518, section 6.3.2.4), in base64url.
     * @example dp-value
     */
    dp?: string | undefined;
    /**
     * Format: base64url
     * @description The CRT exponent of the second factor of an RSA key (RFC 7518, section 6.3.2.5), in base64url.
     * @example dq-value
     */
    dq?: string | undefined;
    /**
     * Format: base64url
     * @description The first CRT coefficient of an RSA key (RFC 7518, section 6.3.2.6), in base64url.
     * @example qi-value
     */
    qi?: string | undefined;
    /**
     * Format: base64url
     * @description The value of a symmetric key (RFC 7518, section 6.4.1), in base64url.
     * @example k-value
     */
    k?: string | undefined;
}

/**
 * A single key of a key set, with its status. It has the same members as a trustFrameworkKey; `kid` identifies it.
 */
export interface TrustFrameworkKey_v2 {
    /**
     * Format: uri
     * @description A URL that describes the payload.
     * @example https://graph.microsoft.com/beta/$metadata#microsoft.graph.trustFrameworkKey_v2
     */
    "@odata.context"?: string | null;
    /**
     * Format: uri-reference
     * @description The OData type of the object.
     * @example #microsoft.graph.trustFrameworkKey_v2
     */
    "@odata.type"?: string | null;
    /**
     * @description The ID of the key within its key set (RFC 7517, section 4.5).
     * @example Cs_wRCv-Zg66Nk3_wvqk0nfJo9LZcz8-6xF0C-EFoIc
     */
    kid: string;
    /**
     * Key type
     * @description The type of the key, RSA or symmetric (`oct`), as RFC 7517, section 4.1 names it. The documentation also shows `rsa` and
     *     `OCT`, and other values are possible: compare without regard to case.
     * @example RSA
     */
    kty: KeyType;
    /**
     * Key use
     * @description The purpose of the key, signing (`sig`) or encryption (`enc`), as RFC 7517, section 4.2 names it. Other values are possible.
     * @example sig
     */
    use?: KeyUse;
    /**
     * trustFrameworkKeyStatus
     * @description Whether policies may use the key (`enabled`) or not (`disabled`). Other values are possible.
     * @example enabled
     */
    status?: KeyStatus;
    /**
     * Format: int64
     * @description When the key becomes valid, in seconds since 1970-01-01T00:00:00Z. If it's missing, the key has no start time.
     * @example 1893456000
     */
    nbf?: number | null;
    /**
     * Format: int64
     * @description When the key expires, in seconds since 1970-01-01T00:00:00Z.
     * @example 1924992000
     */
    exp?: number | null;
    /**
     * @description The certificate chain (RFC 7517, section 4.7), with the certificate of the key first.
     * @example [
     *       "x5c-value"
     *     ]
     */
    x5c?: string[] | null;
    /**
     * Format: base64url
     * @description The SHA-1 thumbprint of the certificate (RFC 7517, section 4.8), in base64url.
     * @example kr03PNLOFr9InfdsfbIyoC4KCKS
     */
    x5t?: string | null;
    /**
     * Format: base64url
     * @description The public exponent of an RSA key (RFC 7518, section 6.3.1.2), in base64url. `AQAB` is 65537.
     * @example AQAB
     */
    e?: string | null;
    /**
     * Format: base64url
     * @description The modulus of an RSA key (RFC 7518, section 6.3.1.1), in base64url.
     * @example rd54s6
     */
    n?: string | null;
}

/**
 * One page of a list of keys, in OData's form.
 */
export interface TrustFrameworkKey_v2Collection {
    /**
     * Format: uri
     * @description A URL that describes the payload.
     * @example https://graph.microsoft.com/beta/$metadata#trustFramework/keySets/keys_v2
     */
    "@odata.context"?: string | null;
    /**
     * Format: uri
     * @description The URL of the next page of the list. The last page doesn't have it.
     * @example https://graph.microsoft.com/beta/trustFramework/keySets/keys_v2?$skiptoken=X
     */
    "@odata.nextLink"?: string | null;
    /**
     * Format: int64
     * @description The number of keys in the complete list, if the service counts them.
     * @example 2
     */
    "@odata.count"?: number | null;
    /** @description The keys of this page. */
    value: TrustFrameworkKey_v2[];
}

/**
 * The type, the purpose, and the lifetime of the key to generate.
 */
export interface GenerateKeyInput {
    /**
     * @description The purpose of the key, signing (`sig`) or encryption (`enc`).
     * @example sig
     * @enum {string}
     */
    use: "sig" | "enc";
    /**
     * @description The type of the key, RSA (`RSA` or `rsa`) or symmetric (`oct`).
     * @example RSA
     * @enum {string}
     */
    kty: "RSA" | "rsa" | "oct";
    /**
     * Format: int64
     * @description When the key becomes valid, in seconds since 1970-01-01T00:00:00Z. Milliseconds are out of range.
     * @example 1893456000
     */
    nbf?: number | undefined;
    /**
     * Format: int64
     * @description When the key expires, in seconds since 1970-01-01T00:00:00Z. It must be later than `nbf` and in the future.
     * @example 1924992000
     */
    exp?: number | undefined;
}

/**
 * The certificate to add to the key set.
 */
export interface UploadCertificateInput {
    /**
     * @description The certificate (DER) in base64, on one line and without the BEGIN and END lines of a PEM file.
     * @example MIIC9zCCAd+gAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5
     */
    key: string;
}

/**
 * The PKCS #12 (PFX) file to add to the key set, and its password.
 */
export interface UploadPkcs12Input {
    /**
     * @description The content of the PKCS #12 (PFX) file in base64, on one line.
     * @example MIIJMAIBAzCCCPYGCSqGSIb3DQEHAaCCCOcEggjjMIII3zCCBYcGCSqGSIb3DQEHBqCCBXgw
     */
    key: string;
    /**
     * Format: password
     * @description The password of the file. Leave it out if the file doesn't have one.
     * @example password-value
     */
    password?: string | undefined;
}

/**
 * The secret, its purpose, and its lifetime.
 */
export interface UploadSecretInput {
    /**
     * @description The purpose of the secret, signing (`sig`) or encryption (`enc`).
     * @example sig
     * @enum {string}
     */
    use: "sig" | "enc";
    /**
     * Format: password
     * @description The secret as plain text. Don't encode it.
     * @example application-secret-to-be-uploaded
     */
    k: string;
    /**
     * Format: int64
     * @description When the key becomes valid, in seconds since 1970-01-01T00:00:00Z. Milliseconds are out of range.
     * @example 1893456000
     */
    nbf?: number | undefined;
    /**
     * Format: int64
     * @description When the key expires, in seconds since 1970-01-01T00:00:00Z. It must be later than `nbf` and in the future.
     * @example 1924992000
     */
    exp?: number | undefined;
}

/**
 * The new status of the key.
 */
export interface UpdateKeyStatusInput {
    /**
     * trustFrameworkKeyStatus
     * @description Whether policies may use the key (`enabled`) or not (`disabled`).
     * @example disabled
     * @enum {string}
     */
    status: "enabled" | "disabled";
}

/**
 * A key set as the responses of the drafts show it.
 */
export interface DraftKeySet {
    /**
     * Format: uri-reference
     * @description The OData type of the object.
     * @example #microsoft.graph.trustFrameworkKeySet
     */
    "@odata.type"?: string | null;
    /**
     * @description The ID of the key set.
     * @example c5e99ec4-9ec4-c5e9-c49e-e9c5c49ee9c5
     */
    id?: string | null;
    /** @description The keys of the key set. */
    keys?: DraftKey[] | null;
}

/**
 * A key set as the requests of the drafts show it. The drafts call `id` required and leave it out.
 */
export interface DraftKeySetInput {
    /**
     * Format: uri-reference
     * @description The OData type of the key set.
     * @example #microsoft.graph.trustFrameworkKeySet
     */
    "@odata.type"?: string | undefined;
    /**
     * @description The ID of the key set.
     * @example keyset1
     */
    id?: string | undefined;
    /** @description The keys of the key set. */
    keys?: DraftKeyInput[] | undefined;
}

/**
 * A key as the drafts of the documentation show it. No member is required.
 */
export interface DraftKey {
    /**
     * Format: uri-reference
     * @description The OData type of the object.
     * @example #microsoft.graph.trustFrameworkKey
     */
    "@odata.type"?: string | null;
    /**
     * @description The ID of the key.
     * @example Kid value
     */
    kid?: string | null;
    /**
     * @description The type of the key.
     * @example Kty value
     */
    kty?: string | null;
    /**
     * @description The purpose of the key.
     * @example Use value
     */
    use?: string | null;
    /**
     * Format: int64
     * @description When the key becomes valid, in seconds since 1970-01-01T00:00:00Z.
     * @example 3
     */
    nbf?: number | null;
    /**
     * Format: int64
     * @description When the key expires, in seconds since 1970-01-01T00:00:00Z.
     * @example 3
     */
    exp?: number | null;
    /**
     * @description The certificate chain (RFC 7517, section 4.7), with the certificate of the key first.
     * @example [
     *       "X5c value"
     *     ]
     */
    x5c?: string[] | null;
    /**
     * Format: base64url
     * @description The SHA-1 thumbprint of the certificate (RFC 7517, section 4.8), in base64url.
     * @example X5t value
     */
    x5t?: string | null;
    /**
     * Format: base64url
     * @description The public exponent of an RSA key (RFC 7518, section 6.3.1.2), in base64url.
     * @example E value
     */
    e?: string | null;
    /**
     * Format: base64url
     * @description The modulus of an RSA key (RFC 7518, section 6.3.1.1), in base64url.
     * @example N value
     */
    n?: string | null;
}

/**
 * The type of the key, RSA or symmetric (`oct`), as RFC 7517, section 4.1 names it. The documentation also shows `rsa` and
 * `OCT`, and other values are possible: compare without regard to case.
 */
export type KeyType = "RSA" | "oct" | (string & {});

/**
 * The purpose of the key, signing (`sig`) or encryption (`enc`), as RFC 7517, section 4.2 names it. Other values are possible.
 */
export type KeyUse = "sig" | "enc" | (string & {}) | null;

/**
 * Whether policies may use the key (`enabled`) or not (`disabled`). Other values are possible.
 */
export type KeyStatus = "enabled" | "disabled" | (string & {}) | null;

/**
 * The body of a failed request.
 */
export interface ODataError {
    /** @description What went wrong. */
    error: {
        /**
         * Error code
         * @description Why the request failed. The listed codes are those of Azure AD B2C that these operations can return; `x-error-codes` explains
         *     each. Other codes are possible, such as `InvalidAuthenticationToken` from Microsoft Graph.
         * @example AADB2C95028
         */
        code: ErrorCode;
        /**
         * @description An explanation for developers, in English. Its wording can change, so decide by the code.
         * @example Can't create trustframework key set with name 'B2C_1A_keyset1' because it already exists.
         */
        message: string;
        /**
         * @description The part of the request that caused the error.
         * @example keySet
         */
        target?: string | null;
        /** @description More errors, if there are several. */
        details?: {
            /**
             * Error code
             * @description Why the request failed. The listed codes are those of Azure AD B2C that these operations can return; `x-error-codes` explains
             *     each. Other codes are possible, such as `InvalidAuthenticationToken` from Microsoft Graph.
             * @example AADB2C95028
             */
            code: ErrorCode;
            /**
             * @description An explanation of this error for developers.
             * @example The trustframework keyset parameter 'use' is missing
             */
            message: string;
            /**
             * @description The part of the request that caused this error.
             * @example use
             */
            target?: string | null;
        }[] | null;
        /**
         * Inner error
         * @description The details that Microsoft's support needs to find the request.
         */
        innerError?: InnerError;
    };
}

/**
 * The details that Microsoft's support needs to find the request.
 */
export type InnerError = {
    /**
     * @description When the service handled the request, in UTC without a time zone.
     * @example 2026-11-20T09:30:00
     */
    date?: string | null;
    /**
     * @description The ID that the service gave the request.
     * @example 5c0b4f0e-7f0a-4a39-8a53-0d1c3a8f2b11
     */
    "request-id"?: string | null;
    /**
     * @description The ID that the caller sent in the header of this name. Azure AD B2C often leaves it out.
     * @example 0f4e7a52-93c1-4c8e-b2f0-1a6d5b7c9e10
     */
    "client-request-id"?: string | null;
    /**
     * @description The ID of the request within Azure AD B2C.
     * @example 3d7f0c52-4b1e-4f0a-9a53-7c1d2e8b9f10
     */
    correlationId?: string | null;
} | null;

/**
 * Why the request failed. The listed codes are those of Azure AD B2C that these operations can return; `x-error-codes` explains
 * each. Other codes are possible, such as `InvalidAuthenticationToken` from Microsoft Graph.
 */
export type ErrorCode = "AADB2C" | "AADB2C90019" | "AADB2C90063" | "AADB2C90073" | "AADB2C90089" | "AADB2C90130" | "AADB2C90131" | "AADB2C90136" | "AADB2C90137" | "AADB2C90138" | "AADB2C90179" | "AADB2C90180" | "AADB2C90186" | "AADB2C90205" | "AADB2C90213" | "AADB2C90214" | "AADB2C90215" | "AADB2C90229" | "AADB2C90244" | "AADB2C90253" | "AADB2C95025" | "AADB2C95026" | "AADB2C95027" | "AADB2C95028" | "AADB2C95029" | "AADB2C95030" | "AADB2C95031" | "AADB2C95032" | "AADB2C95033" | "AADB2C95034" | "AADB2C95035" | "AADB2C95036" | "AADB2C95037" | "AADB2C95038" | "AADB2C95039" | "AADB2C95040" | "AADB2C95041" | "AADB2C95042" | "AADB2C95043" | "AADB2C95044" | "AADB2C95052" | "AADB2C95053" | "AADB2C95059" | (string & {});

/**
 * trustFrameworkKey of a draft as a caller sends it, with its secret members.
 */
export type DraftKeyInput = {
    /**
     * Format: base64url
     * @description The private exponent of an RSA key (RFC 7518, section 6.3.2.1), in base64url.
     * @example D value
     */
    d?: (string | null) | undefined;
    /**
     * Format: base64url
     * @description The first prime factor of an RSA key (RFC 7518, section 6.3.2.2), in base64url.
     * @example P value
     */
    p?: (string | null) | undefined;
    /**
     * Format: base64url
     * @description The second prime factor of an RSA key (RFC 7518, section 6.3.2.3), in base64url.
     * @example Q value
     */
    q?: (string | null) | undefined;
    /**
     * Format: base64url
     * @description The CRT exponent of the first factor of an RSA key (RFC 7518, section 6.3.2.4), in base64url.
     * @example Dp value
     */
    dp?: (string | null) | undefined;
    /**
     * Format: base64url
     * @description The CRT exponent of the second factor of an RSA key (RFC 7518, section 6.3.2.5), in base64url.
     * @example Dq value
     */
    dq?: (string | null) | undefined;
    /**
     * Format: base64url
     * @description The first CRT coefficient of an RSA key (RFC 7518, section 6.3.2.6), in base64url.
     * @example Qi value
     */
    qi?: (string | null) | undefined;
    /**
     * Format: base64url
     * @description The value of a symmetric key (RFC 7518, section 6.4.1), in base64url.
     * @example K value
     */
    k?: (string | null) | undefined;
} & DraftKey;
