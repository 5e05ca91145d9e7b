// The faults of faults.yaml and the changes of good.yaml, and how a fault is looked for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { parse } from "yaml";
import type { Severity } from "../../../scripts/diff/change.ts";
import type { Edit } from "./copy.ts";

export interface Fault extends Edit {
  check: string;
  /** Another place than the edited file, as a pattern. */
  at?: string;
  message: string;
  /** Set where the fault hides those of others, so that it needs a copy of its own. */
  alone?: true;
  severity?: Severity;
  tag?: string;
}

export interface Good extends Edit {
  /** The check that accepts it; without one, the linters, the audit, and the diff do, which reports its severity. */
  check?: string;
  severity: Severity;
}

const read = <T>(name: string): T[] => parse(readFileSync(join(import.meta.dirname, name), "utf8"));
export const faults = read<Fault>("faults.yaml");
export const good = read<Good>("good.yaml");

export const faultsOf = (...checks: string[]) => faults.filter(({ check }) => checks.includes(check));

const shortened = (text: string) => JSON.stringify(text.trim().slice(0, 100));
export const titleOf = ({ file, find, replace }: Edit): string => {
  if (replace === undefined) return `${file} is removed`;
  return find === undefined
    ? `${file} is added: ${shortened(replace)}`
    : `${file}: ${shortened(find)} -> ${shortened(replace)}`;
};
export const titled = (...checks: string[]) =>
  faultsOf(...checks).map((fault) => [`${titleOf(fault)}: ${fault.message}`, fault] as const);

/** Fails unless a problem is at the place of the fault and has its message. */
export function expectReported({ file, at = file.replaceAll(".", "\\."), message }: Fault, problems: string[]): void {
  const matching = problems.filter((problem) => new RegExp(at).test(problem) && problem.includes(message));
  expect(matching, problems.join("\n")).not.toEqual([]);
}
