import type { OpenAPIV3 } from "openapi-types";
import { type Behavior, behaviors } from "../../src/emulator/behaviors.ts";
import type { Document } from "../contract/document.ts";
import { linkTo, markdown, paragraph, phrases, table } from "./markdown.ts";

const methods = ["get", "post", "put", "patch", "delete"] as const;
const stages: Record<string, string> = {
  current: "yes",
  draft: 'with `include: ["draft"]`',
  undocumented: 'with `include: ["undocumented"]`',
};

type Rows = ReturnType<typeof phrases>[][];

/** The content of emulator.md: which operations the emulator has, and how it behaves. */
export const emulatorPage = (document: Document): string =>
  markdown({
    type: "root",
    children: [
      {
        type: "html",
        value: '<!-- Generated from spec/ and src/emulator/behaviors.ts by "npm run generate". Do not edit. -->',
      },
      { type: "heading", depth: 1, children: phrases("What the emulator does") },
      { type: "heading", depth: 2, children: phrases("Operations") },
      table(operationRows(document)),
      { type: "heading", depth: 2, children: phrases("Behaviors") },
      paragraph(
        ...phrases("Sureness says where a behavior comes from. A page of Microsoft's says what is `documented`. "),
        ...phrases(
          "Somebody saw on the live service what is `observed`. No source says what is `assumed`, or not clearly. ",
        ),
        ...phrases("Switch what is on or off with the option `behaviors`, or with `--behavior ID=false`."),
      ),
      table(behaviorRows()),
    ],
  });

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
