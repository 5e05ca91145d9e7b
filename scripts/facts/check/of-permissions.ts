import type { Node } from "../../contract/load.ts";
import { joinPointer } from "../../lib/json-pointer.ts";
import { type Claim, type Subject } from "./claim.ts";
import { include } from "./of-links.ts";

/** Who may call: the permission tables, and the includes that stand for them. */
export function* claimsOfPermissions({ page, operation, contract }: Subject): Generator<Claim> {
  const pointer = `${operation.pointer}/x-permissions`;
  const permissions: Node = operation.node["x-permissions"] ?? {};
  for (const [i, table] of (page.permissions ?? []).entries()) {
    if ("include" in table) {
      // The roles' include names itself; a permission table's include is named after the page.
      const label = /rbac-for-apis\/([^/]+)\.md$/.exec(table.include)?.[1] ?? "permissions-table";
      yield {
        at: `/permissions/${i}/include`,
        line: table.line,
        says: table.include,
        quote: table.include,
        ...include(label, contract, operation),
      };
      continue;
    }
    const scopeColumns = table.columns.slice(1);
    const [order = ""] = scopeColumns;
    yield {
      at: `/permissions/${i}/columns`,
      line: table.line,
      says: table.columns.join(" | "),
      quote: order,
      // The contract's `least` comes before its `higher`.
      met: scopeColumns.length === 2 || /from least to most/.test(order),
      contract: "lists the least privileged permission first",
      pointer,
    };
    for (const [j, { line, type, cells }] of table.rows.entries()) {
      const text = cells.join(" | ");
      const kind = /personal/i.test(type) ? "personal" : /^delegated/i.test(type) ? "delegated" : "application";
      const stated = permissions[kind];
      const [least, higher] = cells.map(scopes);
      yield {
        at: `/permissions/${i}/rows/${j}`,
        line,
        says: `${type}: ${text}`,
        quote: text,
        met:
          kind === "personal"
            ? stated === "not-supported" && cells.every((cell) => /^not supported\.?$/i.test(cell))
            : higher
              ? same(least, stated?.least) && same(higher, stated?.higher)
              : same(least, [...(stated?.least ?? []), ...(stated?.higher ?? [])]),
        contract: `says ${kind}: ${JSON.stringify(stated)}`,
        // A placeholder is open about everything, so the contract's own answer must stand in the ledger.
        instead: kind === "personal" ? stated : stated?.least?.join(", "),
        pointer: joinPointer(pointer, kind),
      };
    }
  }
}

const scopes = (cell: string): string[] =>
  /^not (available|supported)\.?$/i.test(cell) ? [] : cell.split(/[,\s]+/).filter(Boolean);
const same = (a: string[] | undefined, b: string[] | undefined): boolean =>
  String([...(a ?? [])].sort()) === String([...(b ?? [])].sort());
