import { join } from "node:path";
import { compiler as ts } from "../../scripts/lib/compiler.ts";
import { root } from "../../scripts/lib/root.ts";

const { config } = ts.readConfigFile(join(root, "tsconfig.build.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const file = join(root, "tests/package/edited.ts");

// The services share what they have parsed, mainly the declarations of the platform.
const parsed = ts.createDocumentRegistry();

/** What an editor offers where a source has `|`. TypeScript 7 can't be asked from a program yet, so this is TypeScript 5. */
export function completions(source: string): string[] {
  const text = source.replace("|", "");
  const read = (name: string) => (name === file ? text : ts.sys.readFile(name));
  const service = ts.createLanguageService(
    {
      getCompilationSettings: () => options,
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      getScriptFileNames: () => [file],
      getScriptVersion: (name) => (name === file ? text : "1"), // the text is its own version
      getScriptSnapshot: (name) => {
        const found = read(name);
        return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
      },
      fileExists: (name) => name === file || ts.sys.fileExists(name),
      readFile: read,
      directoryExists: ts.sys.directoryExists,
    },
    parsed,
  );
  return service.getCompletionsAtPosition(file, source.indexOf("|"), {})?.entries.map(({ name }) => name) ?? [];
}
