import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { joinPointer, pointerSegments } from "../lib/json-pointer.ts";
import { parseYamlLines } from "../lib/yaml-lines.ts";
import type { Change, Severity, Side } from "./change.ts";

// A part of the document, read as it is written.
// biome-ignore lint/suspicious/noExplicitAny: what the linters check isn't checked here once more
type Node = any;

/** A sentence that callers or readers may rely on. */
interface Statement {
  text: string;
  side: Side;
  where: string;
  /** The operation that it describes. */
  id?: string;
}

/** What changed in the lists and maps of the document's extensions, which Redocly doesn't compare. */
export function extensionChanges(base: string, now: string): Change[] {
  const [before, after] = [statements(base), statements(now)];
  return [
    ...missing(before, after).map(changeOf("breaking", "No longer")),
    ...missing(after, before).map(changeOf("addition", "New")),
  ];
}

/** The statements that others lack. If they lack the operation, Redocly reports that, and nothing is added to it. */
function missing(statements: Statement[], others: Statement[]): Statement[] {
  const [texts, ids] = [new Set(others.map(({ text }) => text)), new Set(others.map(({ id }) => id))];
  return statements.filter(({ text, id }) => !texts.has(text) && (!id || ids.has(id)));
}

const changeOf =
  (severity: Severity, word: string) =>
  ({ text, side, where }: Statement): Change => ({ severity, sides: [side], where, message: `${word}: ${text}` });

function statements(folder: string): Statement[] {
  const root = part(folder, "openapi.yaml");
  const items = Object.values<Node>(root.node.paths).map(({ $ref }) => part(folder, $ref));
  return [
    ...items.flatMap(ofPermissions),
    ...ofPermissionIds(root),
    ...items.flatMap(ofErrors),
    ...ofStatuses(part(folder, root.node.components.schemas.ErrorCode.$ref)),
  ];
}

function ofPermissions({ node, at }: Part): Statement[] {
  return Object.entries<Node>(node).flatMap(([method, { operationId: id, "x-permissions": permissions }]) =>
    ["delegated", "application"].flatMap((kind) => {
      if (!permissions) return [];
      const { least, higher } = permissions[kind];
      const texts = [
        ...(least.length > 0 ? [`\`${id}\` needs no more than ${least.join(" and ")} (${kind}).`] : []),
        ...[...least, ...higher].map((name) => `\`${id}\` accepts ${name} (${kind}).`),
      ];
      return texts.map(
        (text): Statement => ({ text, side: "callers", where: at(`/${method}/x-permissions/${kind}`), id }),
      );
    }),
  );
}

function ofPermissionIds({ node, at }: Part): Statement[] {
  return Object.entries<Node>(node.components.securitySchemes).flatMap(([scheme, { "x-permission-ids": ids = {} }]) =>
    Object.entries(ids).map(
      ([name, id]): Statement => ({
        text: `The ID of ${name} (${scheme}) is ${id}.`,
        side: "callers",
        where: at(joinPointer("/components/securitySchemes", scheme, "x-permission-ids", name)),
      }),
    ),
  );
}

function ofErrors({ node, at }: Part): Statement[] {
  return Object.entries<Node>(node).flatMap(([method, { operationId: id, "x-errors": codes = [] }]) =>
    codes.map(
      (code: string, index: number): Statement => ({
        text: `\`${id}\` can return ${code}.`,
        side: "readers",
        where: at(`/${method}/x-errors/${index}`),
        id,
      }),
    ),
  );
}

function ofStatuses({ node, at }: Part): Statement[] {
  return Object.entries<Node>(node["x-error-codes"] ?? {}).flatMap(([code, { statuses }]) =>
    statuses.map(
      (status: number): Statement => ({
        text: `${code} comes with the status ${status}.`,
        side: "readers",
        where: at(`/x-error-codes/${code}/statuses`),
      }),
    ),
  );
}

interface Part {
  node: Node;
  /** The place of a pointer. */
  at: (pointer: string) => string;
}

function part(folder: string, file: string): Part {
  const text = readFileSync(join(folder, "spec", file), "utf8");
  const { lineOf } = parseYamlLines(text);
  return { node: parse(text), at: (pointer) => `spec/${file}:${lineOf(pointerSegments(pointer))}` };
}
