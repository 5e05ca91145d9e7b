import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "../contract/document.ts";
import { type Operation, operationsOf } from "../contract/operations.ts";
import { markdown, paragraph, phrases, table } from "./markdown.ts";

const stages = ["current", "undocumented", "draft"];

/** What the page calls each permission: the one that reads, and the one that also writes. */
const letters: Record<string, string> = {
  "TrustFrameworkKeySet.Read.All": "R",
  "TrustFrameworkKeySet.ReadWrite.All": "RW",
};

const introduction = [
  "An access token needs the permission in the table, and a user also needs the role. R is `TrustFrameworkKeySet.Read.All`. RW is",
  "`TrustFrameworkKeySet.ReadWrite.All`, which includes R. They are the same for delegated calls (work or school accounts) and for",
  "application calls. Personal Microsoft accounts aren't supported.",
].join(" ");

const stageNote = [
  "`draft` operations come from pages that Microsoft never finished. They are deprecated. Only Microsoft's SDKs have the",
  "`undocumented` operation. Where no page names a role or the national clouds, the table says “not stated”.",
].join(" ");

interface Server {
  url: string;
  "x-cloud": string;
  "x-sign-in": string;
}

type Scheme = Partial<OpenAPIV3.SecuritySchemeObject> & { "x-permission-ids"?: Record<string, string> };
type Rows = ReturnType<typeof phrases>[][];

/** The content of operations.md: each operation with its request, success, permission, role, clouds, and stage. */
export const operationsPage = (document: Document): string =>
  markdown({
    type: "root",
    children: [
      { type: "html", value: '<!-- Generated from spec/ by "npm run generate". Do not edit. -->' },
      heading("Operations, permissions, and clouds", 1),
      paragraph(...phrases(introduction)),
      table(operationRows(document)),
      paragraph(...phrases(stageNote)),
      heading("Permissions", 2),
      table(permissionRows(document)),
      heading("Clouds", 2),
      table(cloudRows(document)),
    ],
  });

const heading = (words: string, depth: 1 | 2) => ({ type: "heading" as const, depth, children: phrases(words) });

function operationRows(document: Document): Rows {
  const operations = operationsOf(document);
  const byStage = stages.flatMap((stage) => operations.filter(({ definition }) => definition["x-stage"] === stage));
  const header = ["operation", "request", "success", "permission", "role", "clouds", "stage"];
  return [header.map(phrases), ...byStage.map((operation) => cellsOf(operation).map(phrases))];
}

function cellsOf({ id, method, path, success, definition }: Operation): string[] {
  const { "x-permissions": permissions, "x-role": role, "x-clouds": clouds, "x-stage": stage } = definition;
  return [
    `\`${id}\``,
    `\`${method.toUpperCase()} ${path}\``,
    [success.status, ...success.headers.map((name) => `\`${name}\``)].join(", "),
    permissions.delegated.least.map((name) => letters[name] ?? name).join(", ") || "not documented",
    stated(role),
    stated(clouds),
    stage,
  ];
}

const stated = (value: string): string => (value === "not-stated" ? "not stated" : value);

function permissionRows({ components }: Document): Rows {
  const { delegated, application } = (components?.securitySchemes ?? {}) as Record<string, Scheme>;
  const ids = delegated?.["x-permission-ids"] ?? {};
  const rows = Object.entries(ids).map(([name, id]) => [
    letters[name] ?? "",
    `\`${name}\``,
    `\`${id}\``,
    `\`${application?.["x-permission-ids"]?.[name]}\``,
  ]);
  return [["", "permission", "ID, delegated", "ID, application"], ...rows].map((cells) => cells.map(phrases));
}

function cloudRows({ servers = [] }: Document): Rows {
  const rows = (servers as unknown as Server[]).map(({ url, "x-cloud": name, "x-sign-in": signIn }) => [
    `\`${name}\``,
    `\`${url}\``,
    `\`${new URL(signIn).host}\``,
  ]);
  return [["cloud", "service root", "sign-in host"], ...rows].map((cells) => cells.map(phrases));
}
