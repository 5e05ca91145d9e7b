import semver from "semver";
import type { Severity } from "./change.ts";

const steps = ["patch", "minor", "major"] as const;
export type Step = (typeof steps)[number];

/** Negative if the first step is the smaller one. */
export const compareSteps = (a: Step, b: Step): number => steps.indexOf(a) - steps.indexOf(b);

const stepsFromOneOn = { breaking: "major", addition: "minor", wording: "patch" } as const;

/** The version step that a change needs, as in the table in CONTRIBUTING.md. */
export function stepFor(severity: Severity, version: string): Step {
  if (semver.valid(version) && semver.major(version) > 0) return stepsFromOneOn[severity];
  return severity === "breaking" ? "minor" : "patch";
}
