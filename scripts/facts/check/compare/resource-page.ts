import type { Contract } from "../../../contract/document.ts";
import { operationsOf } from "../../../contract/operations.ts";
import { listedValues, schemasByTitle } from "../../../contract/schemas.ts";
import type { Page } from "../../load.ts";
import { type Claim, claim, each } from "../claim.ts";
import { compareLinks } from "./links.ts";
import { compareProperty } from "./properties.ts";

/** What the page of a resource type or of enumerations says, compared with the schema of that title. */
export function* compareResourcePage(page: Page, contract: Contract): Generator<Claim> {
  yield* compareLinks(page, contract);
  const schemas = schemasByTitle(contract);
  const pointer = "#/components/schemas";

  const [name = ""] = page.title.value.split(" ");
  const schema = schemas.get(name) ?? {};
  if (page.kind === "resource")
    yield claim("/title", name, {
      says: `describes ${name}`,
      met: schemas.has(name),
      contract: "has no schema of this title",
      pointer,
    });
  for (const table of ["properties", "relationships"] as const)
    yield* each(`/${table}`, page[table], (at, row) => [...compareProperty(at, row, schema, pointer)]);

  const names = operationsOf(contract).flatMap(({ id, definition }) => [id, definition.summary ?? ""].map(normalize));
  yield* each("/methods", page.methods, (at, { name }) => [
    claim(at, name, {
      says: `has the method ${name}`,
      met: names.includes(normalize(name)),
      contract: "has no operation of this name",
      pointer: "#/paths",
    }),
  ]);
  yield* each("/members", page.members, (at, { name: value, enum: type = name }) => {
    const listed = listedValues(schemas.get(type));
    return [
      claim(at, value, {
        says: `has the member ${value}`,
        met: listed.includes(value),
        contract: `lists ${listed.join(", ")}`,
        pointer,
      }),
    ];
  });
  yield* each("/jsonRepresentations", page.jsonRepresentations, (at, { body, json }) => {
    const members = json ? Object.keys(JSON.parse(body)) : [];
    const unknown = members.filter((member) => !(member in (schema.properties ?? {})));
    const met = json && unknown.length === 0;
    const contract = json ? `has no ${unknown.join(", ")}` : "has valid JSON only";
    return [{ at, says: "represents the type in JSON", met, contract, pointer }];
  });
}

const normalize = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
