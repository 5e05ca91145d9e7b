import type { Claim } from "./claim.ts";
import { operations, schemasByTitle, type Contract, type Node } from "./contract.ts";
import { namespaceClaim } from "./of-page.ts";
import { listedValues, rowClaims } from "./of-request.ts";
import type { Page } from "./pages.ts";

/** What the page of a resource type or an enumeration says, against the schema of that title. */
export function* claimsOfResource(page: Page, contract: Contract): Generator<Claim> {
  yield* namespaceClaim(page, contract);
  const name = page.title.value.split(" ")[0]!;
  const schema: Node = schemasByTitle(contract).get(name) ?? {};
  const pointer = "#/components/schemas";
  yield { at: "/title", line: page.title.line, says: `describes ${name}`, quote: name, met: Boolean(schema.title), contract: "has no schema of this title", pointer };

  for (const [i, row] of (page.properties ?? []).entries()) yield* rowClaims(`/properties/${i}`, row, schema, pointer, undefined);
  for (const [i, row] of (page.relationships ?? []).entries()) yield* rowClaims(`/relationships/${i}`, row, schema, pointer, undefined);
  for (const [i, { line, name }] of (page.methods ?? []).entries()) {
    const words = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
    const met = operations(contract).some(({ node }) => [node.operationId, node.summary].map(words).includes(words(name)));
    yield { at: `/methods/${i}`, line, says: `has the method ${name}`, quote: name, met, contract: "has no operation of this name", pointer: "#/paths" };
  }
  for (const [i, { line, name }] of (page.members ?? []).entries()) {
    const listed = listedValues(schema);
    yield { at: `/members/${i}`, line, says: `has the member ${name}`, quote: name, met: listed.includes(name), contract: `lists ${listed.join(", ")}`, pointer };
  }
}
