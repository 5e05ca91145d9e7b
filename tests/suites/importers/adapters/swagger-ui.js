import SwaggerClient from "swagger-client";
import { operationsOf } from "./support/operations-of.js";
import { read } from "./support/read.js";

export async function load(file) {
  const { spec, errors } = await SwaggerClient.resolve({ spec: await read(file) });
  return { imported: operationsOf(spec), errors };
}
