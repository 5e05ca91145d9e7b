import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import type { Finding } from "../lib/findings.ts";
import type { Report } from "../lib/lint-report.ts";
import { openRepository } from "./repository.ts";

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

/** The files of the layers. */
const isChecked = /^(scripts|spectral|src|generated|site|bench)\/(?!.*\boutput\/).*\.([cm]?js|ts)$/;

/** Whether imports between the layers of the code point one way: lint of each import to a file of the repository. */
export async function lintImports(): Promise<Report> {
  const files = [...(await openRepository())].filter(([file]) => isChecked.test(file));
  const findings = files.flatMap(([file, text]) => wrongImports(file, text));
  return { subject: `Import directions of ${files.length} files`, findings };
}

/** The imports of a file that point the wrong way. */
export function wrongImports(file: string, text: string): Finding[] {
  const from = layerOf(file);
  const layerAt = (path: string): string => layerOf(posix.join(posix.dirname(file), path));
  const paths = [...text.matchAll(/["'](\.[^"'\n]*)["']/g)].map(([, path = ""]) => path);
  if (paths.every((path) => isAllowed(from, layerAt(path)))) return []; // so most files needn't be parsed
  return relativeImports(file, text).flatMap(({ specifier, isTypeOnly, start }) => {
    const to = layerAt(specifier);
    if (isAllowed(from, to) || (isTypeOnly && isAllowed(from, `types of ${to}`))) return [];
    const before = text.slice(0, start).split("\n");
    const allowed = users.includes(from) ? ["any layer"] : [from, ...(mayImport[from] ?? stepsMayImport)];
    const message = `${from} can't import ${specifier}, which is in ${to}. It may import ${allowed.join(", ")}: move what is shared to one of them.`;
    const column = (before.at(-1)?.length ?? 0) + 1;
    return [{ file, line: before.length, column, rule: "import-direction", message }];
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

interface Import {
  specifier: string;
  /** Whether the compiler removes it, with `verbatimModuleSyntax`. */
  isTypeOnly: boolean;
  start: number;
}

/** The imports of a text that name a file by a relative path, however they are written. */
function relativeImports(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (source: object | null | undefined, isTypeOnly = false): void => {
    if (source && "value" in source && "start" in source && String(source.value).startsWith("."))
      found.push({ specifier: String(source.value), isTypeOnly, start: Number(source.start) });
  };
  new Visitor({
    ImportDeclaration: ({ source, importKind }) => add(source, importKind === "type"),
    ExportNamedDeclaration: ({ source, exportKind }) => add(source, exportKind === "type"),
    ExportAllDeclaration: ({ source, exportKind }) => add(source, exportKind === "type"),
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source, true),
    CallExpression: ({ callee, arguments: [source] }) => {
      if (callee.type === "Identifier" && callee.name === "require") add(source);
    },
  }).visit(parseSync(file, text).program);
  return found;
}
