import { at, type Claim, type Subject } from "./claim.ts";
import { needsBearer, operations, parameters, type Node } from "./contract.ts";
import { include } from "./of-page.ts";

/** What the page says about sending the request: the call, who may make it, its headers, parameters and body. */
export function* claimsOfRequest(subject: Subject): Generator<Claim> {
  yield* requestLineClaims(subject);
  yield* permissionClaims(subject);
  yield* headerClaims(subject);
  yield* parameterClaims(subject);
  yield* bodyClaims(subject);
}

function* requestLineClaims({ page, operation, contract }: Subject): Generator<Claim> {
  for (const [i, { line, method, path }] of (page.requestLines ?? []).entries()) {
    const says = `${method} ${path}`;
    const claim = { line, says, quote: says };
    const documented = operations(contract).find((candidate) => candidate.method === method && candidate.path === path);
    const pages: string[] = documented?.node["x-pages"] ?? [];
    yield {
      ...claim,
      at: `/requestLines/${i}`,
      met: pages.includes(page.page),
      contract: documented ? `has x-pages: [${pages.join(", ")}] there` : "has no such operation",
      pointer: documented ? `${documented.pointer}/x-pages` : "#/paths",
    };
    yield {
      ...claim,
      at: `/requestLines/${i}#advised`,
      met: !operation.node.deprecated,
      contract: "marks the operation deprecated",
      pointer: `${operation.pointer}/deprecated`,
    };
  }
}

function* permissionClaims({ page, operation, contract }: Subject): Generator<Claim> {
  const pointer = `${operation.pointer}/x-permissions`;
  const permissions: Node = operation.node["x-permissions"] ?? {};
  for (const [i, table] of (page.permissions ?? []).entries()) {
    if ("include" in table) {
      const label = /rbac-for-apis\/([^/]+)\.md$/.exec(table.include)?.[1] ?? "permissions-table";
      const [met, says, place] = include(label, operation, contract);
      yield { at: `/permissions/${i}/include`, line: table.line, says: table.include, quote: table.include, met, contract: says, pointer: place };
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
        pointer: at(pointer, kind),
      };
    }
  }
}

const scopes = (cell: string): string[] => (/^not (available|supported)\.?$/i.test(cell) ? [] : cell.split(/[,\s]+/).filter(Boolean));
const same = (a: string[] | undefined, b: string[] | undefined): boolean => String([...(a ?? [])].sort()) === String([...(b ?? [])].sort());

function* headerClaims({ page, operation, contract }: Subject): Generator<Claim> {
  for (const [i, { line, name, value, required }] of (page.headers ?? []).entries()) {
    const claim = { at: `/headers/${i}`, line, says: `${name}: ${value}${required ? ", required" : ""}`, quote: value ?? name };
    const body = operation.node.requestBody;
    if (/^authorization$/i.test(name)) {
      const met = needsBearer(contract, operation) && required === true && /^Bearer /.test(value ?? "");
      yield { ...claim, met, contract: `security: ${JSON.stringify(operation.node.security ?? contract.security)}`, pointer: `${operation.pointer}/security` };
    } else if (/^content-type$/i.test(name)) {
      const met = Boolean(body?.content[value ?? ""]) && (required ?? false) === (body.required ?? false);
      yield { ...claim, met, contract: body ? `takes ${Object.keys(body.content)}, required: ${body.required ?? false}` : "takes no body", pointer: `${operation.pointer}/requestBody` };
    } else {
      const met = parameters(contract, operation).some((parameter) => parameter.in === "header" && parameter.name.toLowerCase() === name.toLowerCase());
      yield { ...claim, met, contract: "declares no such header", pointer: `${operation.pointer}/parameters` };
    }
  }
}

function* parameterClaims({ page, operation, contract }: Subject): Generator<Claim> {
  for (const [i, stated] of (page.parameters ?? []).entries()) {
    const declared = parameters(contract, operation).find((parameter) => parameter.name === stated.name);
    yield {
      at: `/parameters/${i}`,
      line: stated.line,
      says: `parameter ${stated.name} in the ${stated.in}`,
      quote: stated.name,
      met: Boolean(declared) && (stated.in === "function" || declared.in === stated.in) && (stated.required ?? false) <= (declared.required ?? false),
      contract: declared ? `declares it in the ${declared.in}, required: ${declared.required ?? false}` : "declares no such parameter",
      pointer: `${operation.pointer}/parameters`,
    };
  }
}

function* bodyClaims({ page, operation }: Subject): Generator<Claim> {
  const { body } = page;
  if (!body) return;
  const pointer = `${operation.pointer}/requestBody`;
  const content: Node = operation.node.requestBody?.content["application/json"];
  if (body.none) {
    yield { at: "/body/none", line: body.line, says: "takes no body", met: !operation.node.requestBody, contract: "takes a body", pointer };
    return;
  }
  const schema: Node = content?.schema ?? {};
  for (const [i, row] of (body.rows ?? []).entries()) {
    yield* rowClaims(`/body/rows/${i}`, row, schema, `${pointer}/content/application~1json/schema`, body.required);
  }
}

type Row = NonNullable<NonNullable<Subject["page"]["body"]>["rows"]>[number];

/** What a table's row says about a property of a schema. `allRequired`: the text above it calls each row required. */
export function* rowClaims(place: string, row: Row, schema: Node, pointer: string, allRequired?: boolean): Generator<Claim> {
  const { line, name } = row;
  const property: Node = schema.properties?.[name];
  const here = property ? `${pointer}/properties/${name}` : `${pointer}/properties`;
  yield { at: `${place}/name`, line, says: `has ${name}`, quote: name, met: Boolean(property), contract: "has no such property", pointer: here };
  if (!property) return;

  if (row.type) {
    const type = typeOf(property);
    yield { at: `${place}/type`, line, says: `${name} is a ${row.type}`, quote: row.type, met: type.toLowerCase() === row.type.toLowerCase(), contract: `${name} is a ${type}`, pointer: here };
  }
  const required = Boolean(row.required || allRequired);
  const mustSend = schema.required?.includes(name) ?? false;
  yield {
    at: allRequired ? `/body/required#${name}` : row.required === undefined ? `${place}#required` : `${place}/required`,
    line,
    says: required ? `calls ${name} required` : `does not call ${name} required`,
    quote: name,
    met: required === mustSend,
    contract: mustSend ? `requires ${name}` : `leaves ${name} optional`,
    pointer: schema.required ? `${pointer}/required` : pointer,
  };
  if (row.inheritedFrom) {
    yield { at: `${place}/inheritedFrom`, line, says: `${name} is inherited from ${row.inheritedFrom}`, quote: row.inheritedFrom, met: false, contract: "has no inheritance: each schema lists all its own properties", pointer: here };
  }
  if (row.placeholder) {
    yield { at: `${place}/placeholder`, line, says: `${name}: ${row.placeholder}`, quote: row.placeholder, met: false, contract: `describes it: ${property.description}`, pointer: `${here}/description` };
  }
  if (row.encoding) {
    const encoding = { byte: "base64", base64url: "base64url" }[String((property.items ?? property).format)];
    yield { at: `${place}/encoding`, line, says: `${name} is ${row.encoding}`, quote: row.encoding, met: encoding === row.encoding, contract: `${name} is ${encoding ?? "not encoded"}`, pointer: here };
  }
  for (const direction of ["readOnly", "writeOnly"] as const) {
    if (row[direction]) yield { at: `${place}/${direction}`, line, says: `${name} is ${direction}`, quote: name, met: property[direction] === true, contract: `${name} is not ${direction}`, pointer: here };
  }
  for (const [i, value] of (row.values ?? []).entries()) {
    const known = listedValues(property);
    yield { at: `${place}/values/${i}`, line, says: `${name} may be ${value}`, quote: value, met: known.includes(value), contract: `lists ${known.join(", ")}`, pointer: here };
  }
}

/** The values that an open enumeration lists. */
export const listedValues = (schema: Node): string[] => schema.enum ?? (schema.anyOf ?? []).flatMap((branch: Node) => branch.enum ?? []);

/** A schema's type in Graph's words. */
function typeOf(schema: Node): string {
  if (schema.type === "array") return `${typeOf(schema.items)} collection`;
  if (schema.type === "object") return schema.title;
  if (schema.anyOf) return typeOf(schema.anyOf[0]);
  return schema.format === "int64" ? "Int64" : schema.type;
}

