// Compiles what a generator wrote, as strictly as a careful user does.
import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const outputs = fileURLToPath(new URL("../../node_modules/.output/", import.meta.url));

/** A new folder for what a generator writes. It is inside the suite, so that the code finds the packages that it imports. */
export async function outputFolder(name) {
  const folder = `${outputs}${name}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** The names in a program: of its exports, their members, and the members of these. And the errors of the compiler. */
export function compile(file, { types = [] } = {}) {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  });
  const errors = ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const line = file && start !== undefined ? `:${file.getLineAndCharacterOfPosition(start).line + 1}` : "";
    return `${file?.fileName.replace(outputs, "") ?? ""}${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
  return { names: [...new Set(exported.flatMap((symbol) => namesIn(symbol, checker, 2)))], errors };
}

function namesIn(symbol, checker, depth) {
  if (depth < 0) return [];
  const isValue = symbol.flags & ts.SymbolFlags.Value;
  const type = isValue ? checker.getTypeOfSymbol(symbol) : checker.getDeclaredTypeOfSymbol(symbol);
  const instances = type.getConstructSignatures().map((signature) => signature.getReturnType());
  const members = [type, ...instances].flatMap((one) => checker.getPropertiesOfType(one)).filter(isOwn);
  const namespaced = symbol.flags & ts.SymbolFlags.NamespaceModule ? checker.getExportsOfModule(symbol) : [];
  return [symbol.name, ...[...members, ...namespaced].flatMap((member) => namesIn(member, checker, depth - 1))];
}

/** Whether a member comes from a generated file, and not from the language or the browser. */
const isOwn = ({ declarations = [] }) =>
  declarations.some((node) => !/\/lib\.[\w.]+\.d\.ts$/.test(node.getSourceFile().fileName));
