import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { root } from "../lib/root.ts";
import type { Change } from "./change.ts";

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config,
  ts.sys,
  root,
);
const settings: ts.CompilerOptions = {
  ...options,
  types: [],
  rewriteRelativeImportExtensions: false,
};

// Assignability alone lets a program keep a property that is gone, so names are looked for too.
const helpers = `
type Plain = string | number | boolean | null | undefined;
type Lost<O, N> = O extends Plain | ((...values: any) => any) ? never
  : O extends readonly (infer A)[] ? (N extends readonly (infer B)[] ? Lost<A, B> : never)
  : O extends object ? { [K in keyof O & string]-?: K extends keyof N ? At<K, Lost<O[K], Exclude<N[K], Plain>>> : K }[keyof O & string]
  : never;
type At<K extends string, L> = L extends string ? \`\${K}/\${L}\` : never;
`;

/** How a name's old and new form must fit together. Of a body that is sent the old form must do, of all else the new one. */
const checks = {
  isKept: (name: string) => `null! as Lost<Old.${name}, New.${name}> satisfies never;`,
  isTaken: (name: string) => `null! as Old.${name} satisfies New.${name};`,
  isGiven: (name: string) => `null! as New.${name} satisfies Old.${name};`,
  isStillThere: (name: string) => `null! as typeof New.${name} satisfies typeof Old.${name};`,
};

/** What stops a program from compiling that was written against another folder's package. */
export function typeChanges(base: string, now: string): Change[] {
  const [oldIndex, newIndex] = [base, now].map((folder) => resolve(folder, "src/index.ts")) as [string, string];
  const packages = compiled([oldIndex, newIndex]);
  const [had, has] = [exportsOf(packages, oldIndex), exportsOf(packages, newIndex)];
  const lines = [...had].flatMap(([name, symbol]) =>
    has.has(name) ? statements(name, symbol).map((line) => ({ name, line })) : [],
  );
  const head = [
    `import type * as Old from "${oldIndex}";`,
    `import type * as New from "${newIndex}";`,
    ...helpers.split("\n"),
    `declare module "${resolve(base, "generated/types.ts")}" { interface operations { ${addedOperations(had, has)} } }`,
  ];
  const file = join(root, "consumer.ts");
  const program = compiled([file], { [file]: [...head, ...lines.map(({ line }) => line)].join("\n") }, packages);
  const source = program.getSourceFile(file)!;
  const broken = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start, messageText }) => {
      const { name } = lines[source.getLineAndCharacterOfPosition(start!).line - head.length]!;
      return { name, where: placeOf(has.get(name)!, now), why: deepest(messageText) };
    },
  );
  const gone = [...had]
    .filter(([name]) => !has.has(name))
    .map(([name, symbol]) => ({ name, where: placeOf(symbol, base), why: "It is exported no more." }));
  return [...gone, ...broken].map(({ name, where, why }) => ({
    severity: "breaking",
    sides: ["programs"],
    where,
    says: `\`${name}\`: ${why}`,
  }));
}

function statements(name: string, { flags, declarations: [declaration] = [] }: ts.Symbol): string[] {
  if (flags & ts.SymbolFlags.Class) return [checks.isKept(name), checks.isGiven(name)];
  if (flags & ts.SymbolFlags.Value) return [checks.isStillThere(name)];
  const isGeneric =
    (ts.isTypeAliasDeclaration(declaration!) || ts.isInterfaceDeclaration(declaration!)) && declaration.typeParameters;
  if (isGeneric) return [];
  // Of these parts of the document some are sent and some come back; their named types are held by direction.
  if (["paths", "operations", "components", "webhooks", "$defs"].includes(name)) return [checks.isKept(name)];
  return [checks.isKept(name), /(Input|Options|CloudName)$/.test(name) ? checks.isTaken(name) : checks.isGiven(name)];
}

/** An operation that is new lengthens the list of their names, which breaks no program: the old form is given it too. */
function addedOperations(had: Map<string, ts.Symbol>, has: Map<string, ts.Symbol>): string {
  const [before, after] = [had, has].map((found) => [...(found.get("operations")?.members?.keys() ?? [])]) as [
    ts.__String[],
    ts.__String[],
  ];
  return after
    .filter((name) => !before.includes(name))
    .map((name) => `${name}: unknown;`)
    .join(" ");
}

/** What a module exports, by name, each as it is declared. */
function exportsOf(program: ts.Program, file: string): Map<string, ts.Symbol> {
  const checker = program.getTypeChecker();
  const found = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!);
  return new Map(
    found.map((symbol) => [
      symbol.name,
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    ]),
  );
}

function placeOf({ declarations: [declaration] = [] }: ts.Symbol, folder: string): string {
  const file = declaration!.getSourceFile();
  return `${relative(resolve(folder), file.fileName)}:${file.getLineAndCharacterOfPosition(declaration!.getStart()).line + 1}`;
}

/** The compiler tells first that two types differ, and last in what; where each stands is of no use to a reader. */
function deepest(message: string | ts.DiagnosticMessageChain): string {
  if (typeof message !== "string" && message.next?.[0]) return deepest(message.next[0]);
  const text = typeof message === "string" ? message : message.messageText;
  const lost = /^Type '(.*)' (?:is not assignable to|does not satisfy the expected) type 'never'/.exec(text);
  return lost ? `It has lost ${lost[1]}.` : text.replace(/import\("[^"]*"[^)]*\)\./g, "");
}

/** The compiler's own declarations of the platform, which are slow to read and the same for every folder. */
const platform = new Map<string, ts.SourceFile | undefined>();

function compiled(files: string[], texts: Record<string, string> = {}, before?: ts.Program): ts.Program {
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, target) => {
    if (name in texts) return ts.createSourceFile(name, texts[name]!, target);
    if (name.startsWith(host.getDefaultLibLocation!()) && !platform.has(name))
      platform.set(name, getSourceFile(name, target));
    return platform.get(name) ?? before?.getSourceFile(name) ?? getSourceFile(name, target);
  };
  host.fileExists = (name) => name in texts || fileExists(name);
  return ts.createProgram(files, settings, host, before);
}
