import { type Contract, operations } from "../../contract/load.ts";
import type { Page } from "../load.ts";
import type { Problem } from "./problem.ts";

/** What the contract says of pages without a page that says so. */
export function* problemsOfContract(contract: Contract, pages: Page[]): Generator<Problem> {
  for (const { pointer, method, path, node } of operations(contract)) {
    const named: string[] = node["x-pages"] ?? [];
    const documenting = pages.filter(({ page }) => named.includes(page));
    for (const page of named) {
      const known = pages.find((candidate) => candidate.page === page);
      const where = `${pointer}/x-pages`;
      if (!known)
        yield {
          where,
          says: `names the page ${page}, of which there is no facts file`,
          mend: "read the page (npm run facts:read), or take it out",
        };
      else if (!known.requestLines?.some((line) => line.method === method && line.path === path))
        yield { where, says: `names the page ${page}, which documents no ${method} ${path}`, mend: "take it out" };
    }
    if (named.length === 0 && node["x-stage"] !== "undocumented")
      yield {
        where: `${pointer}/x-stage`,
        says: `is ${node["x-stage"]}, but no page documents the operation`,
        mend: "name its pages in x-pages, or say x-stage: undocumented",
      };
    for (const status of Object.keys(node.responses).filter((status) => status.startsWith("2"))) {
      if (
        documenting.length > 0 &&
        !documenting.some(({ response }) => response?.statuses?.some((stated) => String(stated.status) === status))
      ) {
        yield {
          where: `${pointer}/responses/${status}`,
          says: "is an answer that no page of the operation documents",
          mend: "take it out",
        };
      }
    }
  }
}
