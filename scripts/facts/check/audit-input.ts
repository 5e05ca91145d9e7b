import { join } from "node:path";
import { type Ledger, ledgerFolder, loadLedger } from "../../conflicts/load.ts";
import { bundleWithoutErrorExamples } from "../../contract/bundle.ts";
import type { Contract, Document } from "../../contract/document.ts";
import { loadContract } from "../../contract/load.ts";
import { createLocate, type Locate } from "../../contract/locate.ts";
import { allFactsFolder, factsFolder, loadOtherFacts, loadPages, type Page } from "../load.ts";
import { createLocateFact, type LocateFact } from "../locate.ts";
import type { OtherFacts } from "../other-facts.ts";
import { loadPins, type Pin } from "./check-pins.ts";
import { type Conventions, loadConventions } from "./conventions.ts";

/** What is compared. */
export interface AuditInput {
  /** The contract with its references followed, which the facts are compared with. */
  contract: Contract;
  /** The contract as it is published, whose elements need a source. */
  document: Document;
  pages: Page[];
  facts: OtherFacts;
  ledger: Ledger;
  conventions: Conventions;
  pins: Pin[];
  locate: Locate;
  locateFact: LocateFact;
}

/** Loads the contract, the facts, the ledger, and the conventions of a folder that has them in `spec/`. */
export async function loadAuditInput(folder = "."): Promise<AuditInput> {
  const root = join(folder, "spec/openapi.yaml");
  const pagesFolder = join(folder, factsFolder);
  const [contract, document, pages, facts, ledger, conventions] = await Promise.all([
    loadContract(root),
    bundleWithoutErrorExamples(root),
    loadPages(pagesFolder),
    loadOtherFacts(join(folder, allFactsFolder)),
    loadLedger(join(folder, ledgerFolder)),
    loadConventions(folder),
  ]);
  const locateFact = createLocateFact(pagesFolder);
  const pins = await loadPins(pages, folder);
  return { contract, document, pages, facts, ledger, conventions, pins, locate: createLocate(root), locateFact };
}
