import { type ErrorCodeExplanation, errorCodes } from "../generated/error-codes.js";
import type { KeySetsError } from "./error.js";

/** What a failure means and what to do about it. */
export type Explanation = Pick<ErrorCodeExplanation, "meaning" | "remedy">;

/**
 * What the error of a call means and what to do about it: what Microsoft says of its code, or else what its status (RFC 9110, section 15;
 * RFC 6585, section 4) or its kind tells. Undefined for what is no such error, and where there is nothing to add.
 */
export function explain(error: unknown): Explanation | undefined {
  const { code, status = 0, kind } = Object(error) as KeySetsError;
  const told = code === "AADB2C" && status === 403 ? undefined : errorCodes.get(code!); // without a number it is for lack of a scope then
  const found = told ?? byStatus[status] ?? (status > 499 ? unavailable : byKind[kind]);
  return found && { meaning: found.meaning, remedy: found.remedy };
}

const unavailable: Explanation = {
  meaning: "The service, or what stands before it, could not answer.",
  remedy: "Try again later. What was to be written may be: read the key set before you repeat it.",
};

const byStatus: Record<number, Explanation> = {
  401: {
    meaning: "The service takes the token for none of its own, or for expired.",
    remedy:
      "Get a new token for Microsoft Graph in the cloud of the service. A credential, or a function as token, renews it by itself.",
  },
  403: {
    meaning: "The token lacks the permission, or its user the role.",
    remedy: "Grant the permission with admin consent in the B2C tenant, and then get a new token.",
  },
  404: {
    meaning: "There is nothing at this address.",
    remedy: "Look at the id, and at baseUrl, which has the version in it: it ends in /beta.",
  },
  429: {
    meaning: "The service has had too many requests.",
    remedy: "Wait as long as it asks (`retryAfter`, in seconds), and send fewer at a time.",
  },
};

const byKind: { [kind in KeySetsError["kind"]]?: Explanation } = {
  answer: {
    meaning: "Something changed the answer on its way, or the service answers what the contract does not know.",
    remedy: "What was to be written may be: read the key set before you repeat it.",
  },
  redirect: {
    meaning: "The address leads elsewhere.",
    remedy: "Give the service root itself as baseUrl, and look whether a proxy wants a sign-in.",
  },
  network: {
    meaning: "The service was not reached, or hung up.",
    remedy:
      "Look at the cause: name, proxy and certificate. What was to be written may be: read the key set before you repeat it.",
  },
  timeout: {
    meaning: "The answer took too long.",
    remedy: "Give a longer timeout, or none. What was to be written may be: read the key set before you repeat it.",
  },
  token: {
    meaning: "The credential or the function gave no token.",
    remedy: "Look at the cause, which is its own error.",
  },
};
