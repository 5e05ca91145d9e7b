import type { Schema } from "../../../contract/document.ts";
import { listedValues, typeName } from "../../../contract/schemas.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import type { PropertyRow } from "../../facts.ts";
import { type Claim, claimAbout, each } from "../claim.ts";

interface SchemaPlace {
  schema: Schema;
  pointer: string;
}

/** A row of a table, with its name. */
type NamedRow = PropertyRow & { name: string };

/** What a table's row says about a property of a schema. */
export function* compareProperty(at: string, row: NamedRow, { schema, pointer }: SchemaPlace): Generator<Claim> {
  const { name, type, inheritedFrom, placeholder, encoding, described, value } = row;
  const property = schema.properties?.[name];
  const place = joinPointer(pointer, "properties", name);
  const claim = claimAbout(place);
  const existence = { says: `has ${name}`, met: property !== undefined, contract: `has no property ${name}` };
  // If the property doesn't exist, the rest of the row can't be compared: the claim stands for the whole row.
  yield claim(property ? `${at}#exists` : at, name, existence);
  if (!property) return;
  if (type) {
    const ours = typeName(property);
    const met = ours.toLowerCase() === type.toLowerCase();
    yield claimAbout(`${place}/${ours === "Int64" ? "format" : "type"}`)(`${at}/type`, type, {
      says: `${name} has the type ${type}`,
      met,
      contract: `${name} has the type ${ours}`,
    });
  }
  if (inheritedFrom) {
    const contract = "has no inheritance: each schema lists all its properties";
    const says = `${name} is inherited from ${inheritedFrom}`;
    yield claim(`${at}/inheritedFrom`, inheritedFrom, { says, met: false, contract });
  }
  if (placeholder) {
    const contract = `describes it as "${property.description}"`;
    yield claim(`${at}/placeholder`, placeholder, { says: `${name}: ${placeholder}`, met: false, contract });
  }
  const { description } = property;
  if (described === false)
    yield claim(`${at}/described`, undefined, {
      says: `doesn't describe ${name}`,
      met: !description,
      contract: `describes it as "${description}"`,
    });
  if (row.deprecated) {
    const outcome = { met: property.deprecated === true, contract: `${name} isn't deprecated` };
    yield claim(`${at}/deprecated`, name, { says: `${name} is deprecated`, ...outcome });
  }
  if (value !== undefined) {
    const contract = `lists ${listedValues(property).join(", ")}`;
    yield claim(`${at}/value`, value, {
      says: `${name} is ${value}`,
      met: listedValues(property).includes(value),
      contract,
    });
  }
  if (encoding) {
    const encoded = property.type === "array" ? property.items : property;
    const ours = encodingOf(encoded);
    const keyword = `${property.type === "array" ? "/items" : ""}/${"x-encoding" in encoded ? "x-encoding" : "format"}`;
    const contract = `${name} is ${ours ?? "not encoded"}`;
    yield claimAbout(place + keyword)(`${at}/encoding`, encoding, {
      says: `${name} is ${encoding}`,
      met: ours === encoding,
      contract,
    });
  }
  for (const direction of ["readOnly", "writeOnly"] as const) {
    const outcome = { met: property[direction] === true, contract: `${name} isn't ${direction}` };
    if (row[direction])
      yield claimAbout(`${place}/${direction}`)(`${at}/${direction}`, name, {
        says: `${name} is ${direction}`,
        ...outcome,
      });
  }
  const known = listedValues(property);
  yield* each(`${at}/values`, row.values, (at, _, value) => {
    const outcome = { met: known.includes(value), contract: `lists ${known.join(", ")}` };
    return claim(at, value, { says: `${name} may be ${value}`, value, ...outcome });
  });
}

/** How a string is encoded: a format that documented placeholders don't have is in an extension. */
function encodingOf(schema: Schema): string | undefined {
  const { format = "", "x-encoding": encoding } = schema as Schema & { "x-encoding"?: string };
  return encoding ?? { byte: "base64", base64url: "base64url" }[format];
}

/** Whether the page and the schema agree on what must be sent. `allRequired`: the text calls each row required. */
export function compareRequired(
  at: string,
  { name, required }: NamedRow,
  { schema, pointer, allRequired }: SchemaPlace & { allRequired: boolean | undefined },
): Claim {
  const isRequired = Boolean(required || allRequired);
  const mustSend = schema.required?.includes(name) ?? false;
  const place = required === undefined ? `${at}#required` : `${at}/required`;
  return claimAbout(`${pointer}/required`)(allRequired ? `/body/required#${name}` : place, name, {
    says: `${isRequired ? "calls" : "doesn't call"} ${name} required`,
    met: isRequired === mustSend,
    contract: mustSend ? `requires ${name}` : `leaves ${name} optional`,
    value: mustSend ? name : undefined,
  });
}
