/**
 * The facts of one page: the shape of the files in spec/facts/pages (spec/facts/pages.schema.json says the same).
 *
 * Rows are named, never numbered, and nothing holds a line of the page, so that a row or line inserted on a page changes
 * only its own facts. A JSON pointer such as /body/rows/id names one fact. The second row of a name is called "name (2)"
 * and noted. A list of names is an object whose values are true. `include` names the included text that a fact comes
 * from; without it, the fact stands on the page itself.
 */
export interface Facts {
  page: string;
  /** The page's published address; without one, the name that its text is pinned by. */
  source: string;
  kind: "api" | "resource" | "enum";
  frontMatter?: Record<string, string>;
  title: string;
  namespace?: string;
  nationalClouds?: NationalClouds;
  /** The path of each INCLUDE by its label, without language snippets. */
  includes?: Record<string, string>;
  /** Permission tables, by the heading that they stand under. */
  permissions?: Record<string, PermissionTable>;
  /** Directory roles that the page names, by their names. */
  roles?: Record<string, Role>;
  /** By the line as written, such as `GET /users/{id}`. */
  requestLines?: Record<string, RequestLine>;
  headers?: Record<string, HeaderRow>;
  parameters?: Record<string, Parameter>;
  body?: BodySection;
  response?: ResponseSection;
  /** Links to resource pages: the texts of the links, by the name of the page that they lead to. */
  resources?: Record<string, Names>;
  /** All other links: their texts, by their address. */
  links?: Record<string, Names>;
  properties?: Record<string, PropertyRow>;
  relationships?: Record<string, PropertyRow>;
  methods?: Record<string, Method>;
  /** The members of each enumeration, by its name. */
  members?: Record<string, Record<string, Member>>;
  /** By the type that the annotation names, otherwise by the title. */
  jsonRepresentations?: Record<string, JsonRepresentation>;
  /** By the name that an annotation gives, otherwise by the heading. */
  examples?: Record<string, Example>;
  notes?: { important?: string[]; harmless?: string[] };
}

/** A list of names. */
export type Names = Record<string, true>;

/** The JSON of the HTML comment before a code block or an INCLUDE, as written; `meaningOf` reads it. */
export type Annotation = Record<string, unknown>;

/** Where a fact comes from, if not from the page itself. */
interface Origin {
  include?: string;
}

export interface NationalClouds extends Origin {
  /** By the name of the cloud. A mark that is neither a tick nor a cross is kept as text. */
  clouds?: Record<string, boolean | string>;
}

export interface PermissionTable extends Origin {
  annotation?: Annotation;
  /** The headings of all columns but the first; missing where the included table was not found. */
  columns?: string[];
  /** The cells by column heading, by permission type. */
  rows?: Record<string, Record<string, string>>;
}

export interface Role extends Origin {
  /** The page calls the role one of least privilege. */
  leastPrivileged?: true;
}

export interface RequestLine extends Origin {
  method: string;
  path: string;
}

export interface HeaderRow extends Origin {
  value: string | null;
  required: boolean | null;
  /** The word that says whether it is required, with its punctuation, such as ". Required". */
  written?: string;
}

export interface Parameter extends Origin {
  /** Null if neither the heading nor the request line says it. */
  in: "path" | "query" | "function" | "body" | null;
  type?: string;
  required?: boolean;
  values?: Names;
}

/** A property, relationship or body parameter. */
export interface PropertyRow extends Origin {
  type?: string;
  required?: boolean;
  inheritedFrom?: string;
  placeholder?: string;
  values?: Names;
  /** The literal that the table gives for it, in a column "Value". */
  value?: string;
  deprecated?: true;
  encoding?: "base64" | "base64url";
  readOnly?: true;
  writeOnly?: true;
  /** The table has a column of descriptions, and the row nothing in it. */
  described?: false;
}

export interface BodySection {
  none?: true;
  /** The text above the table calls its properties required. */
  required?: true;
  /** What they are required for, such as "create". */
  requiredTo?: string;
  rows?: Record<string, PropertyRow>;
}

export interface ResponseSection {
  /** By the status, such as "201", or by the range, such as "2XX". */
  statuses?: Record<string, { reason?: string }>;
  returns?: Names;
  headers?: Names;
}

export interface Method extends Origin {
  returns?: string;
  /** The name of the page that it links to. */
  page?: string;
}

export interface Member extends Origin {
  value?: string;
}

/** A body as shown; `json` is null when nothing says that it is JSON. */
export interface Body {
  text: string;
  json: boolean | null;
  error?: string;
}

interface Shown {
  fence?: string;
  annotation?: Annotation;
  headers: Record<string, string>;
  blankLine?: boolean;
  body: Body | null;
}

export interface RequestShown extends Shown {
  method: string;
  url: string;
  version?: string;
}

export interface ResponseShown extends Shown {
  status: number | null;
  reason?: string;
  /** The text above says that what is shown may be shortened. */
  shortened?: true;
  /** The text above says that an actual call returns all properties. */
  allReturned?: true;
}

export interface Example {
  title?: string;
  request?: RequestShown;
  /** Further requests in the same block. */
  alternatives?: Record<string, RequestLine>;
  /** The names of the code samples in other languages. */
  samples?: Names;
  response?: ResponseShown;
  /** A body that an annotation of the block type "example" stands above. */
  body?: Body;
  annotation?: Annotation;
}

export interface JsonRepresentation {
  annotation?: Annotation;
  body: string;
  json: boolean;
  error?: string;
}
