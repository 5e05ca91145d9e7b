import { publicMembers } from "../../generated/members.js";

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** A character of a text after decoding, and where it stands in the text. */
interface Place {
  char: string;
  start: number;
  end: number;
}

// A shorter run of a secret is found in any text by chance.
const shortestRun = 8;
// A whole secret that is shorter is found in any text by chance, and hiding it there would reveal it.
const shortestSecret = 4;
const longestText = 4000;

// How a character can be written: by escapes of JSON, .NET, JavaScript, C, URLs, and HTML, once or several times over.
const escapes = new RegExp(
  [
    /\\+u(d[89ab][0-9a-f]{2})\\+u(d[c-f][0-9a-f]{2})/,
    /(?:\\+|%)u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})/,
    /(?:\\+|\b0)x([0-9a-f]{2})/,
    /\\+([0-3][0-7]{2})/,
    /((?:%(?:25)*[0-9a-f]{2})+)/,
    /&(?:amp;)*#(x[0-9a-f]+|\d+);?/,
    /&(?:amp;)*(?:quot|amp|lt|gt|apos);|\\+[nrtbf]/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

function decodeEscape(_: string, ...groups: (string | undefined)[]): string {
  const [high, low, unicode, braced, hex, octal, percents, entity] = groups;
  if (high) return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(`${low}`, 16));
  if (percents) return decodePercents(percents.replace(/%(25)+(?=[0-9a-f]{2})/gi, "%"));
  const digits = unicode || braced || hex;
  if (digits) return characterOf(Number.parseInt(digits, 16));
  if (octal) return characterOf(Number.parseInt(octal, 8));
  if (entity) return characterOf(Number(entity.replace(/^x/i, "0x")));
  // A line break, a quote, or a bracket. No comparison counts it.
  return "";
}

const characterOf = (code: number): string => String.fromCodePoint(Math.min(code, 0x10ffff));

function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

/** How texts are compared: what is left of a text. */
const foldings: Redact[] = [
  // Letters and digits of ASCII in one case. They survive line breaks, hyphens, lost accents, and host names.
  (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, ""),
  // Every visible character, without its accents.
  (text) =>
    text
      .normalize("NFKD")
      .replace(/[\s\p{M}\p{C}"'\\]+/gu, "")
      .toLowerCase(),
];

/** Returns the characters of a text after decoding, each with its place in the text. */
function placesOf(text: string): Place[] {
  const places: Place[] = [];
  let at = 0;
  const add = (chars: string, end: number, isEscape: boolean) => {
    for (const char of chars) {
      const next = isEscape ? end : at + char.length;
      places.push({ char, start: at, end: next });
      if (!isEscape) at = next;
    }
    at = end;
  };
  for (const match of text.matchAll(escapes)) {
    add(text.slice(at, match.index), match.index, false);
    add(decodeEscape(...(match as unknown as [string, ...string[]])), match.index + match[0].length, true);
  }
  add(text.slice(at), text.length, false);
  return places;
}

/** Returns a folding of characters that remembers what it returned. */
function remembered(folding: Redact): Redact {
  const known = new Map<string, string>();
  return (char) => {
    const folded = known.get(char) ?? folding(char);
    known.set(char, folded);
    return folded;
  };
}

function fold(places: Place[], folding: Redact): Place[] {
  const folded: Place[] = [];
  for (const { char, start, end } of places) for (const each of folding(char)) folded.push({ char: each, start, end });
  return folded;
}

/**
 * Returns a function that takes secrets out of a text: every run of eight or more characters that is part of a secret, however it is
 * encoded, cut, or split, and shorter secrets where they are whole. Texts are cut after 4,000 characters.
 */
export function createRedactor(secrets: string[]): Redact {
  if (secrets.length === 0) return (text) => text.slice(0, longestText);
  const forms = [...new Set(secrets)].flatMap(formsOf);
  const ofCharacters = foldings.map(remembered);
  const finders = foldings.map((folding) =>
    createFinder(forms.map((form) => folding(form.replace(escapes, decodeEscape)))),
  );
  return (text) => {
    const cut = text.slice(0, longestText);
    const places = placesOf(cut);
    const hidden = new Uint8Array(cut.length);
    ofCharacters.forEach((folding, i) => {
      const folded = fold(places, folding);
      const isPart = (finders[i] as Finder)(folded.map(({ char }) => char).join(""));
      // What the end of the text leaves of a secret is too short to be known.
      const isCutOff = (at: number) => cut !== text && at > folded.length - shortestRun;
      for (let at = 0; at < folded.length; ) {
        const from = at;
        while (at < folded.length && (isPart[at] || isCutOff(at))) at++;
        const [first, last] = [folded[from], folded[at - 1]];
        if (at > from && first && last) hidden.fill(1, first.start, last.end);
        else at++;
      }
    });
    return blank(cut, hidden);
  };
}

/** Returns for each character of a folded text whether it is part of a secret. */
type Finder = (text: string) => Uint8Array;

function createFinder(all: string[]): Finder {
  const secrets = [...new Set(all)];
  // A secret can be large, so that looking a run up in it takes long. Most runs aren't in any.
  const mayBe = new Uint8Array(2 ** 20);
  for (const secret of secrets) for (let at = 0; at + shortestRun <= secret.length; at++) mayBe[hash(secret, at)] = 1;
  const short = secrets.filter(({ length }) => length >= shortestSecret && length < shortestRun);
  return (text) => {
    const isPart = new Uint8Array(text.length);
    for (let at = 0; at + shortestRun <= text.length; at++) {
      if (!mayBe[hash(text, at)]) continue;
      const run = text.slice(at, at + shortestRun);
      if (secrets.some((secret) => secret.includes(run))) isPart.fill(1, at, at + shortestRun);
    }
    for (const secret of short)
      for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1))
        isPart.fill(1, at, at + secret.length);
    return isPart;
  };
}

function hash(text: string, from: number): number {
  let value = 0;
  for (let at = from; at < from + shortestRun; at++) value = (value * 31 + text.charCodeAt(at)) | 0;
  return value >>> 12;
}

function blank(text: string, hidden: Uint8Array): string {
  let shown = "";
  for (let at = 0; at < text.length; at++) {
    if (!hidden[at]) shown += text[at];
    else if (!hidden[at - 1]) shown += "[redacted]";
  }
  return shown;
}

/** Returns a secret and the encodings of it that a comparison of characters doesn't see through. */
function formsOf(secret: string): string[] {
  // PowerShell encodes texts in UTF-16. Nothing but a file is longer.
  const wide = secret.length > longestText ? "" : secret.replace(/[\s\S]/g, wideOf);
  return [secret, ...[binaryOf(secret), decodeBase64(secret), wide].flatMap(encodingsOf)];
}

function encodingsOf(bytes: string): string[] {
  const codes = Array.from(bytes, (byte) => byte.charCodeAt(0));
  return [...base64Of(bytes), codes.map((code) => hexDigits[code]).join(""), codes.join("")];
}

const hexDigits = Array.from({ length: 256 }, (_, code) => code.toString(16).padStart(2, "0"));

const wideOf = (char: string): string =>
  String.fromCharCode(char.charCodeAt(0) % 256, Math.floor(char.charCodeAt(0) / 256));

/** Returns the three forms that bytes have in base64, by where in a group of three they begin, without what depends on their neighbors. */
function base64Of(bytes: string): string[] {
  return ["", "_", "__"].map((before) => {
    const all = btoa(before + bytes);
    const end = Math.floor(((before.length + bytes.length) * 4) / 3);
    return all.slice(Math.ceil((before.length * 4) / 3), end);
  });
}

/** Returns the bytes of a text in UTF-8, a character for each. */
const binaryOf = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/%(..)/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** Returns the bytes of a certificate, a PFX, or a key, as far as the text is base64. */
function decodeBase64(text: string): string {
  const letters = text
    .replace(/-/g, "+")
    .replace(/_/g, "/")
    .replace(/[^a-z0-9+/]/gi, "");
  return atob(letters.slice(0, letters.length - (letters.length % 4)));
}

/** Returns the texts in a body that no error may repeat. */
export function secretsInBody(text: string): string[] {
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
