import { isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";

/** YAML text, or JSON as a kind of YAML, whose values have lines. */
export interface YamlLines {
  root: Node | null;
  /** The value as plain objects. */
  value: unknown;
  /** The 1-based line of an offset in the text. */
  lineAt: (offset: number) => number;
  /** The 1-based line of a value, or of its nearest ancestor that exists. */
  lineOf: (segments: string[]) => number;
  /** What keeps the text from being YAML. */
  error: { line: number; message: string } | undefined;
}

export function parseYamlLines(text: string): YamlLines {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number): number => counter.linePos(offset).line;
  const [error] = document.errors;
  return {
    root: document.contents,
    value: error ? undefined : document.toJS(),
    lineAt,
    lineOf: (segments) => lineAt(walk(document.contents, segments).offset),
    error: error && { line: lineAt(error.pos[0]), message: error.message.split("\n")[0] ?? "" },
  };
}

export interface Walked {
  /** The last value that exists. */
  node: Node | null;
  /** Where it starts; of a map's member, where its name starts. */
  offset: number;
  /** The segments that don't exist below it. */
  rest: string[];
}

/** Follows segments from a node as far as they exist. */
export function walk(root: Node | null, segments: string[]): Walked {
  let [node, offset] = [root, root?.range?.[0] ?? 0];
  for (const [i, segment] of segments.entries()) {
    const child = childOf(node, segment);
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
