import SwaggerParser from "@apidevtools/swagger-parser";
import { resolvePointer } from "../lib/json-pointer.ts";
import type { Document } from "./document.ts";
import { withErrorExamples } from "./error-examples.ts";

export type { Document };

/** The contract as one document: every part that spec/openapi.yaml refers to, in place or under `components`. */
export const bundle = async (root = "spec/openapi.yaml"): Promise<Document> =>
  withErrorExamples(await bundleWithoutErrorExamples(root));

/** The same, whose shared responses are still one each: `bundle` gives each operation its own. */
export async function bundleWithoutErrorExamples(root = "spec/openapi.yaml"): Promise<Document> {
  const document = (await SwaggerParser.bundle(root).catch(rethrowWithPlace)) as Document;
  return withExamplesInPlace(document);
}

/**
 * The document with each example in place. Some response validators take an `id` inside `components.examples` for the ID of a schema.
 * Some importers lose an example that refers to another operation's.
 */
function withExamplesInPlace(document: Document): Document {
  const inPlace: Document = JSON.parse(JSON.stringify(document), (_, value) =>
    typeof value?.$ref === "string" && /^#\/.*\/examples\//.test(value.$ref)
      ? resolvePointer(document, value.$ref)
      : value,
  );
  delete inPlace.components?.examples;
  return inPlace;
}

/** Throws an error that starts with the place of the part that is missing or isn't YAML. */
export function rethrowWithPlace(error: Error & { source?: string }): never {
  const [file = ""] = /[^\s"']*spec\/[\w./-]*\w/.exec(error.message) ?? [error.source];
  const [, line = 1, column = 1] = /\((\d+):(\d+)\)/.exec(error.message) ?? [];
  const name = file.slice(file.indexOf("spec/"));
  const reason = error.message.split("\n")[0];
  throw new Error(`${name}:${line}:${column}: ${reason} Fix the file or the $ref to it.`);
}
