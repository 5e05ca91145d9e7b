import type { Contract, Operation } from "../../contract/load.ts";
import type { Page } from "../load.ts";

/** One thing that a page says, held against the contract. */
export interface Claim {
  /**
   * The fact's place in its facts file, as a JSON pointer; in a JSON body the pointer goes on inside the body. A word
   * after `#` marks what is to be concluded from that place: two members that exclude each other, a header left out.
   */
  at: string;
  line: number;
  says: string;
  met: boolean;
  contract: string;
  /** Where in the contract a mend would go. */
  pointer: string;
  /** The page's own words. A conflict that excuses the fact must quote them, so that it cannot outlive them. */
  quote?: string | undefined;
  /** The contract's value in their stead, to be quoted likewise. Left out where a rule gives it. */
  instead?: string | undefined;
}

/** What every check is given: the page, the operation that it documents, and all the rest. */
export interface Subject {
  page: Page;
  operation: Operation;
  contract: Contract;
  pages: Page[];
}
