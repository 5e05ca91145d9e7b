import { type Block, type Heading, isTable, type Page, type Table } from "./markdown.ts";

/** What a block of a page is about, told from the headings above it. */
export type SectionName =
  | "permissions"
  | "requestLines"
  | "headers"
  | "parameters"
  | "body"
  | "response"
  | "relationships"
  | "properties"
  | "methods"
  | "json"
  | "more"
  | "examples";

const example = /^(?:\w+ )?(?:examples?|samples?)\b|\bexamples?$/i;

const names: [SectionName, RegExp][] = [
  ["permissions", /^(?:required )?permissions?\b|^prerequisites$/i],
  ["requestLines", /^https?[- ]requests?\b|^request (?:url|uri|syntax)\b|^syntax$/i],
  ["headers", /^(?:\w+ )?(?:request|http) headers?\b|^headers?$/i],
  ["parameters", /\b(?:path|query|function|action|url|uri|odata) (?:parameters?|options?)\b/i],
  ["parameters", /^(?:optional |required |request |input |method )?parameters?$/i],
  ["body", /^(?:optional )?request (?:body|payload)\b|^body$/i],
  // What stands there is not about the page's own API or type.
  ["more", /^(?:common |response )?errors?\b|^known limitations?\b|^remarks?$|^see also$|^next steps?$|^related\b/i],
  ["response", /^responses?\b|^return (?:value|type)s?\b|^returns$/i],
  ["relationships", /\brelationships?$|\bnavigation properties$/i],
  ["properties", /^propert(?:y$|ies\b(?! for\b))|^\w+ properties$/i],
  ["methods", /^(?:methods|tasks|functions|actions|operations)\b|\b(?:methods|operations)$/i],
  ["json", /^json representation/i],
];

/** The blocks of each section, in order, and the headings that begin one. */
export interface Sections {
  blocks(name: SectionName): Block[];
  /** The first heading of the section; undefined when the page has none. */
  heading(name: SectionName): Heading | undefined;
  nameOf(block: Block): SectionName | null;
  /** The tables of a section; they count as read from then on. */
  tables(name: SectionName, accept?: (table: Table) => boolean): Table[];
  /** Counts a table as read, whatever its section. */
  claim(table: Table): void;
  /** Tables that nobody has read yet, of all sections. */
  unread(): Table[];
}

/** Sorts a page's blocks by section. A section ends where the next begins; what stands under an example belongs to it. */
export function sectionsOf(page: Page): Sections {
  const [title] = page.headings;
  const known = new Map<Heading[], SectionName | null>();
  const nameUnder = (under: Heading[]): SectionName | null => {
    const found = known.get(under);
    if (found !== undefined) return found;
    const inner = under.filter((heading) => heading !== title);
    const name = inner.some(({ text }) => example.test(text)) ? "examples" : innermost(inner);
    known.set(under, name);
    return name;
  };
  const bySection = new Map<SectionName | null, Block[]>();
  for (const block of page.blocks) {
    const name = nameUnder(block.under);
    const blocks = bySection.get(name);
    if (blocks) blocks.push(block);
    else bySection.set(name, [block]);
  }
  const headings = new Map<SectionName | null, Heading>();
  for (const under of headingPaths(page)) {
    const heading = under.at(-1);
    const name = nameUnder(under);
    if (heading && !headings.has(name)) headings.set(name, heading);
  }
  const read = new Set<Table>();
  return {
    blocks: (name) => bySection.get(name) ?? [],
    heading: (name) => headings.get(name),
    nameOf: ({ under }) => nameUnder(under),
    tables: (name, accept = () => true) => {
      const tables = (bySection.get(name) ?? []).filter(isTable).filter((table) => !read.has(table) && accept(table));
      for (const table of tables) read.add(table);
      return tables;
    },
    claim: (table) => {
      read.add(table);
    },
    unread: () => page.blocks.filter(isTable).filter((table) => !read.has(table)),
  };
}

function innermost(under: Heading[]): SectionName | null {
  for (const { text } of [...under].reverse()) {
    const found = names.find(([, pattern]) => pattern.test(text));
    if (found) return found[0];
  }
  return null;
}

/** Each heading of a page with those above it, outermost first. */
function headingPaths(page: Page): Heading[][] {
  let under: Heading[] = [];
  return page.headings.map((heading) => {
    under = [...under.filter(({ depth }) => depth < heading.depth), heading];
    return under;
  });
}
