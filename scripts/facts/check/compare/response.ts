import { STATUS_CODES } from "node:http";
import { typeInBody } from "../../../contract/schemas.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import { type Claim, claimAbout, each, headerOf, type Subject } from "../claim.ts";

/** What the page's text says about the response: its status, its headers, its body's type. */
export function compareResponse({ page: { response }, operation }: Subject): Claim[] {
  const { responses } = operation.definition;
  const pointer = `${operation.pointer}/responses`;
  const claim = claimAbout(pointer);
  const documented = Object.keys(response?.statuses ?? {}).flatMap((status) => responses[status] ?? []);
  const types = documented.map(({ content }) => typeInBody(content?.["application/json"]?.schema));
  return [
    ...each("/response/statuses", response?.statuses, (at, { reason }, status) => {
      const met = Boolean(responses[status]) && (!reason || STATUS_CODES[Number(status)] === reason);
      const contract = `returns ${Object.keys(responses).join(", ")}`;
      return claimAbout(`${pointer}/${status}`)(at, [status, reason].filter(Boolean).join(" "), { met, contract });
    }),
    ...each("/response/returns", response?.returns, (at, _, name) => {
      const met = types.some((type) => type?.toLowerCase() === name.toLowerCase());
      return claim(at, name, { says: `returns ${name}`, met, contract: `returns ${types.join(", ")}` });
    }),
    ...each("/response/headers", response?.headers, (at, _, name) => {
      const met = documented.every((declared) => headerOf(declared, name)?.required);
      const [status = ""] = Object.keys(response?.statuses ?? {});
      return claimAbout(joinPointer(pointer, status, "headers", name))(at, name, {
        says: `returns the header ${name}`,
        met,
        contract: `doesn't require the header ${name}`,
      });
    }),
  ];
}
