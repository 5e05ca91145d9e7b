import type { Operation } from "../scripts/contract/operations.ts";

/** The addresses of what a text can refer to, from the root of the site. */
export interface Links {
  /** By the path of a file in the repository. */
  files: ReadonlyMap<string, string>;
  /** By the ID of an operation, or by an error code. */
  words: ReadonlyMap<string, string>;
}

export const operationPath = (id: string): string => `reference/${id}.html`;
export const conflictPath = (id: string): string => `conflicts/${id}.html`;
export const errorPath = (code: string): string => `error-codes.html#${code}`;
export const guidePath = (file: string): string =>
  `guides/${file.replace(/^docs\/|\.md$/g, "").replace("/", "-")}.html`;

export const wordsOf = (operations: Operation[], codes: string[]): Map<string, string> =>
  new Map([
    ...operations.map(({ id }) => [id, operationPath(id)] as const),
    ...codes.map((code) => [code, errorPath(code)] as const),
  ]);
