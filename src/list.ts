import type { Answer, List } from "./answer.js";
import type { Fail } from "./fail.js";
import { idsOf } from "./read.js";
import { absolute } from "./service-root.js";

/** The first part of a list, and an iterator over all of its items, which follows the links below the service root. */
export function listed(
  call: (next?: string) => Promise<Answer<any, any, any>>,
  root: string,
  fail: Fail,
): List<any, any> {
  const first = call();
  async function* items() {
    const seen = new Set<string>();
    for (let answer = await first; ; ) {
      if (answer.error) throw answer.error;
      const { data, status, response } = answer;
      yield* data.value;
      const link = data["@odata.nextLink"];
      if (!link) return;
      const { href = "", host = "no address" } = absolute(link, root) ?? {};
      const broken = seen.has(href)
        ? "goes in a circle"
        : href.startsWith(`${root}/`)
          ? ""
          : `leads elsewhere, to ${host}, and was not followed`;
      if (broken) fail("answer", `the link to the next part ${broken}`, { status, ...idsOf(response) });
      seen.add(href);
      answer = await call(href.slice(root.length));
    }
  }
  return Object.assign(first, { [Symbol.asyncIterator]: items });
}
