import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { isLoopback } from "../loopback.js";
import { type FaultControl, findFaultControl } from "./faults.js";
import { type Gateway, startGateway } from "./gateway.js";
import { createKeySetLedger } from "./key-set-ledger.js";
import type { Result } from "./report.js";
import { type ExecutedWorkflow, runRespect } from "./respect.js";
import { type Destination, errorCodeOf, parsed, type Send, sendTo, waitingOutThrottling } from "./service.js";
import type { Need, Story, StoryFile } from "./stories.js";
import { type TokenName, tokenVariables } from "./token.js";
import { notPlayed, type Verdict, verdictOn } from "./verdict.js";
import { namePart } from "./write-guard.js";

/** The tokens of a run. Only the first is needed by all stories. */
export type Tokens = Partial<Record<TokenName, string>> & { token: string };

export interface PlayOptions {
  files: StoryFile[];
  /** Redocly's command. */
  program: string;
  baseUrl: string;
  tokens: Tokens;
  /** A private folder. */
  folder: string;
  /** Aborted when the run is interrupted. Cleaning up goes on. */
  signal: AbortSignal;
  say: (line: string) => void;
  /** Waits for so many seconds. */
  wait?: (seconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** How many milliseconds a write on its way may take after an interruption. */
  graceTime?: number;
}

export interface Played {
  results: Result[];
  service: "stateful" | "mock";
  /** How many key sets may be left. */
  leftBehind: number;
}

/** Plays the stories of all files, and deletes what they left. */
export async function playStories(options: PlayOptions): Promise<Played> {
  const { files, baseUrl, tokens, signal, say, wait = waitSeconds, graceTime } = options;
  const runName = randomUUID().replaceAll("-", "").slice(0, 12);
  const authorization = `Bearer ${tokens.token}`;
  const onWait = (seconds: number, reason: string) => say(`Waiting ${seconds} s: ${reason}.`);
  const waiting = { wait: (seconds: number) => wait(seconds, signal), onWait };
  const destination: Destination = { baseUrl, run: runName };
  const ended = new AbortController();
  const send = sendTo({ ...destination, graceTime, signal: AbortSignal.any([signal, ended.signal]) });
  const service = await kindOfService(waitingOutThrottling(send, waiting), authorization, runName);
  const faults = isLoopback(new URL(baseUrl)) ? await findFaultControl(baseUrl, { signal, say }) : undefined;

  // Respect gets placeholders, which the gateway replaces by the tokens.
  const entries = Object.entries(tokens).map(([name, token]) => ({ name, token, placeholder: randomUUID() }));
  const placeholders = Object.fromEntries(entries.map(({ name, placeholder }) => [name, placeholder]));
  const ledger = createKeySetLedger(runName);
  const gateway = await startGateway({
    run: runName,
    send,
    tokens: new Map(entries.map(({ placeholder, token }) => [placeholder, token])),
    ledger,
    ...waiting,
  });
  const waitAnyway = { wait: (seconds: number) => wait(seconds, undefined), onWait };
  const account = ledger.keepAccountOf(sendTo(destination));
  const cleaning = { send: waitingOutThrottling(account, waitAnyway), authorization };
  const play = createPlayer({
    ...options,
    faults,
    gateway,
    inputs: () => ({ ...inputsNow(runName), ...placeholders }),
  });
  const total = files.flatMap(({ stories }) => stories).length;
  const results: Result[] = [];
  let leftBehind: string[] = [];
  try {
    for (const file of files) {
      const played = await play(file);
      results.push(...played);
      for (const { story, verdict } of played) say(`${verdict.outcome.padEnd(12)}  ${story.id}`);
      say(`${results.length} of ${total} stories`);
      await ledger.cleanUp(cleaning);
    }
  } finally {
    ended.abort();
    await gateway.close();
    leftBehind = await ledger.cleanUp({ ...cleaning, waiting: waitAnyway });
    if (leftBehind.length > 0) say(`${leftBehindNote}\n${leftBehind.join("\n")}`);
  }
  return { results, service, leftBehind: leftBehind.length };
}

const leftBehindNote = "These key sets may be left. Check them, and delete by hand those that this run created:";

const waitSeconds = (seconds: number, signal: AbortSignal | undefined): Promise<void> =>
  delay(seconds * 1000, undefined, signal ? { signal } : {});

/** Whether the service keeps state. Throws if it doesn't let the run in at all. */
async function kindOfService(send: Send, authorization: string, runName: string): Promise<Played["service"]> {
  const get = (path: string) =>
    send({ method: "GET", path, headers: { authorization }, body: "" }).catch((error: Error) => {
      throw new Error(`No response from the service: ${causeOf(error)}.`);
    });
  const list = await get("/trustFramework/keySets");
  if (list.status !== 200) {
    const answer = [list.status, errorCodeOf(parsed(list.body))].join(" ").trim();
    throw new Error(`Listing the key sets returned ${answer}. Check the base URL and the permission of the token.`);
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

interface PlayerOptions extends PlayOptions {
  faults: FaultControl | undefined;
  gateway: Gateway;
  inputs: () => Record<string, string | number>;
}

/** A function that plays the stories of a file. */
function createPlayer({ program, tokens, folder, signal, faults, gateway, inputs }: PlayerOptions) {
  const lacks = (need: Need): boolean => (need === "faults" ? faults === undefined : tokens[need] === undefined);

  return async function playFile({ path, stories }: StoryFile): Promise<Result[]> {
    const playable = stories.filter(({ needs }) => !needs.some(lacks));
    const executed = await execute(path, playable);
    return stories.map((story) => ({ story, verdict: verdictFor(story, executed) }));
  };

  /** What Respect ran, or undefined if the service can't fail as the stories demand. */
  async function execute(file: string, stories: Story[]): Promise<ExecutedWorkflow[] | undefined> {
    if (stories.length === 0 || signal.aborted) return [];
    const workflows = stories.map(({ id }) => id);
    const demanded = stories.flatMap((story) => story.faults);
    gateway.passThrottling = demanded.length > 0;
    const run = () =>
      runRespect({ program, file, workflows, serverUrl: gateway.url, inputs: inputs(), folder, signal });
    try {
      return await (faults && demanded.length > 0 ? faults.during(demanded, run) : run());
    } catch (error) {
      if (signal.aborted) return [];
      throw error;
    }
  }

  function verdictFor(story: Story, executed: ExecutedWorkflow[] | undefined): Verdict {
    const missing = story.needs.find(lacks);
    if (missing !== undefined && missing !== "faults") return notPlayed(`${tokenVariables[missing]} isn't set`);
    if (signal.aborted) return notPlayed("interrupted");
    if (missing === "faults" || !executed) return notPlayed("the service can't fail on demand");
    return verdictOn(
      story,
      executed.find(({ workflowId }) => workflowId === story.id),
    );
  }
}
