import { type GatewayMark, gatewayHeader } from "./gateway.js";
import type { Check, ExecutedStep, ExecutedWorkflow } from "./respect.js";
import { errorCodeOf } from "./service.js";
import type { Criterion, Step, Story } from "./stories.js";

export type Outcome = "confirmed" | "contradicted" | "inconclusive" | "not played";

/** What a story came to. */
export interface Verdict {
  outcome: Outcome;
  /** What came instead, or why there is no response. */
  detail?: string;
}

/** The verdict on a story that can't be played. */
export const notPlayed = (detail: string): Verdict => ({ outcome: "not played", detail });

/** The verdict on a story by what Respect ran of it. */
export function verdictOn(story: Story, executed: ExecutedWorkflow | undefined): Verdict {
  if (!executed) return notPlayed("Respect didn't run it");
  const steps = stepsOf(executed);
  if (steps.some((step) => markOf(step) === "blocked")) {
    return notPlayed("a request would write to a key set that this run didn't make");
  }
  for (const step of steps) {
    const definition = story.steps.find(({ stepId }) => stepId === step.stepId);
    if (!definition || definition["x-purpose"] === "clean-up") continue;
    const failed = step.checks.filter(({ passed, severity }) => !passed && severity === "error");
    if (failed.length > 0) return verdictOnFailure(definition, step, failed);
  }
  const played = new Set(steps.map(({ stepId }) => stepId));
  const unplayed = story.steps.find(
    ({ stepId, "x-purpose": purpose }) => purpose !== "clean-up" && !played.has(stepId),
  );
  return unplayed
    ? { outcome: "inconclusive", detail: `the step ${unplayed.stepId} wasn't reached` }
    : { outcome: "confirmed" };
}

function verdictOnFailure(definition: Step, step: ExecutedStep, failed: Check[]): Verdict {
  const { statusCode } = step.response;
  const detail = `${definition.operationId.split(".").at(-1)} returned ${whatCame(definition, step, failed)}`;
  if (definition["x-purpose"] === "set-up") return { outcome: "inconclusive", detail: `${detail} while preparing` };
  const unanswered = statusCode === 0 || markOf(step) === "unreachable";
  if (unanswered) return { outcome: "inconclusive", detail: "no response came" };
  return { outcome: isNoAnswer(definition, statusCode) ? "inconclusive" : "contradicted", detail };
}

/** Whether a status says nothing about the claim, because the service is in trouble or doesn't let the caller in. */
function isNoAnswer({ successCriteria }: Step, status: number): boolean {
  const expects = (expected: number) => successCriteria.some(({ condition }) => condition.includes(`${expected}`));
  if (expects(status)) return false;
  const isTrouble = status === 408 || status === 429 || status >= 500;
  return isTrouble || status === 401 || (status === 403 && !expects(401));
}

/** A response in a few words: status and code, harmless members, and which expectations it doesn't meet. */
function whatCame(definition: Step, { response }: ExecutedStep, failed: Check[]): string {
  const { statusCode, body } = response;
  const code = errorCodeOf(body);
  const criteria = definition.successCriteria.filter(({ condition }) =>
    failed.some((check) => check.condition === condition),
  );
  const members = shownMembers(criteria, body);
  const unmet = [...criteria.map(({ condition }) => inCode(condition)), ...failed.flatMap(ownCheck)];
  return [
    statusCode === 0 ? "nothing" : String(statusCode),
    ...(code === undefined ? [] : [` ${code}`]),
    ...(members.length === 0 ? [] : [` with ${members.join(", ")}`]),
    `; expected ${unmet.join(" and ")}`,
  ].join("");
}

/** Members of a key that can be shown, with what their values may look like. */
const harmless: Record<string, (value: unknown) => boolean> = {
  kty: isOneOf("RSA", "oct", "EC", "OKP"),
  use: isOneOf("sig", "enc", "signature", "encryption"),
  status: isOneOf("enabled", "disabled"),
  nbf: Number.isInteger,
  exp: Number.isInteger,
};

function isOneOf(...words: unknown[]): (value: unknown) => boolean {
  return (value) => words.includes(value);
}

/** The members that the criteria are about, as they came. */
function shownMembers(criteria: readonly Criterion[], body: unknown): string[] {
  if (typeof body !== "object" || body === null || "error" in body) return [];
  return Object.entries(harmless).flatMap(([name, isHarmless]) => {
    const isMeant = criteria.some(({ condition }) => condition.includes(`$response.body#/${name} `));
    if (!isMeant) return [];
    const value = (body as Record<string, unknown>)[name];
    if (value === undefined || value === null) return [`no \`${name}\``];
    return [isHarmless(value) ? `\`${name}\` ${JSON.stringify(value)}` : `an unusual \`${name}\``];
  });
}

/** What a failed check of Respect's own means. Its message has parts of the body. */
function ownCheck({ name, condition }: Check): string[] {
  if (name === "schema check") return ["a body that fits the OpenAPI document"];
  if (name === "content-type check") return ["a content type of the OpenAPI document"];
  if (name === "status code check") return ["a status of the OpenAPI document"];
  return condition === undefined ? ["a response that can be read"] : [];
}

const longest = 120;
const inCode = (condition: string): string =>
  `\`${condition.length > longest ? `${condition.slice(0, longest)}…` : condition}\``;

function markOf({ response }: ExecutedStep): GatewayMark | undefined {
  return response.headers[gatewayHeader] as GatewayMark | undefined;
}

/** The steps of a workflow in the order in which they ran, those of failure actions among them. */
const stepsOf = (executed: ExecutedWorkflow): ExecutedStep[] =>
  executed.executedSteps.flatMap((step) => (step.type === "step" ? [step] : stepsOf(step)));
