import type { Annotation } from "../facts.ts";

/** What an annotation says, by the rules of API Doctor, the tool that the pages are written for. */
export interface AnnotationMeaning {
  /** In small letters; "unknown" for a kind that API Doctor doesn't have either. */
  blockType: string;
  names: string[];
  type?: string;
  /** The property that holds the list; missing if the body isn't a list. */
  collectionProperty?: string;
  isEmpty: boolean;
  expectError: boolean;
  truncated: boolean;
  optionalProperties: string[];
  nullableProperties: string[];
  keyProperty?: string;
  baseType?: string;
  abstract: boolean;
  openType: boolean;
  sampleKeys: string[];
  opaqueUrl: boolean;
  idempotent: boolean;
  isComposable: boolean;
  isMediaEntity: boolean;
  longRunningResponseType?: string;
  scopes: string[];
  apiVersions: string[];
  tags: string[];
}

const known = new Set(
  [
    ["blockType", "name", "@odata.type", "@type", "@type.aka", "@odata.annotations", "isCollection", "target"],
    ["collectionProperty", "isEmpty", "expectError", "truncated", "optionalProperties", "nullableProperties"],
    ["keyProperty", "baseType", "abstract", "openType", "sampleKeys", "opaqueUrl", "idempotent", "isComposable"],
    ["isMediaEntity", "longRunningResponseType", "scopes", "apiVersions", "tags"],
  ]
    .flat()
    .map((key) => key.toLowerCase()),
);

/** The keys of an annotation that API Doctor doesn't know. */
export function unknownKeys(annotation: Annotation): string[] {
  return Object.keys(annotation).filter((key) => !known.has(key.toLowerCase()));
}

/** Reads an annotation. Names of keys count without case, as they do for API Doctor. */
export function meaningOf(annotation: Annotation): AnnotationMeaning {
  const values = new Map(Object.entries(annotation).map(([key, value]) => [key.toLowerCase(), value]));
  const text = (key: string): string | undefined => {
    const value = values.get(key.toLowerCase());
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const flag = (key: string): boolean => String(values.get(key.toLowerCase())).toLowerCase() === "true";
  const list = (key: string): string[] => {
    const value = values.get(key.toLowerCase());
    const items = Array.isArray(value) ? value : [value];
    return items.filter((item): item is string => typeof item === "string" && item !== "");
  };
  const words = (key: string): string[] => list(key).flatMap((item) => item.split(/\s+/).filter(Boolean));
  const written = text("@type") ?? text("@odata.type");
  const inner = /^collection\((.*)\)$/i.exec(written ?? "")?.[1];
  const isCollection = inner !== undefined || flag("isCollection");
  return {
    blockType: (text("blockType") ?? "unknown").toLowerCase(),
    names: list("name"),
    ...optional("type", inner ?? written),
    ...optional("collectionProperty", isCollection ? (text("collectionProperty") ?? "value") : undefined),
    isEmpty: flag("isEmpty"),
    expectError: flag("expectError"),
    truncated: flag("truncated"),
    optionalProperties: list("optionalProperties"),
    nullableProperties: list("nullableProperties"),
    ...optional("keyProperty", text("keyProperty")),
    ...optional("baseType", text("baseType")),
    abstract: flag("abstract"),
    openType: flag("openType"),
    sampleKeys: list("sampleKeys"),
    opaqueUrl: flag("opaqueUrl"),
    idempotent: flag("idempotent"),
    isComposable: flag("isComposable"),
    isMediaEntity: flag("isMediaEntity"),
    ...optional("longRunningResponseType", text("longRunningResponseType")),
    scopes: words("scopes"),
    apiVersions: words("apiVersions"),
    tags: words("tags"),
  };
}

function optional<K extends keyof AnnotationMeaning>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: string });
}
