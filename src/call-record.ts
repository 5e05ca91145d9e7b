import type { operations } from "../generated/types.js";

/** What is known of a call while it runs. Whoever makes an error of the call needs it, for what must not be shown above all. */
export interface CallRecord {
  /** Undefined if the request came through `createKeySetsFetch`. */
  operation: keyof operations | undefined;
  method: string;
  /** The path and query. */
  path: string;
  clientRequestId: string | undefined;
  /** The tokens that were sent. */
  tokens: string[];
  /** The bodies that were sent, as JSON text. */
  bodies: string[];
  /** How many times the request was sent. */
  attempts: number;
  /** Where the call is: what an error says of a timeout depends on it. */
  phase: "middleware" | "queue" | "token" | "request";
  /** Whether the service may have applied the write. */
  mayHaveApplied: boolean;
}

export function startRecord(operation: CallRecord["operation"], method: string, path: string): CallRecord {
  return {
    operation,
    method,
    path,
    clientRequestId: undefined,
    tokens: [],
    bodies: [],
    attempts: 0,
    phase: "queue",
    mayHaveApplied: false,
  };
}
