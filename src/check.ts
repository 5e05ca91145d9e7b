import { clouds } from "../generated/clouds.js";
import { safe } from "./service-root.js";

/** What the value of an option may be, where its type leaves that open: a test, which may throw, and the same in words. */
type Rule = [allows: (value: any) => unknown, words: string];

// A timer takes no more, and would be over at once.
const count: Rule = [
  (value) => Number.isInteger(value) && value > 0 && value < 2 ** 31,
  "a whole number from 1 to 2147483647",
];

const rules: Record<string, Rule> = {
  cloud: [(value) => Object.hasOwn(clouds, value), `one of ${Object.keys(clouds).join(", ")}`],
  baseUrl: [safe, "an https address, or an http one of this machine, without user, query or fragment"],
  credential: [(value) => value.getToken.call, "an object with getToken"],
  clock: [(value) => value.now.call && value.wait.call && value.random.call, "an object with now, wait and random"],
  fetch: [(value) => value.call, "a function"],
  writes: [(value) => ["in-order", "at-once"].includes(value), "in-order or at-once"],
  signal: [(value) => value.throwIfAborted, "an AbortSignal"],
  headers: [(value) => new Headers(value), "headers that HTTP allows"],
  clientRequestId: [(id) => new Headers({ id }), "a text that HTTP allows in a header"],
  timeout: count,
  tries: count,
  maxWait: count,
};

/** Throws a TypeError that names the option that there is not or whose value cannot be, without the value. */
export function check(where: string, options: unknown, names: string[]): void {
  if (Object(options) !== options) throw new TypeError(`${where}: the options must be an object.`);
  for (const [name, value] of Object.entries(options as object)) {
    if (!names.includes(name)) throw new TypeError(`${where}: ${name} is no option; there are ${names.join(", ")}.`);
    const rule = rules[name];
    if (rule && value !== undefined && !passes(rule[0], value))
      throw new TypeError(`${where}: ${name} must be ${rule[1]}.`);
  }
}

function passes(allows: (value: unknown) => unknown, value: unknown): boolean {
  try {
    return !!allows(value);
  } catch {
    return false;
  }
}
