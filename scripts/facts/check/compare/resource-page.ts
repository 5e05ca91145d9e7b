import type { Contract } from "../../../contract/document.ts";
import { operationsOf } from "../../../contract/operations.ts";
import { listedValues, schemasByTitle, typeInBody } from "../../../contract/schemas.ts";
import type { Method } from "../../facts.ts";
import type { Page } from "../../load.ts";
import { type Claim, claimAbout, each } from "../claim.ts";
import { compareLinks } from "./links.ts";
import { compareProperty } from "./properties.ts";

/** What the page of a resource type or of enumerations says, compared with the schema of that title. */
export function* compareResourcePage(page: Page, contract: Contract): Generator<Claim> {
  yield* compareLinks(page, contract);
  const schemas = schemasByTitle(contract);
  const [name = ""] = page.title.split(" ");
  const { schema, pointer } = schemas.get(name) ?? { schema: {}, pointer: "#/components/schemas" };
  const claim = claimAbout(pointer);
  const title = { says: `describes ${name}`, met: schemas.has(name), contract: `has no type ${name}` };
  if (page.kind === "resource") yield claim("/title", name, title);
  for (const table of ["properties", "relationships"] as const)
    yield* each(`/${table}`, page[table], (at, row, name) => [
      ...compareProperty(at, { name, ...row }, { schema, pointer }),
    ]);

  yield* each("/methods", page.methods, (at, method, name) => [...methodClaims(at, { name, ...method }, contract)]);
  yield* each("/members", page.members, (at, members, type) => {
    const enumeration = schemas.get(type);
    const listed = listedValues(enumeration?.schema);
    return each(at, members, (at, _, value) =>
      claimAbout(enumeration?.pointer ?? "#/components/schemas")(at, value, {
        says: `has the member ${value}`,
        met: listed.includes(value),
        value,
        contract: `lists ${listed.join(", ")}`,
      }),
    );
  });
  yield* each("/jsonRepresentations", page.jsonRepresentations, (at, { body, json, annotation }) => {
    const members = json ? Object.keys(JSON.parse(body)) : [];
    const unknown = members.filter((member) => !(member in (schema.properties ?? {})));
    const wrong = json ? `has no property ${unknown.join(", ")}` : "has valid JSON only";
    const shown = { says: "represents the type in JSON", met: json && unknown.length === 0, contract: wrong };
    const type = `${contract.info["x-namespace"]}.${schema.title}`;
    return [
      claim(`${at}/body`, undefined, shown),
      ...each(`${at}/annotation`, annotation, (at, value, member) => {
        if (member === "@odata.type")
          return claim(at, String(value), { met: value === type, contract: `has the type ${type}` });
        if (member !== "keyProperty") return [];
        const key = String(value);
        const met = schema.required?.includes(key) ?? false;
        return claim(at, key, { says: `the key is ${key}`, met, contract: `doesn't require ${key}` });
      }),
    ];
  });
}

/** What a row of the table of methods says: which page documents the method, and what it returns. */
function* methodClaims(at: string, { name, page, returns }: Method & { name: string }, contract: Contract) {
  const all = operationsOf(contract);
  const operation = page
    ? all.find(({ definition }) => definition["x-pages"].includes(page))
    : all.find(({ id }) => normalize(id) === normalize(name));
  const claim = claimAbout(operation?.pointer ?? "#/paths");
  const says = `has the method ${name}`;
  const missing = page ? `has no operation with the page ${page}` : `has no operation named ${name}`;
  // Without an operation, nothing else of the row can be compared: the claim stands for the whole row.
  const place = page ? `${at}/page` : `${at}#exists`;
  yield claim(operation ? place : at, page ?? name, { says, met: operation !== undefined, contract: missing });
  if (!returns || !operation) return;
  const response = operation.definition.responses[operation.success.status];
  const schema = response?.content?.["application/json"]?.schema;
  const isList = schema?.properties?.value?.type === "array";
  const ours = [typeInBody(schema) ?? "nothing", ...(isList ? ["collection"] : [])].join(" ");
  const met = ours.toLowerCase() === returns.toLowerCase();
  yield claim(`${at}/returns`, returns, { says: `${name} returns ${returns}`, met, contract: `returns ${ours}` });
}

const normalize = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
