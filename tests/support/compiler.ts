import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { config } = ts.readConfigFile(`${root}tsconfig.build.json`, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);

// The services share what they have parsed, mainly the declarations of the platform.
const parsed = ts.createDocumentRegistry();

/** The compiler as an editor runs it, with sources that lie beside the tests. */
function service(sources: Record<string, string>): ts.LanguageService {
  const files = new Map(Object.entries(sources).map(([name, text]) => [fileOf(name), text]));
  const read = (file: string) => files.get(file) ?? ts.sys.readFile(file);
  return ts.createLanguageService(
    {
      getCompilationSettings: () => ({ ...options, noUnusedLocals: false }), // a program needn't use all that it declares
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      getScriptFileNames: () => [...files.keys()],
      getScriptVersion: (file) => files.get(file) ?? "1", // a text is its own version
      getScriptSnapshot: (file) => {
        const text = read(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      fileExists: (file) => files.has(file) || ts.sys.fileExists(file),
      readFile: read,
      directoryExists: ts.sys.directoryExists,
    },
    parsed,
  );
}

const fileOf = (name: string): string => `${root}tests/package/${name}.ts`;

/** The errors of each source. They are compiled in one program. */
export function compile(sources: Record<string, string>): Record<string, string[]> {
  const compiler = service(sources);
  return Object.fromEntries(
    Object.keys(sources).map((name) => {
      const found = [
        ...compiler.getSyntacticDiagnostics(fileOf(name)),
        ...compiler.getSemanticDiagnostics(fileOf(name)),
      ];
      return [name, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
    }),
  );
}

const platform = new Map<string, ts.SourceFile | undefined>();

/** A host for which the declarations of the platform, which are most of a program, are parsed only once. */
function sharingPlatform(host: ts.CompilerHost): ts.CompilerHost {
  const folder = host.getDefaultLibLocation?.() ?? "";
  return {
    ...host,
    getSourceFile(file, ...options) {
      if (!file.startsWith(folder)) return host.getSourceFile(file, ...options);
      if (!platform.has(file)) platform.set(file, host.getSourceFile(file, ...options));
      return platform.get(file);
    },
  };
}

// Not the compiler's platform, and no other package: openapi-fetch alone takes as long to check as all else.
const isTheirs = ({ fileName }: ts.SourceFile): boolean =>
  !fileName.startsWith(root) && !/node_modules\/(?!trustframework-keysets\/)/.test(fileName);

/** The errors in another project's programs, and in the declarations of this package that they load. */
export function problems(files: string[], settings: ts.CompilerOptions): string[] {
  const options: ts.CompilerOptions = {
    ...settings,
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  };
  const program = ts.createProgram(files, options, sharingPlatform(ts.createCompilerHost(options)));
  const found = program
    .getSourceFiles()
    .filter(isTheirs)
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]);
  return [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...found].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, "\n"),
  );
}

/** What an editor offers where a source has `|`. */
export function completions(source: string): string[] {
  const offered = service({ edited: source.replace("|", "") }).getCompletionsAtPosition(
    fileOf("edited"),
    source.indexOf("|"),
    {},
  );
  return offered?.entries.map(({ name }) => name) ?? [];
}
