import { isDeepStrictEqual } from "node:util";
import { operationsOf } from "../contract/operations.ts";
import { joinPointer, pointerSegments, resolvePointer } from "../lib/json-pointer.ts";
import type { Change, Severity, Side } from "./change.ts";
import type { Contract } from "./contract.ts";
import { sidesOfSchema } from "./sides.ts";

// A part of the document as it is written, of this form or an older one.
// biome-ignore lint/suspicious/noExplicitAny: what the linters check isn't checked here once more
type Node = any;

/** A sentence that callers or readers may rely on. */
interface Statement {
  text: string;
  sides: Side[];
  pointer: string;
  /** The ID of the operation or the pointer of the part that it's about. */
  about: string;
}

/** What changed in the lists and maps of the document's extensions and in its scopes, which Redocly doesn't compare. */
export function extensionChanges(base: Contract, now: Contract): Change[] {
  const [before, after] = [statements(base), statements(now)];
  const changes = [
    ...missing(before, after, now).map(changeOf(base, "breaking", "No longer")),
    ...missing(after, before, base).map(changeOf(now, "addition", "New")),
  ];
  // A list whose change was told isn't only words, so it isn't reported as such too.
  const told = new Set(changes.map(({ where }) => fileOf(where)));
  const others = otherChanges(base, now).filter(
    ({ severity, where }) => severity !== "wording" || !told.has(fileOf(where)),
  );
  return [...changes, ...others];
}

const fileOf = (where: string): string | undefined => where.split(":")[0];

/** The statements that another contract lacks. If it lacks what they're about, Redocly reports that, and nothing is added to it. */
function missing(statements: Statement[], others: Statement[], { document }: Contract): Statement[] {
  const texts = new Set(others.map(({ text }) => text));
  const ids = new Set(operationsOf(document).map(({ id }) => id));
  return statements.filter(
    ({ text, about }) => !texts.has(text) && (ids.has(about) || resolvePointer(document, about) !== undefined),
  );
}

const changeOf =
  ({ locate }: Contract, severity: Severity, word: string) =>
  ({ text, sides, pointer }: Statement): Change => ({
    severity,
    sides,
    where: locate(pointer),
    message: `${word}: ${text}`,
  });

function statements({ document }: Contract): Statement[] {
  const schemes = Object.entries<Node>(document.components?.securitySchemes ?? {});
  return [
    ...operationsOf(document).flatMap(({ id, pointer, definition }) => ofOperation(id, pointer, definition)),
    ...schemes.flatMap(([name, scheme]) => ofScheme(name, scheme)),
    ...ofErrorCodes(resolvePointer(document, errorCodes)),
    ...ofKnownValues(document.components?.schemas, "#/components/schemas").map((statement) => ({
      ...statement,
      sides: sidesOfSchema(document, pointerSegments(statement.pointer)[2] ?? ""),
    })),
  ];
}

function ofOperation(id: string, at: string, definition: Node): Statement[] {
  const { "x-permissions": permissions = {}, "x-errors": codes = [] } = definition;
  return [
    ...["delegated", "application"].flatMap((kind) => {
      const { least = [], higher = [] } = permissions[kind] ?? {};
      const texts = [
        ...(least.length > 0 ? [`\`${id}\` needs no more than ${least.join(" and ")} (${kind}).`] : []),
        ...[...least, ...higher].map((name) => `\`${id}\` accepts ${name} (${kind}).`),
      ];
      const pointer = joinPointer(at, "x-permissions", kind);
      return texts.map((text): Statement => ({ text, sides: ["callers"], pointer, about: id }));
    }),
    ...codes.map(
      (code: string, i: number): Statement => ({
        text: `\`${id}\` can return ${code}.`,
        sides: ["readers"],
        pointer: joinPointer(at, "x-errors", i),
        about: id,
      }),
    ),
  ];
}

function ofScheme(name: string, { "x-permission-ids": ids = {}, flows = {} }: Node): Statement[] {
  const about = joinPointer("#/components/securitySchemes", name);
  const said = (text: string, ...at: string[]): Statement => ({
    text,
    sides: ["callers"],
    pointer: joinPointer(about, ...at),
    about,
  });
  return [
    ...Object.entries(ids).map(([permission, id]) =>
      said(`The ID of ${permission} (${name}) is ${id}.`, "x-permission-ids", permission),
    ),
    ...Object.entries<Node>(flows).flatMap(([flow, { scopes = {} }]) =>
      Object.keys(scopes).map((scope) =>
        said(`\`${name}\` has the scope ${scope} (${flow}).`, "flows", flow, "scopes", scope),
      ),
    ),
  ];
}

const errorCodes = "#/components/schemas/ErrorCode/x-error-codes";

const ofErrorCodes = (table: unknown): Statement[] =>
  Object.entries<Node>(table ?? {}).flatMap(([code, { statuses = [] }]) =>
    statuses.map(
      (status: number): Statement => ({
        text: `${code} comes with the status ${status}.`,
        sides: ["readers"],
        pointer: joinPointer(errorCodes, code, "statuses"),
        about: errorCodes,
      }),
    ),
  );

/** The known values of open enumerations. Readers can meet other values, so that a new one is an addition for them too. */
function ofKnownValues(node: Node, pointer: string): Omit<Statement, "sides">[] {
  if (typeof node !== "object" || node === null) return [];
  const [component, property] = [pointerSegments(pointer)[2], pointerSegments(pointer).slice(3).at(-1)];
  const name = property ? `\`${property}\` of \`${component}\`` : `\`${component}\``;
  const values: unknown[] = Array.isArray(node["x-extensible-enum"]) ? node["x-extensible-enum"] : [];
  return [
    ...values.map((value) => ({
      text: `${name} has the known value '${value}'.`,
      pointer: joinPointer(pointer, "x-extensible-enum"),
      about: pointer,
    })),
    ...Object.entries(node).flatMap(([key, child]) => ofKnownValues(child, joinPointer(pointer, key))),
  ];
}

// A new member of this list is one more that the service rejects.
const severityOf = (name: string): Severity => (name === "x-refused" ? "breaking" : "wording");

/** The other lists and maps that differ, such as an explanation of an error code. */
function otherChanges({ document }: Contract, now: Contract): Change[] {
  const compare = (before: Node, after: Node, pointer: string): Change[] => {
    if ([before, after].some((node) => typeof node !== "object" || node === null)) return [];
    return Object.keys(after).flatMap((name) => {
      const at = joinPointer(pointer, name);
      if (!name.startsWith("x-")) return compare(before[name], after[name], at);
      const isLeaf = [before[name], after[name]].some((value) => typeof value !== "object");
      if (isLeaf || isDeepStrictEqual(before[name], after[name])) return [];
      const side: Side = at.includes("/responses/") || at.startsWith(errorCodes) ? "readers" : "callers";
      return [{ severity: severityOf(name), sides: [side], where: now.locate(at), message: `\`${name}\` changed.` }];
    });
  };
  return compare(document, now.document, "#");
}
