import { expect, test } from "vitest";
import { logLine } from "../../../src/emulator/log.ts";

const entry = { method: "GET", path: "/beta/trustFramework/keySets", status: 200, duration: 1.26 };

test.each([
  [entry, "GET /beta/trustFramework/keySets 200 1.3 ms"],
  [{ ...entry, status: 400, code: "AADB2C90073" }, "GET /beta/trustFramework/keySets 400 AADB2C90073 1.3 ms"],
  [{ ...entry, path: "", status: 404 }, "GET (unknown path) 404 1.3 ms"],
  [{ ...entry, dropped: true }, "GET /beta/trustFramework/keySets dropped 1.3 ms"],
  [{ ...entry, path: `/${"a".repeat(300)}` }, `GET /${"a".repeat(299)}… 200 1.3 ms`],
])("a line has what was requested and returned", (given, line) => {
  expect(logLine(given)).toBe(line);
});
