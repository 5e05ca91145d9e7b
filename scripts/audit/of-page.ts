import { isPlaceholder, type Claim, type Subject } from "./claim.ts";
import { schemasByTitle, type Contract, type Node } from "./contract.ts";
import type { Page } from "./pages.ts";

/** What the page says as a whole: what it is about, how finished it is, where it holds. */
export function* claimsOfPage({ page, operation, contract, pages }: Subject): Generator<Claim> {
  yield* namespaceClaim(page, contract);
  const titles = [...schemasByTitle(contract).keys()];

  yield {
    at: "/title",
    line: page.title.line,
    says: `is titled "${page.title.value}"`,
    quote: page.title.value,
    met: titles.some((title) => page.title.value.includes(title)),
    contract: `knows the types ${titles.join(", ")}`,
    pointer: "#/components/schemas",
  };

  const documenting = pages.filter(({ page }) => operation.node["x-pages"].includes(page));
  const stage = documenting.every((page) => placeholderLine(page)) ? "draft" : "current";
  const { "x-stage": stated, deprecated = false } = operation.node;
  yield {
    at: "#stage",
    line: placeholderLine(page) ?? page.title.line,
    says: `is ${placeholderLine(page) ? "a draft with placeholders" : "finished"}; with all its pages the operation is ${stage}`,
    met: stated === stage && deprecated === (stage === "draft"),
    contract: `says x-stage: ${stated}, deprecated: ${deprecated}`,
    pointer: `${operation.pointer}/x-stage`,
  };

  yield* cloudClaims({ page, operation, contract, pages }, documenting);
  yield* includeClaims({ page, operation, contract, pages });

  for (const [i, { line, text, name }] of (page.resources ?? []).entries()) {
    yield {
      at: `/resources/${i}/text`,
      line,
      says: `calls the type ${text}`,
      quote: text,
      met: titles.includes(text),
      contract: `knows the types ${titles.join(", ")}`,
      pointer: "#/components/schemas",
    };
    yield {
      at: `/resources/${i}/name`,
      line,
      says: `links to the page ${name}`,
      quote: name,
      met: titles.some((title) => title.toLowerCase() === name),
      contract: `knows the types ${titles.join(", ")}`,
      pointer: "#/components/schemas",
    };
  }

  yield* noteClaims({ page, operation, contract, pages });
}

/** The namespace that a page of any kind states. */
export function* namespaceClaim(page: Page, contract: Contract): Generator<Claim> {
  if (!page.namespace) return;
  const { line, value } = page.namespace;
  const stated = contract.info["x-namespace"];
  yield {
    at: "/namespace",
    line,
    says: `namespace ${value}`,
    quote: value,
    met: value === stated,
    contract: `namespace ${stated}`,
    instead: stated,
    pointer: "#/info/x-namespace",
  };
}

/** The first line where the page leaves a permission or a description open; such a page is a draft. */
function placeholderLine(page: Page): number | undefined {
  const rows = (page.permissions ?? []).flatMap((table) => ("rows" in table ? table.rows : []));
  return (
    rows.find(({ cells }) => cells.some(isPlaceholder))?.line ?? page.body?.rows?.find(({ placeholder }) => placeholder)?.line
  );
}

function* cloudClaims({ page, operation }: Subject, documenting: Page[]): Generator<Claim> {
  const clouds = operation.node["x-clouds"];
  const contract = `says x-clouds: ${clouds}`;
  const pointer = `${operation.pointer}/x-clouds`;
  if (page.nationalClouds) {
    const { line, value } = page.nationalClouds;
    yield { at: "/nationalClouds", line, says: value, quote: value, met: value === "all-clouds" && clouds === "all", contract, pointer };
  } else if (!documenting.some(({ nationalClouds }) => nationalClouds)) {
    yield { at: "#clouds", line: page.title.line, says: "names no clouds", met: clouds === "not-stated", contract, instead: clouds, pointer };
  }
}

function* includeClaims({ page, operation, contract }: Subject): Generator<Claim> {
  for (const [i, { line, label, path }] of (page.includes ?? []).entries()) {
    const [met, says, pointer] = include(label, operation, contract);
    yield { at: `/includes/${i}`, line, says: `includes ${path}`, quote: path, met, contract: says, pointer };
  }
}

/** What an INCLUDE asks of the contract, by its label: whether that is met, what is wrong if not, and where. */
export function include(label: string, { node, pointer }: Subject["operation"], contract: Contract): [met: boolean, contract: string, pointer: string] {
  switch (label) {
    case "beta-disclaimer":
      return [contract.servers.every((server: Node) => server.url.endsWith("/beta")), "has a server that is not beta", "#/servers"];
    case "national-cloud-support":
      return [node["x-clouds"] === "all", "does not say x-clouds: all", `${pointer}/x-clouds`];
    case "permissions-table":
      return [Boolean(node["x-permissions"]), "states no permissions", `${pointer}/x-permissions`];
    case "rbac-b2c-trustframework-keyset-apis":
      // The included text, which the pages do not hold, names this one role.
      return [node.description.includes("B2C IEF Keyset Administrator"), "does not name the role B2C IEF Keyset Administrator", `${pointer}/description`];
    default:
      return [false, "has nothing to hold it against: teach scripts/audit/of-page.ts what it says", pointer];
  }
}

/** No program can tell what a note asks of the contract: a person reads it and names it in the ledger. */
function* noteClaims({ page, operation }: Subject): Generator<Claim> {
  for (const [i, { line, text }] of (page.notes ?? []).entries()) {
    yield { at: `/notes/${i}`, line, says: text, quote: text, met: false, contract: "has nothing that a program could hold it against", pointer: `${operation.pointer}/description` };
  }
}
