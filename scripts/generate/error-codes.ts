import type { Document } from "../contract/bundle.ts";
import { operationsOf } from "../contract/operations.ts";
import { header } from "./doc-comment.ts";
import { linkTo, markdown, operationIds, paragraph, phrases, table } from "./markdown.ts";

/** A code of the contract's table, with the operations that can return it. */
interface ErrorCode {
  code: string;
  meaning: string;
  operations: string[];
  remedy: string;
}

interface ErrorCodeSchema {
  "x-error-codes": Record<string, Omit<ErrorCode, "code" | "operations"> & { operations: string[] | "all" }>;
}

/** The table of the contract, in its order. */
export function errorCodesOf(document: Document): ErrorCode[] {
  const all = operationsOf(document).map(({ id }) => id);
  const schemas = (document.components?.schemas ?? {}) as unknown as { ErrorCode: ErrorCodeSchema };
  return Object.entries(schemas.ErrorCode["x-error-codes"]).map(([code, { operations, ...texts }]) => ({
    code,
    operations: operations === "all" ? all : operations,
    ...texts,
  }));
}

/** The source of error-codes.ts: the table for programs. */
export function errorCodesSource(document: Document): string {
  const entries = errorCodesOf(document).map(
    ({ code, ...explanation }) => `  [${JSON.stringify(code)}, ${JSON.stringify(explanation)}],\n`,
  );
  return `${header}import type { ErrorCode, operations } from "./types.js";

/** What an error code means. */
export interface ErrorCodeExplanation {
  /** What went wrong. */
  meaning: string;
  /** The operations that can return the code. */
  operations: (keyof operations)[];
  /** What to do about it. */
  remedy: string;
}

/** The error codes that these operations are known to return, from Microsoft's list and from reports. Other codes are possible. */
export const errorCodes: ReadonlyMap<ErrorCode, ErrorCodeExplanation> = new Map<ErrorCode, ErrorCodeExplanation>([
${entries.join("")}]);
`;
}

/** The content of error-codes.md: the table for people. */
export function errorCodesPage(document: Document): string {
  const count = operationsOf(document).length;
  const rows = errorCodesOf(document).map(({ code, meaning, remedy, operations }) => [
    ...[`\`${code}\``, meaning, remedy].map(phrases),
    operationIds(operations, count),
  ]);
  const source = linkTo("https://learn.microsoft.com/azure/active-directory-b2c/error-codes", "Microsoft's list");
  return markdown({
    type: "root",
    children: [
      { type: "heading", depth: 1, children: phrases("Error codes") },
      paragraph(
        ...phrases(
          "These operations are known to return the following codes, as `error.code` of the body, mostly with the status 400. They come from ",
        ),
        source,
        ...phrases(" and from reports. Microsoft Graph also returns codes of its own."),
      ),
      table([["Code", "Meaning", "What to do", "Operations"].map(phrases), ...rows]),
    ],
  });
}
