import type { ErrorCode } from "../../generated/types.js";
import { isKeySetsError, type KeySetsError } from "./keysets-error.js";

/** Codes that programs act on, by name. `errorCodes` explains all codes. */
export const KeySetsErrorCode = /* @__PURE__ */ Object.freeze({
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
} as const satisfies Record<string, ErrorCode>);

/**
 * Whether a call failed because the key set or key doesn't exist. The service returns that as 400 with a code that differs by
 * operation, or as 404. A 404 of a proxy or of a wrong address doesn't count.
 */
export function isMissing(error: unknown): boolean {
  if (!isKeySetsError(error)) return false;
  const { KeySetNotFound, KeySetNotCreated, KeyContainerNotFound, KeyNotFound } = KeySetsErrorCode;
  const { kind, status, code, requestId } = error;
  // Graph's own 404 without a body has an ID. Its code for a path that it doesn't know is BadRequest.
  const isOfService = kind === "service" ? code !== "BadRequest" : requestId !== undefined;
  return (
    hasCode(error, [KeySetNotFound, KeySetNotCreated, KeyContainerNotFound, KeyNotFound]) ??
    (status === 404 && isOfService)
  );
}

/** Whether a call failed because what it creates already exists. */
export function isAlreadyThere(error: unknown): boolean {
  if (!isKeySetsError(error)) return false;
  const { KeySetAlreadyExists, KeyAlreadyExists } = KeySetsErrorCode;
  return hasCode(error, [KeySetAlreadyExists, KeyAlreadyExists]) ?? error.status === 409;
}

/** Whether an error has one of some codes. Undefined if it has no code of Azure AD B2C: then its status decides. (409 is also the status of concurrent writes.) */
const hasCode = ({ code }: KeySetsError, codes: ErrorCode[]): boolean | undefined =>
  typeof code === "string" && code.startsWith("AADB2C") ? codes.includes(code) : undefined;
