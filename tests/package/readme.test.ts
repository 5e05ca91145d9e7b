import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { document, operations, resolve } from "../support/document.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** The cells of the README's table with this header, row by row. */
function table(header: string): string[][] {
  const [, rows = ""] = readme.split(`${header}\n`);
  const lines = rows.split("\n").slice(1);
  return lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith("|")),
    )
    .map((line) => line.slice(2, -2).split(" | "));
}

test("the table of operations has every operation with its request, success, permission and stage", () => {
  const expected = [...operations.values()].map(({ id, method, path, definition }) => {
    const [status, response] = Object.entries(definition.responses)[0]!;
    const success = [status, ...Object.keys(resolve(response).headers ?? {}).map((name) => `\`${name}\``)].join(", ");
    const { delegated } = definition["x-permissions"];
    const stage = definition["x-stage"];
    const permission = delegated.higher.length > 0 ? "R" : "RW";
    return [
      `\`${id}\``,
      `\`${method.toUpperCase()} ${path}\``,
      success,
      stage === "current" ? permission : `${permission}, assumed`,
      stage,
    ];
  });
  const byName = ([a = ""]: string[], [b = ""]: string[]) => a.localeCompare(b);
  expect(table("| operation | request | success | permission | stage |").sort(byName)).toEqual(expected.sort(byName));
});

test("counts the operations whose pages state a role and those whose clouds are stated", () => {
  const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  const counted = (extension: string, stated: boolean) =>
    words[
      [...operations.values()].filter(({ definition }) => ((definition as any)[extension] !== "not-stated") === stated)
        .length
    ];
  const flat = readme.replace(/\s+/g, " ");
  expect(flat).toContain(`the pages of ${counted("x-role", true)} operations say so`);
  expect(flat.toLowerCase()).toContain(
    `${counted("x-clouds", true)} operations are documented to be in all four clouds; for the other ${counted("x-clouds", false)} no page says`,
  );
});

test("the table of permissions has the contract's ids", () => {
  const ids = Object.entries<any>((document.components!.securitySchemes!.oauth2 as any)["x-permission-ids"]);
  expect(table("| | permission | id, delegated | id, application |").map(([, ...cells]) => cells)).toEqual(
    ids.map(([scope, { delegated, application }]) => [scope, delegated, application].map((cell) => `\`${cell}\``)),
  );
});

test("the table of clouds has the contract's servers and sign-in hosts", () => {
  expect(table("| cloud | service root | sign-in host |").map(([, ...cells]) => cells)).toEqual(
    document.servers!.map((server: any) => [`\`${server.url}\``, `\`${new URL(server["x-sign-in"]).host}\``]),
  );
});
