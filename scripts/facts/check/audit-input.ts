import { join } from "node:path";
import { type Ledger, ledgerFolder, loadLedger } from "../../conflicts/load.ts";
import type { Contract } from "../../contract/document.ts";
import { loadContract } from "../../contract/load.ts";
import { createLocate, type Locate } from "../../contract/locate.ts";
import { factsFolder, loadPages, type Page } from "../load.ts";
import { createLocateFact, type LocateFact } from "../locate.ts";

/** What is compared. */
export interface AuditInput {
  contract: Contract;
  pages: Page[];
  ledger: Ledger;
  locate: Locate;
  locateFact: LocateFact;
}

/** Loads the contract, the facts, and the ledger of a folder that has them in `spec/`. */
export async function loadAuditInput(folder = "."): Promise<AuditInput> {
  const root = join(folder, "spec/openapi.yaml");
  const facts = join(folder, factsFolder);
  const [contract, pages, ledger] = await Promise.all([
    loadContract(root),
    loadPages(facts),
    loadLedger(join(folder, ledgerFolder)),
  ]);
  return { contract, pages, ledger, locate: createLocate(root), locateFact: createLocateFact(facts) };
}
