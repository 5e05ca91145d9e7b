import { contractOperations } from "../../generated/emulator-contract.js";
import { InvalidValue, type Place } from "./invalid-value.js";
import type { OperationId } from "./router.js";
import { hasListedText } from "./service-error.js";

/** A failure on demand. Without `status`, `code`, and `drop` the request only takes longer. */
export interface Fault {
  /** The operation that fails. @default every operation */
  operation?: OperationId;
  /** The HTTP status to return, from 400 to 599. @default the usual one of the code, or 500 */
  status?: number;
  /** The error code to return. Its listed text comes with it. One that isn't listed needs a `status`. @default the usual one of the status */
  code?: string;
  /** The `Retry-After` header to send, in seconds. */
  retryAfter?: number;
  /** How many requests fail. @default all */
  times?: number;
  /** How long to wait before anything else, in milliseconds, at most 120,000. */
  delay?: number;
  /**
   * When to close the connection without a complete response: before the operation has an effect, after it, or in the middle of
   * its response. `true` is `"before"`.
   */
  drop?: boolean | "before" | "after" | "midway";
}

/** A fault that is in force. */
export interface ActiveFault {
  readonly fault: Readonly<Fault>;
  /** How many requests it hit. */
  readonly hits: number;
  /** Takes the fault back. */
  remove(): void;
}

/** A fault as it's listed, with the number of requests that it hit. */
type ListedFault = Fault & { hits?: number };

/** The faults that are in force, the oldest first. */
export interface Faults {
  /** @throws TypeError for an invalid fault. */
  add(fault: Fault): ActiveFault;
  /** Adds several faults, or none if one of them is invalid. */
  addAll(faults: readonly ListedFault[]): void;
  /** Puts these faults in the place of all others. A list of earlier faults restores them with their hits. */
  replace(faults: readonly ListedFault[]): void;
  clear(): void;
  /** The faults with their hits, those that are used up as well. */
  list(): (Fault & { hits: number })[];
  /** The first fault that hits a request for an operation, which counts as a hit. */
  hit(operation: OperationId): Fault | undefined;
}

/** The list in what the control returns, or the value itself, so that both can be put back. */
export const unwrapFaults = (value: unknown): unknown => {
  const { faults } = Object(value);
  return Array.isArray(faults) ? faults : value;
};

export function createFaults(): Faults {
  let active: { fault: Fault; hits: number }[] = [];
  return {
    add(fault) {
      const entry = { fault: checkedFault(fault, aFault), hits: 0 };
      active.push(entry);
      return {
        fault: entry.fault,
        get hits() {
          return entry.hits;
        },
        remove() {
          active = active.filter((other) => other !== entry);
        },
      };
    },
    addAll(faults) {
      active = [...active, ...faults.map(entryOf)];
    },
    replace(faults) {
      active = faults.map(entryOf);
    },
    clear() {
      active = [];
    },
    list: () => active.map(({ fault, hits }) => ({ ...fault, hits })),
    hit(operation) {
      const entry = active.find(
        ({ fault, hits }) => (fault.operation ?? operation) === operation && hits < (fault.times ?? Infinity),
      );
      if (!entry) return undefined;
      entry.hits++;
      return entry.fault;
    },
  };
}

function entryOf(listed: ListedFault, index: number): { fault: Fault; hits: number } {
  const where: Where = { name: `faults[${index}]`, place: [index], members: [...Object.keys(checks), "hits"] };
  if (!Object.hasOwn(Object(listed), "hits")) return { fault: checkedFault(listed, where), hits: 0 };
  const { hits = 0, ...fault } = listed;
  if (!isWhole(hits, 0, Number.MAX_SAFE_INTEGER)) throw wrong("hits", "a count", where);
  return { fault: checkedFault(fault, where), hits };
}

/** What an error says about a fault: what it goes by, where it is in a list, and the members that it can have. */
interface Where {
  name: string;
  place: Place;
  members: readonly string[];
}

const wrong = (member: string, expected: string, { name, place }: Where): InvalidValue =>
  new InvalidValue(`Invalid "${member}" of ${name}. Expected ${expected}.`, "faults", [...place, member]);

const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

const checks: Record<keyof Fault, { expected: string; accepts: (value: unknown) => boolean }> = {
  operation: {
    expected: `one of ${contractOperations.map(({ id }) => id).join(", ")}`,
    accepts: (value) => contractOperations.some(({ id }) => id === value),
  },
  status: { expected: "a whole number from 400 to 599", accepts: (value) => isWhole(value, 400, 599) },
  code: { expected: "letters and digits", accepts: (value) => typeof value === "string" && /^\w{1,100}$/.test(value) },
  retryAfter: { expected: "a whole number of seconds", accepts: (value) => isWhole(value, 0, 1e6) },
  times: { expected: "a whole number from 1", accepts: (value) => isWhole(value, 1, Number.MAX_SAFE_INTEGER) },
  delay: { expected: "a whole number of milliseconds up to 120,000", accepts: (value) => isWhole(value, 0, 120_000) },
  drop: {
    expected: 'true, false, "before", "after", or "midway"',
    accepts: (value) => [true, false, "before", "after", "midway"].includes(value as boolean),
  },
};

const aFault: Where = { name: "a fault", place: [], members: Object.keys(checks) };

/** @throws InvalidValue for a fault with an unknown or invalid member. */
function checkedFault(fault: Fault, where: Where): Fault {
  const { name: what, place, members } = where;
  if (typeof fault !== "object" || fault === null || Array.isArray(fault))
    throw new InvalidValue(`Invalid value of ${what}. Expected an object.`, "faults", place);
  for (const [name, value] of Object.entries(fault)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Fault] : undefined;
    if (!check)
      throw new InvalidValue(`Unknown member of ${what}. Expected: ${members.join(", ")}.`, "faults", [...place, name]);
    if (value !== undefined && !check.accepts(value)) throw wrong(name, check.expected, where);
  }
  const { code, status } = fault;
  if (code !== undefined && status === undefined && !hasListedText(code))
    throw new InvalidValue(
      `The contract doesn't list the code ${code} of ${what}. Give it a "status", or correct the code.`,
      "faults",
      [...place, "code"],
    );
  return { ...fault };
}
