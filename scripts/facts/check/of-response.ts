import { STATUS_CODES } from "node:http";
import { type Node, typeInBody } from "../../contract/load.ts";
import type { Claim, Subject } from "./claim.ts";

/** What the page's text says about the answer: its status, its headers, its body's type. */
export function* claimsOfResponse({ page, operation }: Subject): Generator<Claim> {
  const { response } = page;
  if (!response) return;
  const { responses } = operation.node;
  const pointer = `${operation.pointer}/responses`;
  const documented = response.statuses ?? [];

  for (const [i, { line, status, reason }] of documented.entries()) {
    const says = [status, reason].filter(Boolean).join(" ");
    const met = Boolean(responses[status]) && (!reason || STATUS_CODES[status] === reason);
    yield {
      at: `/response/statuses/${i}`,
      line,
      says,
      quote: says,
      met,
      contract: `answers ${Object.keys(responses).join(", ")}`,
      pointer,
    };
  }

  const answers: Node[] = documented.map(({ status }) => responses[status]).filter(Boolean);
  for (const [i, name] of (response.returns ?? []).entries()) {
    const titles = answers.map((answer) => typeInBody(answer.content?.["application/json"]?.schema));
    const met = titles.some((title) => title?.toLowerCase() === name.toLowerCase());
    yield {
      at: `/response/returns/${i}`,
      line: response.line,
      says: `returns ${name}`,
      quote: name,
      met,
      contract: `returns ${titles.join(", ")}`,
      pointer,
    };
  }
  for (const [i, name] of (response.headers ?? []).entries()) {
    const met = answers.every((answer) => header(answer, name)?.required);
    yield {
      at: `/response/headers/${i}`,
      line: response.line,
      says: `promises the header ${name}`,
      quote: name,
      met,
      contract: "does not require it",
      pointer,
    };
  }
}

/** A response's declaration of a header, whose name's case does not matter. */
export const header = (response: Node, name: string): Node =>
  Object.entries<Node>(response?.headers ?? {}).find(
    ([declared]) => declared.toLowerCase() === name.toLowerCase(),
  )?.[1];
