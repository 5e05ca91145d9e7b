import { describe, expect, test } from "vitest";
import { compile, completions } from "../support/compiler.ts";
import { misuses, programs, whole } from "../support/programs.ts";

const misused = Object.entries(misuses).map(([name, [program, named]]) => ({ name, program, named }));
const sources = [
  ...Object.entries(programs),
  ...misused.map(({ name, program }): [string, string] => [name, program]),
].map(([name, program]) => [name, whole(program, "../../src/index.ts")]);
const messages = compile(Object.fromEntries(sources));

describe("doesn't compile", () => {
  test.each(misused.map(({ name, named }) => [name, named]))("%s", (name, named) => {
    expect(messages[name]).toEqual([expect.stringContaining(named)]);
  });
});

describe("compiles a program that", () => {
  test.each(Object.keys(programs))("%s", (name) => {
    expect(messages[name]).toEqual([]);
  });
});

test.each([
  ["kty", ["RSA", "oct"]],
  ["use", ["enc", "sig"]],
  ["status", ["disabled", "enabled"]],
])("the editor offers the known values of %s, and no others", (property, values) => {
  const before = 'import type { TrustFrameworkKeyInput } from "../../src/index.ts";\n';
  const source = `${before}export const part: Partial<TrustFrameworkKeyInput> = { ${property}: "|" };\n`;
  expect(completions(source).sort()).toEqual(values);
});

test("the editor offers the known error codes where a program compares one", () => {
  const source = `import type { ErrorCode } from "../../src/index.ts";\nexport const code: ErrorCode = "|";\n`;
  expect(completions(source)).toContain("AADB2C95052");
});
