import { errorCodeOf, parsed, type Send, type ServiceResponse } from "./service.js";
import { idInBody, idInPath, type OutgoingRequest } from "./write-guard.js";

/** Which key sets the run made and didn't delete yet. */
export interface KeySetLedger {
  /** Notes that a request is about to be sent. */
  sending(request: OutgoingRequest): void;
  /** Notes what a request came to. */
  received(request: OutgoingRequest, response: ServiceResponse): void;
  /** Whether a key set was created a moment ago, so that the service may not know it everywhere yet. */
  isNew(id: string): boolean;
  /** Deletes the key sets that are left, and their copies, and returns the IDs of those that can't be deleted. */
  cleanUp(send: Send, authorization: string): Promise<string[]>;
}

const prefix = "B2C_1A_";
const withPrefix = (id: string) => (id.startsWith(prefix) ? id : prefix + id);

// The codes of a key set that doesn't exist.
const missing = new Set(["AADB2C90073", "AADB2C95052", "AADB2C90130"]);

/** How long a new key set may be unknown, in milliseconds. Reports say 10 seconds. */
const settlingTime = 30_000;

export function createKeySetLedger(now: () => number = Date.now): KeySetLedger {
  const left = new Map<string, number>();
  const copies = new Set<string>();

  const noteCopy = (id: string) => {
    if (!id.endsWith(".bak")) copies.add(`${id}.bak`);
  };
  const isCreation = ({ method, path }: OutgoingRequest) => method === "POST" && path === "/trustFramework/keySets";

  const ledger: KeySetLedger = {
    sending(request) {
      const id = isCreation(request) ? idInBody(request.body) : undefined;
      // Even without a response the key set may exist from now on.
      if (id !== undefined && !left.has(withPrefix(id))) left.set(withPrefix(id), 0);
      if (request.method === "DELETE") noteCopy(idInPath(request.path) ?? "");
    },

    received(request, { status, body }) {
      if (isCreation(request)) {
        const sent = idInBody(request.body);
        if (status === 201) {
          const id = idInBody(body) ?? sent;
          if (sent !== undefined) left.delete(withPrefix(sent));
          if (id !== undefined) left.set(id, now());
        } else if (isRejection(status) && sent !== undefined && left.get(withPrefix(sent)) === 0) {
          left.delete(withPrefix(sent));
        }
      } else if (request.method === "DELETE" && status === 204) {
        const id = idInPath(request.path) ?? "";
        left.delete(id);
        copies.delete(id);
        noteCopy(id);
      }
    },

    isNew: (id) => now() - (left.get(id) ?? Number.NEGATIVE_INFINITY) < settlingTime,

    async cleanUp(send, authorization) {
      const kept: string[] = [];
      const remove = async (id: string) => {
        const request = { method: "DELETE", path: `/trustFramework/keySets/${encodeURIComponent(id)}`, body: "" };
        const response = await send({ ...request, headers: { authorization } }).catch(() => undefined);
        if (response) ledger.received(request, response);
        if (response?.status === 204) return;
        const isUnanswered = left.get(id) === 0; // the service can still be creating it
        if (isUnanswered || (response?.status !== 404 && !isMissing(response))) kept.push(id);
        else if (!left.delete(id)) copies.delete(id);
      };
      for (const id of [...left.keys()]) await remove(id);
      // Deleting has left copies.
      for (const id of [...copies]) await remove(id);
      return kept;
    },
  };
  return ledger;
}

/** Whether a status says that nothing was done. */
const isRejection = (status: number): boolean => status >= 400 && status < 500 && status !== 408;

/** Whether a response says that the key set doesn't exist. */
export const isMissing = (response: ServiceResponse | undefined): boolean =>
  response?.status === 400 && missing.has(errorCodeOf(parsed(response.body)) ?? "");
