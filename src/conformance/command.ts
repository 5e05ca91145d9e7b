import { existsSync, rmSync } from "node:fs";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { isLoopback } from "../loopback.js";
import { hostKind, type Options, parseRequest, usage } from "./options.js";
import { packageVersion } from "./package-root.js";
import { playStories, type Tokens } from "./play.js";
import {
  countsOf,
  jsonReport,
  markdownReport,
  noteOn,
  type Report,
  type Result,
  summaryOf,
  tableOf,
} from "./report.js";
import { findRespect } from "./respect.js";
import { loadStories, selectStories } from "./stories.js";
import { processTerminal, type Terminal } from "./terminal.js";
import { readTokens, tokenVariables } from "./token.js";
import { namePart } from "./write-guard.js";

/** Runs the command with its arguments and returns the exit code. A path of a program is that of another than Redocly's. */
export async function run(args: string[], terminal: Terminal = processTerminal, program?: string): Promise<number> {
  const request = parseRequest(args);
  try {
    switch (request.kind) {
      case "help":
        terminal.print(usage);
        return 0;
      case "problem":
        terminal.say(`${request.message}\n\n${usage}`);
        return 2;
      case "list":
        terminal.print(await listOf(request.stories));
        return 0;
      case "play":
        return await play(request.options, terminal, program);
    }
  } catch (error) {
    terminal.say((error as Error).message);
    return 2;
  }
}

async function listOf(ids: string[]): Promise<string> {
  const files = selectStories(await loadStories(), ids);
  return files
    .flatMap(({ stories }) => stories.map(({ id, claim, sureness }) => `${id}\t${sureness}\t${claim}\n`))
    .join("");
}

async function play(options: Options, terminal: Terminal, given: string | undefined): Promise<number> {
  const { baseUrl, reports } = options;
  const files = selectStories(await loadStories(), options.stories);
  const program = given ?? findRespect();
  const tokens = await tokensFor(options, terminal);
  for (const file of reports) await checkReport(file);
  await askToWrite(options, terminal);

  const interruption = watchForInterruption(terminal);
  const folder = await mkdtemp(join(tmpdir(), "keysets-conformance-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", removeFolder);
  try {
    const { signal } = interruption;
    const { say } = terminal;
    const { results, service, leftBehind } = await playStories({
      files,
      program,
      baseUrl,
      tokens,
      folder,
      signal,
      say,
    });
    const report: Report = {
      version: await packageVersion(),
      date: new Date().toISOString(),
      host: hostKind(baseUrl),
      service,
      results,
      leftBehind,
    };
    terminal.print(summaryFor(report));
    const written = await Promise.all(reports.map((file) => writeReport(file, report, say)));
    const code = exitCodeOf(results);
    const isComplete = leftBehind === 0 && !written.includes(false);
    return interruption.exitCode() ?? (code === 0 && !isComplete ? 3 : code);
  } catch (error) {
    const code = interruption.exitCode();
    if (code === undefined) throw error;
    return code;
  } finally {
    removeFolder();
    process.off("exit", removeFolder);
    interruption.stop();
  }
}

async function tokensFor({ tokenCommand }: Options, { env }: Terminal): Promise<Tokens> {
  const { token, ...others } = await readTokens(env, tokenCommand);
  if (token === undefined) throw new Error(`No access token. Set ${tokenVariables.token}, or give --token-command.`);
  return { ...others, token };
}

async function askToWrite({ baseUrl, yes }: Options, { ask }: Terminal): Promise<void> {
  const url = new URL(baseUrl);
  if (yes || isLoopback(url)) return;
  const what = `The stories create and delete key sets named B2C_1A_${namePart}… on ${url.host}.`;
  if (!ask) throw new Error(`${what} Add --yes to allow it where nobody can be asked.`);
  const answer = await ask(`${what} Type "yes" to go on: `);
  if (answer.trim() !== "yes") throw new Error("Nothing was sent.");
}

/** A signal for the first interruption. A second one ends the program at once. */
function watchForInterruption({ onInterruption, say, exit }: Terminal) {
  const controller = new AbortController();
  let code: number | undefined;
  const stop = onInterruption((signal) => {
    if (code !== undefined) return exit(code);
    code = 128 + constants.signals[signal];
    say("Interrupted. Deleting the key sets of this run. Interrupt again to stop at once.");
    controller.abort();
  });
  return { signal: controller.signal, exitCode: () => code, stop };
}

/** Throws if a report can't be written, before anything is sent. */
async function checkReport(file: string): Promise<void> {
  const isNew = !existsSync(file);
  try {
    await (await open(file, "a")).close();
  } catch (error) {
    throw new Error(`The report can't be written: ${(error as Error).message}.`);
  }
  if (isNew) await rm(file, { force: true });
}

/** Whether the report could be written. A run's verdicts outlive a report that can't. */
async function writeReport(file: string, report: Report, say: Terminal["say"]): Promise<boolean> {
  try {
    await writeFile(file, file.endsWith(".json") ? jsonReport(report) : markdownReport(report));
    return true;
  } catch (error) {
    say(`The report couldn't be written: ${(error as Error).message}.`);
    return false;
  }
}

function summaryFor(report: Report): string {
  const note = noteOn(report);
  const lines = [tableOf(report.results), "", summaryOf(report.results), ...(note === undefined ? [] : [note])];
  return `${lines.join("\n")}\n`;
}

function exitCodeOf(results: readonly Result[]): number {
  const { confirmed, contradicted, inconclusive } = countsOf(results);
  if (contradicted > 0) return 1;
  return inconclusive > 0 || confirmed === 0 ? 3 : 0;
}
