import SwaggerParser from "@apidevtools/swagger-parser";
import { resolvePointer } from "../lib/json-pointer.ts";
import type { Document } from "./document.ts";
import { withErrorExamples } from "./error-examples.ts";

/** The contract as one document: every part that spec/openapi.yaml names, in place or under `components`. */
export async function bundle(root = "spec/openapi.yaml"): Promise<Document> {
  const document = (await SwaggerParser.bundle(root).catch(unreadable)) as Document;
  return withErrorExamples(withExamplesInPlace(document));
}

/** The document without `components.examples`: some response validators take an `id` in there for the ID of a schema. */
function withExamplesInPlace(document: Document): Document {
  const inPlace: Document = JSON.parse(JSON.stringify(document), (_, value) =>
    typeof value?.$ref === "string" && value.$ref.startsWith("#/components/examples/")
      ? resolvePointer(document, value.$ref)
      : value,
  );
  delete inPlace.components?.examples;
  return inPlace;
}

/** Says of a part that is no YAML, or is not there, where it stands. */
export function unreadable(error: Error & { source?: string }): never {
  const [file] = /[^\s"']*spec\/[\w./-]*\w/.exec(error.message) ?? [error.source];
  const [, line, column] = /\((\d+):(\d+)\)/.exec(error.message) ?? [, 1, 1];
  const name = file?.slice(file.indexOf("spec/"));
  throw new Error(
    `${name}:${line}:${column}: ${error.message.split("\n")[0]} Mend the file, or the $ref to it; "npm run lint" says more.`,
  );
}
