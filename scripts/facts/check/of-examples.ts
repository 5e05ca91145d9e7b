import { STATUS_CODES } from "node:http";
import { type Node, needsBearer, parameters, typeInBody } from "../../contract/load.ts";
import type { RequestShown, ResponseShown } from "../facts.ts";
import type { Claim, Subject } from "./claim.ts";
import { claimsOfBody } from "./of-body.ts";
import { headerClaim, locationClaim, messageClaims, urlClaims } from "./of-message.ts";
import { header } from "./of-response.ts";

/** What the page shows: each request and its response, against the contract's example of the same name. */
export function* claimsOfExamples(subject: Subject): Generator<Claim> {
  for (const [i, { request, response }] of (subject.page.examples ?? []).entries()) {
    const name = String(request?.annotation?.["name"]);
    if (request) yield* requestClaims(`/examples/${i}/request`, request, name, subject);
    if (response) yield* responseClaims(`/examples/${i}/response`, response, name, request, subject);
  }
}

function* requestClaims(place: string, request: RequestShown, name: string, subject: Subject): Generator<Claim> {
  const { operation, contract } = subject;
  const { line, method } = request;
  const body: Node = operation.node.requestBody;
  const pointer = `${operation.pointer}/requestBody`;

  yield* nameClaims(`${place}/annotation/name`, line, name, subject);
  yield {
    at: `${place}/method`,
    line,
    says: method,
    quote: method,
    met: method === operation.method,
    contract: operation.method,
    pointer: operation.pointer,
  };
  yield* urlClaims(`${place}/url`, request, subject);

  yield {
    at: `${place}/headers#without-Authorization`,
    line,
    says: "sends no Authorization header",
    met: !needsBearer(contract, operation) || request.headers.some(({ name }) => /^authorization$/i.test(name)),
    contract: "requires a bearer token",
    pointer: `${operation.pointer}/security`,
  };
  for (const [i, sent] of request.headers.entries()) {
    const met = parameters(contract, operation).some(
      (parameter) => parameter.in === "header" && parameter.name.toLowerCase() === sent.name.toLowerCase(),
    );
    yield headerClaim(`${place}/headers/${i}`, sent, request.body, body?.content, pointer) ?? {
      at: `${place}/headers/${i}`,
      line: sent.line,
      says: `${sent.name}: ${sent.value}`,
      met,
      contract: "declares no such header",
      pointer,
    };
  }
  yield* messageClaims(place, request, pointer);
  yield* claimsOfBody(
    `${place}/body`,
    request.body,
    {
      content: body?.content["application/json"],
      name,
      line,
      direction: "request",
      pointer: `${pointer}/content/application~1json`,
    },
    operation,
  );
}

function* responseClaims(
  place: string,
  response: ResponseShown,
  name: string,
  request: RequestShown | undefined,
  subject: Subject,
): Generator<Claim> {
  const { operation, contract } = subject;
  const { line, status } = response;
  const answer: Node = operation.node.responses[String(status)];
  const pointer = answer ? `${operation.pointer}/responses/${status}` : `${operation.pointer}/responses`;
  const content: Node = answer?.content?.["application/json"];

  yield {
    at: `${place}/status`,
    line,
    says: `answers ${status}`,
    quote: String(status),
    met: Boolean(answer),
    contract: `answers ${Object.keys(operation.node.responses).join(", ")}`,
    pointer,
  };
  if (response.reason)
    yield {
      at: `${place}/reason`,
      line,
      says: response.reason,
      quote: response.reason,
      met: STATUS_CODES[status ?? 0] === response.reason,
      contract: "follows RFC 9110",
      pointer,
    };
  if (content) {
    const stated = response.annotation?.["@odata.type"];
    const type = `${contract.info["x-namespace"]}.${typeInBody(content.schema)}`;
    yield {
      at: stated === undefined ? `${place}/annotation#without-type` : `${place}/annotation/@odata.type`,
      line,
      says:
        stated === undefined
          ? "the comment above the answer names no type"
          : `the comment above the answer calls it ${stated}`,
      quote: stated as string | undefined,
      met: stated === type,
      contract: `answers with ${type}`,
      instead: type,
      pointer: `${pointer}/content/application~1json/schema/title`,
    };
  }

  for (const [i, sent] of response.headers.entries()) {
    const here = `${place}/headers/${i}`;
    const declared = header(answer, sent.name);
    yield headerClaim(here, sent, response.body, answer?.content, pointer) ?? {
      at: here,
      line: sent.line,
      says: `${sent.name}: ${sent.value}`,
      quote: sent.value,
      met: declared?.example === sent.value,
      contract: declared ? `shows ${sent.name}: ${declared.example}` : "declares no such header",
      pointer: `${pointer}/headers`,
    };
    if (/^location$/i.test(sent.name) && request)
      yield locationClaim(`${here}#path`, sent, request, subject, `${pointer}/headers`);
  }
  // A 201 without Location says that the new resource is where the request went (RFC 9110, 15.3.2).
  const required = Object.entries<Node>(answer?.headers ?? {})
    .filter(([, { required }]) => required)
    .map(([name]) => name);
  for (const missing of new Set([...required, ...(status === 201 ? ["Location"] : [])])) {
    const met = response.headers.some(({ name }) => name.toLowerCase() === missing.toLowerCase());
    const contract = required.includes(missing)
      ? `requires ${missing}`
      : `leaves ${missing} out too, though a 201 should name what was created`;
    yield { at: `${place}/headers#without-${missing}`, line, says: `sends no ${missing}`, met, contract, pointer };
  }
  yield* messageClaims(place, response, pointer);
  yield* claimsOfBody(
    `${place}/body`,
    response.body,
    { content, name, line, direction: "response", pointer: `${pointer}/content/application~1json` },
    operation,
  );
}

function* nameClaims(place: string, line: number, name: string, { page, operation, pages }: Subject): Generator<Claim> {
  const claim = { line, says: `names the example ${name}`, quote: name };
  const successes = Object.entries<Node>(operation.node.responses).filter(([status]) => status.startsWith("2"));
  const contents: Node[] = [operation.node.requestBody, ...successes.map(([, response]) => response)].flatMap((part) =>
    Object.values(part?.content ?? {}),
  );
  const met = contents.every(({ examples }) => examples?.[name]);
  yield {
    ...claim,
    at: place,
    met,
    contract: "has no example of this name on both the request and the answer",
    pointer: operation.pointer,
  };

  const others = pages.filter(
    (other) => other !== page && other.examples?.some(({ request }) => request?.annotation?.["name"] === name),
  );
  yield {
    ...claim,
    at: `${place}#unique`,
    met: others.length === 0,
    contract: `${others.map(({ page }) => page).join(", ")} uses the same name`,
    pointer: operation.pointer,
  };
}
