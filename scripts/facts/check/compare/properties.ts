import type { Schema } from "../../../contract/document.ts";
import { listedValues, typeName } from "../../../contract/schemas.ts";
import type { PropertyRow } from "../../facts.ts";
import { type Claim, claim, each } from "../claim.ts";

/** What a table's row says about a property of a schema, whose place is `pointer`. */
export function* compareProperty(at: string, row: PropertyRow, schema: Schema, pointer: string): Generator<Claim> {
  const { name } = row;
  const property = schema.properties?.[name];
  const here = `${pointer}/properties${property ? `/${name}` : ""}`;
  // If the property doesn't exist, the rest of the row can't be compared: the claim stands for the whole row.
  yield claim(property ? `${at}/name` : at, name, {
    says: `has ${name}`,
    met: Boolean(property),
    contract: "has no such property",
    pointer: here,
  });
  if (!property) return;

  const about = (member: string, quote: string, outcome: { says: string; met: boolean; contract: string }): Claim =>
    claim(`${at}/${member}`, quote, { ...outcome, pointer: here });
  if (row.type) {
    const type = typeName(property);
    const met = type.toLowerCase() === row.type.toLowerCase();
    yield about("type", row.type, { says: `${name} is a ${row.type}`, met, contract: `${name} is a ${type}` });
  }
  if (row.inheritedFrom)
    yield about("inheritedFrom", row.inheritedFrom, {
      says: `${name} is inherited from ${row.inheritedFrom}`,
      met: false,
      contract: "has no inheritance: each schema lists all its own properties",
    });
  if (row.placeholder)
    yield about("placeholder", row.placeholder, {
      says: `${name}: ${row.placeholder}`,
      met: false,
      contract: `describes it: ${property.description}`,
    });
  if (row.encoding) {
    const encoding = encodingOf(property.type === "array" ? property.items : property);
    yield about("encoding", row.encoding, {
      says: `${name} is ${row.encoding}`,
      met: encoding === row.encoding,
      contract: `${name} is ${encoding ?? "not encoded"}`,
    });
  }
  for (const direction of ["readOnly", "writeOnly"] as const) {
    if (row[direction])
      yield about(direction, name, {
        says: `${name} is ${direction}`,
        met: property[direction] === true,
        contract: `${name} is not ${direction}`,
      });
  }
  const known = listedValues(property);
  yield* each(`${at}/values`, row.values, (at, value) => [
    claim(at, value, {
      says: `${name} may be ${value}`,
      met: known.includes(value),
      contract: `lists ${known.join(", ")}`,
      pointer: here,
    }),
  ]);
}

const encodingOf = ({ format = "" }: Schema): string | undefined =>
  ({ byte: "base64", base64url: "base64url" })[format];

/** Whether the page and the schema agree on what must be sent. `allRequired`: the text calls each row required. */
export function compareRequired(
  at: string,
  row: PropertyRow,
  { schema, pointer, allRequired }: { schema: Schema; pointer: string; allRequired: boolean | undefined },
): Claim {
  const { name } = row;
  const required = Boolean(row.required || allRequired);
  const mustSend = schema.required?.includes(name) ?? false;
  const own = row.required === undefined ? `${at}#required` : `${at}/required`;
  return claim(allRequired ? `/body/required#${name}` : own, name, {
    says: `${required ? "calls" : "does not call"} ${name} required`,
    met: required === mustSend,
    contract: mustSend ? `requires ${name}` : `leaves ${name} optional`,
    pointer: `${pointer}/required`,
  });
}
