import { join } from "node:path";
import { bundleWithoutErrorExamples, type Document } from "../contract/bundle.ts";
import { createLocate, type Locate } from "../contract/locate.ts";

/** The contract in a folder, as one document, and the places of its parts. */
export interface Contract {
  document: Document;
  locate: Locate;
}

export async function readContract(folder: string): Promise<Contract> {
  const spec = join(folder, "spec/openapi.yaml");
  return { document: await bundleWithoutErrorExamples(spec), locate: createLocate(spec) };
}
