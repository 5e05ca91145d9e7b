export const header = `// Made from spec/ by "npm run generate". Do not edit.\n\n`;

/** A doc comment of paragraphs and tags, without those that are undefined, and with `indent` before each line. */
export function docComment(paragraphs: (string | undefined)[], indent = ""): string {
  const lines = paragraphs
    .filter((paragraph) => paragraph !== undefined)
    .flatMap((paragraph, i) => [...(i > 0 && !paragraph.startsWith("@") ? [""] : []), ...paragraph.trim().split("\n")])
    .map((line) => `${indent} * ${line.replaceAll("*/", "*\\/")}`.trimEnd());
  return `${indent}/**\n${lines.join("\n")}\n${indent} */\n`;
}
