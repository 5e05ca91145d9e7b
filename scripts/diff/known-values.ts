import { bundle } from "../contract/bundle.ts";
import type { Document } from "../contract/document.ts";
import { createLocate } from "../contract/locate.ts";
import { joinPointer, pointerSegments, resolvePointer } from "../lib/json-pointer.ts";
import type { Change, Severity } from "./change.ts";
import { sidesOfSchema } from "./sides.ts";

/**
 * What changed in the known values of open enumerations (`x-extensible-enum`), which Redocly doesn't compare. A new value is an
 * addition, because no reader could rely on its absence. A removed one is breaking.
 */
export async function knownValueChanges(base: string, now: string): Promise<Change[]> {
  const [before, after] = await Promise.all([readContract(base), readContract(now)]);
  return [
    ...missingValues(before, after, { severity: "breaking", verb: "lost" }),
    ...missingValues(after, before, { severity: "addition", verb: "gained" }),
  ];
}

interface ContractRead {
  document: Document;
  /** The known values by the pointer of the schema. */
  known: Map<string, string[]>;
  locate: (pointer: string) => string;
}

async function readContract(spec: string): Promise<ContractRead> {
  const document = await bundle(spec);
  return { document, known: new Map(knownValues(document.components?.schemas)), locate: createLocate(spec) };
}

/** The known values in a part of the document, below a pointer. */
function knownValues(node: unknown, pointer = "#/components/schemas"): [string, string[]][] {
  if (typeof node !== "object" || node === null) return [];
  const { "x-extensible-enum": own } = node as { "x-extensible-enum"?: string[] };
  const below = Object.entries(node).flatMap(([name, child]) => knownValues(child, joinPointer(pointer, name)));
  return own ? [[pointer, own], ...below] : below;
}

/** The values that another contract lacks. If it lacks the schema, Redocly reports that, and nothing is added to it. */
function missingValues(
  contract: ContractRead,
  other: ContractRead,
  { severity, verb }: { severity: Severity; verb: string },
): Change[] {
  return [...contract.known].flatMap(([pointer, values]) => {
    if (resolvePointer(other.document, pointer) === undefined) return [];
    const missing = values.filter((value) => !other.known.get(pointer)?.includes(value));
    if (missing.length === 0) return [];
    const listed = missing.map((value) => `'${value}'`).join(" | ");
    const where = contract.locate(joinPointer(pointer, "x-extensible-enum"));
    return {
      severity,
      sides: sidesOfSchema(contract.document, componentOf(pointer)),
      where,
      message: `${nameOf(pointer)} ${verb} values: ${listed}.`,
    };
  });
}

const componentOf = (pointer: string): string => pointerSegments(pointer)[2] ?? "";

/** The name of a schema, or of a property with its schema. */
function nameOf(pointer: string): string {
  const [component, property] = [componentOf(pointer), pointerSegments(pointer).slice(3).at(-1)];
  return property ? `\`${property}\` of \`${component}\`` : `\`${component}\``;
}
