import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import type { Finding } from "../lib/findings.ts";
import type { Report } from "../lib/lint-report.ts";
import { root } from "../lib/root.ts";

/** What each layer may import besides itself. A layer that isn't here is a step, such as scripts/diff. */
const mayImport: Record<string, string[]> = {
  src: ["generated"],
  generated: ["types of src"],
  spectral: [],
  "scripts/lib": [],
  "scripts/contract": ["scripts/lib"],
  "scripts/conflicts": ["scripts/lib", "scripts/contract"],
};
const stepsMayImport = ["scripts/lib", "scripts/contract", "scripts/conflicts", "scripts/facts"];
/** The generator writes pages of what src/ has. */
mayImport["scripts/generate"] = [...stepsMayImport, "src"];

/** These use the layers, and no layer uses them. */
const users = ["commands", "site", "bench"];

/** Whether imports between the layers of the code point one way: lint of each import to a file of the repository. */
export function lintImports(): Report {
  const folders = ["scripts", "spectral", "src", "generated", "site", "bench"];
  const excluded = ["**/node_modules", "**/dist", "**/output"];
  const files = ts.sys
    .readDirectory(root, [".ts", ".js", ".cjs", ".mjs"], excluded, folders)
    .map((file) => posix.relative(root.replaceAll("\\", "/"), file));
  const findings = files.flatMap((file) => wrongImports(file, readFileSync(join(root, file), "utf8")));
  return { subject: `Import directions of ${files.length} files`, findings };
}

/** The imports of a file that point the wrong way. */
export function wrongImports(file: string, text: string): Finding[] {
  const from = layerOf(file);
  return relativeImports(text).flatMap(({ fileName: specifier, pos }) => {
    const to = layerOf(posix.join(posix.dirname(file), specifier));
    if (isAllowed(from, to) || (isAllowed(from, `types of ${to}`) && isTypeOnly(text, specifier))) return [];
    const { line, character } = ts.getLineAndCharacterOfPosition(
      ts.createSourceFile(file, text, ts.ScriptTarget.Latest),
      pos,
    );
    const allowed = users.includes(from) ? ["any layer"] : [from, ...(mayImport[from] ?? stepsMayImport)];
    const message = `${from} can't import ${specifier}, which is in ${to}. It may import ${allowed.join(", ")}: move what is shared to one of them.`;
    return [{ file, line: line + 1, column: character + 1, rule: "import-direction", message }];
  });
}

function isAllowed(from: string, to: string): boolean {
  if (from === to && from !== "commands") return true;
  if (users.includes(to)) return false;
  if (users.includes(from) || !isCode(to)) return true;
  return (mayImport[from] ?? stepsMayImport).includes(to);
}

/** The layer of a file; of scripts/*.ts, the commands. */
function layerOf(file: string): string {
  const [folder = "", ...rest] = file.split("/");
  if (folder !== "scripts") return folder;
  return rest.length === 1 ? "commands" : `scripts/${rest[0]}`;
}

/** Whether a layer is code; data such as spec/ and package.json may be imported from anywhere. */
const isCode = (layer: string): boolean => /^(tests$|scripts\/|types of )/.test(layer) || layer in mayImport;

/** The imports of a text that name a file by a relative path. */
const relativeImports = (text: string) =>
  ts.preProcessFile(text, true, true).importedFiles.filter(({ fileName }) => fileName.startsWith("."));

/** Whether a text imports only types from a file: with `verbatimModuleSyntax`, the compiler removes just these imports. */
function isTypeOnly(text: string, specifier: string): boolean {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, verbatimModuleSyntax: true };
  const values = relativeImports(ts.transpileModule(text, { compilerOptions }).outputText);
  return !values.some(({ fileName }) => fileName === specifier);
}
