import { type Document, isAlias, isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";

/** YAML text, or JSON as a kind of YAML, whose values have lines. */
export interface YamlLines {
  /** The value as plain objects. */
  value: unknown;
  /** The 1-based line of an offset in the text. */
  lineAt: (offset: number) => number;
  /** The 1-based line of a value, or of its nearest ancestor that exists. */
  lineOf: (segments: string[]) => number;
  /** Follows segments as far as they exist. */
  walk: (segments: string[]) => Walked;
  /** What keeps the text from being YAML. */
  error: { line: number; message: string } | undefined;
}

interface Walked {
  /** The last value that exists. */
  node: Node | null;
  /** Where it starts; of a map's member, where its name starts. */
  offset: number;
  /** The segments that don't exist below it. */
  rest: string[];
}

export function parseYamlLines(text: string): YamlLines {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number): number => counter.linePos(offset).line;
  const [error] = document.errors;
  return {
    value: error ? undefined : document.toJS(),
    lineAt,
    lineOf: (segments) => lineAt(walk(document, segments).offset),
    walk: (segments) => walk(document, segments),
    error: error && { line: lineAt(error.pos[0]), message: error.message.split("\n")[0] ?? "" },
  };
}

function walk(document: Document.Parsed, segments: string[]): Walked {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [i, segment] of segments.entries()) {
    const child = childOf(isAlias(node) ? (node.resolve(document) ?? null) : node, segment);
    if (!child) return { node, offset, rest: segments.slice(i) };
    ({ node, offset } = child);
  }
  return { node, offset, rest: [] };
}

function childOf(node: Node | null, segment: string): { node: Node | null; offset: number } | undefined {
  if (isSeq<Node>(node)) {
    const item = node.items[Number(segment)];
    return item && { node: item, offset: item.range?.[0] ?? 0 };
  }
  if (!isMap(node)) return undefined;
  const pair = (node as YAMLMap<Node, Node | null>).items.find(({ key }) => String(key) === segment);
  return pair && { node: pair.value, offset: pair.key.range?.[0] ?? 0 };
}
