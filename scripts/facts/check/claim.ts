import type { Contract, Definition, MediaType, Response, Schema } from "../../contract/document.ts";
import type { Operation } from "../../contract/operations.ts";
import { joinPointer } from "../../lib/json-pointer.ts";
import type { Direction } from "../../lib/schema-validator.ts";
import type { Page } from "../load.ts";

/** One thing that a page or another facts file says, compared with the contract. */
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
  /** The listed value, required name, permission, or error code that it is about, if it is about one. */
  value?: string | undefined;
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
  content: { [type: string]: MediaType } | undefined;
  /** The example's name. */
  name: string;
  direction: Direction;
  /** The place of the request body or the response. */
  pointer: string;
  /** The operation's path. */
  path: string;
}

/** The contract's schema of a body, and its place. */
export interface BodySchema {
  schema: Schema;
  direction: Direction;
  pointer: string;
  /** The operation's path. */
  path: string;
}

interface Outcome {
  /** In place of the quote alone. */
  says?: string;
  met: boolean;
  contract: string;
  instead?: string | undefined;
  value?: string | undefined;
}

/** Makes claims about one place of the contract. A claim without a quote needs words of its own. */
export const claimAbout =
  (pointer: string) =>
  (at: string, quote: string | undefined, { says = quote ?? "", ...outcome }: Outcome): Claim => ({
    at,
    says,
    quote,
    pointer,
    ...outcome,
  });

/** The claims of each item of a map. */
export const each = <Item>(
  at: string,
  items: Record<string, Item> | undefined,
  compare: (at: string, item: Item, name: string) => Claim | Claim[],
): Claim[] => Object.entries(items ?? {}).flatMap(([name, item]) => compare(joinPointer(at, name), item, name));

/** Whether two names of headers are the same. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A response's declaration of a header. */
export const headerOf = (response: Response | undefined, name: string) =>
  Object.entries(response?.headers ?? {}).find(([declared]) => sameName(declared, name))?.[1];
