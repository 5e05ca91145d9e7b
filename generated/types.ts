// Made from spec/ by "npm run generate". Do not edit.

export type $Read<T> = {
    readonly $read: T;
};
export type $Write<T> = {
    readonly $write: T;
};
export type Readable<T> = T extends $Write<any> ? never : T extends $Read<infer U> ? Readable<U> : T extends string ? T : T extends (infer E)[] ? Readable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Write<any> ? never : K]: Readable<T[K]>;
} : T;
export type Writable<T> = T extends $Read<any> ? never : T extends $Write<infer U> ? Writable<U> : T extends string ? T : T extends (infer E)[] ? Writable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? never : K]: Writable<T[K]>;
} & {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? K : never]?: never;
} : T;
export interface paths {
    "/trustFramework/keySets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a key set
         * @description Creates a key set and answers with it. Send `{ "id": "name" }` for an empty one, then generate a key in it or upload a
         *     certificate, a PKCS #12 file or a secret. The service may change the id: a bare `keyset1` comes back as
         *     `B2C_1A_keyset1`. Read the id of the answer, or the `Location` header, before the next call.
         *
         *     Creating the set together with its keys takes complete JSON Web Keys (RFC 7517) and is reported to fail for some
         *     callers; an empty set that is filled afterwards works for everybody.
         *
         *     A user who calls this needs the role B2C IEF Keyset Administrator, or one that includes it.
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
         * @description A draft of Microsoft's documentation: a PATCH on the whole collection, with no id in its path. Do not build on it.
         *     Current pages replace one key set at its own path; until that operation is used, create a new set with `createKeySet`.
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
    "/trustFramework/keySets/{id}/uploadCertificate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`.
                 * @example B2C_1A_keyset1
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
         *     The documented answer calls the key symmetric (`kty` is `oct`), which a certificate can't be. Expect `RSA`.
         */
        post: operations["uploadCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * trustFrameworkKeySet
         * @description A named set of keys (a JWK Set, RFC 7517, section 5) that custom policies refer to by its id. All its keys are of one
         *     type and one use.
         */
        TrustFrameworkKeySet: {
            "@odata.type"?: components["schemas"]["KeySetODataType"];
            /** @description The name of the key set, as the service gave it, with the prefix `B2C_1A_`. */
            id: string;
            /** @description The keys of the set. It may be empty. */
            keys: components["schemas"]["TrustFrameworkKey"][];
        };
        /**
         * trustFrameworkKeySet to send
         * @description A key set as a caller sends it. The service may change its id.
         */
        TrustFrameworkKeySetInput: {
            "@odata.type"?: components["schemas"]["KeySetODataType"];
            /** @description The name that the key set is to have. The service puts `B2C_1A_` before a name that lacks it. */
            id: string;
            /** @description The keys that the set is to have from the start. Leave it out for an empty set. */
            keys?: components["schemas"]["TrustFrameworkKey"][];
        };
        /**
         * Key set's OData type
         * @deprecated
         * @description The OData name of the type. Drafts of the documentation send it; the live service refuses a body that has it.
         */
        KeySetODataType: string;
        /**
         * trustFrameworkKey
         * @description A JSON Web Key (RFC 7517, section 4). An RSA key has `n` and `e`, with its private part `d`, `p`, `q`, `dp`, `dq`, `qi`
         *     and, if it came from a certificate, `x5c` and `x5t`. A symmetric key (`oct`) has `k` and none of these. The secret
         *     members can be sent and are not readable afterwards.
         */
        TrustFrameworkKey: {
            /**
             * @deprecated
             * @description The OData name of the key's type. Drafts of the documentation send it; the live service refuses it.
             */
            "@odata.type"?: string;
            /** @description The id of the key (RFC 7517, section 4.5). The service gives it one. */
            kid?: string;
            kty: components["schemas"]["KeyType"];
            use?: components["schemas"]["KeyUse"];
            status?: components["schemas"]["KeyStatus"];
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
            /**
             * Format: base64url
             * @description The private exponent of an RSA key (RFC 7518, section 6.3.2.1), in base64url. It is never read back.
             */
            d?: $Write<string>;
            /**
             * Format: base64url
             * @description The first prime factor of an RSA key (RFC 7518, section 6.3.2.2), in base64url. It is never read back.
             */
            p?: $Write<string>;
            /**
             * Format: base64url
             * @description The second prime factor of an RSA key (RFC 7518, section 6.3.2.3), in base64url. It is never read back.
             */
            q?: $Write<string>;
            /**
             * Format: base64url
             * @description The first factor's CRT exponent (RFC 7518, section 6.3.2.4), in base64url. It is never read back.
             */
            dp?: $Write<string>;
            /**
             * Format: base64url
             * @description The second factor's CRT exponent (RFC 7518, section 6.3.2.5), in base64url. It is never read back.
             */
            dq?: $Write<string>;
            /**
             * Format: base64url
             * @description The first CRT coefficient (RFC 7518, section 6.3.2.6), in base64url. It is never read back.
             */
            qi?: $Write<string>;
            /**
             * Format: base64url
             * @description The value of a symmetric key (RFC 7518, section 6.4.1), in base64url. It is never read back.
             */
            k?: $Write<string>;
        };
        /**
         * Certificate to upload
         * @description The body of an upload of a certificate.
         */
        UploadCertificateInput: {
            /**
             * Format: byte
             * @description The content of the certificate (DER) in base64, on one line, without PEM's BEGIN and END lines.
             */
            key: $Write<string>;
        };
        /**
         * Key type
         * @description The family of the key (RFC 7517, section 4.1). `RSA` and `oct` are the registered spellings (RFC 7518, section 6.1). The
         *     documentation also shows `rsa` and `OCT`, and values that are not listed may come back: compare without regard to case.
         */
        KeyType: "RSA" | "oct" | (string & {});
        /**
         * Key use
         * @description What the key is for (RFC 7517, section 4.2). A value that is not listed may come back.
         */
        KeyUse: "sig" | "enc" | (string & {});
        /**
         * Key status
         * @description Whether the service may choose the key. A value that is not listed may come back.
         */
        KeyStatus: "enabled" | "disabled" | (string & {});
        /**
         * OData error
         * @description The body of every answer that is not a success.
         */
        ODataError: {
            /** @description What went wrong. */
            error: {
                /** @description A code to switch on, such as `AADB2C` or one that ends in five digits. */
                code: string;
                /** @description A sentence for the developer, in English. Its wording may change at any time. */
                message: string;
                /** @description The part of the request that the error is about. */
                target?: string;
                /** @description Further errors, if there is more than one. */
                details?: {
                    /** @description The code of this one error. */
                    code: string;
                    /** @description A sentence for the developer about this one error. */
                    message: string;
                    /** @description The part of the request that this one error is about. */
                    target?: string;
                }[];
                /** @description What Microsoft's support needs to find the request. */
                innerError?: {
                    /** @description When the request was served, in UTC, without a zone. */
                    date?: string;
                    /** @description The id that the service gave the request. */
                    "request-id"?: string;
                    /** @description The id that the caller gave the request in the header of that name. */
                    "client-request-id"?: string;
                    /** @description The id of the request within Azure AD B2C. */
                    correlationId?: string;
                };
            };
        };
    };
    responses: {
        /** @description The request was refused or failed. The body says why, in OData's error form. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ODataError"];
            };
        };
    };
    parameters: {
        /**
         * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`.
         * @example B2C_1A_keyset1
         */
        KeySetId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Where the new key set is, in OData key syntax and relative to the service root: neither a host nor the version segment
         *     is in it. Take the id from the body to make the next call.
         * @example /trustFramework/keySets('B2C_1A_keyset1')
         */
        KeySetLocation: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
                "application/json": components["schemas"]["TrustFrameworkKeySetInput"];
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
                    "application/json": components["schemas"]["TrustFrameworkKeySet"];
                };
            };
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
                "application/json": components["schemas"]["TrustFrameworkKeySetInput"];
            };
        };
        responses: {
            /** @description The key set was updated. The body carries it as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustFrameworkKeySet"];
                };
            };
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
                "application/json": components["schemas"]["TrustFrameworkKeySetInput"];
            };
        };
        responses: {
            /** @description The key set was added. The body carries it under the id that the service gave it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustFrameworkKeySet"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    uploadCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key set, as the service gave it, with its prefix `B2C_1A_`.
                 * @example B2C_1A_keyset1
                 */
                id: components["parameters"]["KeySetId"];
            };
            cookie?: never;
        };
        /** @description The certificate, in base64. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadCertificateInput"];
            };
        };
        responses: {
            /** @description The certificate is in the key set. The body carries the new key, without its secret members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustFrameworkKey"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}

/**
 * A named set of keys (a JWK Set, RFC 7517, section 5) that custom policies refer to by its id. All its keys are of one
 * type and one use.
 */
export type TrustFrameworkKeySet = Readable<components["schemas"]["TrustFrameworkKeySet"]>;

/**
 * A key set as a caller sends it. The service may change its id.
 */
export type TrustFrameworkKeySetInput = Writable<components["schemas"]["TrustFrameworkKeySetInput"]>;

/**
 * The OData name of the type. Drafts of the documentation send it; the live service refuses a body that has it.
 */
export type KeySetODataType = Readable<components["schemas"]["KeySetODataType"]>;

/**
 * A JSON Web Key (RFC 7517, section 4). An RSA key has `n` and `e`, with its private part `d`, `p`, `q`, `dp`, `dq`, `qi`
 * and, if it came from a certificate, `x5c` and `x5t`. A symmetric key (`oct`) has `k` and none of these. The secret
 * members can be sent and are not readable afterwards.
 */
export type TrustFrameworkKey = Readable<components["schemas"]["TrustFrameworkKey"]>;

/**
 * trustFrameworkKey as a caller sends it, with its secret members.
 */
export type TrustFrameworkKeyInput = Writable<components["schemas"]["TrustFrameworkKey"]>;

/**
 * The body of an upload of a certificate.
 */
export type UploadCertificateInput = Writable<components["schemas"]["UploadCertificateInput"]>;

/**
 * The family of the key (RFC 7517, section 4.1). `RSA` and `oct` are the registered spellings (RFC 7518, section 6.1). The
 * documentation also shows `rsa` and `OCT`, and values that are not listed may come back: compare without regard to case.
 */
export type KeyType = Readable<components["schemas"]["KeyType"]>;

/**
 * What the key is for (RFC 7517, section 4.2). A value that is not listed may come back.
 */
export type KeyUse = Readable<components["schemas"]["KeyUse"]>;

/**
 * Whether the service may choose the key. A value that is not listed may come back.
 */
export type KeyStatus = Readable<components["schemas"]["KeyStatus"]>;

/**
 * The body of every answer that is not a success.
 */
export type ODataError = Readable<components["schemas"]["ODataError"]>;
