import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import parseChangeset from "@changesets/parse";
import { compareSteps, type Step } from "./steps.ts";

/** What waits for the next release. */
interface Pending {
  /** The largest step of the changesets, and the place that takes it. */
  step?: { step: Step; where: string };
  /** The text of each changeset, by file. */
  texts: Map<string, string>;
  /** Why a changeset would be lost or stop a release: file, line, and fix. */
  problems: string[];
}

/** The changesets of a folder. */
export function readPending(folder: string): Pending {
  const below = join(folder, ".changeset");
  const names = existsSync(below) ? readdirSync(below).filter((name) => /(?<!^README)\.md$/.test(name)) : [];
  const texts = new Map(names.sort().map((name) => [`.changeset/${name}`, readFileSync(join(below, name), "utf8")]));
  const { name: own } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const read = [...texts].map(([file, text]) => readChangeset(file, text, own));
  const [step] = read.flatMap(({ step }) => step ?? []).sort((a, b) => compareSteps(b.step, a.step));
  return { ...(step && { step }), texts, problems: read.flatMap(({ problem }) => problem ?? []) };
}

function readChangeset(file: string, text: string, own: string): { step?: Pending["step"]; problem?: string } {
  try {
    const { releases, summary } = parseChangeset(text);
    const line = text.split("\n").findIndex((found) => found.includes(own)) + 1;
    const [release] = releases;
    if (!release || releases.length > 1 || release.name !== own)
      return {
        problem: `${file}:1: the changeset isn't for this package. Write "${own}": and the step between the lines ---.`,
      };
    if (summary === "")
      return { problem: `${file}:${line}: the changeset is empty. Write what changed below the second ---.` };
    return release.type === "none" ? {} : { step: { step: release.type, where: `${file}:${line}` } };
  } catch (error) {
    const [reason] = (error as Error).message.replace("could not parse changeset - ", "").split("\n");
    return { problem: `${file}:1: ${reason} .changeset/README.md shows the form.` };
  }
}
