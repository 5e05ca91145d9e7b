import { joinPointer } from "../../../lib/json-pointer.ts";
import type { PermissionTable } from "../../facts.ts";
import { type Claim, claimAbout, each, type Subject } from "../claim.ts";

/** Who may call: the permission tables and the roles. */
export const comparePermissions = (subject: Subject): Claim[] => [
  ...each("/permissions", subject.page.permissions, (at, table) => tableClaims(at, table, subject)),
  ...each("/roles", subject.page.roles, (at, { leastPrivileged }, role) => {
    const says = `${leastPrivileged ? "the least privileged role is" : "a role is"} ${role}`;
    return roleClaim(at, { role, says }, subject.operation);
  }),
];

/** Whether the contract names a role as the least privileged one. */
export function roleClaim(
  at: string,
  { role, says }: { role: string; says: string },
  { definition, pointer }: Subject["operation"],
): Claim {
  const ours = definition["x-role"];
  return claimAbout(`${pointer}/x-role`)(at, role, { says, met: ours === role, contract: `says x-role: ${ours}` });
}

function tableClaims(at: string, { columns, rows }: PermissionTable, { operation }: Subject): Claim[] {
  // The included table wasn't found: a note of the page says so.
  if (!columns) return [];
  const header = claimAbout(`${operation.pointer}/x-permissions`)(`${at}/columns`, columns[0], {
    says: columns.join(" | "),
    // The contract's `least` comes before its `higher`.
    met: columns.length === 2 || /from least to most/.test(columns[0] ?? ""),
    contract: "lists the least privileged permission first",
  });
  const ofRows = each(`${at}/rows`, rows, (at, row, type) =>
    permissionClaim(at, { type, cells: columns.map((column) => row[column] ?? "") }, operation),
  );
  return [header, ...ofRows];
}

/** Whether the contract has the permissions of a row: in two cells the least and the higher ones, in one cell all. */
export function permissionClaim(
  at: string,
  { type, cells }: { type: string; cells: string[] },
  { definition, pointer }: Subject["operation"],
): Claim {
  const kind = kindOf(type);
  const stated = definition["x-permissions"]?.[kind];
  const text = cells.join(" | ");
  return claimAbout(joinPointer(pointer, "x-permissions", kind))(at, text, {
    says: `${type}: ${text}`,
    met: kind === "personal" ? stated === "not-supported" && cells.every(isUnsupported) : agree(cells, stated),
    contract: `says ${kind}: ${JSON.stringify(stated)}`,
    // A placeholder leaves everything open, so the ledger must have what the contract says.
    instead: typeof stated === "object" ? stated.least.join(", ") || undefined : stated,
  });
}

type Permissions = Subject["operation"]["definition"]["x-permissions"];

/** The kind of access that a row of a permission table is about. */
function kindOf(type: string): keyof Permissions {
  if (/personal/i.test(type)) return "personal";
  return /^delegated/i.test(type) ? "delegated" : "application";
}

function agree(cells: string[], stated: Permissions[keyof Permissions] | undefined): boolean {
  const { least = [], higher = [] } = typeof stated === "object" ? stated : {};
  const [first, second] = cells.map(scopesIn);
  return second ? same(first, least) && same(second, higher) : same(first, [...least, ...higher]);
}

const isUnsupported = (cell: string): boolean => /^not (available|supported)\.?$/i.test(cell);

/** The permissions that a cell lists. */
const scopesIn = (cell: string): string[] => (isUnsupported(cell) ? [] : cell.split(/[,\s]+/).filter(Boolean));

const same = (a: string[] = [], b: string[] = []): boolean => String([...a].sort()) === String([...b].sort());
