import { type ErrorKind, type Failed, KeySetsError } from "./error.js";
import { bare, hiding, redacted } from "./secrets.js";

/** Makes the error of a call. */
export type Fail = (kind: ErrorKind, says: string, facts?: Partial<Failed> & { cause?: unknown }) => KeySetsError;

/** The one place where a call's errors are made, so that none has a secret in it, whoever repeats what was sent. */
export function failing(operation: Failed["operation"], clientRequestId: string | undefined, secrets: () => string[]): Fail {
  return (kind, says, { cause, ...facts } = {}) => {
    const hide = hiding(secrets());
    // An abort's reason and a credential's error are the caller's own.
    const reason = kind === "network" ? bare(cause, hide) : cause;
    return new KeySetsError(hide(`${operation}: ${says}`), redacted({ kind, operation, ...facts, clientRequestId: facts.clientRequestId ?? clientRequestId }, hide), reason ? { cause: reason } : undefined);
  };
}
