/** The facts of one page: the shape of the files in spec/facts/pages. `line` is always the 1-based line in the page. */

/** A fact that is one piece of text. */
export interface Said {
  line: number;
  value: string;
}

/** The JSON of an HTML comment that annotates a code block or an INCLUDE. */
export type Annotation = Record<string, unknown>;

export interface Include {
  line: number;
  label: string;
  path: string;
}

export interface PermissionInclude {
  line: number;
  include: string;
  annotation?: Annotation;
}

export interface PermissionTable {
  line: number;
  columns: string[];
  rows: { line: number; type: string; cells: string[] }[];
}

export interface RequestLine {
  line: number;
  method: string;
  path: string;
}

export interface HeaderRow {
  line: number;
  name: string;
  value: string | null;
  required: boolean | null;
}

export interface Parameter {
  line: number;
  in: "path" | "query" | "function";
  name: string;
  type?: string;
  required?: boolean;
}

/** A property, relationship or body parameter. */
export interface PropertyRow {
  line: number;
  name: string;
  type?: string;
  required?: boolean;
  inheritedFrom?: string;
  placeholder?: string;
  values?: string[];
  encoding?: "base64" | "base64url";
  readOnly?: true;
  writeOnly?: true;
}

export interface BodySection {
  line: number;
  none?: true;
  required?: true;
  rows?: PropertyRow[];
}

export interface ResponseSection {
  line: number;
  statuses?: { line: number; status: number; reason?: string }[];
  returns?: string[];
  headers?: string[];
}

export interface ResourceLink {
  line: number;
  text: string;
  name: string;
}

export interface Method {
  line: number;
  name: string;
  returns?: string;
}

export interface Member {
  line: number;
  name: string;
  enum?: string;
}

/** A body as shown; `json` is null when nothing says that it is JSON. */
export interface Body {
  line: number;
  text: string;
  json: boolean | null;
  error?: string;
}

export interface Header {
  line: number;
  name: string;
  value: string;
}

interface Shown {
  line: number;
  fence?: string;
  annotation?: Annotation;
  headers: Header[];
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
}

export interface Example {
  title?: Said;
  request?: RequestShown;
  response?: ResponseShown;
}

export interface JsonRepresentation {
  line: number;
  annotation?: Annotation;
  body: string;
  json: boolean;
}

export interface Note {
  line: number;
  text: string;
}

export interface Facts {
  page: string;
  source: string;
  kind: "api" | "resource" | "enum";
  frontMatter?: { line: number; values: Record<string, string> };
  title: Said;
  namespace?: Said;
  nationalClouds?: Said;
  includes?: Include[];
  permissions?: (PermissionInclude | PermissionTable)[];
  requestLines?: RequestLine[];
  headers?: HeaderRow[];
  parameters?: Parameter[];
  body?: BodySection;
  response?: ResponseSection;
  resources?: ResourceLink[];
  properties?: PropertyRow[];
  relationships?: PropertyRow[];
  methods?: Method[];
  members?: Member[];
  jsonRepresentations?: JsonRepresentation[];
  examples?: Example[];
  notes?: Note[];
}
