// Code generators: their clients must compile, and have a function for each operation with its operationId.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import orvalPackage from "orval";
import ts from "typescript";
import { keysets } from "../../../bench/orval.config.mjs";

export const heyApi = generator("sdk.gen.ts", (input, folder) =>
  createClient({
    input,
    output: folder,
    logs: { level: "silent", file: false },
    plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
  }),
);

export const orval = generator("client.ts", async (target, folder) => {
  const { write } = process.stdout;
  process.stdout.write = () => true; // it prints a greeting in the middle of the table
  try {
    await orvalPackage.generate({
      input: { target, override: keysets.input.override },
      output: { target: join(folder, "client.ts"), client: "fetch" },
    });
  } finally {
    process.stdout.write = write;
  }
});

/** Reads a document through the code that `generate` writes. */
function generator(entry, generate) {
  return async (file) => {
    const folder = await mkdtemp(join(tmpdir(), "importers-"));
    try {
      await generate(file, folder);
      return functionsOf(join(folder, entry)).map((operation) => ({ operation }));
    } finally {
      await rm(folder, { recursive: true });
    }
  };
}

function functionsOf(file) {
  const { ES2022, ESNext } = { ...ts.ScriptTarget, ...ts.ModuleKind };
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    target: ES2022,
    module: ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    skipLibCheck: true,
  });
  const errors = ts.getPreEmitDiagnostics(program);
  if (errors.length > 0)
    throw new Error(`its code doesn't compile: ${ts.flattenDiagnosticMessageText(errors[0].messageText, " ")}`);
  const checker = program.getTypeChecker();
  return checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file))).map(({ name }) => name);
}
