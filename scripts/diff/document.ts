import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { bundle } from "../contract/bundle.ts";
import type { Document } from "../contract/document.ts";
import { operationsOf } from "../contract/operations.ts";
import { referredTo } from "../contract/references.ts";
import { resolvePointer } from "../lib/json-pointer.ts";
import { binOf, redoclyEnv } from "../lib/npm-bin.ts";
import { root } from "../lib/root.ts";
import type { Change, Severity, Side } from "./change.ts";
import { extensionChanges } from "./extensions.ts";

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
  const specs = [base, now].map((folder) => join(resolve(folder), "spec/openapi.yaml"));
  const options = ["--config", "spec/redocly.diff.yaml", "--format", "json", "--fail-on", "none"];
  const [{ stdout }, document] = await Promise.all([
    promisify(execFile)(process.execPath, [binOf("@redocly/cli", "bin/cli.js"), "diff", ...specs, ...options], {
      cwd: root,
      env: redoclyEnv,
      maxBuffer: 2 ** 28,
    }),
    bundle(specs[1]),
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
  return [...found, ...extensionChanges(base, now)];
}

function placeOf({ path, base, revision }: Found): Place {
  const place = revision ?? base;
  if (!place) throw new Error(`redocly diff reports no place for ${path}`);
  return place;
}

// Only a reader of the document sees these, and Redocly rates them as if a caller sent them.
const forReading = ["Example", "ExamplesMap", "SpecExtension"];

// Where a caller gets a token, who may call, and in which clouds, which Redocly rates like words.
const setUp = ["x-cloud", "x-sign-in", "x-default-scope", "authorizationUrl", "tokenUrl", "x-role", "x-clouds"];

/** The severity of a change. Where any text is allowed, a new known value is an addition: no reader could rely on its absence. */
function severityOf({ impact, typeName, property = "", verdicts, base, revision }: Found): Severity {
  if (forReading.includes(typeName)) return "wording";
  if (setUp.includes(property)) return base?.value === "not-stated" ? "addition" : "breaking";
  if (["x-stage", "deprecated"].includes(property)) return "addition";
  if (property === "enum" && impact === "patch") return "addition"; // another value to send, for which Redocly has no rule
  const isKnownValue =
    verdicts.length > 0 &&
    verdicts.every(({ ruleId }) => ruleId === "enum-values-added") &&
    /\/anyOf\/\d+\/enum$/.test(revision?.pointer ?? "");
  if (!isKnownValue || !revision) return severities[impact];
  const branches = resolvePointer(
    parse(readFileSync(resolve(root, revision.file), "utf8")),
    revision.pointer.replace(/\/\d+\/enum$/, ""),
  );
  return (branches as { type?: string; enum?: unknown }[]).some(
    ({ type, enum: values }) => type === "string" && !values,
  )
    ? "addition"
    : "breaking";
}

/** Whom a change affects. Redocly lists a shared part once, in the response of the first operation that has it, even if it's sent too. */
function sidesOf(document: Document, path: string, file: string): Side[] {
  if (!path.includes("/responses/")) return ["callers"];
  const name = `/${basename(file, ".yaml")}`;
  const bodies = operationsOf(document).map(({ definition }) => definition.requestBody);
  const isSent =
    file.startsWith("spec/schemas/") && [...referredTo(document, bodies)].some((reference) => reference.endsWith(name));
  return isSent ? ["callers", "readers"] : ["readers"];
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
