import { type ErrorCodeExplanation, errorCodes } from "../../generated/error-codes.js";
import { type ErrorKind, isKeySetsError, type KeySetsError } from "./keysets-error.js";
import { isMissing } from "./known-codes.js";

/** What a failure means and what to do about it. */
export type Explanation = Pick<ErrorCodeExplanation, "meaning" | "remedy">;

/**
 * Returns what the error of a call means and what to do about it: by its code, or else by its status (RFC 9110, section 15; RFC 6585,
 * section 4) or kind. Undefined for any other value, and where there is nothing to add.
 */
export function explain(error: unknown): Explanation | undefined {
  if (!isKeySetsError(error)) return undefined;
  const { operation, attempts, status, kind, mayHaveApplied } = error;
  if (operation === "deleteKeySet" && attempts > 1 && isMissing(error)) return gone;
  const found = byCode(error) ?? byStatus(status) ?? own(byKind, kind);
  if (!found) return undefined;
  const { meaning, remedy } = found;
  return { meaning, remedy: mayHaveApplied ? `${remedy} ${readFirst}` : remedy };
}

const gone: Explanation = {
  meaning: "The key set doesn't exist. An earlier attempt of this call may have deleted it.",
  remedy: "Go on: the key set is gone.",
};

const readFirst = "The write may have been applied: read the key set before you retry.";

function byCode({ code = "", status }: KeySetsError): Explanation | undefined {
  // The code without a number comes with 403 if the token lacks a permission.
  return code === "AADB2C" && status === 403 ? undefined : errorCodes.get(code);
}

function byStatus(status = 0): Explanation | undefined {
  return own(statuses, status) ?? (status >= 500 ? unavailable : undefined);
}

/** Returns what a table has under a key. An error from elsewhere can have any key. */
const own = <Key extends PropertyKey>(table: { [key in Key]?: Explanation }, key: Key): Explanation | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const unavailable: Explanation = {
  meaning: "The service, or a server in front of it, couldn't handle the request.",
  remedy: "Retry later.",
};

const statuses: Record<number, Explanation> = {
  401: {
    meaning: "The service rejected the token: it is for another audience, expired, or revoked.",
    remedy:
      "Get a new token for Microsoft Graph in the cloud of the service. A credential or a token function was already asked for a new one.",
  },
  403: {
    meaning: "The token lacks the permission, or its user lacks the role.",
    remedy: "Grant the permission with admin consent in the B2C tenant, then get a new token.",
  },
  404: {
    meaning: "There is nothing at this address.",
    remedy: "Check the ID, and check baseUrl, which includes the version: it ends in /beta.",
  },
  429: {
    meaning: "The service received too many requests.",
    remedy: "Wait as long as the service asks (`retryAfter`, in seconds), and send fewer requests at a time.",
  },
};

const byKind: { [kind in ErrorKind]?: Explanation } = {
  response: {
    meaning: "Something changed the response on its way, or the service returned what the contract doesn't know.",
    remedy: "Check for a proxy that changes responses.",
  },
  redirect: {
    meaning: "The address redirects.",
    remedy: "Set baseUrl to the service root itself, and check whether a proxy requires authentication.",
  },
  network: {
    meaning: "The client couldn't reach the service, or the connection ended early.",
    remedy: "Check the cause: the host name, the proxy, and the certificate.",
  },
  timeout: {
    meaning: "The call took too long.",
    remedy: "Set a longer timeout, or retry later.",
  },
  token: {
    meaning: "The credential or the function didn't return a token.",
    remedy: "Check the cause: what the credential or the function threw, or an empty token.",
  },
};
