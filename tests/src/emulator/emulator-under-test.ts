import { readFile } from "node:fs/promises";
import SwaggerParser from "@apidevtools/swagger-parser";
import type { OpenAPIV3 } from "openapi-types";
import { expect } from "vitest";
import { resolvePointer } from "../../../scripts/lib/json-pointer.ts";
import { makeAjv } from "../../../scripts/lib/schema-validator.ts";
import { createKeySetsEmulator, type EmulatorOptions, type KeySetsEmulator } from "../../../src/emulator/index.ts";
import { createRouter } from "../../../src/emulator/router.ts";

/** A response of the emulator, read. */
export interface Result {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any member of any response
  body: any;
  headers: Headers;
}

export const root = "https://graph.microsoft.com/beta";
export const hour = 3600;
/** The time of the emulator under test, in seconds. */
export const now = Date.parse("2026-06-01T00:00:00Z") / 1000;

type Operation = OpenAPIV3.OperationObject<{ "x-errors": string[] }>;
const document = (await SwaggerParser.dereference(
  JSON.parse(await readFile("generated/openapi.json", "utf8")),
)) as OpenAPIV3.Document;
const route = createRouter({
  stages: new Set(["current", "draft", "undocumented"]),
  ignoreCase: true,
  odataSyntax: true,
});

/** An emulator with a fixed clock and ready keys, and a way to call it that checks each response by the contract. */
export function emulatorUnderTest(options: EmulatorOptions = {}) {
  const emulator = createKeySetsEmulator({ fastKeys: true, now: () => now * 1000, ...options });
  return { emulator, call: callerOf(emulator) };
}

export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Result>;

export function callerOf(emulator: KeySetsEmulator, check = expectDocumented): Caller {
  return async (method, path, body, headers = {}) => {
    const response = await emulator.fetch(`${root}/trustFramework/keySets${path}`, {
      method,
      headers: { Authorization: "Bearer token", "Content-Type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const result = { status: response.status, body: text && JSON.parse(text), headers: response.headers };
    check(method, `/trustFramework/keySets${path}`, result);
    return result;
  };
}

/** Every response is one that the contract has: its status, its body, its headers, and its error code. */
function expectDocumented(method: string, target: string, { status, body, headers }: Result): void {
  const found = route(method, target.split("?", 1)[0] ?? "");
  if (found.found !== "operation") return;
  const { path } = found.operation;
  const item = document.paths[path] as Record<string, Operation>;
  const operation = item[method.toLowerCase()] as Operation;
  const response = (operation.responses[status] ?? operation.responses.default) as OpenAPIV3.ResponseObject;
  const schema = response.content?.["application/json"]?.schema;
  if (schema) expect(problemsOf(schema, body)).toEqual([]);
  else expect(body).toBe("");
  for (const [name, header] of Object.entries(response.headers ?? {}))
    if ((header as OpenAPIV3.HeaderObject).required) expect(headers.has(name)).toBe(true);
  const code: string | undefined = body?.error?.code;
  if (code?.startsWith("AADB2C")) expect(operation["x-errors"]).toContain(code);
}

const ajv = makeAjv("response");

/** Null stands for no value, so that a member that is never returned can have it, as a documented response shows. */
function problemsOf(schema: object, body: unknown): string[] {
  const validate = ajv.compile(schema); // Ajv keeps what it compiled
  validate(body);
  return (validate.errors ?? [])
    .filter(
      ({ keyword, instancePath }) => !(keyword === "writeOnly" && resolvePointer(body, `#${instancePath}`) === null),
    )
    .map(({ keyword, instancePath, message }) => `${instancePath} ${keyword} ${message}`);
}

/** A key set with an ID, made for a test. */
export async function createSet(call: Caller, id = "B2C_1A_set"): Promise<void> {
  expect(await call("POST", "", { id })).toMatchObject({ status: 201, body: { id } });
}

/** The status and the code of a failure. */
export const failure = ({ status, body }: Result) => [status, body?.error?.code];
