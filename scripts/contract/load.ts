import SwaggerParser from "@apidevtools/swagger-parser";
import { rethrowWithPlace } from "./bundle.ts";
import type { Contract } from "./document.ts";

/** The contract with its references followed. */
export const loadContract = async (root = "spec/openapi.yaml"): Promise<Contract> =>
  (await SwaggerParser.dereference(root).catch(rethrowWithPlace)) as unknown as Contract;
