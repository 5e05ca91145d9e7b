import SwaggerParser from "@apidevtools/swagger-parser";
import type { OpenAPIV3 } from "openapi-types";

export type Document = OpenAPIV3.Document;

/** The contract as one document: every part that spec/openapi.yaml names, in place or under `components`. */
export async function bundle(root = "spec/openapi.yaml"): Promise<Document> {
  return (await SwaggerParser.bundle(root).catch(unreadable)) as Document;
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
