import { clouds } from "../generated/clouds.js";
import { safe } from "./service-root.js";

/** What an option may be, as a test, which may throw, and in words. */
type Rule = [allows: (value: any) => unknown, words: string];

const callable = (value: unknown): boolean => typeof value === "function";
// A timer takes no more, and would be over at once.
const count: Rule = [(value) => Number.isInteger(value) && value > 0 && value < 2 ** 31, "a whole number from 1 up to 2147483647"];
const headers: Rule = [(value) => new Headers(value), "headers that HTTP allows"];

const ofClient: Record<string, Rule> = {
  token: [(value) => typeof value === "string" || callable(value), "a string or a function"],
  credential: [(value) => callable(value.getToken), "an object with getToken"],
  cloud: [(value) => Object.hasOwn(clouds, value), `one of ${Object.keys(clouds).join(", ")}`],
  baseUrl: [safe, "an https address, or an http one of this machine, without user, query or fragment"],
  fetch: [callable, "a function"],
  headers,
  retry: [(value) => value === false || Object(value) === value, "an object or false"],
  timeout: count,
  writes: [(value) => ["in-order", "at-once"].includes(value), "in-order or at-once"],
  clock: [(value) => ["now", "wait", "random"].every((name) => callable(value[name])), "an object with now, wait and random"],
};

const ofCall: Record<string, Rule> = {
  headers,
  signal: [(value) => callable(value.throwIfAborted), "an AbortSignal"],
  timeout: count,
  clientRequestId: [(id) => new Headers({ id }), "a text that HTTP allows in a header"],
};

function check(options: unknown, rules: Record<string, Rule>): void {
  for (const [name, value] of Object.entries(Object(options))) {
    if (!Object.hasOwn(rules, name)) throw new TypeError(`${name} is no option.`);
    const [allows, words] = rules[name]!;
    if (value !== undefined && !passes(allows, value)) throw new TypeError(`${name} must be ${words}.`);
  }
}

function passes(allows: (value: unknown) => unknown, value: unknown): boolean {
  try {
    return !!allows(value);
  } catch {
    return false;
  }
}

/** Throws a TypeError that names the option of a client that cannot be, without its value. */
export function checkClient(options: any): void {
  check(options, ofClient);
  if ((options?.token === undefined) === (options?.credential === undefined)) throw new TypeError("Either token or credential must be given.");
  check(options.retry, { tries: count, maxWait: count });
}

/** Does the same for the options of a call. */
export const checkCall = (options: unknown): void => check(options, ofCall);
