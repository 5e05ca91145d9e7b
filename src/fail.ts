import { type ErrorKind, type Failed, KeySetsError } from "./error.js";
import { bare, hiding, redacted } from "./secrets.js";

/** Throws the error of a call. */
export type Fail = (kind: ErrorKind, says: string, facts?: Partial<Failed> & { cause?: unknown }) => never;

/** The one place where a call's errors are made, so that none has a secret in it, whoever repeats what was sent. */
export function failing(operation: Failed["operation"], clientRequestId?: string, secrets: () => string[] = () => []): Fail {
  return (kind, says, { cause, ...facts } = {}) => {
    const hide = hiding(secrets());
    // An abort's reason and a credential's error are the caller's own.
    const reason = kind === "network" ? bare(cause, hide) : cause;
    // A line of its own can be a command to a pipeline that reads the log.
    const message = `${operation}: ${hide(says).replace(/\p{Cc}+/gu, " ")}`;
    const known = redacted({ ...facts, clientRequestId: facts.clientRequestId ?? clientRequestId }, hide);
    throw new KeySetsError(message, { ...known, kind, operation }, reason ? { cause: reason } : undefined);
  };
}
