import { describe, expect, it } from "vitest";
import { gatewayHeader } from "../../../src/conformance/gateway.ts";
import type { Check, ExecutedStep, ExecutedWorkflow } from "../../../src/conformance/respect.ts";
import type { Step, Story } from "../../../src/conformance/stories.ts";
import { verdictOn } from "../../../src/conformance/verdict.ts";

const step = (stepId: string, conditions: string[], purpose?: "set-up" | "clean-up"): Step => ({
  stepId,
  description: "A step.",
  operationId: `$sourceDescriptions.keysets.${stepId}`,
  ...(purpose && { "x-purpose": purpose }),
  successCriteria: conditions.map((condition) => ({ condition })),
});

const storyOf = (...steps: Step[]): Story => ({
  id: "story",
  claim: "A claim.",
  sureness: "assumed",
  sources: [],
  needs: [],
  faults: [],
  steps,
});

const claims400 = storyOf(
  step("createKeySet", ["$statusCode == 201"], "set-up"),
  step("getKeySet", ["$statusCode == 400", "$response.body#/error/code == 'AADB2C90073'"]),
  step("deleteKeySet", [], "clean-up"),
);

interface Came {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  failed?: string[];
  checks?: Check[];
}

const ran = (
  stepId: string,
  { status = 200, body, headers = {}, failed = [], checks = [] }: Came = {},
): ExecutedStep => ({
  type: "step",
  stepId,
  response: { statusCode: status, body, headers },
  checks: [
    ...failed.map(
      (condition): Check => ({ name: "success criteria check", passed: false, severity: "error", condition }),
    ),
    ...checks,
  ],
});

const workflow = (...executedSteps: (ExecutedStep | ExecutedWorkflow)[]): ExecutedWorkflow => ({
  type: "workflow",
  workflowId: "story",
  executedSteps,
});

const created = ran("createKeySet", { status: 201 });
const error = (code: unknown) => ({ error: { code, message: "In tenant 'contoso.onmicrosoft.com'" } });

/** The verdict if the claim of claims400 meets a response that fails its criteria. */
const verdictFor = (came: Came) =>
  verdictOn(claims400, workflow(created, ran("getKeySet", { failed: ["$statusCode == 400"], ...came })));

describe("A story", () => {
  it("is confirmed if every criterion is met", () => {
    expect(verdictOn(claims400, workflow(created, ran("getKeySet"), ran("deleteKeySet")))).toEqual({
      outcome: "confirmed",
    });
  });

  it("is confirmed if nothing but cleaning up fails", () => {
    const failing = ran("deleteKeySet", { status: 500, failed: ["$statusCode == 204"] });
    expect(verdictOn(claims400, workflow(created, ran("getKeySet"), failing))).toEqual({ outcome: "confirmed" });
  });

  it("isn't played if Respect didn't run it", () => {
    expect(verdictOn(claims400, undefined).outcome).toBe("not played");
  });

  it("isn't played if the gateway blocked a request", () => {
    const blocked = ran("createKeySet", {
      status: 403,
      headers: { [gatewayHeader]: "blocked" },
      failed: ["$statusCode == 201"],
    });
    expect(verdictOn(claims400, workflow(blocked)).outcome).toBe("not played");
  });

  it("is contradicted by another status, with what came instead", () => {
    expect(verdictFor({ status: 404, body: error("ResourceNotFound") })).toEqual({
      outcome: "contradicted",
      detail: "getKeySet returned 404 ResourceNotFound; expected `$statusCode == 400`",
    });
  });

  it("is contradicted by a body that doesn't fit the document", () => {
    const checks: Check[] = [{ name: "schema check", passed: false, severity: "error" }];
    expect(verdictFor({ status: 400, failed: [], checks, body: error("AADB2C90073") }).detail).toBe(
      "getKeySet returned 400 AADB2C90073; expected a body that fits the OpenAPI document",
    );
  });

  it.each([
    ["content-type check", "a content type of the OpenAPI document"],
    ["status code check", "a status of the OpenAPI document"],
    ["unexpected error", "a response that can be read"],
  ])("is contradicted by a failed %s", (name, expected) => {
    const checks: Check[] = [{ name, passed: false, severity: "error" }];
    expect(verdictFor({ status: 400, failed: [], checks })).toEqual({
      outcome: "contradicted",
      detail: `getKeySet returned 400; expected ${expected}`,
    });
  });

  it("ignores checks that only warn", () => {
    const checks: Check[] = [{ name: "schema check", passed: false, severity: "warn" }];
    expect(verdictFor({ failed: [], checks }).outcome).toBe("confirmed");
  });

  it.each([401, 403, 408, 429, 500, 503])(
    "is inconclusive if the service returns %i, which it isn't about",
    (status) => {
      expect(verdictFor({ status }).outcome).toBe("inconclusive");
    },
  );

  it("is inconclusive if no response came", () => {
    expect(verdictFor({ status: 0 })).toEqual({ outcome: "inconclusive", detail: "no response came" });
    expect(verdictFor({ status: 502, headers: { [gatewayHeader]: "unreachable" } }).detail).toBe("no response came");
  });

  it("is inconclusive if a preparation fails, whatever comes after it", () => {
    const failing = ran("createKeySet", { status: 400, body: error("AADB2C"), failed: ["$statusCode == 201"] });
    const cleaning = workflow(ran("deleteKeySet", { status: 400 }));
    expect(verdictOn(claims400, workflow(failing, cleaning))).toEqual({
      outcome: "inconclusive",
      detail: "createKeySet returned 400 AADB2C; expected `$statusCode == 201` while preparing",
    });
  });

  it("is inconclusive if its last step wasn't reached", () => {
    expect(verdictOn(claims400, workflow(created))).toEqual({
      outcome: "inconclusive",
      detail: "the step getKeySet wasn't reached",
    });
  });

  it.each([
    { expected: "401", status: 403, outcome: "contradicted" },
    { expected: "401", status: 200, outcome: "contradicted" },
    { expected: "401", status: 500, outcome: "inconclusive" },
    { expected: "403", status: 401, outcome: "inconclusive" },
    { expected: "403", status: 200, outcome: "contradicted" },
  ])("about $expected is $outcome by $status", ({ expected, status, outcome }) => {
    const condition = `$statusCode == ${expected}`;
    const story = storyOf(step("listKeySets", [condition]));
    expect(verdictOn(story, workflow(ran("listKeySets", { status, failed: [condition] }))).outcome).toBe(outcome);
  });
});

describe("What came instead", () => {
  const about = (member: string, expected: string) => {
    const condition = `$response.body#/${member} == ${expected}`;
    return { condition, story: storyOf(step("getKey", [condition])) };
  };

  it.each([
    ["status", "'disabled'", { status: "enabled" }, 'with `status` "enabled"'],
    ["nbf", "7", { nbf: 8 }, "with `nbf` 8"],
    ["nbf", "7", {}, "with no `nbf`"],
    ["exp", "7", { exp: null }, "with no `exp`"],
    ["kty", "'RSA'", { kty: "eyJhbGciOiJIUzI1NiJ9.secret" }, "with an unusual `kty`"],
    ["status", "'enabled'", { status: "contoso" }, "with an unusual `status`"],
    ["nbf", "7", { nbf: "eyJhbGciOiJIUzI1NiJ9" }, "with an unusual `nbf`"],
  ])("shows %s if the story is about it", (member, expected, body, shown) => {
    const { condition, story } = about(member, expected);
    const { detail } = verdictOn(story, workflow(ran("getKey", { body, failed: [condition] })));
    expect(detail).toBe(`getKey returned 200 ${shown}; expected \`${condition}\``);
  });

  it("never shows other members", () => {
    const { condition, story } = about("k", "'x'");
    const body = { k: "c2VjcmV0", d: "c2VjcmV0", kid: "c2VjcmV0", status: "enabled" };
    expect(verdictOn(story, workflow(ran("getKey", { body, failed: [condition] }))).detail).toBe(
      `getKey returned 200; expected \`${condition}\``,
    );
  });

  it.each(["a b", "eyJ0eXAiOiJKV1Qi", "opaque-token_1.a", "contoso.onmicrosoft.com", "Contoso", "AADB2Csecret"])(
    "doesn't show %j as a code",
    (code) => {
      expect(verdictFor({ status: 404, body: error(code) }).detail).toBe(
        "getKeySet returned 404 an unusual code; expected `$statusCode == 400`",
      );
    },
  );

  it.each([[7], [null], [{}]])("doesn't take %j for a code", (code) => {
    expect(verdictFor({ status: 404, body: error(code) }).detail).toBe(
      "getKeySet returned 404; expected `$statusCode == 400`",
    );
  });

  it("shortens long criteria", () => {
    const long = `$[?${"x".repeat(300)}]`;
    const story = storyOf(step("getKey", [long]));
    const { detail = "" } = verdictOn(story, workflow(ran("getKey", { failed: [long] })));
    expect(detail.length).toBeLessThan(170);
    expect(detail).toContain("…`");
  });
});
