// What the README states about the package; scripts/lint/claims.ts checks its names and values. Its badges are generated:
// "npx vitest run tests/package/readme.test.ts --update" writes them.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { makeBadge } from "badge-maker";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { root } from "../../scripts/lib/root.ts";
import { createKeySetsEmulator } from "../../src/emulator/index.ts";
import { createKeySetsClient } from "../../src/index.ts";
import { fakeClock } from "../support/client.ts";
import { type Consumer, consumer } from "../support/consumer.ts";
import { document } from "../support/document.ts";
import { tableWith } from "../support/markdown.ts";
import { must } from "../support/must.ts";
import { programRunner } from "../support/program-runner.ts";
import { withoutTypes } from "../support/programs.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const clientPage = readFileSync(join(root, "docs/client.md"), "utf8");
const later: { openapi: string } = JSON.parse(readFileSync(join(root, "generated/openapi-3.1.json"), "utf8"));

test("it has at most 150 lines, and its first sentence has the words that people search for", () => {
  expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(150);
  const [, first = ""] = readme.split("\n\n");
  for (const word of ["Azure AD B2C", "policy keys", "Microsoft Graph", "OpenAPI", "TypeScript"])
    expect(first).toContain(word);
});

test("its contents list each section, in order", () => {
  const sections = [...readme.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  const [, contents = ""] = readme.split("## Contents\n");
  const listed = [...(contents.split("\n## ")[0] ?? "").matchAll(/^- \[(.*?)\]\(#/gm)].map(([, title]) => title);
  expect(["Contents", ...listed]).toEqual(sections);
});

describe("its badges", () => {
  const badges: Record<string, { label: string; message: string }> = {
    node: { label: "Node.js", message: manifest.engines.node.replace(">=", ">= ") },
    openapi: { label: "OpenAPI", message: [document.openapi, later.openapi.replace(/\.\d+$/, "")].join(", ") },
    types: { label: "types", message: "types" in manifest ? "included" : "missing" },
    license: { label: "license", message: manifest.license },
  };

  test.each(Object.entries(badges))("%s states what package.json and the documents state", async (name, badge) => {
    const svg = makeBadge({ ...badge, color: "blue" });
    await expect(`${svg}\n`).toMatchFileSnapshot(join(root, `docs/images/badge-${name}.svg`));
    const image = readme.split("\n").find((line) => line.endsWith(`(docs/images/badge-${name}.svg)`));
    const words = [badge.label, ...badge.message.split(/\W*[ ,]\W*/)].map((word) => word.toLowerCase());
    for (const word of words.filter((word) => /\w/.test(word))) expect(image?.toLowerCase()).toContain(word);
  });
});

describe("in a project that installed the package", () => {
  const programs = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, text = ""]) => text);
  let project: Consumer;
  beforeAll(async () => {
    project = await consumer();
  });
  afterAll(() => project[Symbol.asyncDispose]());

  test("its first program creates the key set, and runs again", async () => {
    const emulator = createKeySetsEmulator();
    const server = await emulator.listen();
    const program = must(programs[0], "a program").replace("({ token", `({ baseUrl: "${server.baseUrl}", token`);
    await writeFile(join(project.folder, "try.mjs"), await withoutTypes(program));
    await using runner = await programRunner(project.folder);
    for (const _ of ["first", "second"]) {
      const { stdout } = await runner.run("try.mjs", [], { GRAPH_TOKEN: "t" });
      expect(stdout).toBe("B2C_1A_PartnerCertificate\n");
    }
    expect(emulator.state().keySets.map(({ id }) => id)).toEqual(["B2C_1A_PartnerCertificate"]);
    await server.close();
  });

  test("its program that needs no tenant is JavaScript, and prints what its comment says", async () => {
    const program = must(programs[1], "a second program");
    await writeFile(join(project.folder, "plain.mjs"), program);
    const { stdout } = await promisify(execFile)(process.execPath, ["plain.mjs"], { cwd: project.folder, env: {} });
    const [, printed = ""] = /\/\/ (.*)\n/.exec(program) ?? [];
    expect(stdout.trimEnd().split("\n")).toEqual(printed.split(", "));
  });
});

test("the options that the page of the client lists exist", () => {
  const [, ...rows] = tableWith(["option", "what it does", "default"], clientPage).rows;
  const options = rows.map(([option = ""]) => option);
  expect(options).toContain("token");
  expect(() =>
    createKeySetsClient({ ...Object.fromEntries(options.map((option) => [option, undefined])), token: "t" }),
  ).not.toThrow();
});

test("the default number of attempts and the longest wait are those of the client", async () => {
  const [, ...rows] = tableWith(["option", "what it does", "default"], clientPage).rows;
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

/** How often the client sends a request to a service that asks it to wait. */
async function attemptsWith(secondsToWait: number): Promise<number> {
  let attempts = 0;
  const fetch = async () => {
    attempts++;
    return new Response("", { status: 429, headers: { "Retry-After": String(secondsToWait) } });
  };
  await createKeySetsClient({ token: "t", fetch, clock: fakeClock() }).getKeySet("a");
  return attempts;
}

test("its rows of the comparison are those of the page about benchmarks", () => {
  const benchmarks = readFileSync(join(root, "docs/benchmarks.md"), "utf8");
  const others = ["Graph beta SDK", "openapi-fetch alone", "Hey API", "orval"];
  const [columns = [], ...all] = tableWith(
    ["", "this package", "fetch by hand", "Graph client", ...others],
    benchmarks,
  ).rows;
  const shown = ["", "this package", "fetch by hand", "Graph client", "openapi-fetch alone"];
  const [header = [], ...rows] = tableWith(shown, readme).rows;
  const places = header.map((column) => columns.indexOf(column));
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    const measured = all.find(([title]) => title === row[0]) ?? [];
    expect(row).toEqual(places.map((place) => measured[place]));
  }
});
