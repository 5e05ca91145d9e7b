import { expect, test } from "vitest";
import {
  firstMissing,
  joinPointer,
  pointerSegments,
  resolvePointer,
  selfAndAncestors,
} from "../../../scripts/lib/json-pointer.ts";

const document = { "a/b": { "c~d": [10, null] } };

test("segments are escaped and come back", () => {
  const pointer = joinPointer("#", "a/b", "c~d", 0);
  expect(pointer).toBe("#/a~1b/c~0d/0");
  expect(pointerSegments(pointer)).toEqual(["a/b", "c~d", "0"]);
  expect(resolvePointer(document, pointer)).toBe(10);
});

test.each([["#/x"], ["#/a~1b/c~0d/0/x"], ["#/a~1b/c~0d/1/x"], ["#/constructor"], ["a"]])(
  "nothing is at %s",
  (pointer) => {
    expect(resolvePointer(document, pointer)).toBeUndefined();
  },
);

test("the first missing part is the shortest that doesn't exist", () => {
  expect(firstMissing(document, "#/a~1b/x/y/z")).toBe("#/a~1b/x");
  expect(firstMissing(document, "#/a~1b/c~0d/1")).toBeUndefined();
  expect(selfAndAncestors("/a/b")).toEqual(["/a/b", "/a", ""]);
});
