import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type FaultControl, findFaultControl } from "./faults.ts";
import { startGateway } from "./gateway.ts";
import { createKeySetLedger } from "./key-set-ledger.ts";
import { hostKind, isLoopback, type Options, parseRequest, usage } from "./options.ts";
import { packageRoot } from "./package-root.ts";
import {
  countsOf,
  jsonReport,
  markdownReport,
  noteOn,
  type Report,
  type Result,
  summaryOf,
  tableOf,
} from "./report.ts";
import { findRespect, runRespect } from "./respect.ts";
import { errorCodeOf, parsed, type Send, sendTo, waitingOutThrottling } from "./service.ts";
import { loadStories, type Need, type Story, type StoryFile, selectStories } from "./stories.ts";
import { readTokens, type TokenName, tokenVariables } from "./token.ts";
import { notPlayed, verdictOn } from "./verdict.ts";
import { namePart } from "./write-guard.ts";

/** A reason to play nothing. Its message is for the terminal. */
class NotRun extends Error {}

type Tokens = Partial<Record<TokenName, string>> & { token: string };

/** Runs the command with its arguments and returns the exit code. */
export async function run(args: string[]): Promise<number> {
  const request = parseRequest(args);
  if (request.kind === "help") {
    process.stdout.write(usage);
    return 0;
  }
  if (request.kind === "problem") {
    say(`${request.message}\n\n${usage}`);
    return 2;
  }
  try {
    if (request.kind === "list") return await list(request.stories);
    return await play(request.options);
  } catch (error) {
    say((error as Error).message);
    return 2;
  }
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function list(ids: string[]): Promise<number> {
  const files = selectStories(await loadStories(), ids);
  const lines = files.flatMap(({ stories }) =>
    stories.map(({ id, claim, sureness }) => `${id}\t${sureness}\t${claim}\n`),
  );
  process.stdout.write(lines.join(""));
  return 0;
}

async function play(options: Options): Promise<number> {
  const files = selectStories(await loadStories(), options.stories);
  const program = findRespect();
  if (program === undefined) {
    throw new NotRun(
      "@redocly/cli isn't installed. Its Respect runs the stories: npm install --save-dev @redocly/cli@2",
    );
  }
  const tokens = await tokensFor(options);
  await askToWrite(options);

  const interruption = watchForInterruption();
  const folder = await mkdtemp(join(tmpdir(), "keysets-conformance-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", removeFolder);
  try {
    const report = await playFiles({ files, program, tokens, folder, options, signal: interruption.signal });
    await show(report, options.reports);
    return interruption.exitCode() ?? exitCodeOf(report.results);
  } finally {
    removeFolder();
    process.off("exit", removeFolder);
    interruption.stop();
  }
}

async function tokensFor({ tokenCommand }: Options): Promise<Tokens> {
  const { token, ...others } = await readTokens(process.env, tokenCommand);
  if (token === undefined) {
    throw new NotRun(`No access token. Set ${tokenVariables.token}, or give --token-command.`);
  }
  return { ...others, token };
}

async function askToWrite({ baseUrl, yes }: Options): Promise<void> {
  const url = new URL(baseUrl);
  if (yes || isLoopback(url)) return;
  const what = `The stories create and delete key sets named B2C_1A_${namePart}… on ${url.host}.`;
  if (!process.stdin.isTTY) throw new NotRun(`${what} Add --yes to allow it where nobody can be asked.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${what} Type "yes" to go on: `);
  terminal.close();
  if (answer.trim() !== "yes") throw new NotRun("Nothing was sent.");
}

/** A signal for SIGINT and SIGTERM. A second one ends the program at once. */
function watchForInterruption() {
  const controller = new AbortController();
  let received: "SIGINT" | "SIGTERM" | undefined;
  const exitCode = () => (received === undefined ? undefined : 128 + constants.signals[received]);
  const interrupt = (signal: NodeJS.Signals) => {
    if (received !== undefined) process.exit(exitCode());
    received = signal === "SIGTERM" ? "SIGTERM" : "SIGINT";
    say("Interrupted. Deleting the key sets of this run; interrupt again to stop at once.");
    controller.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const stop = () => void process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  return { signal: controller.signal, exitCode, stop };
}

interface Play {
  files: StoryFile[];
  program: string;
  tokens: Tokens;
  folder: string;
  options: Options;
  signal: AbortSignal;
}

async function playFiles({ files, program, tokens, folder, options, signal }: Play): Promise<Report> {
  const { baseUrl } = options;
  const runName = randomUUID().replaceAll("-", "").slice(0, 12);
  const onWait = (seconds: number, reason: string) => say(`Waiting ${seconds} s: ${reason}.`);
  const waiting = (stop: AbortSignal) => ({
    wait: (seconds: number) => delay(seconds * 1000, undefined, { signal: stop }),
    onWait,
  });
  const authorization = `Bearer ${tokens.token}`;
  const send = sendTo(baseUrl, signal);
  const service = await kindOfService(waitingOutThrottling(send, waiting(signal)), authorization, runName);
  const faults = isLoopback(new URL(baseUrl)) ? await findFaultControl(baseUrl) : undefined;

  const placeholders = new Map(Object.entries(tokens).map(([name, token]) => [name, [randomUUID(), token] as const]));
  const ledger = createKeySetLedger();
  const gateway = await startGateway({
    run: runName,
    send,
    tokens: new Map(placeholders.values()),
    ledger,
    ...waiting(signal),
  });
  // Cleaning up goes on after an interruption.
  const unstoppable = new AbortController().signal;
  const sendAnyway = waitingOutThrottling(sendTo(baseUrl, unstoppable), waiting(unstoppable));

  const results: Result[] = [];
  let leftBehind: string[] = [];
  try {
    for (const { path, stories } of files) {
      const lacking = (need: Need) => (need === "faults" ? faults === undefined : tokens[need] === undefined);
      const playable = stories.filter(({ needs }) => !needs.some(lacking));
      const inputs = {
        ...inputsNow(runName),
        ...Object.fromEntries([...placeholders].map(([name, [id]]) => [name, id])),
      };
      const workflows = playable.map(({ id }) => id);
      const serverUrl = gateway.url;
      const runIt = () => runRespect({ program, file: path, workflows, serverUrl, inputs, folder, signal });
      gateway.passThrottling = playable.some((story) => story.faults.length > 0);
      const executed =
        playable.length === 0 || signal.aborted
          ? []
          : await withFaults(playable, faults, runIt).catch(unlessAborted(signal));
      for (const story of stories) {
        const workflow = executed.find(({ workflowId }) => workflowId === story.id);
        results.push({ story, verdict: verdictFor(story, lacking, () => verdictOn(story, workflow), signal) });
      }
      showProgress(results.slice(-stories.length), `${results.length}/${files.flatMap((file) => file.stories).length}`);
      leftBehind = await ledger.cleanUp(sendAnyway, authorization);
    }
  } finally {
    leftBehind = await ledger.cleanUp(sendAnyway, authorization);
    await gateway.close();
    if (leftBehind.length > 0)
      say(`These key sets couldn't be deleted. Delete them by hand:\n${leftBehind.join("\n")}`);
  }
  const { version }: { version: string } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  const date = new Date().toISOString();
  return { version, date, host: hostKind(baseUrl), service, results, leftBehind: leftBehind.length };
}

/** Whether the service keeps state. Throws if it doesn't let the run in at all. */
async function kindOfService(send: Send, authorization: string, runName: string): Promise<Report["service"]> {
  const get = async (path: string) =>
    send({ method: "GET", path, headers: { authorization }, body: "" }).catch((error: Error) => {
      throw new NotRun(`No response from the service: ${causeOf(error)}.`);
    });
  const list = await get("/trustFramework/keySets");
  if (list.status !== 200) {
    const code = errorCodeOf(parsed(list.body));
    const answer = `${list.status}${code === undefined ? "" : ` ${code}`}`;
    throw new NotRun(
      `Listing the key sets returned ${answer}. Check the base URL, and that the token has the permission.`,
    );
  }
  const missing = await get(`/trustFramework/keySets/B2C_1A_${namePart}${runName}Never`);
  return missing.status === 200 ? "mock" : "stateful";
}

const causeOf = (error: Error): string => (error.cause as { code?: string } | undefined)?.code ?? error.name;

/** The inputs of the workflows that depend on the time and the run. docs/conformance.md lists them. */
function inputsNow(runName: string): Record<string, string | number> {
  const now = Math.floor(Date.now() / 1000);
  const hour = 3600;
  const day = 24 * hour;
  return {
    run: runName,
    lastWeek: now - 7 * day,
    yesterday: now - day,
    inOneHour: now + hour,
    inFourHours: now + 4 * hour,
    inOneYear: now + 365 * day,
  };
}

async function withFaults<T>(stories: Story[], control: FaultControl | undefined, runIt: () => Promise<T>): Promise<T> {
  const faults = stories.flatMap((story) => story.faults);
  return control && faults.length > 0 ? control.during(faults, runIt) : runIt();
}

const unlessAborted = (signal: AbortSignal) => (error: unknown) => {
  if (signal.aborted) return [];
  throw error;
};

function verdictFor(
  story: Story,
  lacking: (need: Need) => boolean,
  judge: () => Result["verdict"],
  signal: AbortSignal,
) {
  const missing = story.needs.find(lacking);
  if (missing === "faults") return notPlayed("the service can't fail on demand");
  if (missing !== undefined) return notPlayed(`${tokenVariables[missing]} isn't set`);
  return signal.aborted ? notPlayed("interrupted") : judge();
}

function showProgress(results: readonly Result[], progress: string): void {
  for (const { story, verdict } of results) say(`${verdict.outcome.padEnd(12)}  ${story.id}`);
  say(`${progress} stories`);
}

async function show(report: Report, files: readonly string[]): Promise<void> {
  const note = noteOn(report);
  process.stdout.write(
    `${tableOf(report.results)}\n\n${summaryOf(report.results)}\n${note === undefined ? "" : `${note}\n`}`,
  );
  for (const file of files) {
    await writeFile(file, file.endsWith(".json") ? jsonReport(report) : markdownReport(report));
  }
}

function exitCodeOf(results: readonly Result[]): number {
  const { confirmed, contradicted, inconclusive } = countsOf(results);
  if (contradicted > 0) return 1;
  return inconclusive > 0 || confirmed === 0 ? 3 : 0;
}
