import type { CallRecord } from "../call-record.js";
import { createError } from "../errors/create-error.js";
import { copyArrayOptions } from "../options/copy-options.js";
import { parseUrl } from "../options/service-root.js";
import { decodeSegment, normalizeId } from "../transport/write-queue.js";
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
    const seen = new Set<string>([""]);
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
      if (!next || !isSamePath(next, own)) fail("leads elsewhere and wasn't followed", addressOf(next, own));
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
    async toArray(options?: { limit?: number | undefined }) {
      const { limit = Number.POSITIVE_INFINITY } = copyArrayOptions(options);
      const all: Item[] = [];
      for await (const { value } of pages()) {
        all.push(...value.slice(0, limit - all.length));
        if (all.length >= limit) break;
      }
      return all;
    },
  });
}

/** Returns how an address differs from the list's. */
function addressOf(address: URL | undefined, { host }: URL): string {
  return (address?.host === host ? address.pathname : address?.host) || "not a URL";
}

/** Whether two URLs have one origin and path. */
function isSamePath(a: URL, b: URL): boolean {
  return a.origin === b.origin && !a.username && !a.password && spellingOf(a) === spellingOf(b);
}

/** Returns a path in one spelling. Servers differ in case and encoding, write `keySets('id')` for `keySets/id`, and add the prefix of IDs. */
function spellingOf({ pathname }: URL): string {
  const segments = pathname.replace(/\((?:%27|')?(.*?)(?:%27|')?\)/g, "/$1").split("/");
  return JSON.stringify(segments.filter(Boolean).map((segment) => normalizeId(decodeSegment(segment))));
}
