import type { ErrorCode } from "../../generated/types.js";
import { isKeySetsError } from "./keysets-error.js";

/** Codes that programs act on, by name. `errorCodes` explains all codes. */
export const KeySetsErrorCode = {
  /** A read of a key set that doesn't exist. */
  KeySetNotFound: "AADB2C90073",
  /** A write to a key set that doesn't exist. */
  KeySetNotCreated: "AADB2C95052",
  /** The key set doesn't exist, in the words of an older API. */
  KeyContainerNotFound: "AADB2C90130",
  /** The key set doesn't have a key with this ID. */
  KeyNotFound: "AADB2C90131",
  /** The key set to create already exists. */
  KeySetAlreadyExists: "AADB2C95028",
  /** The key to add already exists. */
  KeyAlreadyExists: "AADB2C90180",
  /** No key of the key set is valid now. */
  NoActiveKey: "AADB2C90019",
  /** Another write to the key set was in progress. Nothing was written. */
  ConcurrentWrite: "AADB2C95053",
  /** Too many requests. Nothing was written. */
  Throttled: "AADB2C95043",
  /** Too many requests, from the directory behind the service. */
  DirectoryThrottled: "AADB2C90229",
  /** Too many requests, from the sign-in service. */
  SignInThrottled: "AADB2C90244",
  /** The password doesn't open the PKCS #12 file, or its encryption isn't supported. */
  WrongPassword: "AADB2C90213",
} as const satisfies Record<string, ErrorCode>;

/** Whether a call failed because the key set or key doesn't exist. The service returns that as 400 with a code that differs by operation, or as 404. */
export function isMissing(error: unknown): boolean {
  const { KeySetNotFound, KeySetNotCreated, KeyContainerNotFound, KeyNotFound } = KeySetsErrorCode;
  return hasStatusOrCode(error, 404, [KeySetNotFound, KeySetNotCreated, KeyContainerNotFound, KeyNotFound]);
}

/** Whether a call failed because what it creates already exists. */
export function isAlreadyThere(error: unknown): boolean {
  return hasStatusOrCode(error, 409, [KeySetsErrorCode.KeySetAlreadyExists, KeySetsErrorCode.KeyAlreadyExists]);
}

function hasStatusOrCode(error: unknown, status: number, codes: ErrorCode[]): boolean {
  if (!isKeySetsError(error)) return false;
  const { code } = error;
  // A code decides before the status: 409 is also the status of concurrent writes.
  return code?.startsWith("AADB2C") ? codes.includes(code) : error.status === status;
}
