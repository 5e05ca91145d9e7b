import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type ts from "typescript";
import { compiler } from "../lib/compiler.ts";
import { root } from "../lib/root.ts";
import type { Change, Severity } from "./change.ts";

const { options } = compiler.parseJsonConfigFileContent(
  compiler.readConfigFile(join(root, "tsconfig.json"), compiler.sys.readFile).config,
  compiler.sys,
  root,
);
const settings: ts.CompilerOptions = {
  ...options,
  types: [],
  noUnusedLocals: false, // a comparison may need only one of its imports
  rewriteRelativeImportExtensions: false,
};

// Assignability alone allows a program to keep a property that was removed, so names are compared too.
const helpers = `
type Plain = string | number | boolean | null | undefined;
type Lost<O, N> = O extends Plain | ((...values: any) => any) ? never
  : O extends readonly (infer A)[] ? (N extends readonly (infer B)[] ? Lost<A, B> : never)
  : O extends object ? { [K in keyof O & string]-?: K extends Names<N> ? At<K, Lost<O[K], Exclude<Member<N, K>, Plain>>> : K }[keyof O & string]
  : never;
type Names<N> = N extends unknown ? keyof N : never;
type Member<N, K> = N extends unknown ? (K extends keyof N ? N[K] : never) : never;
type At<K extends string, L> = L extends string ? \`\${K}/\${L}\` : never;
`;

/** How the old and the new form of a name must fit together: what is sent must be allowed in its old form, what comes back in its new one. */
const checks = {
  isKept: (name: string) => `null! as Lost<Old.${name}, Exclude<New.${name}, Plain>> satisfies never;`,
  isAll: (name: string) => `null! as Lost<New.${name}, Exclude<Old.${name}, Plain>> satisfies never;`,
  isAccepted: (name: string) => `null! as Old.${name} satisfies New.${name};`,
  isReturned: (name: string) => `null! as New.${name} satisfies Old.${name};`,
  isStillUsable: (name: string) => `null! as typeof New.${name} satisfies typeof Old.${name};`,
};

/** What changed for a program that compiles with the package of one folder, if it gets that of another. */
export const typeChanges = (base: string, now: string): Change[] =>
  modules
    .map((module) => [resolve(base, module), resolve(now, module)] as const)
    .filter((files) => files.every((file) => existsSync(file)))
    .flatMap((files) => moduleChanges(files, { base, now }));

/** The modules that programs import. `./types` is a part of the first one. */
const modules = ["src/index.ts", "src/emulator/index.ts"];

function moduleChanges([oldIndex, newIndex]: readonly [string, string], { base, now }: Folders): Change[] {
  const packages = programOf([oldIndex, newIndex], newOperationIds({ base, now }));
  const before = exportsOf(packages, oldIndex);
  const after = exportsOf(packages, newIndex);
  const changeOf = (severity: Severity, where: string, message: string): Change => ({
    severity,
    sides: ["programs"],
    where,
    message,
  });
  const lines = [...before].flatMap(([name, symbol]) => {
    const declaration = after.get(name);
    if (!declaration) return [];
    const where = placeOf(declaration, now);
    return [
      ...statements(name, symbol).map((line) => ({ severity: "breaking" as const, name, where, line })),
      // The contract's changes say what is new in what is generated from it.
      ...(where.startsWith("src/") ? additions(name, symbol) : []).map((line) => ({
        severity: "addition" as const,
        name,
        where,
        line,
      })),
    ];
  });
  const head = [
    `import type * as Old from "${oldIndex}";`,
    `import type * as New from "${newIndex}";`,
    ...helpers.split("\n"),
    ...addedOperations(before, after).map(
      (name) => `declare module "${resolve(base, "generated/types.ts")}" { interface operations { ${name}: unknown } }`,
    ),
  ];
  const file = join(root, "consumer.ts");
  const program = programOf([file], { [file]: [...head, ...lines.map(({ line }) => line)].join("\n") }, packages);
  const source = sourceOf(program, file);
  const differing = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, messageText }) => {
      const line = lines[source.getLineAndCharacterOfPosition(start).line - head.length];
      if (!line) throw new Error(`the comparison of the types doesn't compile: ${deepest(messageText)}`);
      const why = deepest(messageText, line.severity === "breaking" ? "no longer has" : "also has");
      return changeOf(line.severity, line.where, `\`${line.name}\`: ${why}`);
    },
  );
  const removed = [...before]
    .filter(([name]) => !after.has(name))
    .map(([name, symbol]) => changeOf("breaking", placeOf(symbol, base), `\`${name}\`: It is no longer exported.`));
  const added = [...after]
    .filter(([name]) => !before.has(name))
    .map(([name, symbol]) => changeOf("addition", placeOf(symbol, now), `\`${name}\`: It is exported now.`))
    .filter(({ where }) => where.startsWith("src/"));
  return [...removed, ...differing, ...added];
}

interface Folders {
  base: string;
  now: string;
}

/** The emulator's list of operations, which the old form gets too: a longer list breaks no program, and the contract's changes name it. */
function newOperationIds({ base, now }: Folders): Record<string, string> {
  const [old, current] = [base, now].map((folder) => resolve(folder, "generated/emulator-contract.ts"));
  return old && current && existsSync(current) ? { [old]: readFileSync(current, "utf8") } : {};
}

function sourceOf(program: ts.Program, file: string): ts.SourceFile {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} doesn't exist`);
  return source;
}

/** The first declaration of an export, which each has. */
function declarationOf({ name, declarations: [declaration] = [] }: ts.Symbol): ts.Declaration {
  if (!declaration) throw new Error(`${name} has no declaration`);
  return declaration;
}

/** The statements that compile only if the old and the new form of an export fit together. */
function statements(name: string, symbol: ts.Symbol): string[] {
  const { flags } = symbol;
  if (flags & compiler.SymbolFlags.Class) return [checks.isKept(name), checks.isReturned(name)];
  if (flags & compiler.SymbolFlags.Value) return [checks.isStillUsable(name)];
  if (isGeneric(symbol)) return [];
  // Some parts of these are sent and some come back, and their named types are compared by direction.
  if (["paths", "operations", "components", "webhooks", "$defs"].includes(name)) return [checks.isKept(name)];
  return [
    checks.isKept(name),
    /(Input|Options|CloudName)$/.test(name) ? checks.isAccepted(name) : checks.isReturned(name),
  ];
}

/** The statement that compiles only if the new form of an export has no more than the old one. */
function additions(name: string, symbol: ts.Symbol): string[] {
  const isType = !(symbol.flags & compiler.SymbolFlags.Value) || (symbol.flags & compiler.SymbolFlags.Class) !== 0;
  return isType && !isGeneric(symbol) ? [checks.isAll(name)] : [];
}

function isGeneric(symbol: ts.Symbol): boolean {
  const declaration = declarationOf(symbol);
  const isNamedType = compiler.isTypeAliasDeclaration(declaration) || compiler.isInterfaceDeclaration(declaration);
  return isNamedType && declaration.typeParameters !== undefined;
}

/** The names of new operations, which the old form gets too: a longer list of names breaks no program. */
function addedOperations(before: Map<string, ts.Symbol>, after: Map<string, ts.Symbol>): string[] {
  const namesIn = (found: typeof before) => [...(found.get("operations")?.members?.keys() ?? [])].map(String);
  const old = namesIn(before);
  return namesIn(after).filter((name) => !old.includes(name));
}

/** What a module exports, by name, each as it is declared. */
function exportsOf(program: ts.Program, file: string): Map<string, ts.Symbol> {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(sourceOf(program, file));
  const found = module ? checker.getExportsOfModule(module) : [];
  return new Map(
    found.map((symbol) => [
      symbol.name,
      symbol.flags & compiler.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    ]),
  );
}

function placeOf(symbol: ts.Symbol, folder: string): string {
  const declaration = declarationOf(symbol);
  const file = declaration.getSourceFile();
  return `${relative(resolve(folder), file.fileName)}:${file.getLineAndCharacterOfPosition(declaration.getStart()).line + 1}`;
}

/** The last message of a chain: the compiler reports first that two types differ, and last how. Paths are left out. */
function deepest(message: string | ts.DiagnosticMessageChain, has = "no longer has"): string {
  if (typeof message !== "string" && message.next?.[0]) return deepest(message.next[0], has);
  const text = typeof message === "string" ? message : message.messageText;
  const lost = /^Type '(.*)' (?:is not assignable to|does not satisfy the expected) type 'never'/.exec(text);
  return lost ? `It ${has} ${lost[1]}.` : text.replace(/import\("[^"]*"[^)]*\)\./g, "");
}

/** The compiler's declarations of the platform, which are slow to read and the same for every folder. */
const platform = new Map<string, ts.SourceFile | undefined>();

function programOf(files: string[], texts: Record<string, string> = {}, before?: ts.Program): ts.Program {
  const host = compiler.createCompilerHost(settings);
  const { getSourceFile, fileExists } = host;
  const libraries = dirname(compiler.getDefaultLibFilePath(settings));
  host.getSourceFile = (name, target) => {
    const text = texts[name];
    if (text !== undefined) return compiler.createSourceFile(name, text, target);
    if (name.startsWith(libraries) && !platform.has(name)) platform.set(name, getSourceFile(name, target));
    return platform.get(name) ?? before?.getSourceFile(name) ?? getSourceFile(name, target);
  };
  host.fileExists = (name) => name in texts || fileExists(name);
  return compiler.createProgram(files, settings, host, before);
}
