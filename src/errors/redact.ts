import { publicMembers } from "../../generated/members.js";
import type { SentRequest } from "../call-record.js";

// A shorter run of a secret is found in any text by chance.
const runLength = 8;
// A complete secret that is shorter is found in any text by chance, and hiding it there would reveal it.
const shortestSecret = 4;
// Of a larger file, its beginning and its end are known.
const knownPart = 2 ** 15;

// How a character can be written among others: by escapes of JSON, .NET, URLs, and HTML, once or several times over.
const escapes =
  /(?:\\+|%(?:25)*)u([\da-f]{4})|(?:\\+x|%(?:25)*)([\da-f]{2})|&(?:amp;)*#x([\da-f]+);|&(?:amp;)*#(\d+);|\\+(["'/])|&(?:amp;)*(?:quot|amp|lt|gt|apos);|\\+[nrtbf]/gi;

const withoutEscapes = (text: string): string =>
  text.replace(
    escapes,
    (_, wide, hex, entity, decimal, itself) =>
      // A line break, a quote, or a bracket becomes a character that no comparison counts.
      itself ?? charOf(decimal ? Number(decimal) : Number.parseInt(wide ?? hex ?? entity ?? "0", 16)),
  );

const charOf = (code: number): string => String.fromCodePoint(Math.min(code || 0, 0x10ffff));

// Letters and digits of ASCII in one case. They survive line breaks, hyphens, lost accents, and host names.
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z\d]+/g, "");
// Every visible character, without its accents.
const visibleOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\s\p{M}\p{C}\\]+/gu, "")
    .toLowerCase();

/** Returns the bytes that a text has in base64, from each of the places where a group of four characters can begin. */
function fromBase64(text: string): string[] {
  const letters = text
    .replace(/-/g, "+")
    .replace(/_/g, "/")
    .replace(/[^\w+/]/g, "");
  return [0, 1, 2, 3].map((start) => {
    const part = `${letters}AAA`.slice(start);
    return atob(part.slice(0, part.length - (part.length % 4)));
  });
}

function fromHex(text: string): string[] {
  const digits = text.replace(/[^\da-f]/gi, "");
  return [0, 1].map((start) => digits.slice(start).replace(/../g, (code) => charOf(Number.parseInt(code, 16))));
}

/** Returns a text that is written as numbers: octal, decimal, or hexadecimal. */
function fromNumbers(text: string): string[] {
  const numbers = text.match(/[\da-f]+/gi) ?? [];
  return [8, 10, 16].map((radix) => numbers.map((digits) => charOf(Number.parseInt(digits, radix))).join(""));
}

export const isGuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Returns what a text can be read as, in each encoding that is known. */
function readingsOf(text: string): string[] {
  // Most texts of a log are.
  if (isGuid(text)) return [text];
  const plain = withoutEscapes(text);
  const decoded = fromBase64(plain);
  // Some encode what is encoded.
  const all = [...decoded, ...decoded.flatMap(fromBase64), ...fromHex(plain), ...fromNumbers(plain)];
  return [plain, ...all.map(withoutEscapes)];
}

const runsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - runLength + 1) }, (_, at) => text.slice(at, at + runLength));

/** Returns a secret as it can be read in a text: itself, with the wrong characters for its bytes, and the bytes of a key. */
function formsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const forms = [secret, Array.from(bytes, charOf).join(""), new TextDecoder("windows-1252").decode(bytes)];
  // A file or a key, and not the parts of a token or a word.
  if (/^[\w+/=-]{16,}$/.test(secret)) forms.push(`${fromBase64(secret)[0]}`);
  return [...new Set(forms)].map(withoutEscapes);
}

/** What is known of the secrets of a request: their runs, and those that are shorter than a run. */
interface Known {
  runs: Set<string>;
  short: string[];
}

const knownOf = new WeakMap<SentRequest, Known>();

function know(sent: SentRequest): Known {
  const known: Known = knownOf.get(sent) ?? { runs: new Set(), short: [] };
  if (knownOf.has(sent)) return known;
  knownOf.set(sent, known);
  const parts = secretsOf(sent).flatMap((secret) =>
    secret.length > 2 * knownPart ? [secret.slice(0, knownPart), secret.slice(-knownPart)] : [secret],
  );
  for (const form of parts.flatMap(formsOf)) {
    const [letters, visible] = [lettersOf(form), visibleOf(form)];
    // A few letters among others don't make a secret known.
    const folded = letters.length * 2 > visible.length ? [letters, visible] : [visible];
    known.short.push(...folded.filter(({ length }) => length >= shortestSecret && length < runLength));
    for (const run of [letters, visible].flatMap(runsOf)) known.runs.add(run);
  }
  return known;
}

/**
 * Returns a function that says whether a text has a secret: eight or more characters in a row of one, however they are encoded or
 * split, or a complete one of four or more.
 */
export function createFinder(all: Iterable<SentRequest>): (text: string) => boolean {
  const known = [...new Set(all)].map(know);
  const isKnown = (folded: string): boolean =>
    known.some(({ short }) => short.some((secret) => folded.includes(secret))) ||
    runsOf(folded).some((run) => known.some(({ runs }) => runs.has(run)));
  return (text) => readingsOf(text).some((reading) => isKnown(lettersOf(reading)) || isKnown(visibleOf(reading)));
}

// Any other header can have a key of a proxy.
const publicHeaders = [
  "accept",
  "accept-language",
  "client-request-id",
  "consistencylevel",
  "content-type",
  "prefer",
  "user-agent",
];

/** Returns the texts in a request that no error may repeat. */
function secretsOf({ headers, body }: SentRequest): string[] {
  const values = Object.entries(headers).flatMap(([name, value]) => (publicHeaders.includes(name) ? [] : [value]));
  return [...values, ...(body ? secretsInBody(body) : [])];
}

function secretsInBody(text: string): string[] {
  try {
    const body: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    // What doesn't read as it was written, such as a member that stands twice, isn't known by its value.
    if (Object(body) === body) return [...secretsIn(body), ...(JSON.stringify(body) === text ? [] : [text])];
  } catch {
    // Another client can send anything.
  }
  return [text];
}

/** Returns the values that aren't public: every member that the contract doesn't know as readable. */
function secretsIn(value: unknown, isPublic = true): string[] {
  if (Object(value) !== value) return isPublic || value == null ? [] : [String(value)];
  const members = Object.entries(value as object).flatMap(([name, member]) =>
    secretsIn(member, isPublic && (Array.isArray(value) || publicMembers.includes(name))),
  );
  return isPublic ? members : [...members, JSON.stringify(value)];
}
