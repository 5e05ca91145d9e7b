import type { Document } from "../contract/document.ts";
import { operationsOf } from "../contract/operations.ts";
import { header } from "./doc-comment.ts";
import { linkTo, markdown, operationIds, paragraph, phrases, table } from "./markdown.ts";

/** A code of the contract's table, with the operations that answer it. */
interface ErrorCode {
  code: string;
  meaning: string;
  operations: string[];
  remedy: string;
}

/** The table of the contract, in its order. */
export function errorCodesOf(document: Document): ErrorCode[] {
  const all = operationsOf(document).map(({ id }) => id);
  const { "x-error-codes": codes } = document.components!.schemas!["ErrorCode"] as any;
  return Object.entries<any>(codes).map(([code, { operations, ...texts }]) => ({
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
  /** The operations that answer with the code. */
  operations: (keyof operations)[];
  /** What to do about it. */
  remedy: string;
}

/**
 * The codes that Azure AD B2C is known to answer these operations with, from Microsoft's list of B2C's error codes and from
 * reports. Any other code may come, and has no entry here.
 */
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
          "The codes that Azure AD B2C is known to answer these operations with, as `error.code` of the body, mostly with the status 400. They come from ",
        ),
        source,
        ...phrases(" and from reports. Microsoft Graph answers with codes of its own too."),
      ),
      table([["code", "meaning", "what to do", "operations"].map(phrases), ...rows]),
    ],
  });
}
