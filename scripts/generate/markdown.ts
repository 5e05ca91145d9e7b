import type { List, Paragraph, PhrasingContent, Root, Table } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

/** A Markdown file; what is text in the tree stays text, whatever marks are in it. */
export const markdown = (root: Root): string =>
  unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, { bullet: "-", unsafe }).stringify(root);

// A dollar sign begins a formula in some readers of Markdown, a brace a program in others.
const unsafe = ["$", "{", "}"].map((character) => ({ character, inConstruct: "phrasing" as const }));

/** Words whose only markup is backticks. */
export const phrases = (words: string): PhrasingContent[] =>
  words
    .split(/`([^`]+)`/)
    .map((value, i): PhrasingContent => ({ type: i % 2 === 0 ? "text" : "inlineCode", value }))
    .filter((node) => "value" in node && node.value !== "");

/** The ids of operations, or one word for all that there are. */
export const operationIds = (ids: string[], count: number): PhrasingContent[] =>
  phrases(ids.length === count ? "all" : ids.map((id) => `\`${id}\``).join(", "));

export const strong = (words: string): PhrasingContent => ({ type: "strong", children: phrases(words) });

export const linkTo = (url: string, label: string): PhrasingContent => ({
  type: "link",
  url,
  children: phrases(label) as [],
});

export const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: "paragraph", children });

export const list = (items: PhrasingContent[][]): List => ({
  type: "list",
  spread: false,
  children: items.map((item) => ({ type: "listItem", spread: false, children: [paragraph(...item)] })),
});

export const table = (rows: PhrasingContent[][][]): Table => ({
  type: "table",
  children: rows.map((cells) => ({
    type: "tableRow",
    children: cells.map((children) => ({ type: "tableCell", children })),
  })),
});
