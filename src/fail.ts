import { type ErrorKind, type Failed, KeySetsError } from "./error.js";
import type { Operation } from "./operation.js";
import { bare, hiding, redacted, secretsIn } from "./secrets.js";

/** Throws the error of a call. */
export type Fail = (kind: ErrorKind, says: string, facts?: Partial<Failed> & { cause?: unknown }) => never;

/**
 * The one place where a call's errors are made, so that none has a secret in it, whoever repeats what was sent: the tokens and
 * the body.
 */
export function failing({ id, method }: Operation, clientRequestId?: string, tokens: string[] = [], body = "{}"): Fail {
  let unsure = false;
  return (kind, says, { cause, ...facts } = {}) => {
    const hide = hiding([...tokens, ...secretsIn(JSON.parse(body))]);
    const reason = bare(cause, hide);
    const why = reason && kind !== "timeout" ? `: ${rootOf(reason)}` : "";
    const { status } = facts;
    const gone = tokens.length > 0 && kind !== "token" && !/ENOTFOUND|EAI_AGAIN|ECONNREFUSED/.test(why);
    // An earlier try may have taken effect, too.
    unsure ||= method !== "GET" && gone && (!status || status < 300 || status > 499);
    // A line of its own can be a command to a pipeline that reads the log.
    const message = hide(says + why).replace(/\p{Cc}+/gu, " ");
    const known = redacted({ ...facts, clientRequestId: facts.clientRequestId ?? clientRequestId }, hide);
    // An abort's reason and a credential's error are the caller's own; what comes after a token was sent may repeat it.
    const own = kind === "abort" || tokens.length === 0 ? cause : reason;
    throw new KeySetsError(
      `${id}: ${message}${unsure ? " (the call may have taken effect)" : ""}`,
      { ...known, kind, operation: id },
      own ? { cause: own } : undefined,
    );
  };
}

/** What the innermost cause of an error says. */
function rootOf({ cause, message, code, name }: any): string {
  return cause ? rootOf(cause) : message || code || name;
}
