import { type Contract, type Node, operations, schemasByTitle } from "../../contract/load.ts";
import { joinPointer } from "../../lib/json-pointer.ts";
import { listedValues } from "../../lib/schema-validator.ts";
import type { Page } from "../load.ts";
import { type Claim } from "./claim.ts";
import { claimsOfLinks } from "./of-links.ts";
import { claimsOfProperty } from "./of-properties.ts";

/** What the page of a resource type or of enumerations says, against the schema of that title. */
export function* claimsOfResource(page: Page, contract: Contract): Generator<Claim> {
  yield* claimsOfLinks(page, contract);
  const schemas = schemasByTitle(contract);
  const pointer = "#/components/schemas";

  const [name = ""] = page.title.value.split(" ");
  const schema: Node = schemas.get(name) ?? {};
  if (page.kind === "resource") {
    yield {
      at: "/title",
      line: page.title.line,
      says: `describes ${name}`,
      quote: name,
      met: schemas.has(name),
      contract: "has no schema of this title",
      pointer,
    };
  }
  for (const table of ["properties", "relationships"] as const) {
    for (const [i, row] of (page[table] ?? []).entries())
      yield* claimsOfProperty(joinPointer("", table, i), row, schema, pointer);
  }
  for (const [i, { line, name }] of (page.methods ?? []).entries()) {
    const met = operations(contract).some(({ node }) =>
      [node.operationId, node.summary].map(words).includes(words(name)),
    );
    yield {
      at: `/methods/${i}`,
      line,
      says: `has the method ${name}`,
      quote: name,
      met,
      contract: "has no operation of this name",
      pointer: "#/paths",
    };
  }
  for (const [i, { line, name: value, enum: type }] of (page.members ?? []).entries()) {
    const listed = listedValues(schemas.get(type ?? name) ?? {});
    yield {
      at: `/members/${i}`,
      line,
      says: `has the member ${value}`,
      quote: value,
      met: listed.includes(value),
      contract: `lists ${listed.join(", ")}`,
      pointer,
    };
  }
  for (const [i, { line, body, json }] of (page.jsonRepresentations ?? []).entries()) {
    const unknown = json
      ? Object.keys(JSON.parse(body)).filter((member) => !(member in (schema.properties ?? {})))
      : [];
    const contract = json ? `has no ${unknown.join(", ")}` : "has valid JSON only";
    yield {
      at: `/jsonRepresentations/${i}`,
      line,
      says: "represents the type in JSON",
      met: json && unknown.length === 0,
      contract,
      pointer,
    };
  }
}

const words = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
