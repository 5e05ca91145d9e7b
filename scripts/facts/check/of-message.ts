import { type Node, operations, parameters } from "../../contract/load.ts";
import type { Header, RequestShown, ResponseShown } from "../facts.ts";
import type { Claim, Subject } from "./claim.ts";

/** Where an example is sent: to a server of the contract, on the path of the operation, with its braces filled. */
export function* urlClaims(
  place: string,
  { line, url }: RequestShown,
  { operation, contract }: Subject,
): Generator<Claim> {
  const claim = { line, says: `sends to ${url}`, quote: url };
  const { server, path } = split(url);
  const servers: string[] = contract.servers.map(({ url }: Node) => url);
  yield {
    ...claim,
    at: `${place}#server`,
    met: servers.includes(server),
    contract: `has the servers ${servers.join(", ")}`,
    instead: servers[0],
    pointer: "#/servers",
  };
  yield {
    ...claim,
    at: `${place}#path`,
    met: pathPattern(operation.path).test(path),
    contract: `has the path ${operation.path}`,
    instead: operation.path,
    pointer: operation.pointer,
  };
  if (/[{}]/.test(path)) {
    const examples = parameters(contract, operation)
      .filter((parameter) => parameter.in === "path")
      .map(({ example }) => example);
    yield {
      ...claim,
      at: `${place}#literal`,
      met: false,
      contract: `fills the braces, as with ${examples.join(", ")}`,
      pointer: operation.pointer,
    };
  }
}

/** Every Graph URL is host, version and path; one segment for the version. */
function split(url: string): { server: string; path: string } {
  const [, server = "", path = ""] = /^(https?:\/\/[^/]+\/[^/]+)(\/[^?]*)/.exec(url) ?? [];
  return { server, path };
}

const pathPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split(/\{[^}]+\}/)
      .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("[^/]+")}$`,
  );

/** Content-Type and Content-Length, which mean the same on a request and on an answer. */
export function headerClaim(
  place: string,
  { line, name, value }: Header,
  body: RequestShown["body"],
  content: Node,
  pointer: string,
): Claim | undefined {
  const claim = { at: place, line, says: `${name}: ${value}`, quote: `${name}: ${value}`, pointer };
  if (/^content-type$/i.test(name))
    return {
      ...claim,
      met: Boolean(content?.[value]),
      contract: `has the content types ${Object.keys(content ?? {}).join(", ")}`,
    };
  if (!/^content-length$/i.test(name)) return undefined;
  const text = body?.text.trimEnd() ?? "";
  const [shown, crlf] = [text, text.replaceAll("\n", "\r\n")].map((text) => Buffer.byteLength(text));
  return {
    ...claim,
    met: Number(value) === shown,
    contract: `the body as shown has ${shown} bytes, with CRLF line ends ${crlf}`,
    instead: Number(value) === crlf ? undefined : String(shown),
  };
}

/** A Location leads, resolved as HTTP says, to a path of the contract. */
export function locationClaim(
  place: string,
  { line, value }: Header,
  { url }: RequestShown,
  { contract }: Subject,
  pointer: string,
): Claim {
  const { server, path } = split(new URL(value, url).href);
  const met =
    contract.servers.some(({ url }: Node) => url === server) &&
    operations(contract).some((operation) => pathPattern(operation.path).test(path));
  return {
    at: place,
    line,
    says: `Location: ${value}`,
    quote: value,
    met,
    contract: `has no path that ${new URL(value, url).href} leads to`,
    pointer,
  };
}

/** A body follows the headers after an empty line (RFC 9112, 2.1). */
export function* messageClaims(
  place: string,
  { line, blankLine, body }: RequestShown | ResponseShown,
  pointer: string,
): Generator<Claim> {
  if (!body) return;
  yield {
    at: `${place}/blankLine`,
    line: body.line ?? line,
    says: blankLine ? "has an empty line before the body" : "has no empty line before the body",
    met: blankLine === true,
    contract: "takes a body, which RFC 9112 parts from the headers by an empty line",
    pointer,
  };
}
