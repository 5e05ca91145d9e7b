// What the README states about the contract and the client. Its table of operations is generated:
// "npx vitest run tests/package/readme.test.ts --update" writes it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenAPIV3 } from "openapi-types";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import type { Operation } from "../../scripts/contract/operations.ts";
import { root } from "../../scripts/lib/root.ts";
import { createKeySetsClient, errorCodes } from "../../src/index.ts";
import { fakeClock } from "../support/client.ts";
import { components, document, operations, resolve } from "../support/document.ts";
import { linksIn, tableWith } from "../support/markdown.ts";
import { must } from "../support/must.ts";

const path = join(root, "README.md");
const readme = readFileSync(path, "utf8");

interface Extensions {
  "x-permission-ids": Record<string, { delegated: string; application: string }>;
}

const { "x-permission-ids": permissionIds } = must(
  components.securitySchemes?.oauth2,
  "a security scheme oauth2",
) as unknown as Extensions;

const operationsHeader = ["operation", "request", "success", "permission", "stage"];
const stages = ["current", "undocumented", "draft"];

function operationRow({ id, method, path, definition, success }: Operation): string {
  const response = must(definition.responses[success.status], `a success of ${id}`);
  const headers = Object.keys(resolve<OpenAPIV3.ResponseObject>(response).headers ?? {});
  const permission = definition["x-permissions"].delegated.higher.length > 0 ? "R" : "RW";
  const stage = definition["x-stage"];
  const cells = [
    `\`${id}\``,
    `\`${method.toUpperCase()} ${path}\``,
    [success.status, ...headers.map((name) => `\`${name}\``)].join(", "),
    stage === "current" ? permission : `${permission}, assumed`,
    stage,
  ];
  return `| ${cells.join(" | ")} |`;
}

test("the table of operations has each operation with its request, success, permission, and stage", async () => {
  const byStage = stages.flatMap((stage) =>
    [...operations.values()].filter(({ definition }) => definition["x-stage"] === stage),
  );
  const lines = [`| ${operationsHeader.join(" | ")} |`, "|---|---|---|---|---|", ...byStage.map(operationRow)];
  const { start, end } = tableWith(operationsHeader, readme);
  await expect(readme.slice(0, start) + lines.join("\n") + readme.slice(end)).toMatchFileSnapshot(path);
});

test("the table of permissions has the contract's IDs", () => {
  const [, ...rows] = tableWith(["", "permission", "id, delegated", "id, application"], readme).rows;
  expect(rows.map(([, ...cells]) => cells)).toEqual(
    Object.entries(permissionIds).map(([scope, { delegated, application }]) => [scope, delegated, application]),
  );
});

test("the table of clouds has the contract's servers and sign-in hosts", () => {
  const [, ...rows] = tableWith(["cloud", "service root", "sign-in host"], readme).rows;
  const servers = (document.servers ?? []) as (OpenAPIV3.ServerObject & { "x-sign-in": string })[];
  expect(rows.map(([, ...cells]) => cells)).toEqual(
    servers.map(({ url, "x-sign-in": signIn }) => [url, new URL(signIn).host]),
  );
});

test("the counts of operations whose page states a role, or whose clouds are stated, are those of the contract", () => {
  const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  const count = (extension: "x-role" | "x-clouds", stated: boolean) => {
    const counted = [...operations.values()].filter(
      ({ definition }) => ("not-stated" !== Reflect.get(definition, extension)) === stated,
    );
    return numbers[counted.length];
  };
  const text = readme.replace(/\s+/g, " ").toLowerCase();
  expect(text).toContain(`the pages of ${count("x-role", true)} operations say so`);
  expect(text).toContain(
    `${count("x-clouds", true)} operations are documented to be in all four clouds; for the other ${count("x-clouds", false)} no page says`,
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

test("each permission that it names is one of the contract", () => {
  const named = readme.match(/\bTrustFrameworkKeySet\.[A-Z][\w.]*\w/g) ?? [];
  expect([...new Set(named)].sort()).toEqual(Object.keys(permissionIds).sort());
});

test("each error code that it names has an explanation", () => {
  const named = readme.match(/\bAADB2C\d+\b/g) ?? [];
  expect(named).not.toEqual([]);
  expect(named.filter((code) => !errorCodes.has(code))).toEqual([]);
});

test("each entry of the package that it names exists", () => {
  const named = readme.match(/\btrustframework-keysets\/[\w./-]*\w/g) ?? [];
  const entries = Object.keys(manifest.exports).map((entry) => join(manifest.name, entry));
  expect(named).not.toEqual([]);
  expect(entries).toEqual(expect.arrayContaining(named));
});

test("each file that it links to exists", () => {
  const files = linksIn(readme).filter((link) => !/^([a-z]+:|#)/.test(link));
  expect(files).not.toEqual([]);
  expect(files.filter((file) => !existsSync(join(root, file.replace(/#.*/, ""))))).toEqual([]);
});

test("each npm script that it names exists", () => {
  const named = [...readme.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script]) => script);
  expect(named).not.toEqual([]);
  expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
});
