import type { Contract } from "../../../contract/document.ts";
import { operationsOf } from "../../../contract/operations.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import type { HeaderRow, Parameter } from "../../facts.ts";
import { type Page, pageName } from "../../load.ts";
import { type Claim, claimAbout, each, type Subject, sameName } from "../claim.ts";
import { comparePermissions } from "./permissions.ts";
import { compareProperty, compareRequired } from "./properties.ts";

/** What the page says about the request: the call, who may make it, its headers, parameters, and body. */
export const compareRequest = (subject: Subject): Claim[] => [
  ...compareRequestLines(subject.page, subject.contract, subject.operation),
  ...comparePermissions(subject),
  ...each("/headers", subject.page.headers, (at, row, name) => headerClaim(at, { name, ...row }, subject)),
  ...each("/parameters", subject.page.parameters, (at, row, name) => parameterClaim(at, { name, ...row }, subject)),
  ...bodyClaims(subject),
];

/** The calls that the page documents: each is an operation that names the page. */
export function compareRequestLines(
  { page, requestLines }: Page,
  contract: Contract,
  operation?: Subject["operation"],
): Claim[] {
  return each("/requestLines", requestLines, (at, { method, path }) => {
    const call = `${method} ${path}`;
    const documented = operationsOf(contract).find((candidate) => isSameCall(candidate, { method, path }));
    const pages = documented?.definition["x-pages"] ?? [];
    const place = documented?.pointer ?? joinPointer("#/paths", path, method.toLowerCase());
    const named = claimAbout(`${place}/x-pages`)(at, call, {
      met: pages.includes(pageName(page)),
      value: pageName(page),
      contract: documented ? `lists the pages ${pages.join(", ")}` : `has no ${call}`,
    });
    if (!operation) return named;
    const ofNames = claimAbout(`${operation.pointer}/parameters`)(`${at}#names`, path, {
      met: documented?.path === path,
      contract: `has the path ${documented?.path}`,
    });
    const outcome = { met: !operation.definition.deprecated, contract: "marks the operation deprecated" };
    return [named, ofNames, claimAbout(`${operation.pointer}/deprecated`)(`${at}#advised`, call, outcome)];
  });
}

/** Whether a line documents an operation, whatever either calls the parameters in the path. */
export const isSameCall = (
  operation: { method: string; path: string },
  line: { method: string; path: string },
): boolean =>
  operation.method === line.method.toLowerCase() && withoutNames(operation.path) === withoutNames(line.path);

const withoutNames = (path: string): string => path.replace(/\{[^}]*\}/g, "{}");

function headerClaim(
  at: string,
  { name, value, required }: HeaderRow & { name: string },
  { operation, contract }: Subject,
): Claim {
  const { security = contract.security, requestBody: body } = operation.definition;
  const says = `${name}: ${value}${required ? ", required" : ""}`;
  const claim = (member: string, met: boolean, contract: string): Claim =>
    claimAbout(`${operation.pointer}/${member}`)(at, value ?? name, { says, met, contract });
  if (sameName(name, "Authorization")) {
    const met = needsBearer(contract, operation) && required === true && /^Bearer /.test(value ?? "");
    return claim("security", met, `security: ${JSON.stringify(security)}`);
  }
  if (sameName(name, "Content-Type")) {
    const met = Boolean(body?.content[value ?? ""]) && (required ?? false) === (body?.required ?? false);
    const taken = body
      ? `accepts ${Object.keys(body.content)}, required: ${body.required ?? false}`
      : "accepts no body";
    return claim(body?.required ? "requestBody/required" : "requestBody", met, taken);
  }
  return claim("parameters", declaresHeader(operation, name), `declares no header ${name}`);
}

/** Whether a caller must send a token, and every way to do so carries it in `Authorization: Bearer`. */
export function needsBearer(contract: Contract, { definition }: Subject["operation"]): boolean {
  const ways = definition.security ?? contract.security ?? [];
  const carriesBearer = (name: string): boolean => {
    const scheme = contract.components?.securitySchemes?.[name];
    if (scheme?.type === "http") return scheme.scheme === "bearer";
    return scheme?.type === "oauth2" || scheme?.type === "openIdConnect";
  };
  return ways.length > 0 && ways.every((way) => Object.keys(way).some(carriesBearer));
}

export const declaresHeader = ({ parameters }: Subject["operation"], name: string): boolean =>
  parameters.some((parameter) => parameter.in === "header" && sameName(parameter.name, name));

function parameterClaim(at: string, stated: Parameter & { name: string }, { operation }: Subject): Claim {
  const declared = operation.parameters.find(({ name }) => name === stated.name);
  const required = declared?.required ?? false;
  const isThere = stated.in === "function" ? declared !== undefined : declared?.in === stated.in;
  return claimAbout(`${operation.pointer}/parameters`)(at, stated.name, {
    says: `parameter ${stated.name} in the ${stated.in}`,
    met: isThere && (required || !stated.required),
    contract: declared
      ? `declares it in the ${declared.in}, required: ${required}`
      : `declares no parameter ${stated.name}`,
    value: stated.name,
  });
}

function bodyClaims({ page: { body }, operation }: Subject): Claim[] {
  const { requestBody } = operation.definition;
  const pointer = `${operation.pointer}/requestBody`;
  if (body?.none)
    return [
      claimAbout(pointer)("/body/none", undefined, {
        says: "accepts no body",
        met: !requestBody,
        contract: "accepts a body",
      }),
    ];
  const schema = requestBody?.content["application/json"]?.schema ?? {};
  const place = { schema, pointer: `${pointer}/content/application~1json/schema`, allRequired: body?.required };
  return each("/body/rows", body?.rows, (at, row, name) => [
    ...compareProperty(at, { name, ...row }, place),
    compareRequired(at, { name, ...row }, place),
  ]);
}
