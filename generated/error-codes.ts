// Made from spec/ by "npm run generate". Do not edit.

import type { ErrorCode, operations } from "./types.js";

/** What an error code means. */
export interface ErrorCodeExplanation {
  /** What went wrong. */
  meaning: string;
  /** The operations that answer with the code. */
  operations: (keyof operations)[];
  /** What to do about it. */
  remedy: string;
}

/**
 * The codes that Azure AD B2C is known to answer these operations with, from Microsoft's list of B2C's error codes and from
 * reports. Any other code may come, and has no entry here.
 */
export const errorCodes: ReadonlyMap<ErrorCode, ErrorCodeExplanation> = new Map<ErrorCode, ErrorCodeExplanation>([
  ["AADB2C", {"operations":["listKeySets","createKeySet","updateKeySets","addKeySetByReference","getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"A refusal without a number. The body was not understood, or the token lacks a scope; the message says which.","remedy":"Leave out `@odata.type`; create the key set empty and fill it afterwards; get a token with a scope that the message of a 403 lists."}],
  ["AADB2C90019", {"operations":["getActiveKey"],"meaning":"The key set has no valid key.","remedy":"Put a key into it whose `nbf` has come and whose `exp` has not, and see that it is enabled."}],
  ["AADB2C90063", {"operations":["listKeySets","createKeySet","updateKeySets","addKeySetByReference","getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"The service failed within.","remedy":"Try again later. Before you repeat a call that writes, read the key set to see whether it took effect."}],
  ["AADB2C90213", {"operations":["uploadPkcs12"],"meaning":"The password does not open the PKCS #12 file, or the file is encrypted in a way that the service does not know.","remedy":"Check the password. If it is right, export the file again with TripleDES and SHA-1 in place of AES-256."}],
  ["AADB2C90214", {"operations":["generateKey","uploadSecret"],"meaning":"The time at which the key is to expire has passed.","remedy":"Send an `exp` in the future, in seconds since 1970-01-01T00:00:00Z and not in milliseconds."}],
  ["AADB2C90215", {"operations":["createKeySet","replaceKeySet","uploadCertificate","uploadPkcs12"],"meaning":"The key that was sent is badly formatted.","remedy":"Send a certificate (DER) or a PFX file in base64 on one line, without BEGIN and END lines."}],
  ["AADB2C90253", {"operations":["generateKey","uploadCertificate","uploadPkcs12","uploadSecret"],"meaning":"A parameter is missing.","remedy":"Send the parameter that the message names."}],
  ["AADB2C95025", {"operations":["uploadPkcs12"],"meaning":"The password of the certificate is wrong.","remedy":"Send the password with which the file was exported."}],
  ["AADB2C95026", {"operations":["createKeySet","replaceKeySet"],"meaning":"The keys are not JSON Web Keys.","remedy":"Send complete JSON Web Keys (RFC 7517), or create the set empty and upload the keys."}],
  ["AADB2C95028", {"operations":["createKeySet"],"meaning":"There is a key set of this name. `AADB2C95038` means the same.","remedy":"Use the existing key set, or another name."}],
  ["AADB2C95029", {"operations":["createKeySet","replaceKeySet"],"meaning":"A `k` that is sent with a key set is not base64url. `AADB2C95041` says so of a key's own `k`.","remedy":"Encode `k` in base64url, without padding; only the `k` of `uploadSecret` is plain text."}],
  ["AADB2C95030", {"operations":["createKeySet","replaceKeySet","generateKey"],"meaning":"The parameter `kty` is missing. `AADB2C95037` says so of a whole key in the body.","remedy":"Send `kty`, `RSA` or `oct`."}],
  ["AADB2C95031", {"operations":["createKeySet","replaceKeySet","generateKey"],"meaning":"The key's type `kty` is neither RSA nor oct.","remedy":"Send `RSA` or `oct`, spelt so."}],
  ["AADB2C95032", {"operations":["createKeySet","replaceKeySet","generateKey","uploadCertificate","uploadPkcs12","uploadSecret"],"meaning":"RSA and symmetric keys would be in one key set.","remedy":"Put the key into a key set of its own, or into one whose keys have its type."}],
  ["AADB2C95033", {"operations":["createKeySet","replaceKeySet","generateKey","uploadSecret"],"meaning":"The key's use is neither sig nor enc.","remedy":"Send `sig` or `enc`, in small letters."}],
  ["AADB2C95034", {"operations":["createKeySet","replaceKeySet"],"meaning":"A key has the wrong format.","remedy":"Send a complete JSON Web Key, with the members of its type alone."}],
  ["AADB2C95037", {"operations":["createKeySet","replaceKeySet"],"meaning":"A whole key in the body has no `kty`. `AADB2C95030` says so of the parameter.","remedy":"Send `kty` with each key, `RSA` or `oct`."}],
  ["AADB2C95038", {"operations":["createKeySet"],"meaning":"There is a key set of this name. `AADB2C95028` means the same.","remedy":"Use the existing key set, or another name."}],
  ["AADB2C95039", {"operations":["createKeySet","replaceKeySet"],"meaning":"An RSA key lacks its modulus or its exponent.","remedy":"Send both `n` and `e`, in base64url."}],
  ["AADB2C95040", {"operations":["createKeySet","replaceKeySet"],"meaning":"A key could not be read.","remedy":"Read the message for the reason, and send a complete JSON Web Key."}],
  ["AADB2C95041", {"operations":["createKeySet","replaceKeySet"],"meaning":"The `k` of a key is wrongly encoded; it must be base64url. `AADB2C95029` says so of a `k` that is sent with a key set.","remedy":"Encode `k` in base64url, without padding; only the `k` of `uploadSecret` is plain text."}],
  ["AADB2C95042", {"operations":["createKeySet","replaceKeySet","generateKey","uploadCertificate","uploadPkcs12","uploadSecret"],"meaning":"Keys for signing and keys for encryption would be in one key set.","remedy":"Put the key into a key set of its own, or into one whose keys have its use."}],
  ["AADB2C95043", {"operations":["listKeySets","createKeySet","updateKeySets","addKeySetByReference","getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"There were too many requests.","remedy":"Wait as long as `Retry-After` says, then try again."}],
  ["AADB2C95052", {"operations":["getKeySet","replaceKeySet","deleteKeySet","generateKey","getActiveKey","uploadCertificate","uploadPkcs12","uploadSecret","listKeys","getKey","updateKeyStatus"],"meaning":"There is no key set of this id.","remedy":"Look at the id, which has the prefix `B2C_1A_`, or create the key set first. After a deletion that was sent again the set is gone, as it should be."}],
  ["AADB2C95053", {"operations":["createKeySet","replaceKeySet","deleteKeySet","generateKey","uploadCertificate","uploadPkcs12","uploadSecret","updateKeyStatus"],"meaning":"The key set was written to by several calls at once.","remedy":"Send the calls that write to one key set one after the other."}],
  ["AADB2C95059", {"operations":["replaceKeySet"],"meaning":"A key in the body has a `kid`.","remedy":"Leave `kid` out. The service gives each key its id."}],
]);
