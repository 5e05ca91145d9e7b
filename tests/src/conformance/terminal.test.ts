import { PassThrough } from "node:stream";
import { afterEach, expect, it, vi } from "vitest";
import { askOn, processTerminal } from "../../../src/conformance/terminal.ts";

afterEach(() => vi.restoreAllMocks());

it("Results go to standard output, and everything else to standard error", () => {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  processTerminal.print("table\n");
  processTerminal.say("progress");
  expect([out.mock.calls, err.mock.calls]).toEqual([[["table\n"]], [["progress\n"]]]);
});

it("Both signals interrupt, until the run is over", () => {
  const signals: string[] = [];
  const stop = processTerminal.onInterruption((signal) => void signals.push(signal));
  process.emit("SIGINT");
  process.emit("SIGTERM");
  stop();
  const count = process.listenerCount("SIGINT");
  processTerminal.onInterruption(() => {})();
  expect(process.listenerCount("SIGINT")).toBe(count);
  expect(signals).toEqual(["SIGINT", "SIGTERM"]);
});

it("The program ends with the code", () => {
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  processTerminal.exit(130);
  expect(exit).toHaveBeenCalledWith(130);
});

it("A question is asked where somebody can answer", async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  const answer = askOn(input, output)?.("Go on? ");
  input.write("yes\n");
  expect(await answer).toBe("yes");
  expect(String(output.read())).toContain("Go on? ");
});

it("Nobody is asked where nobody can answer", () => {
  expect(askOn(new PassThrough(), new PassThrough())).toBeUndefined();
});
