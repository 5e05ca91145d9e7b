import type { OpenAPIV3 } from "openapi-types";
import { type Behavior, behaviors } from "../../src/emulator/behaviors.ts";
import type { Document } from "../contract/document.ts";
import { linkTo, markdown, phrases, table } from "./markdown.ts";

const methods = ["get", "post", "put", "patch", "delete"] as const;
const stages: Record<string, string> = {
  current: "yes",
  draft: 'with `include: ["draft"]`',
  undocumented: 'with `include: ["undocumented"]`',
};

/**
 * The page on the emulator, docs/emulator.md, with its tables made anew: each stands between two comments that name it.
 *
 * @throws Error if the page doesn't have the comments.
 */
export function emulatorPage(page: string, document: Document): string {
  return withTable(withTable(page, "operations", operationRows(document)), "behaviors", behaviorRows());
}

type Rows = ReturnType<typeof phrases>[][];

function withTable(page: string, name: string, rows: Rows): string {
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [before, rest] = splitOnce(page, start);
  const [, after] = splitOnce(rest, end);
  return `${before}${start}\n${markdown({ type: "root", children: [table(rows)] })}\n${end}${after}`;
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0)
    throw new Error(`docs/emulator.md:1: doesn't have the line "${mark.trim()}". Add it where its table belongs.`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function operationRows(document: Document): Rows {
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method] as OpenAPIV3.OperationObject<{ "x-stage": string }> | undefined;
      if (!operation) return [];
      const request = `\`${method.toUpperCase()} ${path}\``;
      return [[`\`${operation.operationId}\``, request, stages[operation["x-stage"]] ?? "no"].map(phrases)];
    }),
  );
  return [["Operation", "Request", "Emulated"].map(phrases), ...rows];
}

function behaviorRows(): Rows {
  const rows = Object.entries<Behavior>(behaviors).map(([id, behavior]) => [
    phrases(`\`${id}\``),
    phrases(behavior.summary),
    phrases(behavior.sureness),
    behavior.source.url ? [linkTo(behavior.source.url, behavior.source.name)] : phrases(behavior.source.name),
    phrases(defaultOf(behavior)),
    phrases(behavior.otherwise ?? ""),
  ]);
  return [["ID", "Behavior", "Sureness", "Source", "Default", "If it's off"].map(phrases), ...rows];
}

function defaultOf({ default: isOn, otherwise }: Behavior): string {
  if (otherwise === undefined) return "always";
  return isOn ? "on" : "off";
}
