import type { Contract, Definition, MediaType, Response } from "../../contract/document.ts";
import type { Operation } from "../../contract/operations.ts";
import type { Direction } from "../../lib/schema-validator.ts";
import type { Page } from "../load.ts";

/** One thing that a page says, compared with the contract. */
export interface Claim {
  /**
   * The fact's place in its facts file, as a JSON pointer; in a JSON body the pointer goes on inside the body. A word
   * after `#` marks a conclusion from that place: two members that exclude each other, a missing header.
   */
  at: string;
  says: string;
  met: boolean;
  contract: string;
  /** Where in the contract a fix would go. */
  pointer: string;
  /** The page's own words. A conflict that names the fact must quote them, so that it can't outlive them. */
  quote?: string | undefined;
  /** The contract's value instead, to be quoted likewise. Left out where a rule gives it. */
  instead?: string | undefined;
}

/** What a comparison needs: the page, the operation that it documents, and the rest. */
export interface Subject {
  page: Page;
  operation: Operation<Definition>;
  contract: Contract;
  pages: Page[];
}

/** The contract's side of a body. */
export interface Counterpart {
  content: MediaType | undefined;
  /** The example's name. */
  name: string;
  direction: Direction;
  pointer: string;
  /** The operation's path. */
  path: string;
}

/** A claim in the page's own words. */
export const claim = (
  at: string,
  quote: string,
  { says = quote, ...outcome }: Omit<Claim, "at" | "says" | "quote"> & { says?: string },
): Claim => ({ at, says, quote, ...outcome });

/** The claims of each item of a list. */
export const each = <Item>(
  at: string,
  items: Item[] | undefined,
  compare: (at: string, item: Item) => Claim[],
): Claim[] => (items ?? []).flatMap((item, i) => compare(`${at}/${i}`, item));

/** Whether two names of headers are the same. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A response's declaration of a header. */
export const headerOf = (response: Response | undefined, name: string) =>
  Object.entries(response?.headers ?? {}).find(([declared]) => sameName(declared, name))?.[1];
