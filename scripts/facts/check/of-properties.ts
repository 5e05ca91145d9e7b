import type { Node } from "../../contract/load.ts";
import { listedValues } from "../../lib/schema-validator.ts";
import type { PropertyRow } from "../facts.ts";
import type { Claim } from "./claim.ts";

/** What a table's row says about a property of a schema. */
export function* claimsOfProperty(place: string, row: PropertyRow, schema: Node, pointer: string): Generator<Claim> {
  const { line, name } = row;
  const property: Node = schema.properties?.[name];
  const here = `${pointer}/properties${property ? `/${name}` : ""}`;
  const claim = { line, quote: name, pointer: here };
  // Of a property that is not there nothing more can be read, so the claim stands for the whole row.
  yield {
    ...claim,
    at: property ? `${place}/name` : place,
    says: `has ${name}`,
    met: Boolean(property),
    contract: "has no such property",
  };
  if (!property) return;

  if (row.type) {
    const type = typeOf(property);
    yield {
      ...claim,
      at: `${place}/type`,
      says: `${name} is a ${row.type}`,
      quote: row.type,
      met: type.toLowerCase() === row.type.toLowerCase(),
      contract: `${name} is a ${type}`,
    };
  }
  if (row.inheritedFrom) {
    const contract = "has no inheritance: each schema lists all its own properties";
    yield {
      ...claim,
      at: `${place}/inheritedFrom`,
      says: `${name} is inherited from ${row.inheritedFrom}`,
      quote: row.inheritedFrom,
      met: false,
      contract,
    };
  }
  if (row.placeholder) {
    const contract = `describes it: ${property.description}`;
    yield {
      ...claim,
      at: `${place}/placeholder`,
      says: `${name}: ${row.placeholder}`,
      quote: row.placeholder,
      met: false,
      contract,
    };
  }
  if (row.encoding) {
    const encoding = { byte: "base64", base64url: "base64url" }[String((property.items ?? property).format)];
    yield {
      ...claim,
      at: `${place}/encoding`,
      says: `${name} is ${row.encoding}`,
      quote: row.encoding,
      met: encoding === row.encoding,
      contract: `${name} is ${encoding ?? "not encoded"}`,
    };
  }
  for (const direction of ["readOnly", "writeOnly"] as const) {
    if (row[direction])
      yield {
        ...claim,
        at: `${place}/${direction}`,
        says: `${name} is ${direction}`,
        met: property[direction] === true,
        contract: `${name} is not ${direction}`,
      };
  }
  for (const [i, value] of (row.values ?? []).entries()) {
    const known = listedValues(property);
    yield {
      ...claim,
      at: `${place}/values/${i}`,
      says: `${name} may be ${value}`,
      quote: value,
      met: known.includes(value),
      contract: `lists ${known.join(", ")}`,
    };
  }
}

/** Whether the page and the schema agree on what must be sent. `allRequired`: the text calls each row required. */
export function claimOfRequired(
  place: string,
  row: PropertyRow,
  schema: Node,
  pointer: string,
  allRequired?: boolean,
): Claim {
  const { line, name } = row;
  const required = Boolean(row.required || allRequired);
  const mustSend = schema.required?.includes(name) ?? false;
  return {
    at: allRequired ? `/body/required#${name}` : row.required === undefined ? `${place}#required` : `${place}/required`,
    line,
    says: `${required ? "calls" : "does not call"} ${name} required`,
    quote: name,
    met: required === mustSend,
    contract: mustSend ? `requires ${name}` : `leaves ${name} optional`,
    pointer: `${pointer}/required`,
  };
}

/** A schema's type in Graph's words. */
function typeOf(schema: Node): string {
  if (schema.type === "array") return `${typeOf(schema.items)} collection`;
  if (schema.title?.startsWith("trustFramework")) return schema.title;
  if (schema.anyOf) return typeOf(schema.anyOf[0]);
  return schema.format === "int64" ? "Int64" : schema.type;
}
