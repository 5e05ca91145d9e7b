import { expect, test } from "vitest";
import type { Schema } from "../../../scripts/contract/document.ts";
import { listedValues, schemaAt, typeInBody, typeName } from "../../../scripts/contract/schemas.ts";

const list: Schema = { type: "object", properties: { value: { type: "array", items: { title: "item" } } } };

test.each<[what: string, schema: object | undefined, values: string[]]>([
  ["a closed enumeration", { enum: ["a", "b"] }, ["a", "b"]],
  ["an open enumeration", { type: "string", "x-extensible-enum": ["a", "b"] }, ["a", "b"]],
  ["known values beside any other", { anyOf: [{ type: "string", enum: ["a"] }, { type: "string" }] }, ["a"]],
  ["a plain string", { type: "string" }, []],
  ["no schema", undefined, []],
])("the values of %s are listed", (_, schema, values) => {
  expect(listedValues(schema as Schema | undefined)).toEqual(values);
});

test.each<[schema: Schema, name: string]>([
  [{ type: "integer", format: "int64" }, "Int64"],
  [{ type: "string" }, "string"],
  [{ title: "trustFrameworkKey", type: "object" }, "trustFrameworkKey"],
  [{ type: "array", items: { type: "string" } }, "string collection"],
  [{ anyOf: [{ type: "string", enum: ["a"] }, { type: "string" }] }, "string"],
  [{ nullable: true, allOf: [{ title: "trustFrameworkKey" }] }, "trustFrameworkKey"],
])("%j is named %s", (schema, name) => {
  expect(typeName(schema)).toBe(name);
});

test("a schema is found through properties and items", () => {
  expect(schemaAt(list, "/value/0")).toEqual({ title: "item" });
  expect(schemaAt(list, "/other/0")).toBeUndefined();
});

test("the type of a body is that of its list's items, or its own", () => {
  expect(typeInBody(list)).toBe("item");
  expect(typeInBody({ title: "single" })).toBe("single");
  expect(typeInBody(undefined)).toBeUndefined();
});
