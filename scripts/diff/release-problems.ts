import { type Comparison, compare } from "./compare.ts";
import { commitOf, releaseOf, withRevision } from "./revision.ts";
import { carriesLargestStep } from "./version.ts";

interface ReleaseProblems {
  /** Why the next version doesn't carry the step that the changes since the last release need. */
  problems: string[];
  /** What a reader has to know about the comparison. */
  note?: string;
}

/** Compares with the last release before a revision. The comparison with the revision itself serves if that is the release. */
export async function releaseProblems(base: string, { versions, problems }: Comparison): Promise<ReleaseProblems> {
  // Most of the time, a large step is already pending, and then there is nothing that a slow comparison could add.
  if (problems.length === 0 && carriesLargestStep(".")) return { problems };
  const release = releaseOf(versions.base, base);
  if (release === commitOf(base)) return { problems };
  if (!release)
    return {
      problems,
      note: `This clone lacks the release ${versions.base}, so the step is that of the changes since ${base}.`,
    };
  return { problems: await withRevision(release, async (folder) => (await compare(folder, ".")).problems) };
}
