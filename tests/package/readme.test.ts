// What the README states about the contract and the client; names and values are checked by scripts/lint/claims.ts. Its table of operations and its counts are generated:
// "npx vitest run tests/package/readme.test.ts --update" writes them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenAPIV3 } from "openapi-types";
import { expect, test } from "vitest";
import type { Operation } from "../../scripts/contract/operations.ts";
import { root } from "../../scripts/lib/root.ts";
import { createKeySetsClient } from "../../src/index.ts";
import { fakeClock } from "../support/client.ts";
import { components, document, operations, resolve } from "../support/document.ts";
import { tableWith } from "../support/markdown.ts";
import { must } from "../support/must.ts";

const path = join(root, "README.md");
const readme = readFileSync(path, "utf8");

/** The IDs of the permissions in a sign-in scheme, by permission. */
function permissionIdsOf(scheme: "delegated" | "application"): Record<string, string> {
  const definition = must(components.securitySchemes?.[scheme], `a security scheme ${scheme}`);
  const { "x-permission-ids": ids } = definition as { "x-permission-ids"?: Record<string, string> };
  return must(ids, `IDs of permissions in ${scheme}`);
}

const delegatedIds = permissionIdsOf("delegated");
const applicationIds = permissionIdsOf("application");

const operationsHeader = ["operation", "request", "success", "permission", "stage"];
const stages = ["current", "undocumented", "draft"];

function operationRow({ id, method, path, definition, success }: Operation): string {
  const response = must(definition.responses[success.status], `a success of ${id}`);
  const headers = Object.keys(resolve<OpenAPIV3.ResponseObject>(response).headers ?? {});
  const stage = definition["x-stage"];
  const cells = [
    `\`${id}\``,
    `\`${method.toUpperCase()} ${path}\``,
    [success.status, ...headers.map((name) => `\`${name}\``)].join(", "),
    permissionOf(definition["x-permissions"].delegated),
    stage,
  ];
  return `| ${cells.join(" | ")} |`;
}

function permissionOf({ least, higher }: { least: string[]; higher: string[] }): string {
  if (least.length === 0) return "not documented";
  return higher.length > 0 ? "R" : "RW";
}

function withOperations(text: string): string {
  const byStage = stages.flatMap((stage) =>
    [...operations.values()].filter(({ definition }) => definition["x-stage"] === stage),
  );
  const lines = [`| ${operationsHeader.join(" | ")} |`, "|---|---|---|---|---|", ...byStage.map(operationRow)];
  const { start, end } = tableWith(operationsHeader, text);
  return text.slice(0, start) + lines.join("\n") + text.slice(end);
}

/** The number, in words, of the operations whose pages state something, or of those whose pages don't. */
function count(extension: "x-role" | "x-clouds", isStated: boolean): string {
  const counted = [...operations.values()].filter(
    ({ definition }) => (Reflect.get(definition, extension) !== "not-stated") === isStated,
  );
  return must(numbers[counted.length], `a word for ${counted.length}`);
}

const numbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** The text with the right numbers. Each sentence must be there, whatever its number is. */
function withCounts(text: string): string {
  const sentences: [RegExp, string][] = [
    [/\w+(?=\soperations\ssay\sso)/, count("x-role", true)],
    [/\w+(?=\soperations\sare\sdocumented\sto\sbe\sin\sall\sfour\sclouds)/, capitalized(count("x-clouds", true))],
    [/(?<=for\sthe\sother\s)\w+(?=\sno\spage\ssays)/, count("x-clouds", false)],
  ];
  return sentences.reduce((current, [number, word]) => {
    if (!number.test(current)) throw new Error(`expected the README to have a sentence like ${number}`);
    return current.replace(number, word);
  }, text);
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

test("the operations and their counts are those of the contract", async () => {
  await expect(withCounts(withOperations(readme))).toMatchFileSnapshot(path);
});

test("the table of permissions has the contract's IDs", () => {
  const [, ...rows] = tableWith(["", "permission", "id, delegated", "id, application"], readme).rows;
  expect(rows.map(([, ...cells]) => cells)).toEqual(
    Object.entries(delegatedIds).map(([scope, id]) => [scope, id, applicationIds[scope]]),
  );
});

test("the table of clouds has the contract's servers and sign-in hosts", () => {
  const [, ...rows] = tableWith(["cloud", "service root", "sign-in host"], readme).rows;
  const servers = (document.servers ?? []) as (OpenAPIV3.ServerObject & { "x-sign-in": string })[];
  expect(rows.map(([, ...cells]) => cells)).toEqual(
    servers.map(({ url, "x-sign-in": signIn }) => [url, new URL(signIn).host]),
  );
});

test("the options of the client exist", () => {
  const [, ...rows] = tableWith(["option", "what it does", "default"], readme).rows;
  const options = rows.map(([option = ""]) => option);
  expect(options).toContain("token");
  expect(() =>
    createKeySetsClient({ ...Object.fromEntries(options.map((option) => [option, undefined])), token: "t" }),
  ).not.toThrow();
});

test("the default number of attempts and the longest wait are those of the client", async () => {
  const [, ...rows] = tableWith(["option", "what it does", "default"], readme).rows;
  const [, , defaults = ""] = must(
    rows.find(([option]) => option === "retry"),
    "a row for the option retry",
  );
  const [attempts, longestWait] = (defaults.match(/[\d,]+\d|\d/g) ?? []).map((number) =>
    Number(number.replace(",", "")),
  );

  expect(await attemptsWith(0)).toBe(attempts);
  expect(await attemptsWith(must(longestWait, "a longest wait") / 1000)).toBe(attempts);
  expect(await attemptsWith(must(longestWait, "a longest wait") / 1000 + 1)).toBe(1);
});

/** How often the client sends a request to a service that tells it to wait. */
async function attemptsWith(secondsToWait: number): Promise<number> {
  let attempts = 0;
  const fetch = async () => {
    attempts++;
    return new Response("", { status: 429, headers: { "Retry-After": String(secondsToWait) } });
  };
  await createKeySetsClient({ token: "t", fetch, clock: fakeClock() }).getKeySet("a");
  return attempts;
}
