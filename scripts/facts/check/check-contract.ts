import { operationsOf } from "../../contract/operations.ts";
import type { Page } from "../load.ts";
import type { AuditInput } from "./audit-input.ts";
import { factCause } from "./causes.ts";
import type { Finding } from "./finding.ts";

/** What the contract says about pages without a page that says so. */
export function checkContract({ contract, pages, locate }: AuditInput): Finding[] {
  return operationsOf(contract).flatMap(({ pointer, method, path, definition }) => {
    const call = `${method.toUpperCase()} ${path}`;
    const finding = (member: string, says: string, fix: string, causes: string[] = []): Finding => ({
      place: locate(`${pointer}/${member}`),
      about: call,
      says,
      fix,
      causes,
    });
    const { "x-pages": named = [], "x-stage": stage, responses } = definition;
    const documenting = pages.filter(({ page }) => named.includes(page));
    const documents = ({ requestLines = [] }: Page): boolean =>
      requestLines.some((line) => line.path === path && line.method.toLowerCase() === method);
    const isDocumented = (status: string): boolean =>
      documenting.some(({ response }) => response?.statuses?.some((stated) => String(stated.status) === status));

    const unread = named.filter((name) => !documenting.some(({ page }) => page === name));
    const wrong = documenting.filter((page) => !documents(page));
    const invented = Object.keys(responses).filter((status) => status.startsWith("2") && !isDocumented(status));
    return [
      ...unread.map((name) =>
        finding(
          "x-pages",
          `names the page ${name}, which has no facts file`,
          "read the page (npm run facts:read), or remove it from x-pages",
        ),
      ),
      ...wrong.map(({ page }) =>
        finding("x-pages", `names the page ${page}, which doesn't document ${call}`, "remove it from x-pages", [
          factCause(page, "/requestLines/0"),
        ]),
      ),
      ...(named.length === 0 && stage !== "undocumented"
        ? [
            finding(
              "x-stage",
              `is ${stage}, but no page documents the operation`,
              "name its pages in x-pages, or write x-stage: undocumented",
            ),
          ]
        : []),
      ...(documenting.length === 0 ? [] : invented).map((status) =>
        finding(
          `responses/${status}`,
          `returns ${status}, which no page of the operation documents`,
          `remove the response ${status}`,
          documenting.flatMap(({ page, response }) =>
            (response?.statuses ?? []).map((_, i) => factCause(page, `/response/statuses/${i}`)),
          ),
        ),
      ),
    ];
  });
}
