import { execFile } from "node:child_process";
import { basename, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { bundle } from "../contract/bundle.ts";
import type { Document } from "../contract/document.ts";
import { binOf, redoclyEnv } from "../lib/npm-bin.ts";
import { root } from "../lib/root.ts";
import type { Change, Severity, Side } from "./change.ts";
import { extensionChanges } from "./extensions.ts";
import { knownValueChanges } from "./known-values.ts";
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
  value?: string;
}

const severities: Record<Found["impact"], Severity> = { major: "breaking", minor: "addition", patch: "wording" };

/** What changed in the document between two folders. */
export async function documentChanges(base: string, now: string): Promise<Change[]> {
  const [before, after] = [specOf(base), specOf(now)] as const;
  const options = ["--config", "spec/redocly.diff.yaml", "--format", "json", "--fail-on", "none"];
  const [{ stdout }, document, knownValues] = await Promise.all([
    promisify(execFile)(process.execPath, [binOf("@redocly/cli", "bin/cli.js"), "diff", before, after, ...options], {
      cwd: root,
      env: redoclyEnv,
      maxBuffer: 2 ** 28,
    }),
    bundle(after),
    knownValueChanges(before, after),
  ]);
  const found = (JSON.parse(stdout).changes as Found[])
    .filter(({ path, property }) => !(path === "#/info" && property === "version"))
    .map((found) => {
      const { file, line } = placeOf(found);
      const name = relative(resolve(found.revision ? now : base), resolve(root, file));
      return {
        severity: severityOf(found),
        sides: sidesOf(document, found.path, name),
        where: `${name}:${line}`,
        message: messageOf(found),
      };
    });
  return [...found, ...knownValues, ...extensionChanges(base, now)];
}

const specOf = (folder: string): string => join(resolve(folder), "spec/openapi.yaml");

function placeOf({ path, base, revision }: Found): Place {
  const place = revision ?? base;
  if (!place) throw new Error(`redocly diff reports no place for ${path}`);
  return place;
}

// Only a reader of the document sees these, and Redocly rates them as if a caller sent them.
const forReading = ["Example", "ExamplesMap", "SpecExtension"];

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
];

function severityOf({ impact, typeName, property = "", base }: Found): Severity {
  if (forReading.includes(typeName)) return "wording";
  if (setUp.includes(property)) return base?.value === "not-stated" ? "addition" : "breaking";
  if (["x-stage", "deprecated"].includes(property)) return "addition";
  if (property === "enum" && impact === "patch") return "addition"; // another value to send, for which Redocly has no rule
  return severities[impact];
}

/** Whom a change affects. Redocly lists a shared schema once, in the first body that has it, even if others have it too. */
function sidesOf(document: Document, path: string, file: string): Side[] {
  const shared = file.startsWith("spec/schemas/") ? sidesOfSchema(document, basename(file, ".yaml")) : [];
  if (shared.length > 0) return shared;
  return [path.includes("/responses/") ? "readers" : "callers"];
}

function messageOf({ path, kind, typeName, property, verdicts }: Found): string {
  const [, container, url, method = ""] = path.split("/").map(unescapeSegment);
  const verdict = verdicts.map(({ message }) => message).join(" ");
  const message = verdict || (kind === "modified" ? `\`${property ?? nameIn(path)}\` changed.` : gainOrLoss());
  if (container !== "paths" || !url || message.includes(url)) return message;
  return `${message} (${methods.includes(method) ? `${method.toUpperCase()} ` : ""}${url})`;

  function gainOrLoss(): string {
    // A list and a map are named like their elements.
    const type = /(List|Map)$/.test(typeName) ? "" : `${typeName.replace(/^Spec/, "")} `;
    return `${type}\`${nameIn(path)}\` was ${kind}.`;
  }
}

const methods = ["get", "put", "post", "patch", "delete"];

const nameIn = (path: string): string => unescapeSegment(path.split("/").at(-1) ?? "");

const unescapeSegment = (segment: string): string => segment.replaceAll("~1", "/").replaceAll("~0", "~");
