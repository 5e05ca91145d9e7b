import type { operations } from "../generated/types.js";
import type { KeySetsError } from "./errors/keysets-error.js";

/** What all calls of a client must not show. */
export interface ClientSecrets {
  /** The last tokens, each as the headers that have it. */
  tokens: SentRequest[];
  /** The last requests that had a body. */
  requests: SentRequest[];
}

/** The part of a request that can have secrets. */
export interface SentRequest {
  headers: Record<string, string>;
  body: string | null;
}

/** What is known of a call while it runs. Errors of the call are made from it, above all because it has what they must not show. */
export interface CallRecord {
  /** Undefined if the request came through `createKeySetsFetch`. */
  operation: keyof operations | undefined;
  method: string;
  /** The path and query. */
  path: string;
  clientRequestId: string | undefined;
  /** What the client knows from all its calls. */
  secrets: ClientSecrets;
  /** The requests of this call: what the caller gave, and what middleware made of it. */
  requests: SentRequest[];
  /** The token of the last attempt. */
  token: string | undefined;
  /** The head of the response of this attempt, from when it arrives. */
  head: Response | undefined;
  /** The error of the last step that was reported. */
  reported: KeySetsError | undefined;
  /** How many times the request was sent. */
  attempts: number;
  /** Where the call is: what an error says of a timeout depends on it. */
  phase: "middleware" | "queue" | "token" | "request";
  /** Whether the service may have applied the write. */
  mayHaveApplied: boolean;
  /** Whether it may have before this attempt. */
  mayHaveAppliedBefore: boolean;
}

const remembered = 8;

/** Remembers a token, so that no later call shows it either. */
export function rememberToken({ tokens }: ClientSecrets, token: string): void {
  if (tokens.some(({ headers }) => headers.authorization === token)) return;
  tokens.push({ headers: { authorization: token }, body: null });
  if (tokens.length > remembered) tokens.shift();
}

/** Remembers a body, so that no later call shows it either. */
export function rememberBody({ requests }: ClientSecrets, request: SentRequest): void {
  if (!request.body || requests.includes(request)) return;
  requests.push(request);
  if (requests.length > remembered) requests.shift();
}

/** Returns the record of a call that begins. */
export function startRecord({
  operation,
  method,
  path,
  secrets,
}: Pick<CallRecord, "operation" | "method" | "path" | "secrets">): CallRecord {
  return {
    operation,
    method,
    path,
    clientRequestId: undefined,
    secrets,
    requests: [],
    token: undefined,
    head: undefined,
    reported: undefined,
    attempts: 0,
    phase: "queue",
    mayHaveApplied: false,
    mayHaveAppliedBefore: false,
  };
}
