/** How much a change asks of those who use the package, most first. */
export const severities = ["breaking", "addition", "wording"] as const;
export type Severity = (typeof severities)[number];

/** Whom a change concerns: who sends a request, who reads an answer, who compiles a program. */
export type Side = "callers" | "readers" | "programs";

/** One thing that differs from the base. */
export interface Change {
  severity: Severity;
  sides: Side[];
  /** File and line. */
  where: string;
  says: string;
}
