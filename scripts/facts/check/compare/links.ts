import type { Contract } from "../../../contract/document.ts";
import { schemasByTitle } from "../../../contract/schemas.ts";
import type { Page } from "../../load.ts";
import { type Claim, claim, each, type Subject } from "../claim.ts";

/** What a page of any kind includes or points to: its namespace, its INCLUDEs, the types that it links to, its notes. */
export function* compareLinks(page: Page, contract: Contract, operation?: Subject["operation"]): Generator<Claim> {
  if (page.namespace) {
    const { value } = page.namespace;
    const stated = contract.info["x-namespace"];
    yield claim("/namespace", value, {
      says: `namespace ${value}`,
      met: value === stated,
      contract: `namespace ${stated}`,
      instead: stated,
      pointer: "#/info/x-namespace",
    });
  }
  yield* each("/includes", page.includes, (at, { label, path }) => [
    claim(at, path, { says: `includes ${path}`, ...compareInclude(label, contract, operation) }),
  ]);

  const titles = [...schemasByTitle(contract).keys()];
  const known = { contract: `knows the types ${titles.join(", ")}`, pointer: "#/components/schemas" };
  yield* each("/resources", page.resources, (at, { text, name }) => [
    claim(`${at}/text`, text, { says: `calls the type ${text}`, met: titles.includes(text), ...known }),
    claim(`${at}/name`, name, {
      says: `links to the page ${name}`,
      met: titles.some((title) => title.toLowerCase() === name),
      ...known,
    }),
  ]);

  // What a note asks of the contract, no program can decide: a person reads it and names it in the ledger.
  yield* each("/notes", page.notes, (at, { text }) => [
    claim(at, text, {
      met: false,
      contract: "has nothing that a program could hold it against",
      pointer: operation?.pointer ?? "#/components/schemas",
    }),
  ]);
}

/** Whether the contract has what the INCLUDE with a label brings into the page. */
export function compareInclude(
  label: string,
  contract: Contract,
  operation?: Subject["operation"],
): Pick<Claim, "met" | "contract" | "pointer"> {
  const { definition, pointer = "#/paths" } = operation ?? {};
  switch (label) {
    case "beta-disclaimer": {
      const met = (contract.servers ?? []).every(({ url }) => url.endsWith("/beta"));
      return { met, contract: "has a server that is not beta", pointer: "#/servers" };
    }
    case "national-cloud-support": {
      const met = definition?.["x-clouds"] === "all";
      return { met, contract: "does not say x-clouds: all", pointer: `${pointer}/x-clouds` };
    }
    case "permissions-table": {
      const stated = definition?.["x-permissions"];
      const met = Boolean(stated?.delegated && stated.application);
      return { met, contract: "states no permissions", pointer: `${pointer}/x-permissions` };
    }
    case "rbac-b2c-trustframework-keyset-apis": {
      // The included text isn't on the page; it names this one role.
      const role = "B2C IEF Keyset Administrator";
      const met = definition?.["x-role"] === role;
      return { met, contract: `does not say x-role: ${role}`, pointer: `${pointer}/x-role` };
    }
    default:
      return {
        met: false,
        contract: "has nothing to hold it against: teach scripts/facts/check/of-links.ts what it brings",
        pointer,
      };
  }
}
