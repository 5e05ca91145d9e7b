import { expect, test } from "vitest";
import { formatTable } from "../../../scripts/lib/table.ts";

test("columns line up, numbers at the right", () => {
  const table = formatTable(
    ["page", "facts"],
    [
      ["a", 1],
      ["long name", 100],
    ],
  );
  expect(table).toBe("| page      | facts |\n| :-------- | ----: |\n| a         |     1 |\n| long name |   100 |");
});
