import type { operations } from "../generated/types.js";

/** What the client knows of an operation. */
export interface Operation {
  id: keyof operations;
  method: string;
  path: string;
  /** Whether it has a request body. */
  body?: boolean;
  /** The status of its success. */
  status: number;
  /** The headers that its success promises. */
  headers?: string[];
  /** The members that the body of its success has at least. */
  members?: string[];
  /** Whether it returns a page of a list. */
  isList?: boolean;
}
