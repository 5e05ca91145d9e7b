import type { Html } from "./html.ts";

/** The parts of the site that its header names, in order, with their first pages. */
export const parts = {
  guides: { title: "Guides", path: "guides.html" },
  reference: { title: "Reference", path: "reference.html" },
  conflicts: { title: "Conflicts", path: "conflicts.html" },
  errors: { title: "Error codes", path: "error-codes.html" },
} as const;

export interface Heading {
  id: string;
  title: string;
  depth: number;
}

/** Something that the search finds. */
export interface SearchEntry {
  title: string;
  /** What kind of thing it is, such as "Error code". */
  kind: string;
  /** Its address, from the root of the site. */
  path: string;
  /** What it's known by: a code, the ID of an operation, a permission. */
  names: string;
  text: string;
}

/** A page of the site. Links in its HTML begin with `@/`, the root of the site. */
export interface Page {
  /** From the root of the site. */
  path: string;
  title: string;
  description: string;
  main: Html;
  part?: keyof typeof parts;
  /** The menu at its side. */
  menu?: Html;
  /** The headings of a long page, for the contents at its other side. */
  headings?: Heading[];
  scripts?: string[];
  search?: SearchEntry[];
}
