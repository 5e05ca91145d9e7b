import { describe, expect, test } from "vitest";
import { compile } from "../support/compiler.ts";
import { completions } from "../support/completions.ts";
import { misuses, programs, whole } from "../support/programs.ts";

const all = { ...programs, ...Object.fromEntries(Object.entries(misuses).map(([name, [program]]) => [name, program])) };
const found = await compile(
  Object.fromEntries(Object.entries(all).map(([name, program]) => [name, whole(program, "trustframework-keysets")])),
);

describe("does not compile", () => {
  test.each(Object.entries(misuses))("%s", (name, [, named]) => {
    expect(found[name]).toHaveLength(1);
    expect(found[name]?.[0]).toContain(named);
  });
});

describe("compiles a program that", () => {
  test.each(Object.keys(programs))("%s", (name) => {
    expect(found[name]).toEqual([]);
  });
});

test.each([
  ["kty", ["RSA", "rsa", "oct"]],
  ["use", ["sig", "enc"]],
  ["status", ["enabled", "disabled"]],
])("the editor offers the known values of %s, and no other", (property, values) => {
  const source = `import type { TrustFrameworkKeyInput } from "../../src/index.ts";\nexport const part: Partial<TrustFrameworkKeyInput> = { ${property}: "@" };\n`;
  expect(completions(source.replace("@", "|")).sort()).toEqual([...values].sort());
});

test("the editor offers the known error codes where a program compares one", () => {
  const source = `import type { ErrorCode } from "../../src/index.ts";\nexport const code: ErrorCode = "|";\n`;
  expect(completions(source)).toContain("AADB2C95052");
});
