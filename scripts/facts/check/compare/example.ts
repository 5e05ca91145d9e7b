import { STATUS_CODES } from "node:http";
import type { Contract, MediaType, Response } from "../../../contract/document.ts";
import { typeInBody } from "../../../contract/schemas.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import type { RequestShown, ResponseShown } from "../../facts.ts";
import { pageName } from "../../load.ts";
import { type Claim, claimAbout, each, headerOf, type Subject, sameName } from "../claim.ts";
import { compareBody } from "./body.ts";
import { compareBlankLine, compareContentHeader, compareLocation, compareUrl, type Header } from "./message.ts";
import { declaresHeader, needsBearer } from "./request.ts";

/** What the page shows: each request and its response, compared with the contract's examples of the same name. */
export const compareExamples = (subject: Subject): Claim[] =>
  each("/examples", subject.page.examples, (at, { request, response, samples }) => {
    const name = exampleName(request);
    return [
      ...each(`${at}/samples`, samples, (at, _, sample) =>
        claimAbout(subject.operation.pointer)(at, sample, {
          says: `has the code samples ${sample}`,
          met: sample === name.replaceAll("_", "-"),
          contract: `has the example ${name}`,
        }),
      ),
      ...(request ? requestClaims(`${at}/request`, { request, name }, subject) : []),
      ...(response ? responseClaims(`${at}/response`, { request, response, name }, subject) : []),
    ];
  });

const exampleName = (request: RequestShown | undefined): string => String(request?.annotation?.name);

function requestClaims(at: string, shown: { request: RequestShown; name: string }, subject: Subject): Claim[] {
  const { request, name } = shown;
  const { body, headers } = request;
  const { contract, operation } = subject;
  const { requestBody } = operation.definition;
  const content = requestBody?.content;
  const pointer = `${operation.pointer}/requestBody`;
  const method = operation.method.toUpperCase();
  const sendsToken = Object.keys(headers).some((name) => sameName(name, "Authorization"));
  return [
    ...nameClaims(`${at}/annotation/name`, name, subject),
    claimAbout(operation.pointer)(`${at}/method`, request.method, { met: request.method === method, contract: method }),
    ...compareUrl(`${at}/url`, request, subject),
    claimAbout(`${operation.pointer}/security`)(`${at}/headers#without-Authorization`, undefined, {
      says: "sends no Authorization header",
      met: sendsToken || !needsBearer(contract, operation),
      contract: "requires a bearer token",
    }),
    ...each(`${at}/headers`, headers, (at, value, name) => {
      const sent = { name, value };
      const outcome = { met: declaresHeader(operation, sent.name), contract: `declares no header ${sent.name}` };
      return (
        compareContentHeader(at, sent, { body, content, pointer }) ??
        claimAbout(pointer)(at, undefined, { says: `${sent.name}: ${sent.value}`, ...outcome })
      );
    }),
    ...compareBlankLine(at, request, pointer),
    ...compareBody(`${at}/body`, body, { content, name, direction: "request", pointer, path: operation.path }),
  ];
}

interface NamedResponse {
  request: RequestShown | undefined;
  response: ResponseShown;
  /** The example's name. */
  name: string;
}

/** A response that a page shows, and the contract's response of its status. */
interface Shown extends Omit<NamedResponse, "name"> {
  declared: Response | undefined;
  pointer: string;
  contract: Contract;
}

function responseClaims(at: string, { request, response, name }: NamedResponse, subject: Subject): Claim[] {
  const { status, reason, body } = response;
  const { path, definition, pointer: place } = subject.operation;
  const declared = definition.responses[String(status)];
  const pointer = declared ? `${place}/responses/${status}` : `${place}/responses`;
  const content = declared?.content;
  const shown = { request, response, declared, pointer, contract: subject.contract };

  const claim = claimAbout(pointer);
  const ours = `returns ${Object.keys(definition.responses).join(", ")}`;
  const isUsual = STATUS_CODES[status ?? 0] === reason;
  return [
    claimAbout(`${place}/responses/${status}`)(`${at}/status`, String(status), {
      says: `returns ${status}`,
      met: declared !== undefined,
      contract: ours,
    }),
    ...(reason ? [claim(`${at}/reason`, reason, { met: isUsual, contract: "follows RFC 9110" })] : []),
    ...typeClaims(`${at}/annotation`, shown),
    ...allReturnedClaims(`${at}/allReturned`, shown),
    ...each(`${at}/headers`, response.headers, (at, value, name) => headerClaims(at, { name, value }, shown)),
    ...missingHeaderClaims(`${at}/headers`, shown),
    ...compareBlankLine(at, response, pointer),
    ...compareBody(`${at}/body`, body, { content, name, direction: "response", pointer, path }),
  ];
}

/** The name that the comment above a request gives the example: the contract's examples have it, and no other page does. */
function nameClaims(at: string, name: string, { page, operation, pages }: Subject): Claim[] {
  const { requestBody, responses } = operation.definition;
  const successes = Object.entries(responses).flatMap(([status, response]) => (/^2/.test(status) ? response : []));
  const contents = [requestBody, ...successes].flatMap((part) => Object.values<MediaType>(part?.content ?? {}));
  const others = pages.filter(
    (other) =>
      pageName(other.page) !== pageName(page.page) &&
      Object.values(other.examples ?? {}).some(({ request }) => exampleName(request) === name),
  );
  const claim = claimAbout(operation.pointer);
  const says = `names the example ${name}`;
  return [
    claim(at, name, {
      says,
      met: contents.every(({ examples }) => examples?.[name]),
      contract: `has no example ${name} on both the request and the response`,
    }),
    claim(`${at}#unique`, name, {
      says,
      met: others.length === 0,
      contract: `also has ${others.map(({ page }) => page).join(", ")} with an example of this name`,
    }),
  ];
}

/** The type that the comment above a response gives it. */
function typeClaims(at: string, { response, declared, pointer, contract }: Shown): Claim[] {
  const content = declared?.content?.["application/json"];
  if (!content) return [];
  const type = `${contract.info["x-namespace"]}.${typeInBody(content.schema)}`;
  const { "@odata.type": stated, isCollection } = response.annotation ?? {};
  const claim = claimAbout(`${pointer}/content/application~1json/schema/title`);
  const ours = { met: stated === type, contract: `returns ${type}`, instead: type };
  const comment = "the comment above the response";
  const isList = content.schema?.properties?.value?.type === "array";
  const ofList = {
    says: `${comment} ${isCollection ? "calls it a list" : "doesn't call it a list"}`,
    met: Boolean(isCollection) === isList,
    contract: isList ? "returns a list" : "returns no list",
  };
  const list = isCollection === undefined && !isList ? [] : [claim(`${at}/isCollection`, undefined, ofList)];
  if (stated === undefined)
    return [claim(`${at}#without-type`, undefined, { says: `${comment} names no type`, ...ours }), ...list];
  return [claim(`${at}/@odata.type`, String(stated), { says: `${comment} calls it ${stated}`, ...ours }), ...list];
}

/** A note that all properties come back contradicts members that can only be sent. */
function allReturnedClaims(at: string, { response, declared, pointer }: Shown): Claim[] {
  if (!response.allReturned) return [];
  const schema = declared?.content?.["application/json"]?.schema;
  const met = !JSON.stringify(schema ?? {}).includes('"writeOnly":true');
  const says = "says that an actual call returns all properties";
  return [claimAbout(pointer)(at, undefined, { says, met, contract: "never returns its write-only properties" })];
}

function headerClaims(at: string, sent: Header, { request, response, declared, pointer, contract }: Shown): Claim[] {
  const here = joinPointer(pointer, "headers", sent.name);
  const header = headerOf(declared, sent.name);
  const shown = header ? `shows ${sent.name}: ${header.example}` : `declares no header ${sent.name}`;
  const outcome = { met: header?.example === sent.value, contract: shown };
  const own =
    compareContentHeader(at, sent, { body: response.body, content: declared?.content, pointer }) ??
    claimAbout(here)(at, sent.value, { says: `${sent.name}: ${sent.value}`, ...outcome });
  if (!request || !sameName(sent.name, "Location")) return [own];
  return [own, compareLocation(`${at}#path`, sent, { url: request.url, contract, pointer: here })];
}

/** The headers that the response lacks: a 201 without Location says that the new resource is at the request's URL (RFC 9110, 15.3.2). */
function missingHeaderClaims(at: string, { response, declared, pointer }: Shown): Claim[] {
  const required = Object.entries(declared?.headers ?? {}).flatMap(([name, { required }]) => (required ? name : []));
  const expected = new Set([...required, ...(response.status === 201 ? ["Location"] : [])]);
  return [...expected].map((missing) =>
    claimAbout(pointer)(`${at}#without-${missing}`, undefined, {
      says: `sends no ${missing}`,
      met: Object.keys(response.headers).some((name) => sameName(name, missing)),
      contract: required.includes(missing)
        ? `requires ${missing}`
        : `doesn't require ${missing} either, although a 201 response names the created resource`,
    }),
  );
}
