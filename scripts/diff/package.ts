import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import semver from "semver";
import { parseYamlLines } from "../lib/yaml-lines.ts";
import type { Change, Severity } from "./change.ts";

// biome-ignore lint/suspicious/noExplicitAny: npm checks the form of package.json
type Manifest = any;

/** How much it affects those who install the package if a part comes, goes, or changes. */
interface Rating {
  added: Severity;
  removed: Severity;
  changed: Severity | ((before: string, after: string) => Severity);
}

/** A part of package.json: what people call it, its value, and its place. */
interface Part {
  name: string;
  value: unknown;
  segments: string[];
  rating: Rating;
  /** The name of the part that it belongs to. If that comes or goes, the part isn't reported too. */
  of?: string;
}

/** A range may only grow: what worked with the old one has to work with the new one. */
const growing = (before: string, after: string): Severity => (semver.subset(before, after) ? "addition" : "breaking");

const offer: Rating = { added: "addition", removed: "breaking", changed: "wording" };
const need: Rating = { added: "breaking", removed: "addition", changed: growing };
const identity: Rating = { added: "breaking", removed: "breaking", changed: "breaking" };
const dependency: Rating = { added: "addition", removed: "wording", changed: "addition" };
const script: Rating = { added: "breaking", removed: "wording", changed: "breaking" };
const hint: Rating = { added: "addition", removed: "addition", changed: "addition" };
const words: Rating = { added: "wording", removed: "wording", changed: "wording" };

/** The rating of each field that npm, Node.js, a bundler, or a reader looks at. Fields that aren't here don't matter to them. */
const fields: Record<string, Rating> = {
  ...Object.fromEntries(["name", "license", "type", "os", "cpu", "libc"].map((name) => [name, identity])),
  ...Object.fromEntries(["sideEffects", "main", "module", "browser", "types"].map((name) => [name, hint])),
  ...Object.fromEntries(
    ["description", "keywords", "author", "repository", "bugs", "homepage"].map((name) => [name, words]),
  ),
};

/** What changed in package.json for those who install the package, between two folders. */
export function packageChanges(base: string, now: string): Change[] {
  const [before, after] = [readManifest(base), readManifest(now)];
  const has = ({ parts }: typeof before, name?: string) => name === undefined || parts.has(name);
  const lost = [...before.parts.values()].filter(({ name, of }) => !after.parts.has(name) && has(after, of));
  const gained = [...after.parts.values()].filter(({ name, of }) => !before.parts.has(name) && has(before, of));
  const changed = [...after.parts.values()].flatMap((part) => {
    const old = before.parts.get(part.name);
    return old && !isDeepStrictEqual(old.value, part.value) ? [{ part, old: old.value }] : [];
  });
  return [
    ...lost.map((part) => changeOf(before, part, { severity: part.rating.removed, what: "was removed" })),
    ...gained.map((part) => changeOf(after, part, { severity: part.rating.added, what: "was added" })),
    ...changed.map(({ part, old }) => {
      const isText = [old, part.value].every((value) => typeof value !== "object");
      const what = isText ? `changed from '${old}' to '${part.value}'` : "changed";
      const { changed } = part.rating;
      const severity = typeof changed === "string" ? changed : changed(String(old), String(part.value));
      return changeOf(after, part, { severity, what });
    }),
  ];
}

interface ManifestRead {
  parts: Map<string, Part>;
  lineOf: (segments: string[]) => number;
}

const changeOf = (
  { lineOf }: ManifestRead,
  { name, segments }: Part,
  { severity, what }: { severity: Severity; what: string },
): Change => ({
  severity,
  sides: ["programs"],
  where: `package.json:${lineOf(segments)}`,
  message: `${name} ${what}.`,
});

function readManifest(folder: string): ManifestRead {
  const { value, lineOf } = parseYamlLines(readFileSync(join(folder, "package.json"), "utf8"));
  return { parts: new Map(partsOf(value).map((part) => [part.name, part])), lineOf };
}

function partsOf(manifest: Manifest): Part[] {
  const { files = [], peerDependenciesMeta = {} } = manifest;
  const map = (field: string, word: string, rating: Rating) =>
    Object.entries(manifest[field] ?? {}).map(
      ([key, value]): Part => ({ name: `${word} \`${key}\``, value, segments: [field, key], rating }),
    );
  const isOptional = ({ segments: [, name = ""] }: Part) => peerDependenciesMeta[name]?.optional === true;
  return [
    ...Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) => ofEntry(entry, target)),
    ...files.map(
      (file: string, i: number): Part => ({
        name: `File \`${file}\``,
        value: file,
        segments: ["files", String(i)],
        rating: offer,
      }),
    ),
    ...map("bin", "Command", offer),
    ...map("dependencies", "Dependency", dependency),
    ...map("optionalDependencies", "Optional dependency", dependency),
    ...map("peerDependencies", "Peer", need).map((part) =>
      isOptional(part)
        ? { ...part, name: `Optional peer \`${part.segments[1]}\``, rating: { ...need, added: "addition" as const } }
        : part,
    ),
    ...map("engines", "Engine", need),
    // npm runs these on the machine of everyone who installs the package.
    ...map("scripts", "Install script", script).filter(({ segments: [, name = ""] }) =>
      /^(pre|post)?install$/.test(name),
    ),
    ...Object.entries(fields).flatMap(([field, rating]): Part[] =>
      field in manifest ? [{ name: `\`${field}\``, value: manifest[field], segments: [field], rating }] : [],
    ),
  ];
}

/** An entry of `exports`, its conditions, and the file of each. */
function ofEntry(entry: string, target: unknown): Part[] {
  const own = `Entry \`${entry}\``;
  const below = (node: unknown, path: string[], of: string): Part[] => {
    const segments = ["exports", entry, ...path];
    const target = `${["Target", ...path].join(" ")} of the entry \`${entry}\``;
    if (typeof node !== "object" || node === null) return [{ name: target, value: node, segments, rating: words, of }];
    return Object.entries(node).flatMap(([condition, child]) => {
      const name = `Condition \`${[...path, condition].join(".")}\` of the entry \`${entry}\``;
      const part: Part = { name, value: true, segments: [...segments, condition], rating: offer, of };
      return [part, ...below(child, [...path, condition], name)];
    });
  };
  return [{ name: own, value: true, segments: ["exports", entry], rating: offer }, ...below(target, [], own)];
}
