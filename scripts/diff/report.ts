import { formatTable } from "../lib/table.ts";
import { type Change, type Side, severities } from "./change.ts";
import type { Comparison } from "./compare.ts";
import { stepFor } from "./steps.ts";

const titles: Record<Side, string> = {
  callers: "For callers: what is sent",
  readers: "For readers: what comes back",
  programs: "For programs: what installs and compiles",
};

/** The comparison as Markdown for a reviewer. */
export function report(
  { versions, changes, files, severity, problems }: Comparison,
  revision: string,
  note?: string,
): string {
  const sections = (Object.keys(titles) as Side[]).flatMap((side) => {
    const affecting = changes.filter(({ sides }) => sides.includes(side));
    return affecting.length > 0 ? [`## ${titles[side]}`, tableOf(affecting)] : [];
  });
  const listed = (title: string, items: string[]) =>
    items.length > 0 ? [`## ${title}`, items.map((item) => `- ${item}`).join("\n")] : [];
  return [
    `# Changes since ${revision}`,
    severity
      ? `The most severe change is **${severity}**: it needs a **${stepFor(severity, versions.base)}** step from ${versions.base}. ${stateOf(versions)}`
      : `No shipped file differs. ${stateOf(versions)}`,
    ...(note ? [note] : []),
    ...sections,
    ...listed(
      "Shipped files that differ",
      files.map((file) => `\`${file}\``),
    ),
    ...listed("To fix", problems),
  ].join("\n\n");
}

const stateOf = ({ now, next = now }: Comparison["versions"]): string =>
  `The version is ${now}${next === now ? "" : `, and the next one is ${next}`}.`;

function tableOf(changes: Change[]): string {
  const sorted = severities.flatMap((severity) => changes.filter((change) => change.severity === severity));
  return formatTable(
    ["severity", "change", "where"],
    sorted.map(({ severity, where, message }) => [
      severity === "breaking" ? "**breaking**" : severity,
      message.replaceAll("|", "\\|"),
      `\`${where}\``,
    ]),
  );
}
