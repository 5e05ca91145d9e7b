/** Reports a draft operation that isn't deprecated, or whose description names no operation to call instead. */
export default function draftReplacement(operation, _options, { path, documentInventory }) {
  if (operation["x-stage"] !== "draft") return [];
  const findings = [];
  if (operation.deprecated !== true)
    findings.push({ message: "Set deprecated to true: nobody should rely on a draft operation.", path });
  const replacements = Object.values(documentInventory.resolved.paths)
    .flatMap((item) => Object.values(item))
    .filter((other) => other.operationId && other["x-stage"] !== "draft")
    .map((other) => `\`${other.operationId}\``);
  if (!replacements.some((name) => operation.description?.includes(name)))
    findings.push({
      message: `Name in the description, in backticks, the operation to call instead: one of ${replacements.join(", ")}.`,
      path: [...path, "description"],
    });
  return findings;
}
