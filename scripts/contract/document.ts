import type { OpenAPIV3 } from "openapi-types";

/** The contract as one OpenAPI 3.0.3 document. */
export type Document = OpenAPIV3.Document;
