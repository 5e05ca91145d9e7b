import { joinPointer } from "../../../lib/json-pointer.ts";
import type { PermissionTable } from "../../facts.ts";
import { type Claim, claimAbout, each, type Subject } from "../claim.ts";
import { includeClaim } from "./links.ts";

/** Who may call: the permission tables, and the INCLUDEs that stand for them. */
export const comparePermissions = (subject: Subject): Claim[] =>
  each("/permissions", subject.page.permissions, (at, stated) => {
    if (!("include" in stated)) return tableClaims(at, stated, subject);
    // The roles' INCLUDE names itself; a permission table's INCLUDE is named after the page.
    const label = /rbac-for-apis\/([^/]+)\.md$/.exec(stated.include)?.[1] ?? "permissions-table";
    return includeClaim(`${at}/include`, { label, path: stated.include }, subject);
  });

function tableClaims(at: string, { columns, rows }: PermissionTable, { operation }: Subject): Claim[] {
  const pointer = `${operation.pointer}/x-permissions`;
  const scopeColumns = columns.slice(1);
  const [order = ""] = scopeColumns;
  const header = claimAbout(pointer)(`${at}/columns`, order, {
    says: columns.join(" | "),
    // The contract's `least` comes before its `higher`.
    met: scopeColumns.length === 2 || /from least to most/.test(order),
    contract: "lists the least privileged permission first",
  });
  const ofRows = each(`${at}/rows`, rows, (at, { type, cells }) => {
    const kind = kindOf(type);
    const stated = operation.definition["x-permissions"]?.[kind];
    const text = cells.join(" | ");
    return claimAbout(joinPointer(pointer, kind))(at, text, {
      says: `${type}: ${text}`,
      met: kind === "personal" ? stated === "not-supported" && cells.every(isUnsupported) : agree(cells, stated),
      contract: `says ${kind}: ${JSON.stringify(stated)}`,
      // A placeholder leaves everything open, so the ledger must have what the contract says.
      instead: typeof stated === "object" ? stated.least.join(", ") : stated,
    });
  });
  return [header, ...ofRows];
}

type Permissions = Subject["operation"]["definition"]["x-permissions"];

function kindOf(type: string): keyof Permissions {
  if (/personal/i.test(type)) return "personal";
  return /^delegated/i.test(type) ? "delegated" : "application";
}

/** Whether the cells of a row name the permissions: in two columns the least and the higher ones, in one column all. */
function agree(cells: string[], stated: Permissions[keyof Permissions] | undefined): boolean {
  const { least = [], higher = [] } = typeof stated === "object" ? stated : {};
  const [first, second] = cells.map(scopesIn);
  return second ? same(first, least) && same(second, higher) : same(first, [...least, ...higher]);
}

const isUnsupported = (cell: string): boolean => /^not (available|supported)\.?$/i.test(cell);

const scopesIn = (cell: string): string[] => (isUnsupported(cell) ? [] : cell.split(/[,\s]+/).filter(Boolean));

const same = (a: string[] = [], b: string[] = []): boolean => String([...a].sort()) === String([...b].sort());
