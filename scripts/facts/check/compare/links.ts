import type { Contract } from "../../../contract/document.ts";
import { schemasByTitle } from "../../../contract/schemas.ts";
import type { Page } from "../../load.ts";
import { type Claim, claimAbout, each, type Subject } from "../claim.ts";

/** What a page of any kind includes or points to: its namespace, its INCLUDEs, the types that it links to, its notes. */
export function* compareLinks(page: Page, contract: Contract, operation?: Subject["operation"]): Generator<Claim> {
  if (page.namespace) {
    const value = page.namespace;
    const stated = contract.info["x-namespace"];
    const outcome = { met: value === stated, contract: `namespace ${stated}`, instead: stated };
    yield claimAbout("#/info/x-namespace")("/namespace", value, { says: `namespace ${value}`, ...outcome });
  }
  yield* each("/includes", page.includes, (at, path, label) =>
    label === "table-intro" ? [] : includeClaim(at, { label, path }, { contract, operation }),
  );

  const titles = [...schemasByTitle(contract).keys()];
  const ofTypes = claimAbout("#/components/schemas");
  yield* each("/resources", page.resources, (at, texts, name) => {
    const isKnown = titles.some((title) => title.toLowerCase() === name.toLowerCase());
    const missing = (type: string) => `has no type ${type}; it has ${titles.join(", ")}`;
    return [
      ofTypes(at, name, { says: `links to the page ${name}`, met: isKnown, contract: missing(name) }),
      ...each(at, texts, (at, _, text) =>
        ofTypes(at, text, { says: `names the type ${text}`, met: titles.includes(text), contract: missing(text) }),
      ),
    ];
  });

  // What a note asks of the contract, no program can decide: a person reads it and names it in the ledger.
  const ofNotes = operation ? claimAbout(operation.pointer) : ofTypes;
  const undecided = { met: false, contract: "can't be compared with a note by a program" };
  yield* each("/notes/important", Object.fromEntries(Object.entries(page.notes?.important ?? [])), (at, text) =>
    ofNotes(at, text, undecided),
  );
}

interface Include {
  label: string;
  path: string;
}

/** Whether the contract has what the INCLUDE with a label brings into the page. */
function includeClaim(
  at: string,
  { label, path }: Include,
  { contract, operation }: Pick<Subject, "contract"> & { operation: Subject["operation"] | undefined },
): Claim {
  const says = `includes ${path}`;
  const { "x-clouds": clouds, "x-permissions": permissions, "x-role": role } = operation?.definition ?? {};
  const of = (member: string, met: boolean, contract: string): Claim =>
    claimAbout(operation ? operation.pointer + member : `#/paths${member}`)(at, path, { says, met, contract });
  if (label === "beta-disclaimer") {
    const met = (contract.servers ?? []).every(({ url }) => url.endsWith("/beta"));
    return claimAbout("#/servers")(at, path, { met, contract: "has a server that isn't beta", says });
  }
  if (label === "national-cloud-support") return of("/x-clouds", clouds === "all", `says x-clouds: ${clouds}`);
  if (label === "permissions-table")
    return of("/x-permissions", Boolean(permissions?.delegated && permissions.application), "has no x-permissions");
  if (label.startsWith("rbac-")) return of("/x-role", role !== "not-stated", `says x-role: ${role}`);
  return of("", false, "has nothing to compare: add what the INCLUDE brings to scripts/facts/check/compare/links.ts");
}
