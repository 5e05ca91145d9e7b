import openapiFetch from "openapi-fetch";
import { expect, test } from "vitest";
import { defaultOf } from "../../../src/requests/create-http-client.ts";

test("openapi-fetch is found as an export and as a member of its module", () => {
  expect(defaultOf(openapiFetch)).toBe(openapiFetch);
  expect(defaultOf({ default: openapiFetch })).toBe(openapiFetch);
});
