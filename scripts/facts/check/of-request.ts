import { type Contract, type Node, needsBearer, type Operation, operations, parameters } from "../../contract/load.ts";
import type { Page } from "../load.ts";
import { type Claim, type Subject } from "./claim.ts";
import { claimsOfPermissions } from "./of-permissions.ts";
import { claimOfRequired, claimsOfProperty } from "./of-properties.ts";

/** What the page says about sending the request: the call, who may make it, its headers, parameters and body. */
export function* claimsOfRequest(subject: Subject): Generator<Claim> {
  yield* claimsOfRequestLines(subject.page, subject.contract, subject.operation);
  yield* claimsOfPermissions(subject);
  yield* headerClaims(subject);
  yield* parameterClaims(subject);
  yield* bodyClaims(subject);
}

/** The calls that the page documents: each is an operation that names the page. */
export function* claimsOfRequestLines(
  { page, requestLines = [] }: Page,
  contract: Contract,
  operation?: Operation,
): Generator<Claim> {
  for (const [i, { line, method, path }] of requestLines.entries()) {
    const call = `${method} ${path}`;
    const claim = { line, says: call, quote: call };
    const documented = operations(contract).find((candidate) => candidate.method === method && candidate.path === path);
    const pages: string[] = documented?.node["x-pages"] ?? [];
    yield {
      ...claim,
      at: `/requestLines/${i}`,
      met: pages.includes(page),
      contract: documented ? `has x-pages: [${pages.join(", ")}] there` : "has no such operation",
      pointer: documented ? `${documented.pointer}/x-pages` : "#/paths",
    };
    if (!operation) continue;
    const met = !operation.node.deprecated;
    yield {
      ...claim,
      at: `/requestLines/${i}#advised`,
      met,
      contract: "marks the operation deprecated",
      pointer: `${operation.pointer}/deprecated`,
    };
  }
}

function* headerClaims({ page, operation, contract }: Subject): Generator<Claim> {
  for (const [i, { line, name, value, required }] of (page.headers ?? []).entries()) {
    const claim = {
      at: `/headers/${i}`,
      line,
      says: `${name}: ${value}${required ? ", required" : ""}`,
      quote: value ?? name,
    };
    const body = operation.node.requestBody;
    if (/^authorization$/i.test(name)) {
      const met = needsBearer(contract, operation) && required === true && /^Bearer /.test(value ?? "");
      yield {
        ...claim,
        met,
        contract: `security: ${JSON.stringify(operation.node.security ?? contract.security)}`,
        pointer: `${operation.pointer}/security`,
      };
    } else if (/^content-type$/i.test(name)) {
      const met = Boolean(body?.content[value ?? ""]) && (required ?? false) === (body.required ?? false);
      yield {
        ...claim,
        met,
        contract: body ? `takes ${Object.keys(body.content)}, required: ${body.required ?? false}` : "takes no body",
        pointer: `${operation.pointer}/requestBody`,
      };
    } else {
      const met = parameters(contract, operation).some(
        (parameter) => parameter.in === "header" && parameter.name.toLowerCase() === name.toLowerCase(),
      );
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
      met:
        Boolean(declared) &&
        (stated.in === "function" || declared.in === stated.in) &&
        (stated.required ?? false) <= (declared.required ?? false),
      contract: declared
        ? `declares it in the ${declared.in}, required: ${declared.required ?? false}`
        : "declares no such parameter",
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
    yield {
      at: "/body/none",
      line: body.line,
      says: "takes no body",
      met: !operation.node.requestBody,
      contract: "takes a body",
      pointer,
    };
    return;
  }
  const schema: Node = content?.schema ?? {};
  const place = `${pointer}/content/application~1json/schema`;
  for (const [i, row] of (body.rows ?? []).entries()) {
    yield* claimsOfProperty(`/body/rows/${i}`, row, schema, place);
    yield claimOfRequired(`/body/rows/${i}`, row, schema, place, body.required);
  }
}
