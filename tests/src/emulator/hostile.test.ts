import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeySetsEmulator, type LogEntry } from "../../../src/emulator/index.ts";
import { logLine } from "../../../src/emulator/log.ts";
import { hostileRequest, secret, sendHostile } from "./hostile-requests.ts";

const settings = { seed: 20261129, numRuns: 1000, endOnFailure: true };

test("no random or malformed request makes it fail, or return or log a secret", async () => {
  const lines: string[] = [];
  const log = (entry: LogEntry) => lines.push(`${logLine(entry)} ${JSON.stringify(entry)}`);
  const emulator = createKeySetsEmulator({ fastKeys: true, include: ["undocumented"], log });
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(hostileRequest, async (request) => {
      const { status, text } = await sendHostile(emulator.fetch, request);
      statuses.add(status);
      expect(status).toBeLessThan(500);
      expect(text).not.toContain(secret);
    }),
    settings,
  );
  expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 204, 400, 401, 404, 405]));
  expect(lines.join("\n")).not.toContain(secret);
  expect(JSON.stringify(emulator.state())).not.toContain(secret);
});

test("no random or malformed request makes the drafts fail, which keep what they show as it was sent", async () => {
  const emulator = createKeySetsEmulator({ fastKeys: true, include: ["draft"] });
  await fc.assert(
    fc.asyncProperty(
      hostileRequest,
      fc.constantFrom("/beta/trustFramework/keySets", "/beta/trustFramework/keySets/$ref"),
      async (request, path) => {
        const { status } = await sendHostile(emulator.fetch, { ...request, path });
        expect(status).toBeLessThan(500);
      },
    ),
    settings,
  );
});
