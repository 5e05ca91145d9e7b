import type { Contract } from "../../../contract/document.ts";
import { operationsOf } from "../../../contract/operations.ts";
import type { HeaderRow, Parameter } from "../../facts.ts";
import type { Page } from "../../load.ts";
import { type Claim, claim, each, type Subject, sameName } from "../claim.ts";
import { comparePermissions } from "./permissions.ts";
import { compareProperty, compareRequired } from "./properties.ts";

/** What the page says about the request: the call, who may make it, its headers, parameters, and body. */
export function* compareRequest(subject: Subject): Generator<Claim> {
  const { page } = subject;
  yield* compareRequestLines(page, subject.contract, subject.operation);
  yield* comparePermissions(subject);
  yield* each("/headers", page.headers, (at, row) => [headerClaim(at, row, subject)]);
  yield* each("/parameters", page.parameters, (at, row) => [parameterClaim(at, row, subject)]);
  yield* bodyClaims(subject);
}

/** The calls that the page documents: each is an operation that names the page. */
export function compareRequestLines(
  { page, requestLines }: Page,
  contract: Contract,
  operation?: Subject["operation"],
): Claim[] {
  return each("/requestLines", requestLines, (at, { method, path }) => {
    const call = `${method} ${path}`;
    const documented = operationsOf(contract).find(
      (candidate) => candidate.path === path && candidate.method === method.toLowerCase(),
    );
    const pages = documented?.definition["x-pages"] ?? [];
    const named = claim(at, call, {
      met: pages.includes(page),
      contract: documented ? `has x-pages: [${pages.join(", ")}] there` : "has no such operation",
      pointer: documented ? `${documented.pointer}/x-pages` : "#/paths",
    });
    if (!operation) return [named];
    const advised = claim(`${at}#advised`, call, {
      met: !operation.definition.deprecated,
      contract: "marks the operation deprecated",
      pointer: `${operation.pointer}/deprecated`,
    });
    return [named, advised];
  });
}

function headerClaim(at: string, { name, value, required }: HeaderRow, { operation, contract }: Subject): Claim {
  const { security = contract.security, requestBody: body } = operation.definition;
  const header = (met: boolean, contract: string, member: string): Claim =>
    claim(at, value ?? name, {
      says: `${name}: ${value}${required ? ", required" : ""}`,
      met,
      contract,
      pointer: `${operation.pointer}/${member}`,
    });
  if (sameName(name, "Authorization")) {
    const met = needsBearer(contract, operation) && required === true && /^Bearer /.test(value ?? "");
    return header(met, `security: ${JSON.stringify(security)}`, "security");
  }
  if (sameName(name, "Content-Type")) {
    const met = Boolean(body?.content[value ?? ""]) && (required ?? false) === (body?.required ?? false);
    const taken = body ? `takes ${Object.keys(body.content)}, required: ${body.required ?? false}` : "takes no body";
    return header(met, taken, "requestBody");
  }
  return header(declaresHeader(operation, name), "declares no such header", "parameters");
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

function parameterClaim(at: string, stated: Parameter, { operation }: Subject): Claim {
  const declared = operation.parameters.find(({ name }) => name === stated.name);
  const required = declared?.required ?? false;
  return claim(at, stated.name, {
    says: `parameter ${stated.name} in the ${stated.in}`,
    met:
      (stated.in === "function" ? declared !== undefined : declared?.in === stated.in) &&
      (required || !stated.required),
    contract: declared ? `declares it in the ${declared.in}, required: ${required}` : "declares no such parameter",
    pointer: `${operation.pointer}/parameters`,
  });
}

function* bodyClaims({ page: { body }, operation }: Subject): Generator<Claim> {
  const { requestBody } = operation.definition;
  const pointer = `${operation.pointer}/requestBody`;
  if (body?.none) {
    yield { at: "/body/none", says: "takes no body", met: !requestBody, contract: "takes a body", pointer };
    return;
  }
  const schema = requestBody?.content["application/json"]?.schema ?? {};
  const place = { schema, pointer: `${pointer}/content/application~1json/schema`, allRequired: body?.required };
  yield* each("/body/rows", body?.rows, (at, row) => [
    ...compareProperty(at, row, schema, place.pointer),
    compareRequired(at, row, place),
  ]);
}
