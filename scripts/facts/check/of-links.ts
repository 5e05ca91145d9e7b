import { type Contract, type Node, type Operation, schemasByTitle } from "../../contract/load.ts";
import type { Page } from "../load.ts";
import type { Claim } from "./claim.ts";

/** What a page of any kind takes in or points to: its namespace, its INCLUDEs, the types that it links to, its notes. */
export function* claimsOfLinks(page: Page, contract: Contract, operation?: Operation): Generator<Claim> {
  if (page.namespace) {
    const { line, value } = page.namespace;
    const stated = contract.info["x-namespace"];
    const claim = { at: "/namespace", line, says: `namespace ${value}`, quote: value };
    yield {
      ...claim,
      met: value === stated,
      contract: `namespace ${stated}`,
      instead: stated,
      pointer: "#/info/x-namespace",
    };
  }
  for (const [i, { line, label, path }] of (page.includes ?? []).entries()) {
    yield { at: `/includes/${i}`, line, says: `includes ${path}`, quote: path, ...include(label, contract, operation) };
  }

  const titles = [...schemasByTitle(contract).keys()];
  const known = { contract: `knows the types ${titles.join(", ")}`, pointer: "#/components/schemas" };
  for (const [i, { line, text, name }] of (page.resources ?? []).entries()) {
    yield {
      at: `/resources/${i}/text`,
      line,
      says: `calls the type ${text}`,
      quote: text,
      met: titles.includes(text),
      ...known,
    };
    const met = titles.some((title) => title.toLowerCase() === name);
    yield { at: `/resources/${i}/name`, line, says: `links to the page ${name}`, quote: name, met, ...known };
  }

  // No program can tell what a note asks of the contract: a person reads it and names it in the ledger.
  for (const [i, { line, text }] of (page.notes ?? []).entries()) {
    const contract = "has nothing that a program could hold it against";
    yield {
      at: `/notes/${i}`,
      line,
      says: text,
      quote: text,
      met: false,
      contract,
      pointer: operation?.pointer ?? "#/components/schemas",
    };
  }
}

/** Whether the contract has what an INCLUDE of a label brings into the page. */
export function include(
  label: string,
  contract: Contract,
  operation?: Operation,
): Pick<Claim, "met" | "contract" | "pointer"> {
  const { node = {}, pointer = "#/paths" } = operation ?? {};
  switch (label) {
    case "beta-disclaimer": {
      const met = contract.servers.every((server: Node) => server.url.endsWith("/beta"));
      return { met, contract: "has a server that is not beta", pointer: "#/servers" };
    }
    case "national-cloud-support":
      return {
        met: node["x-clouds"] === "all",
        contract: "does not say x-clouds: all",
        pointer: `${pointer}/x-clouds`,
      };
    case "permissions-table": {
      const met = Boolean(node["x-permissions"]?.delegated && node["x-permissions"].application);
      return { met, contract: "states no permissions", pointer: `${pointer}/x-permissions` };
    }
    case "rbac-b2c-trustframework-keyset-apis": {
      // The included text, which the pages do not hold, names this one role.
      const role = "B2C IEF Keyset Administrator";
      return { met: node["x-role"] === role, contract: `does not say x-role: ${role}`, pointer: `${pointer}/x-role` };
    }
    default:
      return {
        met: false,
        contract: "has nothing to hold it against: teach scripts/facts/check/of-links.ts what it brings",
        pointer,
      };
  }
}
