// Made from spec/ by "npm run generate". Do not edit.

import type { ErrorCode, operations } from "./types.js";

/** What an error code means. */
export interface ErrorCodeExplanation {
  /** What went wrong. */
  meaning: string;
  /** The operations that return the code. */
  operations: (keyof operations)[];
  /** What to do about it. */
  remedy: string;
}

/**
 * The error codes that these operations are known to return, from Microsoft's list of B2C error codes and from reports.
 * The service can return other codes. They don't have an entry.
 */
export const errorCodes: ReadonlyMap<ErrorCode, ErrorCodeExplanation> = new Map<ErrorCode, ErrorCodeExplanation>([
  ["AADB2C", {"operations":["listKeySets","createKeySet","updateKeySets","addKeySetByReference","getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"An error without a number. The message says whether the service didn't understand the body or the token lacks a permission.","remedy":"Leave out `@odata.type`, and create the key set empty and then add keys. If the status is 403, get a token with a permission that the message lists."}],
  ["AADB2C90019", {"operations":["getActiveKey"],"meaning":"The key set doesn't have a valid key: every key is expired, not yet valid, or disabled.","remedy":"Add a key whose `nbf` has passed and whose `exp` hasn't, and enable it."}],
  ["AADB2C90063", {"operations":["listKeySets","createKeySet","updateKeySets","addKeySetByReference","getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"Internal service error.","remedy":"Retry later. Before you repeat a write, read the key set to see whether it took effect."}],
  ["AADB2C90073", {"operations":["getKeySet","deleteKeySet","getActiveKey","listKeys","getKey"],"meaning":"The key set doesn't exist.","remedy":"Check the ID, which has the prefix `B2C_1A_`, or create the key set first. If you retried a delete, the key set is already gone."}],
  ["AADB2C90089", {"operations":["generateKey","uploadCertificate","uploadPkcs12","uploadSecret"],"meaning":"The key's type differs from the type of the other keys in the key set.","remedy":"Use a key set whose keys have this type, or create one."}],
  ["AADB2C90130", {"operations":["getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"The key set doesn't exist.","remedy":"Check the ID, which has the prefix `B2C_1A_`, or create the key set first."}],
  ["AADB2C90131", {"operations":["getKey","updateKeyStatus"],"meaning":"The key set doesn't have a key with this ID.","remedy":"Check the `kid`. Call `getKeySet` to see the keys of the key set."}],
  ["AADB2C90136", {"operations":["generateKey","uploadCertificate","uploadPkcs12","uploadSecret"],"meaning":"A parameter is missing or has the wrong value. The message gives the parameter, its value, and the expected value.","remedy":"Send the value that the message expects, or leave out an optional parameter such as `nbf`."}],
  ["AADB2C90137", {"operations":["createKeySet","replaceKeySet","uploadCertificate","uploadPkcs12"],"meaning":"The RSA key is too short. The message gives the minimum in bits.","remedy":"Use a longer RSA key."}],
  ["AADB2C90138", {"operations":["createKeySet","replaceKeySet","uploadSecret"],"meaning":"The symmetric key is too short. The message gives the minimum in bits.","remedy":"Use a longer symmetric key."}],
  ["AADB2C90179", {"operations":["uploadCertificate","uploadPkcs12"],"meaning":"The certificate isn't a valid X.509 certificate. The message gives the reason.","remedy":"Send the certificate (DER) in base64 on one line, without encryption and without BEGIN and END lines."}],
  ["AADB2C90180", {"operations":["uploadCertificate","uploadPkcs12"],"meaning":"The key already exists in the key set.","remedy":"Use the existing key."}],
  ["AADB2C90186", {"operations":["createKeySet","replaceKeySet","generateKey","uploadCertificate","uploadPkcs12","uploadSecret"],"meaning":"A value in the body is null.","remedy":"Send a value for the member that the message names, or leave the member out."}],
  ["AADB2C90205", {"operations":["listKeySets","createKeySet","updateKeySets","addKeySetByReference","getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"The application doesn't have the permission that the request needs.","remedy":"Grant the permission with admin consent in the B2C tenant, then get a new token."}],
  ["AADB2C90213", {"operations":["uploadPkcs12"],"meaning":"The password doesn't open the PKCS #12 file, or the file uses an encryption that the service doesn't support.","remedy":"Check the password. If it's right, export the file again with TripleDES and SHA-1 instead of AES-256."}],
  ["AADB2C90214", {"operations":["generateKey","uploadSecret"],"meaning":"The expiry time of the key is in the past.","remedy":"Send an `exp` in the future, in seconds since 1970-01-01T00:00:00Z, not in milliseconds."}],
  ["AADB2C90215", {"operations":["uploadCertificate","uploadPkcs12"],"meaning":"The service can't use the uploaded key. The message gives the reason, such as a wrong encoding or a use that differs from the other keys.","remedy":"Read the reason in the message. Send a certificate or PKCS #12 file in base64 on one line, and check that its key usage fits the other keys of the key set."}],
  ["AADB2C90229", {"operations":["listKeySets","createKeySet","updateKeySets","addKeySetByReference","getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"Too many requests.","remedy":"Wait for the time in `Retry-After`, then retry."}],
  ["AADB2C90244", {"operations":["listKeySets","createKeySet","updateKeySets","addKeySetByReference","getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"Too many requests.","remedy":"Wait for the time in `Retry-After`, then retry."}],
  ["AADB2C90253", {"operations":["createKeySet","replaceKeySet","generateKey","uploadCertificate","uploadPkcs12","uploadSecret"],"meaning":"A required parameter is missing. The message names it.","remedy":"Send the parameter that the message names."}],
  ["AADB2C95025", {"operations":["uploadPkcs12"],"meaning":"The password of the uploaded certificate is wrong.","remedy":"Send the password that the file was exported with."}],
  ["AADB2C95026", {"operations":["createKeySet","replaceKeySet"],"meaning":"The keys in the body aren't valid JSON Web Keys.","remedy":"Send complete JSON Web Keys (RFC 7517), or create the key set empty and then add keys."}],
  ["AADB2C95027", {"operations":["deleteKeySet"],"meaning":"The ID of the backup of a key set must end in `.bak`.","remedy":"Use the ID of the key set itself, without `.bak`."}],
  ["AADB2C95028", {"operations":["createKeySet"],"meaning":"A key set with this ID already exists.","remedy":"Use the existing key set, or choose another ID."}],
  ["AADB2C95029", {"operations":["createKeySet","replaceKeySet"],"meaning":"`k` isn't base64url encoded.","remedy":"Encode `k` in base64url, without padding. Only the `k` of `uploadSecret` is plain text."}],
  ["AADB2C95030", {"operations":["createKeySet","replaceKeySet","generateKey"],"meaning":"`kty` is missing.","remedy":"Send `kty` with the value `RSA` or `oct`."}],
  ["AADB2C95031", {"operations":["createKeySet","replaceKeySet","generateKey"],"meaning":"`kty` isn't a supported key type.","remedy":"Send `kty` with the value `RSA` or `oct`."}],
  ["AADB2C95032", {"operations":["createKeySet","replaceKeySet","generateKey","uploadCertificate","uploadPkcs12","uploadSecret"],"meaning":"A key set can't contain both RSA keys and symmetric keys.","remedy":"Use a key set whose keys have the same type, or create one."}],
  ["AADB2C95033", {"operations":["createKeySet","replaceKeySet","generateKey","uploadSecret"],"meaning":"`use` isn't a supported purpose.","remedy":"Send `use` with the value `sig` or `enc`."}],
  ["AADB2C95034", {"operations":["createKeySet","replaceKeySet"],"meaning":"A key has the wrong format.","remedy":"Send a complete JSON Web Key with only the members of its type."}],
  ["AADB2C95035", {"operations":["createKeySet","replaceKeySet"],"meaning":"The service couldn't write the key. The message gives the reason.","remedy":"Read the reason in the message, and send a complete JSON Web Key."}],
  ["AADB2C95036", {"operations":["createKeySet","replaceKeySet"],"meaning":"The service couldn't load the key to write it.","remedy":"Send a complete JSON Web Key."}],
  ["AADB2C95037", {"operations":["createKeySet","replaceKeySet"],"meaning":"A key in the body doesn't have `kty`.","remedy":"Send `kty` with each key, with the value `RSA` or `oct`."}],
  ["AADB2C95038", {"operations":["createKeySet","replaceKeySet"],"meaning":"The X.509 certificate of a key is invalid. The listed message is a copy of `AADB2C95028`, which is about an existing key set.","remedy":"Check the certificate in `x5c`. If you create a key set, also check whether it already exists."}],
  ["AADB2C95039", {"operations":["createKeySet","replaceKeySet"],"meaning":"An RSA key doesn't have its modulus or its exponent.","remedy":"Send both `n` and `e`, in base64url."}],
  ["AADB2C95040", {"operations":["createKeySet","replaceKeySet"],"meaning":"The service couldn't read a key. The message gives the reason.","remedy":"Read the reason in the message, and send a complete JSON Web Key."}],
  ["AADB2C95041", {"operations":["createKeySet","replaceKeySet"],"meaning":"The `k` of a key isn't base64url encoded.","remedy":"Encode `k` in base64url, without padding. Only the `k` of `uploadSecret` is plain text."}],
  ["AADB2C95042", {"operations":["createKeySet","replaceKeySet","generateKey","uploadCertificate","uploadPkcs12","uploadSecret"],"meaning":"A key set can't contain both signing keys and encryption keys.","remedy":"Use a key set whose keys have the same use, or create one."}],
  ["AADB2C95043", {"operations":["listKeySets","createKeySet","updateKeySets","addKeySetByReference","getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"Too many requests.","remedy":"Wait for the time in `Retry-After`, then retry."}],
  ["AADB2C95044", {"operations":["createKeySet","replaceKeySet"],"meaning":"The tenant in the body differs from the tenant of the token.","remedy":"Get a token for the tenant that you want to change."}],
  ["AADB2C95052", {"operations":["replaceKeySet","deleteKeySet","generateKey","uploadCertificate","uploadPkcs12","uploadSecret","updateKeyStatus"],"meaning":"The key set doesn't exist.","remedy":"Check the ID, which has the prefix `B2C_1A_`, or create the key set first."}],
  ["AADB2C95053", {"operations":["createKeySet","replaceKeySet","deleteKeySet","generateKey","uploadCertificate","uploadPkcs12","uploadSecret","updateKeyStatus"],"meaning":"Several requests wrote to the same key set at the same time. This request changed nothing.","remedy":"Send the requests that write to a key set one after the other, then retry."}],
  ["AADB2C95059", {"operations":["createKeySet","replaceKeySet"],"meaning":"A key in the body has a `kid`.","remedy":"Leave out `kid`. The service assigns it."}],
]);
