import { STATUS_CODES } from "node:http";
import type { MediaType } from "../../../contract/document.ts";
import { typeInBody } from "../../../contract/schemas.ts";
import type { Example, RequestShown, ResponseShown } from "../../facts.ts";
import { type Claim, claim, each, headerOf, type Subject, sameName } from "../claim.ts";
import { compareBody } from "./body.ts";
import { compareContentHeader, compareLocation, compareUrl } from "./message.ts";
import { declaresHeader, needsBearer } from "./request.ts";

/** What the page shows: each request and its response, compared with the contract's examples of the same name. */
export const compareExamples = (subject: Subject): Claim[] =>
  each("/examples", subject.page.examples, (at, example) => [
    ...requestClaims(`${at}/request`, example, subject),
    ...responseClaims(`${at}/response`, example, subject),
  ]);

const nameOf = ({ request }: Example): string => String(request?.annotation?.["name"]);

function* requestClaims(at: string, example: Example, subject: Subject): Generator<Claim> {
  const { request } = example;
  if (!request) return;
  const { operation, contract } = subject;
  const { requestBody } = operation.definition;
  const pointer = `${operation.pointer}/requestBody`;

  yield* nameClaims(`${at}/annotation/name`, nameOf(example), subject);
  const method = operation.method.toUpperCase();
  yield claim(`${at}/method`, request.method, {
    met: request.method === method,
    contract: method,
    pointer: operation.pointer,
  });
  yield* compareUrl(`${at}/url`, request, subject);
  yield {
    at: `${at}/headers#without-Authorization`,
    says: "sends no Authorization header",
    met: !needsBearer(contract, operation) || request.headers.some(({ name }) => sameName(name, "Authorization")),
    contract: "requires a bearer token",
    pointer: `${operation.pointer}/security`,
  };
  yield* each(`${at}/headers`, request.headers, (at, sent) => [
    compareContentHeader(at, sent, request.body, { content: requestBody?.content, pointer }) ?? {
      at,
      says: `${sent.name}: ${sent.value}`,
      met: declaresHeader(operation, sent.name),
      contract: "declares no such header",
      pointer,
    },
  ]);
  yield* blankLineClaims(at, request, pointer);
  yield* compareBody(`${at}/body`, request.body, {
    content: requestBody?.content["application/json"],
    name: nameOf(example),
    direction: "request",
    pointer: `${pointer}/content/application~1json`,
    path: operation.path,
  });
}

function* responseClaims(at: string, example: Example, { operation, contract }: Subject): Generator<Claim> {
  const { request, response } = example;
  if (!response) return;
  const { status, reason, annotation, headers } = response;
  const { responses } = operation.definition;
  const declared = responses[String(status)];
  const pointer = declared ? `${operation.pointer}/responses/${status}` : `${operation.pointer}/responses`;
  const content = declared?.content?.["application/json"];

  yield claim(`${at}/status`, String(status), {
    says: `answers ${status}`,
    met: declared !== undefined,
    contract: `answers ${Object.keys(responses).join(", ")}`,
    pointer,
  });
  if (reason)
    yield claim(`${at}/reason`, reason, {
      met: STATUS_CODES[status ?? 0] === reason,
      contract: "follows RFC 9110",
      pointer,
    });
  if (content) {
    const type = `${contract.info["x-namespace"]}.${typeInBody(content.schema)}`;
    yield typeClaim(`${at}/annotation`, annotation?.["@odata.type"], type, pointer);
  }
  yield* each(`${at}/headers`, headers, (at, sent) => {
    const header = headerOf(declared, sent.name);
    const shown =
      compareContentHeader(at, sent, response.body, { content: declared?.content, pointer }) ??
      claim(at, sent.value, {
        says: `${sent.name}: ${sent.value}`,
        met: header?.example === sent.value,
        contract: header ? `shows ${sent.name}: ${header.example}` : "declares no such header",
        pointer: `${pointer}/headers`,
      });
    if (!request || !sameName(sent.name, "Location")) return [shown];
    return [shown, compareLocation(`${at}#path`, sent, { url: request.url, contract, pointer: `${pointer}/headers` })];
  });
  const required = Object.entries(declared?.headers ?? {}).flatMap(([name, { required }]) => (required ? name : []));
  yield* missingHeaderClaims(at, response, required, pointer);
  yield* blankLineClaims(at, response, pointer);
  yield* compareBody(`${at}/body`, response.body, {
    content,
    name: nameOf(example),
    direction: "response",
    pointer: `${pointer}/content/application~1json`,
    path: operation.path,
  });
}

/** The name that the comment above a request gives the example: the contract's examples have it, and no other page does. */
function nameClaims(at: string, name: string, { page, operation, pages }: Subject): Claim[] {
  const { requestBody, responses } = operation.definition;
  const successes = Object.entries(responses).flatMap(([status, response]) => (/^2/.test(status) ? response : []));
  const contents = [requestBody, ...successes].flatMap((part) => Object.values<MediaType>(part?.content ?? {}));
  const others = pages.filter((other) => other !== page && other.examples?.some((example) => nameOf(example) === name));
  const says = `names the example ${name}`;
  return [
    claim(at, name, {
      says,
      met: contents.every(({ examples }) => examples?.[name]),
      contract: "has no example of this name on both the request and the answer",
      pointer: operation.pointer,
    }),
    claim(`${at}#unique`, name, {
      says,
      met: others.length === 0,
      contract: `${others.map(({ page }) => page).join(", ")} uses the same name`,
      pointer: operation.pointer,
    }),
  ];
}

function typeClaim(at: string, stated: unknown, type: string, pointer: string): Claim {
  const ours = {
    met: stated === type,
    contract: `answers with ${type}`,
    instead: type,
    pointer: `${pointer}/content/application~1json/schema/title`,
  };
  if (stated === undefined)
    return { at: `${at}#without-type`, says: "the comment above the answer names no type", ...ours };
  return claim(`${at}/@odata.type`, String(stated), {
    says: `the comment above the answer calls it ${stated}`,
    ...ours,
  });
}

/** The headers that the response lacks: a 201 without Location says that the new resource is at the request's URL (RFC 9110, 15.3.2). */
function missingHeaderClaims(
  at: string,
  { status, headers }: ResponseShown,
  required: string[],
  pointer: string,
): Claim[] {
  const expected = new Set([...required, ...(status === 201 ? ["Location"] : [])]);
  return [...expected].map((missing) => ({
    at: `${at}/headers#without-${missing}`,
    says: `sends no ${missing}`,
    met: headers.some(({ name }) => sameName(name, missing)),
    contract: required.includes(missing)
      ? `requires ${missing}`
      : `leaves ${missing} out too, though a 201 should name what was created`,
    pointer,
  }));
}

/** A body follows the headers after an empty line (RFC 9112, 2.1). */
function blankLineClaims(
  at: string,
  { blankLine = false, body }: RequestShown | ResponseShown,
  pointer: string,
): Claim[] {
  if (!body) return [];
  return [
    {
      at: `${at}/blankLine`,
      says: blankLine ? "has an empty line before the body" : "has no empty line before the body",
      met: blankLine,
      contract: "takes a body, which RFC 9112 parts from the headers by an empty line",
      pointer,
    },
  ];
}
