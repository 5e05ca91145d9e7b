import SwaggerParser from "@apidevtools/swagger-parser";
import type { Document } from "./document.ts";

export type { Document };

/** The contract as one document: every part that spec/openapi.yaml refers to, in place or under `components`. */
export async function bundle(root = "spec/openapi.yaml"): Promise<Document> {
  return (await SwaggerParser.bundle(root).catch(rethrowWithPlace)) as Document;
}

/** Throws an error that starts with the place of the part that is missing or isn't YAML. */
export function rethrowWithPlace(error: Error & { source?: string }): never {
  const [file = ""] = /[^\s"']*spec\/[\w./-]*\w/.exec(error.message) ?? [error.source];
  const [, line = 1, column = 1] = /\((\d+):(\d+)\)/.exec(error.message) ?? [];
  const name = file.slice(file.indexOf("spec/"));
  const reason = error.message.split("\n")[0];
  throw new Error(`${name}:${line}:${column}: ${reason} Fix the file or the $ref to it.`);
}
