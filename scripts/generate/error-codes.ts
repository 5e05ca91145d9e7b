import type { Document } from "../contract/document.ts";
import { errorCodeTable } from "../contract/error-examples.ts";
import { operationsOf } from "../contract/operations.ts";
import { header } from "./doc-comment.ts";
import { linkTo, markdown, operationIds, paragraph, phrases, table } from "./markdown.ts";

/** A code of the contract's table, with the operations that return it. */
interface ErrorCode {
  code: string;
  meaning: string;
  operations: string[];
  remedy: string;
}

/** The contract's table of error codes, in its order. */
export function errorCodesOf(document: Document): ErrorCode[] {
  const operations = operationsOf(document);
  return Object.entries(errorCodeTable(document)).map(([code, { meaning, remedy }]) => ({
    code,
    operations: operations.filter(({ definition }) => definition["x-errors"]?.includes(code)).map(({ id }) => id),
    meaning,
    remedy,
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
  /** The operations that return the code. */
  operations: (keyof operations)[];
  /** What to do about it. */
  remedy: string;
}

/**
 * The error codes that these operations are known to return, from Microsoft's list of B2C error codes and from reports.
 * The service can return other codes. They don't have an entry.
 */
export const errorCodes: ReadonlyMap<ErrorCode, ErrorCodeExplanation> = new Map<ErrorCode, ErrorCodeExplanation>([
${entries.join("")}]);
`;
}

const errorCodeList = linkTo(
  "https://github.com/MicrosoftDocs/azure-docs/blob/77c9afad729f4262fe655b079dc50c10eba11a15/articles/active-directory-b2c/error-codes.md",
  "Microsoft's list of 2019",
);

/** The content of error-codes.md: the table for people. */
export function errorCodesPage(document: Document): string {
  const count = operationsOf(document).length;
  const rows = errorCodesOf(document).map(({ code, meaning, remedy, operations }) => [
    ...[`\`${code}\``, meaning, remedy].map(phrases),
    operationIds(operations, count),
  ]);
  return markdown({
    type: "root",
    children: [
      {
        type: "html",
        value: '<!-- Generated from spec/schemas/ErrorCode.yaml by "npm run generate". Do not edit. -->',
      },
      { type: "heading", depth: 1, children: phrases("Error codes") },
      paragraph(
        ...phrases(
          "These are the error codes that Azure AD B2C is known to return for key sets. You find the code in ",
        ),
        ...phrases("`error.code` of the response body."),
      ),
      paragraph(
        ...phrases("The codes come from "),
        errorCodeList,
        ...phrases(
          ", and from reports. The current list no longer has most of them. The service can return other codes, ",
        ),
        ...phrases("and Microsoft Graph has codes of its own."),
      ),
      table([["code", "meaning", "what to do", "operations"].map(phrases), ...rows]),
    ],
  });
}
