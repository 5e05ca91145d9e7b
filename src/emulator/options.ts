import type { TokenScopes } from "./authorization.js";
import type { SwitchableBehavior } from "./behaviors.js";
import type { Fault } from "./faults.js";
import { InvalidValue } from "./invalid-value.js";
import type { ListenOptions } from "./listening.js";
import type { LogEntry } from "./log.js";
import type { EmulatorSeed } from "./state.js";

/** How the emulator behaves. */
export interface EmulatorOptions {
  /** The key sets to start with, and to which `reset` returns. @default none */
  seed?: EmulatorSeed;
  /** Faults to start with, and to which `reset` returns. @default none */
  faults?: readonly Fault[];
  /**
   * The permissions of all tokens, or those of each token, by the token. A token that isn't listed fails with 401, a missing
   * permission with 403.
   *
   * @default every token has all permissions
   * @example ["TrustFrameworkKeySet.Read.All"]
   * @example { reader: ["TrustFrameworkKeySet.Read.All"], admin: ["TrustFrameworkKeySet.ReadWrite.All"] }
   */
  tokenScopes?: TokenScopes;
  /** Behaviors to switch on or off, by their IDs in generated/emulator.md. @example { "nbf-three-hours-ahead": false } */
  behaviors?: Partial<Record<SwitchableBehavior, boolean>>;
  /** The time in milliseconds since 1970-01-01T00:00:00Z. @default Date.now */
  now?: () => number;
  /** Whether `generateKey` takes one of a few ready RSA keys, so that tests don't wait for a new one. @default false */
  fastKeys?: boolean;
  /** How many key sets a page of the list has at most. @default 100 */
  pageSize?: number;
  /** How long a write to a key set takes at least, in milliseconds, at most 120,000. @default 0 */
  writeDuration?: number;
  /** Stages of operations to serve beside the current ones. @default [] */
  include?: readonly ("draft" | "undocumented")[];
  /** How large the body of a request can be, in bytes. @default 1048576 */
  maxBodyBytes?: number;
  /** The tenant in error messages. @default "contoso.onmicrosoft.com" */
  tenant?: string;
  /** Called for each request, after its response is known. It gets nothing secret. If it throws, Node prints a warning. */
  log?: (entry: LogEntry) => void;
}

type Check = { expected: string; accepts: (value: unknown) => boolean };

const isCount = (least: number, most?: number): Check => ({
  expected: `a whole number from ${least}${most === undefined ? "" : ` to ${most}`}`,
  accepts: (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= (most ?? Infinity),
});
const isFunction: Check = { expected: "a function", accepts: (value) => typeof value === "function" };
const isObject: Check = { expected: "an object", accepts: (value) => typeof value === "object" && value !== null };
const isScopeList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((scope) => typeof scope === "string");

const isTokenEntry = ([token, scopes]: [string, unknown]): boolean => /^\S+$/.test(token) && isScopeList(scopes);

const checks: Record<keyof EmulatorOptions, Check> = {
  seed: isObject,
  faults: { expected: "a list", accepts: Array.isArray },
  tokenScopes: {
    expected: "a list of permissions, or an object with one for each token, which has no spaces",
    accepts: (value) =>
      isScopeList(value) || (isObject.accepts(value) && Object.entries(value as object).every(isTokenEntry)),
  },
  behaviors: isObject,
  now: isFunction,
  fastKeys: { expected: "true or false", accepts: (value) => typeof value === "boolean" },
  pageSize: isCount(1),
  writeDuration: isCount(0, 120_000),
  include: {
    expected: 'a list of "draft" and "undocumented"',
    accepts: (value) => Array.isArray(value) && value.every((stage) => stage === "draft" || stage === "undocumented"),
  },
  maxBodyBytes: isCount(1),
  tenant: { expected: "a text", accepts: (value) => typeof value === "string" },
  log: isFunction,
};

// Node listens on all addresses if it gets an empty one.
const listenChecks: Record<keyof ListenOptions, Check> = {
  port: isCount(0, 65_535),
  host: { expected: "an address", accepts: (value) => typeof value === "string" && value.trim() !== "" },
};

/** @throws TypeError for an unknown or invalid option. */
export const checkOptions = (options: EmulatorOptions): void => checkAll(options, checks);

/** @throws TypeError for an unknown or invalid option. */
export const checkListenOptions = (options: ListenOptions): void => checkAll(options, listenChecks);

function checkAll(options: object, known: Readonly<Record<string, Check>>): void {
  if (!isObject.accepts(options)) throw new TypeError("The options must be an object.");
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!check) throw new TypeError(`Unknown option "${name}". Expected one of: ${Object.keys(known).join(", ")}.`);
    if (value !== undefined && !check.accepts(value))
      throw new InvalidValue(`Invalid option "${name}". Expected ${check.expected}.`, name);
  }
}
