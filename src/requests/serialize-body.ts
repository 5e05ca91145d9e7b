import { base64Members, secondsMembers } from "../../generated/members.js";

/**
 * Returns a body as JSON text. What is checked is what the text says, so that it is what is sent.
 *
 * @throws TypeError that names the fix if the body isn't an object, a time isn't in seconds, or a certificate isn't base64.
 */
export function serializeBody(operation: string, body: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch (cause) {
    const problem = `${operation}: JSON can't have the body. Look for a BigInt, a circle, or a getter that throws.`;
    throw new TypeError(problem, { cause });
  }
  // A Map, a FormData, and a class with private fields lose what they have.
  if (!text?.startsWith("{") || (text === "{}" && !isPlain(body)))
    throw new TypeError(`${operation}: the body must be an object with its members as properties.`);
  checkMembers(operation, JSON.parse(text));
  return text;
}

function checkMembers(operation: string, value: object): void {
  for (const [name, member] of Object.entries(value)) {
    const problem = problemOf(name, member);
    if (problem) throw new TypeError(`${operation}: "${name}" must be ${problem}.`);
    if (Object(member) === member) checkMembers(operation, member);
  }
}

function problemOf(name: string, value: unknown): string | undefined {
  if (secondsMembers.includes(name) && !isSeconds(value))
    return "a whole number of seconds since 1970-01-01T00:00:00Z, not milliseconds, a Date, or null. Use toSeconds(date), or leave it out";
  if (!base64Members.includes(name)) return undefined;
  const [reason] = [value].flat().flatMap((item) => whyNotDer(item) ?? []);
  return reason === undefined
    ? undefined
    : `DER in base64 on one line, not PEM and not bytes. What was given ${reason}. Use new X509Certificate(file).raw.toString("base64") for a certificate, and file.toString("base64") for a PFX`;
}

// Every certificate and file begins with the byte 0x30, of an ASN.1 sequence. PEM, hexadecimal digits, and text don't.
function whyNotDer(value: unknown): string | undefined {
  if (typeof value !== "string") return "isn't a text";
  if (value.includes("-----BEGIN")) return "is PEM";
  if (/[\r\n]/.test(value)) return "has a line break";
  if (!/^[A-Za-z\d+/]{3,}={0,2}$/.test(value)) return "isn't base64";
  return /^M[A-P]/.test(value) ? undefined : "isn't DER, which begins with the byte 0x30";
}

/** Whether an object has no class, in whatever realm it was made. */
function isPlain(value: unknown): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

// A time in milliseconds is later than the year 5000 if it is read as seconds, but for times before 1973.
const isSeconds = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) < 1e11;
