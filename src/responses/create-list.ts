import type { CallRecord } from "../call-record.js";
import { createError } from "../errors/create-error.js";
import { parseUrl } from "../options/service-root.js";
import type { List, Result } from "./result.js";

/** A page of a list. */
export interface Page<Item> {
  value: Item[];
  "@odata.nextLink"?: string | null;
}

/** The call for a page, with the record of the call. */
export interface PageCall<Collection> {
  result: Promise<Result<Collection>>;
  record: CallRecord;
}

const mostEmptyPages = 100;

/**
 * Returns a list. `call` gets a page: the first, or the one that the query of a next link asks for.
 *
 * A next link is followed on the path of the list only, so that the token goes nowhere else. Links that repeat and endless empty pages
 * end with an error.
 */
export function createList<Item, Collection extends Page<Item>>(
  call: (query?: string) => PageCall<Collection>,
  root: string,
): List<Collection, Item> {
  const first = call();

  async function* pages(): AsyncGenerator<Collection, void, void> {
    const seen = new Set<string>();
    let empty = 0;
    for (let page = first; ; ) {
      const result = await page.result;
      if (result.error) throw result.error;
      const { data, status, requestId, clientRequestId } = result;
      yield data;
      const link = data["@odata.nextLink"];
      if (!link) return;
      const { record } = page;
      const fail = (problem: string, said?: string): never => {
        throw createError(record, "response", `the link to the next page ${problem}`, {
          status,
          requestId,
          clientRequestId,
          said,
        });
      };
      const own = new URL(root + record.path);
      const next = parseUrl(link, own.href);
      if (!next || !isSamePath(next, own)) fail("leads elsewhere and wasn't followed", next?.host || "not a URL");
      const query = `${next?.search}`;
      if (seen.has(query)) fail("was already followed");
      seen.add(query);
      empty = data.value.length > 0 ? 0 : empty + 1;
      if (empty > mostEmptyPages) fail(`follows ${mostEmptyPages} empty pages`);
      page = call(query);
    }
  }

  async function* items(): AsyncGenerator<Item, void, void> {
    for await (const { value } of pages()) yield* value;
  }

  return Object.assign(first.result, {
    pages,
    [Symbol.asyncIterator]: items,
    async toArray({ limit = Number.POSITIVE_INFINITY }: { limit?: number | undefined } = {}) {
      const all: Item[] = [];
      if (limit < 1) await first.result;
      else for await (const item of items()) if (all.push(item) >= limit) break;
      return all;
    },
  });
}

/** Whether two URLs have one origin and path. Servers differ in what they encode. */
function isSamePath(a: URL, b: URL): boolean {
  return a.origin === b.origin && !a.username && !a.password && segmentsOf(a) === segmentsOf(b);
}

function segmentsOf({ pathname }: URL): string {
  try {
    return JSON.stringify(pathname.split("/").map(decodeURIComponent));
  } catch {
    return pathname;
  }
}
