/** Something to fix. */
export interface Finding {
  /** The `file:line` to open. */
  place: string;
  /** Which fact, conflict, or part of the contract is meant there. */
  about: string;
  /** What stands there. */
  says: string;
  /** What the contract says, with its place. */
  contract?: string;
  fix: string;
  /** Names of what can have caused it. Findings that share one are printed as one. */
  causes: string[];
}
