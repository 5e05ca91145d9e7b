import type { Definition } from "../../contract/document.ts";
import { type Operation, operationsOf } from "../../contract/operations.ts";
import { joinPointer } from "../../lib/json-pointer.ts";
import { type Page, pageName } from "../load.ts";
import type { AuditInput } from "./audit-input.ts";
import { factCause } from "./causes.ts";
import { isSameCall } from "./compare/request.ts";
import type { Finding } from "./finding.ts";

/** What the contract says about pages without a page that says so. */
export const checkContract = ({ contract, pages, locate }: AuditInput): Finding[] =>
  operationsOf(contract).flatMap((operation) =>
    [...checkOperation(operation, pages)].map(({ member, ...problem }) => ({
      place: locate(`${operation.pointer}/${member}`),
      about: callOf(operation),
      causes: [],
      ...problem,
    })),
  );

const callOf = ({ method, path }: Operation<Definition>): string => `${method.toUpperCase()} ${path}`;

interface Problem {
  /** The member of the operation. */
  member: string;
  says: string;
  fix: string;
  causes?: string[];
}

/** A delegated call asks for a least privileged permission; an application has the same permissions as app roles. */
function* checkSecurity({ definition }: Operation<Definition>): Generator<Problem> {
  const { delegated } = definition["x-permissions"] ?? {};
  const scopes = (definition.security ?? []).flatMap((way) => way.delegated ?? []);
  const expected = delegated?.least ?? [];
  if (String(scopes) === String(expected)) return;
  const says = `asks for the scopes ${scopes.join(", ") || "(none)"}, but x-permissions has ${expected.join(", ") || "none"}`;
  yield { member: "security", says, fix: "give x-permissions and security the same permissions" };
}

/** The documentation of an operation is its first page, at the published address. */
function* checkDocumentation({ definition }: Operation<Definition>, pages: Page[]): Generator<Problem> {
  const [name] = definition["x-pages"] ?? [];
  const { source = "" } = pages.find(({ page }) => page === name) ?? {};
  const expected = source.startsWith("https://") ? source : undefined;
  const url = definition.externalDocs?.url;
  if (url === expected) return;
  const says = `has the address ${url ?? "(none)"}, but its first page is at ${expected ?? "(none)"}`;
  yield { member: "externalDocs/url", says, fix: "give externalDocs the address of the first of x-pages" };
}

function* checkOperation(operation: Operation<Definition>, pages: Page[]): Generator<Problem> {
  const { "x-pages": names = [], "x-stage": stage, responses } = operation.definition;
  const member = "x-pages";
  for (const name of names) {
    const page = pages.find(({ page }) => page === name);
    const says = `names the page ${name}, which has no facts file`;
    if (!page) yield { member, says, fix: "read the page (npm run facts:read), or remove it from x-pages" };
    else if (!Object.values(page.requestLines ?? {}).some((line) => isSameCall(operation, line))) {
      const says = `names the page ${name}, which doesn't document ${callOf(operation)}`;
      const causes = Object.keys(page.requestLines ?? {}).map((line) =>
        factCause(name, joinPointer("/requestLines", line)),
      );
      yield { member, says, fix: "remove it from x-pages", causes };
    }
  }
  if (names.length === 0 && stage !== "undocumented") {
    const fix = "name its pages in x-pages, or write x-stage: undocumented";
    yield { member: "x-stage", says: `is ${stage}, but no page documents the operation`, fix };
  }
  yield* checkSecurity(operation);
  yield* checkDocumentation(operation, pages);
  const documenting = pages.filter(({ page }) => names.includes(pageName(page)));
  const stated = documenting.flatMap(({ page, response }) =>
    Object.keys(response?.statuses ?? {}).map((status) => ({
      status,
      cause: factCause(page, `/response/statuses/${status}`),
    })),
  );
  const returned = Object.keys(responses).filter((status) => status.startsWith("2"));
  for (const status of documenting.length > 0 ? returned : []) {
    if (stated.some((documented) => documented.status === status)) continue;
    const says = `returns ${status}, which no page of the operation documents`;
    const causes = stated.map(({ cause }) => cause);
    yield { member: `responses/${status}`, says, fix: `remove the response ${status}`, causes };
  }
}
