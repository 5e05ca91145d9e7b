/** How much a change affects those who use the package, the most severe first. */
export const severities = ["breaking", "addition", "wording"] as const;
export type Severity = (typeof severities)[number];

/** Who is affected: those who send requests, those who read responses, those who compile programs. */
export type Side = "callers" | "readers" | "programs";

/** A difference from the base. */
export interface Change {
  severity: Severity;
  sides: Side[];
  /** File and line. */
  where: string;
  message: string;
}
