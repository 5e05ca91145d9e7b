import type { Change, Side } from "./change.ts";
import { severities } from "./change.ts";
import type { Comparison } from "./compare.ts";
import { stepFor } from "./version.ts";

const titles: Record<Side, string> = {
  callers: "For callers: what is sent",
  readers: "For readers: what comes back",
  programs: "For programs: what compiles",
};

/** The comparison as a reviewer reads it, in Markdown. */
export function report({ versions, changes, files, severity, problems }: Comparison, revision: string): string {
  const sections = (Object.keys(titles) as Side[]).flatMap((side) => {
    const rows = changes.filter(({ sides }) => sides.includes(side));
    return rows.length > 0 ? [`## ${titles[side]}`, table(rows)] : [];
  });
  return [
    `# Changes since ${revision}`,
    severity
      ? `The most severe is **${severity}**: it asks for a **${stepFor(severity, versions.base!)}** step from ${versions.base}. The version is ${versions.now}.`
      : `Nothing that is shipped differs. The version is ${versions.now}.`,
    ...sections,
    ...(files.length > 0 ? ["## Shipped files that differ", files.map((file) => `- \`${file}\``).join("\n")] : []),
    ...(problems.length > 0 ? ["## To mend", problems.map((problem) => `- ${problem}`).join("\n")] : []),
  ].join("\n\n");
}

function table(rows: Change[]): string {
  const sorted = severities.flatMap((severity) => rows.filter((row) => row.severity === severity));
  const lines = sorted.map(
    ({ severity, where, says }) =>
      `| ${severity === "breaking" ? "**breaking**" : severity} | ${cell(says)} | \`${where}\` |`,
  );
  return ["| severity | change | where |", "|---|---|---|", ...lines].join("\n");
}

const cell = (text: string): string => text.replaceAll("|", "\\|");
