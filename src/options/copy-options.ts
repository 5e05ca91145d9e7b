import { clouds } from "../../generated/clouds.js";
import type {
  CallOptions,
  Clock,
  KeySetsClientOptions,
  RetryOptions,
  TokenCredential,
  TokenOptions,
} from "./options.js";
import { sendableHeaders } from "./sendable-headers.js";
import { serviceRoot } from "./service-root.js";

/** Returns the value to use, or undefined if the value given isn't valid. May throw instead. */
type Copy<T> = (value: never, where: string) => T | undefined;
type Rule<T> = [expected: string, copy: Copy<T>];

const when = <T>(isValid: unknown, value: T): T | undefined => (isValid ? value : undefined);
const isFunction = (value: unknown): boolean => typeof value === "function";

// A timer can't be longer: it would fire at once.
const positiveInt32: Rule<number> = [
  "a whole number from 1 to 2147483647",
  (value: number) => when(Number.isInteger(value) && value > 0 && value < 2 ** 31, value),
];

function functionRule<T>(): Rule<T> {
  return ["a function", (value: T) => when(isFunction(value), value)];
}

/** The values that an option can have. Every option has a rule, and every rule an option. */
const rules = {
  token: [
    "a string or a function",
    (value: TokenOptions["token"]) => when(typeof value === "string" || isFunction(value), value),
  ],
  credential: ["an object with getToken", (value: TokenCredential) => when(isFunction(value.getToken), value)],
  cloud: [
    `one of ${Object.keys(clouds).join(", ")}`,
    (value: keyof typeof clouds) => when(Object.keys(clouds).includes(value), value),
  ],
  baseUrl: [
    "an https URL, or an http URL of this machine, without user, query, or fragment",
    (value: string | URL) => when(typeof value === "string" || value instanceof URL, serviceRoot(`${value}`)),
  ],
  fetch: functionRule<NonNullable<KeySetsClientOptions["fetch"]>>(),
  headers: ["headers that HTTP allows, without authorization: use token or credential", copyHeaders],
  retry: ["false, or an object with maxAttempts and maxWait", copyRetry],
  maxAttempts: positiveInt32,
  maxWait: positiveInt32,
  limit: ["a whole number from 0", (value: number) => when(Number.isInteger(value) && value >= 0, value)],
  timeout: positiveInt32,
  writes: [
    "in-order or at-once",
    (value: NonNullable<KeySetsClientOptions["writes"]>) => when(["in-order", "at-once"].includes(value), value),
  ],
  onRetry: functionRule<NonNullable<KeySetsClientOptions["onRetry"]>>(),
  log: functionRule<NonNullable<KeySetsClientOptions["log"]>>(),
  clock: [
    "an object with now, random, wait, and schedule",
    (value: Clock) => when([value.now, value.random, value.wait, value.schedule].every(isFunction), value),
  ],
  signal: [
    "an AbortSignal",
    (value: AbortSignal) => when(isFunction(value.addEventListener) && typeof value.aborted === "boolean", value),
  ],
  clientRequestId: [
    "a string that isn't empty and that HTTP allows in a header",
    (value: string) => when(value && typeof value === "string" && new Headers({ value }), value),
  ],
} satisfies Record<keyof TokenOptions | keyof CallOptions | keyof RetryOptions | "limit", Rule<unknown>>;

type Name = keyof typeof rules;
type Copied<N extends Name> = { [K in N]?: NonNullable<ReturnType<(typeof rules)[K][1]>> };

/**
 * Returns the options with these names, each read once. Only the copy is used from then on, so what was checked is what is used.
 *
 * @throws TypeError that names the option that is unknown or invalid, without its value.
 */
function copyOptions<N extends Name>(where: string, given: unknown, names: readonly N[]): Copied<N> {
  if (Object(given) !== given) throw new TypeError(`${where}: the options must be an object.`);
  const options = given as Record<string, unknown>;
  const unknown = Object.keys(options).find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new TypeError(`${where}: unknown option "${unknown}". Expected one of: ${names.join(", ")}.`);
  // Has no prototype, so that what something added to every object isn't an option either.
  const copy: Record<string, unknown> = Object.create(null);
  for (const name of names) {
    const value = options[name];
    // A class can bring options.
    if (value !== undefined && value !== (Object.prototype as Record<string, unknown>)[name])
      copy[name] = copyValue(where, name, value);
  }
  return copy as Copied<N>;
}

function copyValue(where: string, name: Name, value: unknown): unknown {
  const [expected, copy] = rules[name] as Rule<unknown>;
  let copied: unknown;
  try {
    copied = copy(value as never, where);
  } catch (error) {
    // An option within this one that is wrong names itself.
    if (error instanceof TypeError && error.message.startsWith(where)) throw error;
  }
  if (copied === undefined) throw new TypeError(`${where}: the option "${name}" must be ${expected}.`);
  return copied;
}

function copyRetry(value: RetryOptions | false, where: string): RetryOptions | false {
  return value === false ? value : copyOptions(`${where}: retry`, value, ["maxAttempts", "maxWait"]);
}

/** Returns headers of any form by their names in lower case, without those of the connection. */
function copyHeaders(value: object): Record<string, string> | undefined {
  const pairs = Symbol.iterator in value ? [...(value as Iterable<[string, string]>)] : Object.entries(value);
  const headers = new Headers(pairs.filter(({ length, 1: text }) => length !== 2 || text != null));
  // The token would replace it.
  return when(!headers.has("authorization"), sendableHeaders(headers));
}

const clientOptionNames = [
  "token",
  "credential",
  "cloud",
  "baseUrl",
  "fetch",
  "headers",
  "retry",
  "timeout",
  "writes",
  "onRetry",
  "log",
  "clock",
] as const satisfies readonly (keyof TokenOptions)[];

/** Returns a copy of a client's options. */
export function copyClientOptions(where: string, given: unknown) {
  const options = copyOptions(where, given, clientOptionNames);
  if (!options.token === !options.credential)
    throw new TypeError(`${where}: expected either token or credential. Check for a variable that isn't set.`);
  const { root, scope } = clouds[options.cloud ?? "global"];
  return Object.assign(options, { root: options.baseUrl ?? root, scope });
}

export type CopiedClientOptions = ReturnType<typeof copyClientOptions>;

const callOptionNames = ["headers", "signal", "timeout", "retry", "clientRequestId"] as const;

/** Returns a copy of a call's options. */
export const copyCallOptions = (where: string, given: unknown = {}) => copyOptions(where, given, callOptionNames);

/** Returns a copy of the options of a list's `toArray`. */
export const copyArrayOptions = (given: unknown = {}) => copyOptions("toArray", given, ["limit"]);

export type CopiedCallOptions = ReturnType<typeof copyCallOptions>;
