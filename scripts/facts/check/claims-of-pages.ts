import type { Contract, Definition } from "../../contract/document.ts";
import { type Operation, operationsOf } from "../../contract/operations.ts";
import { type Page, pageName } from "../load.ts";
import type { Claim } from "./claim.ts";
import { compareOperationPage } from "./compare/operation-page.ts";
import { compareRequestLines, isSameCall } from "./compare/request.ts";
import { compareResourcePage } from "./compare/resource-page.ts";

/** What each page claims, by the page's name; of some pages only, while all are there to compare with. */
export const claimsOfPages = (pages: Page[], contract: Contract, some = pages): Map<string, Claim[]> =>
  new Map(some.map((page) => [page.page, claimsOf(page, pages, contract)]));

function claimsOf(page: Page, pages: Page[], contract: Contract): Claim[] {
  if (page.kind !== "api") return [...compareResourcePage(page, contract)];
  const operation = operationOf(page, contract);
  if (!operation) return compareRequestLines(page, contract);
  return [...compareOperationPage({ page, operation, contract, pages })];
}

/** The operation that names the page, or else the one that the page names. */
export function operationOf({ page, requestLines = {} }: Page, contract: Contract): Operation<Definition> | undefined {
  const all = operationsOf(contract);
  return (
    all.find(({ definition }) => definition["x-pages"]?.includes(pageName(page))) ??
    all.find((operation) => Object.values(requestLines).some((line) => isSameCall(operation, line)))
  );
}
