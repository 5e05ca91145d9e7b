// The facts that don't come from a page: the shapes of the files in spec/facts, next to their JSON Schemas.
import type { Names } from "./facts.ts";

/** What the newest published pages say and no Markdown has (published.yaml). */
export interface Published {
  pages: Record<string, PublishedPage>;
}

/** The copy that a fact was read from. */
interface Copy {
  address: string;
  date: string;
  read?: string;
}

interface PublishedPage {
  /** The ID of the operation that the page documents. */
  operation?: string;
  /** The type that the page describes. */
  type?: string;
  role?: Copy & { value: string; leastPrivileged: boolean };
  /** Null if the page names no clouds. */
  clouds?: Copy & { value: Record<string, boolean> | null };
  permissions?: Copy & { value: Record<string, { least: string; higher: string }> };
  /** Of the member `id` of the request. */
  id?: Copy & {
    value: "required" | "optional";
    changedByService?: boolean;
    returnedIn?: Record<string, boolean>;
    replacesContent?: boolean;
  };
  /** Of the member `status` of the request. */
  status?: Copy & { value: "required" | "optional"; type?: string; values?: Names; onlyUpdatable?: boolean };
  properties?: Record<
    string,
    Copy & { unique?: boolean; primaryKey?: boolean; inheritedFrom?: string; values?: Names }
  >;
  relationships?: Record<string, Copy & { expandedByDefault: boolean }>;
  methods?: Record<string, Copy>;
  methodsMissing?: Record<string, Copy>;
}

/** Which permission opens which call (permissions.yaml). */
export interface CallPermissions {
  schemes: Names;
  adminConsentRequired: boolean;
  /** By permission and by call, such as `GET /trustframework/keysets`, in small letters. */
  permissions: Record<string, Record<string, { leastPrivileged: boolean }>>;
}

/** What the metadata names (metadata.yaml). */
export interface Metadata {
  types: Record<string, { kind: string; properties?: Names; navigation?: Names; members?: Names }>;
  cloudsWithoutTypes: Names;
  permissionIds: { ids: Record<string, Record<"delegated" | "application", string>> };
}

/** The list of error codes (error-codes.yaml). */
export interface ErrorCodes {
  codes: Record<string, { concerns: string; message: string; newest: { message: string } | null }>;
}

/** The rules of the overview (overview.yaml). */
export interface Overview {
  rules: Record<string, { section: string; says: string }>;
}

/** By the names of their files. */
export interface OtherFacts {
  published: Published;
  permissions: CallPermissions;
  metadata: Metadata;
  "error-codes": ErrorCodes;
  overview: Overview;
}

export const otherFiles = ["published", "permissions", "metadata", "error-codes", "overview"] as const;

/** Whether a name is the one of such a file, and not of a page. */
export const isOtherFile = (name: string): boolean => (otherFiles as readonly string[]).includes(name);
