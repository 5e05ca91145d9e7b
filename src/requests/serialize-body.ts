import { base64Members, secondsMembers } from "../../generated/members.js";

/**
 * Returns a body as JSON text. What is checked is what the text says, so that it is what is sent.
 *
 * @throws TypeError that names the fix if the body isn't an object, a time isn't in seconds, or a certificate isn't base64.
 */
export function serializeBody(operation: string, body: unknown): string {
  const text = JSON.stringify(body);
  if (!text?.startsWith("{")) throw new TypeError(`${operation}: the body must be an object.`);
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
  const isText = [value]
    .flat()
    .every((each) => typeof each === "string" && !/^\s*(-----BEGIN|LS0tLS1C)|[\r\n]/.test(each));
  return isText
    ? undefined
    : 'DER in base64 on one line, not PEM and not bytes. Use new X509Certificate(file).raw.toString("base64") for a certificate, and file.toString("base64") for a PFX';
}

// A time in milliseconds is later than the year 5000 if it is read as seconds, but for times before 1973.
const isSeconds = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) < 1e11;
