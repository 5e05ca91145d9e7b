import SwaggerParser from "@apidevtools/swagger-parser";
import type { OpenAPIV3 } from "openapi-types";

export type Document = OpenAPIV3.Document;

/** The contract as one document: every part that spec/openapi.yaml names, in place or under `components`. */
export async function bundle(root = "spec/openapi.yaml"): Promise<Document> {
  return (await SwaggerParser.bundle(root)) as Document;
}
