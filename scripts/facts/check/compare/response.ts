import { STATUS_CODES } from "node:http";
import { typeInBody } from "../../../contract/schemas.ts";
import { type Claim, claim, each, headerOf, type Subject } from "../claim.ts";

/** What the page's text says about the response: its status, its headers, its body's type. */
export function* compareResponse({ page: { response }, operation }: Subject): Generator<Claim> {
  const { responses } = operation.definition;
  const pointer = `${operation.pointer}/responses`;
  yield* each("/response/statuses", response?.statuses, (at, { status, reason }) => [
    claim(at, [status, reason].filter(Boolean).join(" "), {
      met: Boolean(responses[status]) && (!reason || STATUS_CODES[status] === reason),
      contract: `answers ${Object.keys(responses).join(", ")}`,
      pointer,
    }),
  ]);

  const documented = (response?.statuses ?? []).flatMap(({ status }) => responses[status] ?? []);
  const types = documented.map(({ content }) => typeInBody(content?.["application/json"]?.schema));
  yield* each("/response/returns", response?.returns, (at, name) => [
    claim(at, name, {
      says: `returns ${name}`,
      met: types.some((type) => type?.toLowerCase() === name.toLowerCase()),
      contract: `returns ${types.join(", ")}`,
      pointer,
    }),
  ]);
  yield* each("/response/headers", response?.headers, (at, name) => [
    claim(at, name, {
      says: `promises the header ${name}`,
      met: documented.every((declared) => headerOf(declared, name)?.required),
      contract: "does not require it",
      pointer,
    }),
  ]);
}
