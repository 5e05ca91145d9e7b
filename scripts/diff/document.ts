import { execFile } from "node:child_process";
import { basename, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import type { Document } from "../contract/document.ts";
import { httpMethods } from "../contract/operations.ts";
import { pointerSegments, resolvePointer } from "../lib/json-pointer.ts";
import { binOf, redoclyEnv } from "../lib/npm-bin.ts";
import { root } from "../lib/root.ts";
import type { Change, Severity, Side } from "./change.ts";
import { type Contract, readContract } from "./contract.ts";
import { extensionChanges } from "./extensions.ts";
import { sidesOfSchema } from "./sides.ts";

/** A change as `redocly diff` reports it. */
interface Found {
  path: string;
  kind: "added" | "removed" | "modified";
  typeName: string;
  property?: string;
  impact: "major" | "minor" | "patch";
  verdicts: { ruleId: string; message: string }[];
  base?: Place;
  revision?: Place;
}

interface Place {
  file: string;
  pointer: string;
  line: number;
  value?: unknown;
}

/** What changed in the document between two folders. */
export async function documentChanges(base: string, now: string): Promise<Change[]> {
  const specs = [base, now].map((folder) => join(resolve(folder), "spec/openapi.yaml"));
  const options = ["--config", "spec/redocly.diff.yaml", "--format", "json", "--fail-on", "none"];
  const [{ stdout }, before, after] = await Promise.all([
    promisify(execFile)(process.execPath, [binOf("@redocly/cli", "bin/cli.js"), "diff", ...specs, ...options], {
      cwd: root,
      env: redoclyEnv,
      maxBuffer: 2 ** 28,
    }),
    readContract(base),
    readContract(now),
  ]);
  const found = (JSON.parse(stdout).changes as Found[])
    .filter(({ path, property }) => !(path === "#/info" && property === "version"))
    .map((found) => {
      const { file, line } = placeOf(found);
      const name = relative(resolve(found.revision ? now : base), resolve(root, file));
      const sides = sidesOf(after.document, found.path, name);
      const message = messageOf(found, resolvePointer((found.revision ? after : before).document, found.path));
      return {
        severity: severityOf(found, sides),
        sides,
        where: `${name}:${line}`,
        message: `${message}${partOf(found.path, name, message)}`,
      };
    });
  return [...found, ...defaultServerChanges(before, after), ...extensionChanges(before, after)];
}

function placeOf({ path, base, revision }: Found): Place {
  const place = revision ?? base;
  if (!place) throw new Error(`redocly diff reports no place for ${path}`);
  return place;
}

/** Whom a change affects. Redocly lists a shared schema once, in the first body that has it, even if others have it too. */
function sidesOf(document: Document, path: string, file: string): Side[] {
  const shared = file.startsWith("spec/schemas/") ? sidesOfSchema(document, basename(file, ".yaml")) : [];
  if (shared.length > 0) return shared;
  return [path.includes("/responses/") ? "readers" : "callers"];
}

// Only a reader of the document sees these, and Redocly rates some of them as if a caller sent them.
const typesForReading = [
  "Example",
  "ExamplesMap",
  "SpecExtension",
  "ExternalDocs",
  "Tag",
  "TagList",
  "Info",
  "Contact",
  "License",
];
const wordsForReading = ["title", "summary", "description", "example", "examples", "externalDocs", "tags"];

// Where a caller gets a token, who may call, in which clouds, and how a value is encoded, which Redocly rates like words.
const setUp = [
  "x-encoding",
  "x-cloud",
  "x-sign-in",
  "x-default-scope",
  "authorizationUrl",
  "tokenUrl",
  "x-role",
  "x-clouds",
  "default",
];

function severityOf(found: Found, sides: Side[]): Severity {
  const { impact, typeName, property = "", base } = found;
  if (typesForReading.includes(typeName) || wordsForReading.includes(property)) return "wording";
  if (setUp.includes(property)) return base?.value === "not-stated" ? "addition" : "breaking";
  if (["x-stage", "deprecated"].includes(property)) return "addition";
  if (property.startsWith("x-")) return "wording";
  if (impact === "major" || isMild(found, sides)) return "breaking";
  return "addition"; // a relaxation too, such as another value to send, which Redocly rates like words
}

/** Whether a change can break a caller or a reader, although Redocly has no rule for it. */
function isMild({ path, kind, typeName, property, revision }: Found, sides: Side[]): boolean {
  if (kind === "removed") return ["Link", "Property"].includes(wordFor(typeName, path));
  if (property === "readOnly") return revision?.value === true && sides.includes("callers");
  if (property === "writeOnly") return revision?.value === true && sides.includes("readers");
  return typeName === "Header" && property === "required" && revision?.value !== true;
}

/** Those who don't choose a server use the first one. Redocly compares the servers whatever their order. */
function defaultServerChanges(base: Contract, now: Contract): Change[] {
  const [before, after] = [base, now].map(({ document }) => (document.servers ?? []).map(({ url }) => url));
  const [was, is] = [before?.[0], after?.[0]];
  if (!was || !is || was === is || !after?.includes(was)) return [];
  const message = `Default server changed from '${was}' to '${is}'.`;
  return [{ severity: "breaking", sides: ["callers"], where: now.locate("#/servers/0"), message }];
}

/** What changed in a part, in the words of Redocly's rules where it has one. */
function messageOf({ path, kind, typeName, property, verdicts, base, revision }: Found, part: unknown): string {
  if (verdicts.length > 0) return verdicts.map(({ message }) => message).join(" ");
  const word = wordFor(typeName, path);
  if (kind !== "modified") {
    const names = namesOf(typeName, path, (revision ?? base)?.value).map((name) => `\`${name}\``);
    return `${word} ${names.join(", ")} ${names.length > 1 ? "were" : "was"} ${kind}.`;
  }
  const key = pointerSegments(path).at(-1) ?? "";
  if (property === "required" && typeName !== "Schema") {
    const name = typeName === "RequestBody" ? "" : ` \`${nameOf(key, part)}\``;
    return `${word}${name} ${revision?.value === true ? "became" : "is no longer"} required.`;
  }
  if (property === "required") {
    const [lost, gained] = [without(base?.value, revision?.value), without(revision?.value, base?.value)];
    return `Properties ${gained.length > 0 ? "became" : "are no longer"} required: ${[...gained, ...lost].map((name) => `\`${name}\``).join(", ")}.`;
  }
  const owner = word === "Property" ? ` of \`${key}\`` : "";
  return difference(`\`${property ?? key}\`${owner}`, { before: base?.value, after: revision?.value });
}

/** How a value differs. Words are too long to repeat. */
function difference(name: string, { before, after }: { before: unknown; after: unknown }): string {
  if (Array.isArray(before) && Array.isArray(after)) {
    const parts = { lost: without(before, after), gained: without(after, before) };
    const told = Object.entries(parts)
      .filter(([, values]) => values.length > 0)
      .map(([verb, values]) => `${verb} ${values.map((value) => `'${value}'`).join(", ")}`);
    return `${name} ${told.join(" and ") || "has another order"}.`;
  }
  const isLong = [before, after].some((value) => typeof value === "object" || String(value).length > 80);
  if (isLong) return `${name} changed.`;
  if (before === undefined) return `${name} was set to '${after}'.`;
  return after === undefined ? `${name} was removed.` : `${name} changed from '${before}' to '${after}'.`;
}

/** The values of a list that another list lacks. */
function without(values: unknown, others: unknown): unknown[] {
  const [own, other] = [values, others].map((list) => (Array.isArray(list) ? list : []));
  return (own ?? []).filter((value) => !other?.includes(value));
}

/** The name of a kind of part in words. Redocly calls a property a schema, and lists and maps after their elements. */
function wordFor(typeName: string, path: string): string {
  if (typeName === "SchemaProperties" || pointerSegments(path).at(-2) === "properties") return "Property";
  const [first = "", ...rest] = typeName
    .replace(/^Named(\w+)s$/, "$1")
    .replace(/^Spec|s?(List|Map)$/g, "")
    .split(/(?=[A-Z])/)
    .map((word) => word.toLowerCase());
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ");
}

/** The names of the parts that were added or removed: of one, or of each in a list or a map. */
function namesOf(typeName: string, path: string, value: unknown): string[] {
  const key = pointerSegments(path).at(-1) ?? "";
  if (typeName === "Operation") return [`${key.toUpperCase()} ${pointerSegments(path).at(-2)}`];
  if (typeName.endsWith("List") && Array.isArray(value)) return value.map((item, i) => nameOf(String(i), item));
  return /^Named|(Map|Properties)$/.test(typeName) ? Object.keys(value ?? {}) : [nameOf(key, value)];
}

/** What people call a part: items of lists have names of their own. */
function nameOf(key: string, value: unknown): string {
  const { name, url } = (value ?? {}) as { name?: string; url?: string };
  if (!/^\d{1,2}$/.test(key)) return key; // a status has three digits
  return name ?? url ?? Object.keys(value ?? {}).join(" + ");
}

/** The operation or the shared part that a change is in, in parentheses. */
function partOf(path: string, file: string, message: string): string {
  if (!file.startsWith("spec/paths/")) return file === "spec/openapi.yaml" ? "" : ` (\`${basename(file, ".yaml")}\`)`;
  const [, url = "", method = ""] = pointerSegments(path);
  if (message.includes(url)) return "";
  return httpMethods.some((known) => known === method) ? ` (${method.toUpperCase()} ${url})` : ` (${url})`;
}
