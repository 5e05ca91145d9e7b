export const header = `// Made from spec/ by "npm run generate". Do not edit.\n\n`;

/** A doc comment of paragraphs and tags; empty ones are left out. `indent` is put before each line. */
export function docComment(paragraphs: (string | undefined)[], indent = ""): string {
  const lines = paragraphs
    .filter((paragraph) => paragraph !== undefined)
    .flatMap((paragraph, i) => [...(i > 0 && !paragraph.startsWith("@") ? [""] : []), ...paragraph.trim().split("\n")])
    .map((line) => `${indent} * ${line.replaceAll("*/", "*\\/")}`.trimEnd());
  return `${indent}/**\n${lines.join("\n")}\n${indent} */\n`;
}
