import { expect, test } from "vitest";
import { systemClock } from "../../../src/transport/system-clock.ts";

test.each([
  [true, 0],
  [false, 1],
])("a timer in the background, %s, keeps the process alive in %i cases", (isBackground, count) => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  const cancel = systemClock.schedule(() => {}, 60_000, isBackground);
  expect(timers() - before).toBe(count);
  cancel();
});
