import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve as absolute, basename, join, relative } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { bundle } from "../contract/bundle.ts";
import { operationsOf } from "../contract/operations.ts";
import { referredTo } from "../contract/references.ts";
import { resolvePointer } from "../lib/json-pointer.ts";
import { offline, programOf } from "../lib/npm-bin.ts";
import { root } from "../lib/root.ts";
import type { Change, Severity, Side } from "./change.ts";
import { extensionChanges } from "./extensions.ts";
import type { Document } from "../contract/document.ts";

/** A change as `redocly diff` writes it. */
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

const severityOf: Record<Found["impact"], Severity> = { major: "breaking", minor: "addition", patch: "wording" };
const redocly = programOf("@redocly/cli", "bin/cli.js");

/** What changed in the document between two folders. */
export async function documentChanges(base: string, now: string): Promise<Change[]> {
  const specs = [base, now].map((folder) => join(absolute(folder), "spec/openapi.yaml"));
  const options = ["--config", "spec/redocly.diff.yaml", "--format", "json", "--fail-on", "none"];
  const [{ stdout }, document] = await Promise.all([
    promisify(execFile)(process.execPath, [redocly, "diff", ...specs, ...options], {
      cwd: root,
      env: offline,
      maxBuffer: 2 ** 28,
    }),
    bundle(specs[1]),
  ]);
  const found = (JSON.parse(stdout).changes as Found[])
    .filter(({ path, property }) => !(path === "#/info" && property === "version"))
    .map((found) => {
      const { file, line } = (found.revision ?? found.base)!;
      const name = relative(absolute(found.revision ? now : base), absolute(root, file));
      const where = `${name}:${line}`;
      return { severity: severity(found), sides: sides(document, found.path, name), where, says: says(found) };
    });
  return [...found, ...extensionChanges(base, now)];
}

// What only a reader of the document sees, whom Redocly rates like a caller.
const forReading = ["Example", "ExamplesMap", "SpecExtension"];

// Where a caller gets a token, who may call and in which clouds, which Redocly rates like words.
const setUp = ["x-cloud", "x-sign-in", "x-default-scope", "authorizationUrl", "tokenUrl", "x-role", "x-clouds"];

/** A value that is added beside a branch that takes every text was never refused, so no reader can have relied on its absence. */
function severity({ impact, typeName, property = "", verdicts, base, revision }: Found): Severity {
  if (forReading.includes(typeName)) return "wording";
  if (setUp.includes(property)) return base!.value === "not-stated" ? "addition" : "breaking";
  if (["x-stage", "deprecated"].includes(property)) return "addition";
  if (property === "enum" && impact === "patch") return "addition"; // a value more to send, for which Redocly has no rule
  const known =
    verdicts.length > 0 &&
    verdicts.every(({ ruleId }) => ruleId === "enum-values-added") &&
    /\/anyOf\/\d+\/enum$/.test(revision!.pointer);
  if (!known) return severityOf[impact];
  const branches = resolvePointer(
    parse(readFileSync(absolute(root, revision!.file), "utf8")),
    revision!.pointer.replace(/\/\d+\/enum$/, ""),
  );
  return branches.some(({ type, enum: values }: { type?: string; enum?: unknown }) => type === "string" && !values)
    ? "addition"
    : "breaking";
}

/** A shared part is listed once, in the answer of the first operation that has it: whether it is sent too, the document tells. */
function sides(document: Document, path: string, file: string): Side[] {
  if (!path.includes("/responses/")) return ["callers"];
  const name = `/${basename(file, ".yaml")}`;
  const bodies = operationsOf(document).map(({ definition }) => definition.requestBody);
  const isSent =
    file.startsWith("spec/schemas/") && [...referredTo(document, bodies)].some((reference) => reference.endsWith(name));
  return isSent ? ["callers", "readers"] : ["readers"];
}

function says({ path, kind, typeName, property, verdicts }: Found): string {
  const [, url, method] = /^#\/paths\/([^/]+)(?:\/(get|put|post|patch|delete))?/.exec(path) ?? [];
  const message = verdicts.map(({ message }) => message).join(" ");
  const of =
    url && !message.includes(url.replaceAll("~1", "/"))
      ? ` (${[method?.toUpperCase(), url.replaceAll("~1", "/")].filter(Boolean).join(" ")})`
      : "";
  const last = path.split("/").at(-1)!.replaceAll("~1", "/").replaceAll("~0", "~");
  const what = kind === "modified" ? `\`${property ?? last}\` changed.` : `${typeName} \`${last}\` was ${kind}.`;
  return `${message || what}${of}`;
}
