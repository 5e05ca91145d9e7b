import { expect, test } from "vitest";
import { checkPins } from "../../../../scripts/facts/check/check-pins.ts";
import { real } from "./audited.ts";

const [first, ...others] = real.pins;

test("each facts file is as the program wrote it", () => {
  expect(real.pins.map(({ page }) => page)).toEqual(real.pages.map(({ page }) => page));
  expect(checkPins(real.pins)).toEqual([]);
});

test.each([
  ["was edited by hand", { hash: "0".repeat(64) }],
  ["has another hash in sources.yaml", { pinned: "0".repeat(64) }],
  ["has no hash in sources.yaml", { pinned: undefined }],
])("a facts file that %s is reported with its place and its fix", (_, change) => {
  if (!first) throw new Error("expected a page");
  expect(checkPins([{ ...first, ...change }, ...others])).toEqual([
    expect.objectContaining({
      place: `spec/facts/pages/${first.page}.yaml:1`,
      says: expect.stringMatching(/^has the SHA-256 \w{64}, and not \w+ from spec\/facts\/sources\.yaml:\d+$/),
      fix: "restore the file; only npm run facts:read writes it and its hash",
    }),
  ]);
});
