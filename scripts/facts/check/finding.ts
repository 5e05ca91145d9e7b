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

/** Findings by cause: each group starts with the finding that came first, the others follow from it. */
export function groupByCause(findings: Finding[]): Finding[][] {
  let groups: Finding[][] = [];
  for (const finding of findings) {
    const isRelated = ({ causes }: Finding): boolean => causes.some((cause) => finding.causes.includes(cause));
    const related = groups.filter((group) => group.some(isRelated));
    groups = [...groups.filter((group) => !related.includes(group)), [...related.flat(), finding]];
  }
  const inOrder = (group: Finding[]): Finding[] => findings.filter((finding) => group.includes(finding));
  return groups.map(inOrder).sort(([a], [b]) => findings.indexOf(a as Finding) - findings.indexOf(b as Finding));
}

/** The name of a fact as a cause: conclusions from one place share it. */
export const factCause = (page: string, at: string): string => `fact ${page} ${at.split("#")[0]}`;

/** The name of a page's words as a cause: a page repeats them in its request, response, and comments. */
export const wordsCause = (page: string, words: string): string => `words ${page} ${words}`;
