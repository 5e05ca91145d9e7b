import type { Contract, MediaType } from "../../../contract/document.ts";
import { operationsOf } from "../../../contract/operations.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import type { RequestShown, ResponseShown } from "../../facts.ts";
import { type Claim, claimAbout, type Subject, sameName } from "../claim.ts";

/** Where an example is sent: to a server of the contract, on the path of the operation, with its braces filled. */
export function compareUrl(at: string, { url }: RequestShown, { operation, contract }: Subject): Claim[] {
  const { server, path } = splitUrl(url);
  const servers = (contract.servers ?? []).map(({ url }) => url);
  const says = `sends to ${url}`;
  const claim = claimAbout(operation.pointer);
  const claims = [
    claimAbout("#/servers")(`${at}#server`, url, {
      says,
      met: servers.includes(server),
      contract: `has the servers ${servers.join(", ")}`,
      instead: servers[0],
    }),
    claim(`${at}#path`, url, {
      says,
      met: pathPattern(operation.path).test(path),
      contract: `has the path ${operation.path}`,
      instead: operation.path,
    }),
  ];
  if (!/[{}]/.test(path)) return claims;
  const examples = operation.pathParameters.map(({ example }) => example);
  const filled = `has example values for the braces: ${examples.join(", ")}`;
  return [...claims, claim(`${at}#literal`, url, { says, met: false, contract: filled })];
}

/** Every Graph URL is host, version, and path; the version is one segment. */
function splitUrl(url: string): { server: string; path: string } {
  const [, server = "", path = ""] = /^(https?:\/\/[^/]+\/[^/]+)(\/[^?]*)/.exec(url) ?? [];
  return { server, path };
}

function pathPattern(path: string): RegExp {
  const literals = path.split(/\{[^}]+\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join("[^/]+")}$`);
}

/** A header of a message. */
export interface Header {
  name: string;
  value: string;
}

type Content = { [type: string]: MediaType };

/** Content-Type and Content-Length, which mean the same on a request and on a response; undefined for other headers. */
export function compareContentHeader(
  at: string,
  { name, value }: Header,
  { body, content, pointer }: { body: RequestShown["body"]; content: Content | undefined; pointer: string },
): Claim | undefined {
  const claim = claimAbout(pointer);
  const shown = `${name}: ${value}`;
  const types = Object.keys(content ?? {});
  if (sameName(name, "Content-Type"))
    return claimAbout(joinPointer(pointer, "content", value))(at, shown, {
      met: types.includes(value),
      contract: `has the content types ${types.join(", ")}`,
    });
  if (!sameName(name, "Content-Length")) return undefined;
  const text = body?.text.trimEnd() ?? "";
  const bytes = Buffer.byteLength(text);
  const bytesWithCrLf = Buffer.byteLength(text.replaceAll("\n", "\r\n"));
  return claim(at, shown, {
    met: Number(value) === bytes,
    contract: `the body as shown has ${bytes} bytes, with CRLF line ends ${bytesWithCrLf}`,
    instead: Number(value) === bytesWithCrLf ? undefined : String(bytes),
  });
}

/** A Location, resolved as HTTP says, leads to a path of the contract. */
export function compareLocation(
  at: string,
  { value }: Header,
  { url, contract, pointer }: { url: string; contract: Contract; pointer: string },
): Claim {
  const target = new URL(value, url).href;
  const { server, path } = splitUrl(target);
  const isServer = (contract.servers ?? []).some(({ url }) => url === server);
  const isPath = operationsOf(contract).some((operation) => pathPattern(operation.path).test(path));
  const outcome = { met: isServer && isPath, contract: `has no path that ${target} leads to` };
  return claimAbout(pointer)(at, value, { says: `Location: ${value}`, ...outcome });
}

/** A body follows the headers after an empty line (RFC 9112, 2.1). */
export function compareBlankLine(
  at: string,
  { blankLine = false, body }: RequestShown | ResponseShown,
  pointer: string,
): Claim[] {
  if (!body) return [];
  const says = blankLine ? "has an empty line before the body" : "has no empty line before the body";
  const contract = "has a body, which an empty line separates from the headers (RFC 9112, section 2.1)";
  return [claimAbout(pointer)(`${at}/blankLine`, undefined, { says, met: blankLine, contract })];
}
