import * as validators from "../../generated/body-validators.js";
import type { Switches } from "./behaviors.js";
import type { Operation } from "./router.js";
import { badRequest, invalidBody, listedError, type ServiceError } from "./service-error.js";

/** The first problem that a validator found, as Ajv reports it. */
interface Problem {
  keyword: string;
  /** A JSON pointer to the value that has the problem. */
  instancePath: string;
  params: { missingProperty?: string };
}

type Validator = ((body: unknown) => boolean) & { errors?: Problem[] | null };

const validatorOf = (operation: Operation): Validator =>
  (validators as Record<string, Validator>)[operation.id] as Validator;

/** A request's body before it's read as JSON. */
export interface RawBody {
  bytes: Uint8Array;
  contentType: string | undefined;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The body of a request for an operation, which fits the contract's schema.
 *
 * @throws ServiceError that says what is wrong, with the code that the contract lists for it.
 */
export function readBody(operation: Operation, raw: RawBody, switches: Switches): Record<string, unknown> {
  if (!hasJsonType(operation, raw.contentType, switches)) throw malformed(switches);
  const parsed = parse(raw.bytes);
  if (!isObject(parsed)) throw malformed(switches);
  const typed = operation.stage === "current" ? withoutType(parsed, switches) : parsed;
  const body = switches["unknown-members"] ? typed : knownMembers(typed, operation.bodyMembers ?? []);
  checkBody(operation, body, switches);
  return body;
}

/**
 * Checks a body by the contract's schema of an operation.
 *
 * @throws ServiceError that says what is wrong.
 */
function checkBody(operation: Operation, body: unknown, switches: Switches): void {
  const validate = validatorOf(operation);
  if (validate(body)) return;
  const [problem] = validate.errors ?? [];
  throw (problem && errorOf(problem, operation, body)) ?? malformed(switches);
}

function hasJsonType(operation: Operation, contentType: string | undefined, switches: Switches): boolean {
  if (!switches["content-type-required"]) return true;
  // The page of updateKeyStatus is the only one that doesn't list the header.
  if (contentType === undefined) return operation.id === "updateKeyStatus";
  return /^application\/json\s*(?:;|$)/i.test(contentType);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

const malformed = (switches: Switches): ServiceError =>
  switches["malformed-body"]
    ? invalidBody()
    : badRequest(
        "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
      );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A body, or a key in it, without `@odata.type`.
 *
 * @throws ServiceError if it has one and may not.
 */
function withoutType(body: Record<string, unknown>, switches: Switches): Record<string, unknown> {
  const { "@odata.type": type, ...others } = body;
  if (type !== undefined && switches["odata-type-refused"]) throw invalidBody();
  const { keys } = others;
  const isTyped = Array.isArray(keys) && keys.some((key) => isObject(key) && "@odata.type" in key);
  if (!isTyped) return others;
  return { ...others, keys: keys.map((key) => (isObject(key) ? withoutType(key, switches) : key)) };
}

const knownMembers = (body: Record<string, unknown>, known: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([name, value]) => known.includes(name) && value !== null));

/** The listed error for a problem, if there is one besides the general one. */
function errorOf(problem: Problem, operation: Operation, body: unknown): ServiceError | undefined {
  if (operation.stage !== "current" || operation.id === "updateKeyStatus") return undefined;
  const place = problem.instancePath.split("/").slice(1);
  if (problem.keyword === "required") return missingMember(problem.params.missingProperty ?? "", place);
  const member = place.at(-1) ?? "";
  const value = place.reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], body);
  if (problem.keyword === "type" && value === null) return listedError("AADB2C90186", [member]);
  if (problem.keyword === "enum") return listedError(member === "kty" ? "AADB2C95031" : "AADB2C95033", [word(value)]);
  if (member !== "nbf" && member !== "exp") return undefined;
  if (place.length > 1 || typeof value !== "number") return undefined;
  return wrongValue(member, value, "seconds since 1970-01-01T00:00:00Z");
}

function missingMember(name: string, place: string[]): ServiceError {
  if (name !== "kty") return listedError("AADB2C90253", [name]);
  return listedError(place.length > 0 ? "AADB2C95037" : "AADB2C95030");
}

/** A parameter that has another value than the service expects. */
export const wrongValue = (name: string, value: number, expected: string): ServiceError =>
  listedError("AADB2C90136", [name, String(value), expected]);

/** A value for a message. Someone can have sent a secret in the wrong member, so only the usual types and uses are repeated. */
export const word = (value: unknown): string =>
  typeof value === "string" && /^(?:EC|OKP|RSA|oct|sign?|signature|verify|enc|encrypt|encryption)$/i.test(value)
    ? value
    : "(not shown)";
