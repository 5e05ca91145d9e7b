import type { Contract } from "../../../contract/document.ts";
import { operationsOf } from "../../../contract/operations.ts";
import { listedValues, schemasByTitle } from "../../../contract/schemas.ts";
import type { Page } from "../../load.ts";
import { type Claim, claimAbout, each } from "../claim.ts";
import { compareLinks } from "./links.ts";
import { compareProperty } from "./properties.ts";

/** What the page of a resource type or of enumerations says, compared with the schema of that title. */
export function* compareResourcePage(page: Page, contract: Contract): Generator<Claim> {
  yield* compareLinks(page, contract);
  const schemas = schemasByTitle(contract);
  const [name = ""] = page.title.value.split(" ");
  const { schema, pointer } = schemas.get(name) ?? { schema: {}, pointer: "#/components/schemas" };
  const claim = claimAbout(pointer);
  const title = { says: `describes ${name}`, met: schemas.has(name), contract: `has no type ${name}` };
  if (page.kind === "resource") yield claim("/title", name, title);
  for (const table of ["properties", "relationships"] as const)
    yield* each(`/${table}`, page[table], (at, row) => [...compareProperty(at, row, { schema, pointer })]);

  const names = operationsOf(contract).flatMap(({ id, definition }) => [id, definition.summary ?? ""].map(normalize));
  yield* each("/methods", page.methods, (at, { name }) => {
    const outcome = { met: names.includes(normalize(name)), contract: `has no operation named ${name}` };
    return claimAbout("#/paths")(at, name, { says: `has the method ${name}`, ...outcome });
  });
  yield* each("/members", page.members, (at, { name: value, enum: type = name }) => {
    const enumeration = schemas.get(type);
    const listed = listedValues(enumeration?.schema);
    const outcome = { met: listed.includes(value), contract: `lists ${listed.join(", ")}` };
    return claimAbout(enumeration?.pointer ?? "#/components/schemas")(at, value, {
      says: `has the member ${value}`,
      ...outcome,
    });
  });
  yield* each("/jsonRepresentations", page.jsonRepresentations, (at, { body, json }) => {
    const members = json ? Object.keys(JSON.parse(body)) : [];
    const unknown = members.filter((member) => !(member in (schema.properties ?? {})));
    const contract = json ? `has no property ${unknown.join(", ")}` : "has valid JSON only";
    return claim(at, undefined, { says: "represents the type in JSON", met: json && unknown.length === 0, contract });
  });
}

const normalize = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
