import type { Contract } from "../../../contract/document.ts";
import { schemasByTitle } from "../../../contract/schemas.ts";
import type { Page } from "../../load.ts";
import { type Claim, claimAbout, each, type Subject } from "../claim.ts";

/** What a page of any kind includes or points to: its namespace, its INCLUDEs, the types that it links to, its notes. */
export function* compareLinks(page: Page, contract: Contract, operation?: Subject["operation"]): Generator<Claim> {
  if (page.namespace) {
    const { value } = page.namespace;
    const stated = contract.info["x-namespace"];
    const outcome = { met: value === stated, contract: `namespace ${stated}`, instead: stated };
    yield claimAbout("#/info/x-namespace")("/namespace", value, { says: `namespace ${value}`, ...outcome });
  }
  yield* each("/includes", page.includes, (at, { label, path }) =>
    includeClaim(at, { label, path, says: `includes ${path}` }, { contract, operation }),
  );

  const titles = [...schemasByTitle(contract).keys()];
  const ofTypes = claimAbout("#/components/schemas");
  const known = `knows the types ${titles.join(", ")}`;
  yield* each("/resources", page.resources, (at, { text, name }) => {
    const isKnown = titles.some((title) => title.toLowerCase() === name);
    return [
      ofTypes(`${at}/text`, text, { says: `calls the type ${text}`, met: titles.includes(text), contract: known }),
      ofTypes(`${at}/name`, name, { says: `links to the page ${name}`, met: isKnown, contract: known }),
    ];
  });

  // What a note asks of the contract, no program can decide: a person reads it and names it in the ledger.
  const ofNotes = operation ? claimAbout(operation.pointer) : ofTypes;
  const undecided = { met: false, contract: "has nothing that a program could hold it against" };
  yield* each("/notes", page.notes, (at, { text }) => ofNotes(at, text, undecided));
}

interface Include {
  label: string;
  path: string;
  says?: string;
}

/** Whether the contract has what the INCLUDE with a label brings into the page. */
export function includeClaim(
  at: string,
  { label, path, ...says }: Include,
  { contract, operation }: Pick<Subject, "contract"> & { operation: Subject["operation"] | undefined },
): Claim {
  const { "x-clouds": clouds, "x-permissions": permissions, "x-role": role } = operation?.definition ?? {};
  const of = (member: string, met: boolean, contract: string): Claim =>
    claimAbout(operation ? operation.pointer + member : `#/paths${member}`)(at, path, { met, contract, ...says });
  if (label === "beta-disclaimer") {
    const met = (contract.servers ?? []).every(({ url }) => url.endsWith("/beta"));
    return claimAbout("#/servers")(at, path, { met, contract: "has a server that is not beta", ...says });
  }
  if (label === "national-cloud-support") return of("/x-clouds", clouds === "all", "does not say x-clouds: all");
  if (label === "permissions-table")
    return of("/x-permissions", Boolean(permissions?.delegated && permissions.application), "states no permissions");
  // The text of this INCLUDE isn't on the page; it names one role.
  const administrator = "B2C IEF Keyset Administrator";
  if (label === "rbac-b2c-trustframework-keyset-apis")
    return of("/x-role", role === administrator, `does not say x-role: ${administrator}`);
  return of("", false, "has nothing to hold it against: teach scripts/facts/check/of-links.ts what it brings");
}
