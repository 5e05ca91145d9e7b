import type { OpenAPIV3 } from "openapi-types";

/** What the contract states about an operation in extensions. */
export interface OperationExtensions {
  "x-stage": "current" | "draft" | "undocumented";
  /** The pages that document the operation, the most reliable first. */
  "x-pages": string[];
  "x-permissions": Record<"delegated" | "application", { least: string[]; higher: string[] }> & {
    personal: "not-supported";
  };
  /** The least privileged role of the user of a delegated call. */
  "x-role": string;
  "x-clouds": "all" | "not-stated";
  /** The error codes that the operation can return, the most likely first. */
  "x-errors": string[];
}

/** An entry of `x-error-codes`, the table of the codes that operations can return. */
export interface ErrorCodeEntry {
  /** The HTTP statuses that the code comes with. */
  statuses: number[];
  /** The text as Microsoft lists it, with `{0}`, `{1}`, … for values. */
  message?: string;
  /** Values for the text in examples. */
  values?: string[];
  /** For a code that Microsoft doesn't list: the text that was reported, by status. */
  reported?: Record<string, string>;
  meaning: string;
  remedy: string;
}

/** The contract as one document whose parts refer to each other by `$ref`. */
export type Document = Omit<OpenAPIV3.Document<OperationExtensions>, `x-express-${string}`> & {
  info: {
    /** Microsoft Graph's namespace of the types. */
    "x-namespace": string;
  };
};

/** A type of OpenAPI without its references. */
type Dereferenced<T> = T extends OpenAPIV3.ReferenceObject
  ? never
  : T extends object
    ? { [Key in keyof T]: Dereferenced<T[Key]> }
    : T;

/** The contract with each reference replaced by its target, so that following a JSON pointer is a plain walk. */
export type Contract = Dereferenced<Document>;

export type Definition = Dereferenced<OpenAPIV3.OperationObject<OperationExtensions>>;
export type MediaType = Dereferenced<OpenAPIV3.MediaTypeObject>;
export type Parameter = Dereferenced<OpenAPIV3.ParameterObject>;
export type Response = Dereferenced<OpenAPIV3.ResponseObject>;
export type Schema = Dereferenced<OpenAPIV3.SchemaObject>;
