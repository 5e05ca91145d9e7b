import type { List } from "./answer.js";
import type { Call, Given, Operation } from "./call.js";
import { KeySetsError } from "./error.js";
import type { CallOptions } from "./options.js";

/** The first part of a list, and an iterator over all of its items, which follows the links below the service root. */
export function listed(call: Call, root: string, operation: Operation, given: Given, options?: CallOptions): List<any, any> {
  const first = call(operation, given, options);
  async function* items() {
    const seen = new Set<string>();
    for (let answer = await first; ; ) {
      if (answer.error) throw answer.error;
      const { value, "@odata.nextLink": link } = answer.data;
      const broken = (says: string) => new KeySetsError(`${operation.id}: ${says}`, { kind: "answer", operation: operation.id, status: answer.status });
      if (!Array.isArray(value)) throw broken("the answer has no list");
      yield* value;
      if (!link) return;
      const href = URL.canParse(link, root) ? new URL(link, root).href : "";
      if (!href.startsWith(`${root}/`)) throw broken("the link to the next part leads elsewhere and was not followed");
      if (seen.has(href)) throw broken("the links to the next parts go in a circle");
      seen.add(href);
      answer = await call(operation, { next: href.slice(root.length) }, options);
    }
  }
  return Object.assign(first, { [Symbol.asyncIterator]: items });
}
