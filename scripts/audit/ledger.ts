import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isCollection, isNode, isPair, LineCounter, parseDocument } from "yaml";
import { at, upwards } from "./claim.ts";

/** Where problems of the ledger are reported. */
export const ledgerFile = "spec/conflicts.yaml";

/** What a page says: the facts that differ, or, for running text that the page reader leaves out, the line. */
export interface PageSource {
  page: string;
  facts?: string[];
  line?: number;
  says: string;
}

export type Source = PageSource | { url: string; says: string } | { rfc: string; says: string };

/** What a conflict is about: first what costs a caller most, last how the pages are written. */
export const groups = [
  "What is to be sent",
  "What people saw the live service do",
  "What comes back",
  "Which calls there are",
  "Who may call",
  "What is in a key",
  "Keys one by one, and how their types are spelt",
  "Microsoft's own OpenAPI document and SDKs",
  "What the pages are about",
  "How the examples are written",
] as const;

/** One entry of spec/conflicts.yaml: where the pages and the contract part, and why. */
export interface Conflict {
  id: string;
  title: string;
  group: (typeof groups)[number];
  sources: Source[];
  contract: { at: string[]; says: string };
  why: string;
  evidence: ({ says: string } & ({ page: string } | { rfc: string } | { url: string } | { report: string }))[];
  sureness: "documented" | "observed" | "assumed";
}

/** All conflicts, with the line of each value of the file by JSON pointer. */
export interface Ledger {
  conflicts: Conflict[];
  lines: Record<string, number>;
}

const text = { type: "string", minLength: 1 };
const address = { type: "string", pattern: "^https://" };
const section = { type: "string", pattern: "^\\d+ section \\d+(\\.\\d+)*$" };
const list = (items: object): object => ({ type: "array", minItems: 1, items });
const record = (required: object, optional = {}): object => ({
  type: "object",
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});

const schema = {
  type: "array",
  items: record({
    id: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
    title: { type: "string", minLength: 1, pattern: "^[^\\n]*$" },
    group: { enum: groups },
    sources: list({
      oneOf: [
        record({ page: text, facts: list({ type: "string", pattern: "^[/#]" }), says: text }),
        record({ page: text, line: { type: "integer", minimum: 1 }, says: text }),
        record({ url: address, says: text }),
        record({ rfc: section, says: text }),
      ],
    }),
    contract: record({ at: list({ type: "string", pattern: "^#/" }), says: text }),
    why: text,
    evidence: list({
      oneOf: [
        record({ page: text, says: text }),
        record({ rfc: section, says: text }),
        record({ url: address, says: text }),
        record({ report: address, says: text }),
      ],
    }),
    sureness: { enum: ["documented", "observed", "assumed"] },
  }),
};

const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** Reads the ledger and keeps its lines. */
export async function loadLedger(file: string): Promise<Ledger> {
  const counter = new LineCounter();
  const document = parseDocument(await readFile(file, "utf8"), { lineCounter: counter });
  if (document.errors[0]) throw new Error(`${file}: ${document.errors[0].message}`);
  const lines: Record<string, number> = {};
  const walk = (node: unknown, path: string): void => {
    if (isNode(node) && node.range) lines[path] = counter.linePos(node.range[0]).line;
    if (!isCollection(node)) return;
    for (const [i, item] of node.items.entries())
      isPair(item) ? walk(item.value, at(path, String(item.key))) : walk(item, at(path, i));
  };
  walk(document.contents, "");
  return { conflicts: (document.toJS() as Conflict[] | null) ?? [], lines };
}

/** What is wrong with the ledger's shape: the place and what it must be. */
export function misshapen({ conflicts }: Ledger): { place: string; message: string }[] {
  validate(conflicts);
  const errors = (validate.errors ?? [])
    // "Exactly one of" is only the sum of the lines before it.
    .filter(({ keyword }) => keyword !== "oneOf")
    .map(({ instancePath, message = "", params }) => ({
      place: instancePath,
      message: [message, params["additionalProperty"]].filter(Boolean).join(": "),
    }));
  const ids = conflicts.map(({ id }) => id);
  const doubled = ids.flatMap((id, i) => (ids.indexOf(id) < i ? [{ place: `/${i}/id`, message: `must be unique: ${id}` }] : []));
  return [...errors, ...doubled];
}

/** Whether a fact's place fits a pattern, in which `*` stands for one segment. */
export function fits(pattern: string, place: string): boolean {
  if (!pattern.includes("*")) return pattern === place;
  const [wanted, given] = [pattern.split("/"), place.split("/")];
  return wanted.length === given.length && wanted.every((segment, i) => segment === given[i] || segment === "*");
}

/** Whether a text quotes words in backticks, wherever its lines break. */
export const quotes = (text: string, words: string): boolean =>
  text.includes(`\`${words}\``) || flat(text).includes(`\`${flat(words)}\``);

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The file and line of a place in the ledger, or of what it is in. */
export const placeInLedger = ({ lines }: Ledger, place: string): string =>
  `${ledgerFile}:${
    upwards(place)
      .map((parent) => lines[parent])
      .find(Number) ?? 1
  }`;
