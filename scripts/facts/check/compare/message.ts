import type { Contract, MediaType } from "../../../contract/document.ts";
import { operationsOf } from "../../../contract/operations.ts";
import type { Body, Header, RequestShown } from "../../facts.ts";
import { type Claim, claim, type Subject, sameName } from "../claim.ts";

/** Where an example is sent: to a server of the contract, on the path of the operation, with its braces filled. */
export function compareUrl(at: string, { url }: RequestShown, { operation, contract }: Subject): Claim[] {
  const { server, path } = splitUrl(url);
  const servers = (contract.servers ?? []).map(({ url }) => url);
  const says = `sends to ${url}`;
  const claims = [
    claim(`${at}#server`, url, {
      says,
      met: servers.includes(server),
      contract: `has the servers ${servers.join(", ")}`,
      instead: servers[0],
      pointer: "#/servers",
    }),
    claim(`${at}#path`, url, {
      says,
      met: pathPattern(operation.path).test(path),
      contract: `has the path ${operation.path}`,
      instead: operation.path,
      pointer: operation.pointer,
    }),
  ];
  if (!/[{}]/.test(path)) return claims;
  const examples = operation.parameters.flatMap((parameter) => (parameter.in === "path" ? [parameter.example] : []));
  const filled = `fills the braces, as with ${examples.join(", ")}`;
  return [...claims, claim(`${at}#literal`, url, { says, met: false, contract: filled, pointer: operation.pointer })];
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

/** Content-Type and Content-Length, which mean the same on a request and on a response; undefined for other headers. */
export function compareContentHeader(
  at: string,
  { name, value }: Header,
  body: Body | null,
  { content = {}, pointer }: { content: { [type: string]: MediaType } | undefined; pointer: string },
): Claim | undefined {
  const shown = `${name}: ${value}`;
  if (sameName(name, "Content-Type")) {
    const contract = `has the content types ${Object.keys(content).join(", ")}`;
    return claim(at, shown, { met: value in content, contract, pointer });
  }
  if (!sameName(name, "Content-Length")) return undefined;
  const text = body?.text.trimEnd() ?? "";
  const bytes = Buffer.byteLength(text);
  const bytesWithCrLf = Buffer.byteLength(text.replaceAll("\n", "\r\n"));
  return claim(at, shown, {
    met: Number(value) === bytes,
    contract: `the body as shown has ${bytes} bytes, with CRLF line ends ${bytesWithCrLf}`,
    instead: Number(value) === bytesWithCrLf ? undefined : String(bytes),
    pointer,
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
  return claim(at, value, {
    says: `Location: ${value}`,
    met:
      (contract.servers ?? []).some(({ url }) => url === server) &&
      operationsOf(contract).some((operation) => pathPattern(operation.path).test(path)),
    contract: `has no path that ${target} leads to`,
    pointer,
  });
}
