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

// What text can be written as: escapes of JSON, .NET, addresses, and HTML, once or several times over; or a character as it is.
const written =
  /\\+u([0-9a-f]{4})|\\+x([0-9a-f]{2})|((?:%(?:25)*[0-9a-f]{2})+)|&(?:amp;)*#(x[0-9a-f]+|\d+);|&(?:amp;)*(?:quot|amp|lt|gt|apos);|\\+[nrtbf]|[\s\S]/giu;

function decode(match: string, unicode?: string, hex?: string, percents?: string, entity?: string): string {
  if (unicode ?? hex) return String.fromCharCode(Number.parseInt(unicode ?? hex ?? "", 16));
  if (percents) return decodePercents(percents.replace(/%(25)+(?=[0-9a-f]{2})/gi, "%"));
  if (entity) return String.fromCodePoint(Math.min(Number(entity.replace(/^x/i, "0x")), 0x10ffff));
  return match.length > 2 || /^\\[nrtbf]/.test(match) ? "" : match;
}

function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

function* placesOf(text: string): Generator<Place> {
  for (const match of text.matchAll(written)) {
    const [whole, ...parts] = match;
    for (const char of decode(whole, ...(parts as string[])))
      yield { char, start: match.index, end: match.index + whole.length };
  }
}

/** How texts are compared: what is left of a character, nothing if it doesn't count. */
const foldings = [
  // Letters and digits of ASCII in one case. They survive line breaks, hyphens, lost accents, and host names.
  (char: string) => (/[a-z0-9]/i.test(char) ? char.toLowerCase() : ""),
  // Every visible character, without its accents.
  (char: string) =>
    char
      .normalize("NFKD")
      .replace(/[\s\p{M}\p{C}"'\\]/gu, "")
      .toLowerCase(),
];

function fold(places: Iterable<Place>, folding: (char: string) => string): Place[] {
  const folded: Place[] = [];
  for (const { char, start, end } of places) for (const each of folding(char)) folded.push({ char: each, start, end });
  return folded;
}

const textOf = (places: Place[]): string => places.map(({ char }) => char).join("");

/**
 * Returns a function that takes secrets out of a text: every run of eight or more characters that is part of a secret, however it is
 * encoded, cut, or split, and shorter secrets where they are whole. Texts are cut after 4,000 characters.
 */
export function createRedactor(secrets: string[]): Redact {
  const forms = [...new Set(secrets.flatMap(formsOf))].map((secret) => [...placesOf(secret)]);
  const needles = foldings.map((folding) => [...new Set(forms.map((form) => textOf(fold(form, folding))))]);
  return (text) => {
    const cut = text.slice(0, longestText);
    const places = [...placesOf(cut)];
    const hidden = new Uint8Array(cut.length);
    foldings.forEach((folding, i) => {
      const folded = fold(places, folding);
      // The rest of a secret that the end of the text cuts off is too short to be known.
      if (cut !== text) hide(folded.slice(1 - shortestRun), hidden);
      for (const [from, to] of runsIn(textOf(folded), needles[i] as string[])) hide(folded.slice(from, to), hidden);
    });
    return blank(cut, hidden);
  };
}

/** Returns where runs of the secrets are in a text, both folded. */
function runsIn(text: string, secrets: string[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  const starts = new Map<string, number[]>();
  for (let at = 0; at + shortestRun <= text.length; at++) {
    const run = text.slice(at, at + shortestRun);
    starts.set(run, [...(starts.get(run) ?? []), at]);
  }
  for (const secret of secrets) {
    for (let at = 0; at + shortestRun <= secret.length; at++)
      for (const start of starts.get(secret.slice(at, at + shortestRun)) ?? []) runs.push([start, start + shortestRun]);
    if (secret.length < shortestSecret || secret.length >= shortestRun) continue;
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) runs.push([at, at + secret.length]);
  }
  return runs;
}

function hide(places: Place[], hidden: Uint8Array): void {
  const [first, last] = [places[0], places.at(-1)];
  if (first && last) hidden.fill(1, first.start, last.end);
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
  const bytes = new TextEncoder().encode(secret);
  // Base64 of a text has three forms, by where in a group of three bytes the text begins.
  const base64 = [0, 1, 2].map((shift) => btoa(binary(new Uint8Array([...new Uint8Array(shift), ...bytes]))));
  return [secret, hex(bytes), ...base64, ...decodedForms(secret)];
}

/** Returns the bytes of a secret that is base64 (a certificate, a PFX, a key) in hexadecimal digits. */
function decodedForms(secret: string): string[] {
  try {
    const bytes = Uint8Array.from(atob(secret.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
    return [hex(bytes)];
  } catch {
    return [];
  }
}

function binary(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Returns the values in a body that no error may repeat: every member that the contract doesn't know as readable. */
export function secretsIn(value: unknown, isPublic = true): string[] {
  if (Object(value) !== value) return isPublic || value == null ? [] : [String(value)];
  const members = Object.entries(value as object).flatMap(([name, member]) =>
    secretsIn(member, isPublic && (Array.isArray(value) || publicMembers.includes(name))),
  );
  return isPublic ? members : [...members, JSON.stringify(value)];
}
