import { errorCodeOf, NotSentError, parsed, type Send, type ServiceResponse, type WaitingOptions } from "./service.js";
import { idInBody, idInPath, isNameOfRun, type OutgoingRequest } from "./write-guard.js";

/** Which key sets the run made and didn't delete yet. */
export interface KeySetLedger {
  /** A function that sends like the given one. The ledger notes which writes it sends and what they come to. */
  keepAccountOf(send: Send): Send;
  /** Whether a key set was created a moment ago, so that the service may not know it everywhere yet. */
  isNew(id: string): boolean;
  /** Deletes the key sets that are left, and their copies, and returns the IDs of those that may be left all the same. */
  cleanUp(options: CleanUpOptions): Promise<string[]>;
}

interface CleanUpOptions {
  /** A function of `keepAccountOf`. */
  send: Send;
  authorization: string;
  /** How to wait for key sets that may still appear. Without it, they stay for the next time. */
  waiting?: WaitingOptions;
}

/** What is known of a key set that may exist. Times are in milliseconds. */
interface Entry {
  createdAt?: number;
  /** When a write that may have created it ended without a response. */
  unansweredAt?: number;
}

const prefix = "B2C_1A_";
const withPrefix = (id: string) => (id.startsWith(prefix) ? id : prefix + id);

// The codes of a key set that doesn't exist.
const missing = new Set(["AADB2C90073", "AADB2C95052", "AADB2C90130"]);

/** How long a new key set may be unknown, in milliseconds. Reports say 10 seconds. */
const settlingTime = 30_000;

/** How often, and for how many seconds each, a new key set is waited for. */
export const settlingAttempts = 5;
export const settlingSeconds = 5;

export function createKeySetLedger(run: string, now: () => number = Date.now): KeySetLedger {
  const left = new Map<string, Entry>();
  // The service made up these names, or lied. Nothing shows that the run may delete them.
  const foreign = new Set<string>();
  const inFlight = new Set<Promise<unknown>>();

  const isRecent = (time: number | undefined) => time !== undefined && now() - time < settlingTime;
  const mayAppear = ({ createdAt, unansweredAt }: Entry) => isRecent(createdAt) || isRecent(unansweredAt);

  /** Notes that a key set may exist. As the last one: a copy can only be deleted after its original. */
  function note(id: string, entry: Entry): void {
    const before = left.get(id);
    left.delete(id);
    left.set(id, { ...before, ...entry });
  }

  function noteCreation({ body }: OutgoingRequest, response: ServiceResponse | undefined): void {
    const sent = idInBody(body);
    if (response?.status === 201) {
      const named = idInBody(response.body);
      const names = [...new Set([sent ?? [], named ?? []].flat().map(withPrefix))];
      for (const id of names.filter((name) => isNameOfRun(name, run))) note(id, { createdAt: now() });
      if (sent === undefined && named !== undefined && !isNameOfRun(named, run)) foreign.add(named);
    } else if (sent !== undefined && !isRejection(response)) {
      note(withPrefix(sent), response ? {} : { unansweredAt: now() });
    }
  }

  function noteDeletion(id: string, response: ServiceResponse | undefined): void {
    if (response?.status === 204) left.delete(id);
    // Without a success, the key set may be gone and its copy made.
    if (!id.endsWith(".bak") && !isRejection(response)) note(`${id}.bak`, response ? {} : { unansweredAt: now() });
  }

  function noteOutcome(request: OutgoingRequest, response: ServiceResponse | undefined): void {
    const id = idInPath(request.path);
    if (id === undefined) noteCreation(request, response);
    else if (request.method === "DELETE") noteDeletion(id, response);
    // A service that lets a write to a missing key set succeed has created it.
    else if (response && response.status < 300 && !left.has(id)) note(id, {});
  }

  /** Deletes one key set. Returns whether to try again, because it may appear later. */
  async function remove(id: string, { send, authorization }: CleanUpOptions): Promise<boolean> {
    const path = `/trustFramework/keySets/${encodeURIComponent(id)}`;
    const request = { method: "DELETE", path, body: "", headers: { authorization } };
    const response = await send(request).catch(() => undefined);
    if (response?.status !== 404 && !isMissing(response)) return false;
    const isPending = mayAppear(left.get(id) ?? {});
    if (!isPending) left.delete(id);
    return isPending;
  }

  return {
    keepAccountOf: (send) => async (request) => {
      if (request.method === "GET") return send(request);
      const sending = send(request);
      inFlight.add(sending);
      try {
        const response = await sending;
        noteOutcome(request, isNoResponse(response) ? undefined : response);
        return response;
      } catch (error) {
        if (!(error instanceof NotSentError)) noteOutcome(request, undefined);
        throw error;
      } finally {
        inFlight.delete(sending);
      }
    },

    isNew: (id) => isRecent(left.get(id)?.createdAt),

    async cleanUp(options) {
      // Key sets that they create can only be deleted after them.
      await Promise.allSettled(inFlight);
      for (let attempt = 0; ; attempt++) {
        let pending: string[] = [];
        for (const id of left.keys()) {
          if (await remove(id, options)) pending = [...pending, id];
        }
        if (pending.length === 0 || !options.waiting) break;
        if (attempt === settlingAttempts) {
          // What was created and then isn't there for so long is gone. What never had a response may still come.
          for (const id of pending) if (left.get(id)?.unansweredAt === undefined) left.delete(id);
          break;
        }
        options.waiting.onWait(settlingSeconds, "a key set of this run may still appear");
        await options.waiting.wait(settlingSeconds);
      }
      return [...left.keys(), ...[...foreign].map((id) => `${id} (a name that the service made up)`)];
    },
  };
}

/** Whether a response comes from something before the service, which may have done what it was asked or not. */
const isNoResponse = ({ status }: ServiceResponse): boolean => status === 408 || status === 502 || status === 504;

/** Whether a response says that nothing was done. */
const isRejection = (response: ServiceResponse | undefined): boolean =>
  response !== undefined && response.status >= 400 && response.status < 500;

/** Whether a response says that the key set doesn't exist. */
export const isMissing = (response: ServiceResponse | undefined): boolean =>
  response?.status === 400 && missing.has(errorCodeOf(parsed(response.body)) ?? "");
