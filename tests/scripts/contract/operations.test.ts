import { expect, test } from "vitest";
import { bundle } from "../../../scripts/contract/bundle.ts";
import type { Document } from "../../../scripts/contract/document.ts";
import { loadContract } from "../../../scripts/contract/load.ts";
import { httpMethods, operationsOf } from "../../../scripts/contract/operations.ts";

const operations = operationsOf(await bundle());

test("an operation has its path's parameters and its own, with references followed", () => {
  const { parameters, pathParameters } = operations.find(({ id }) => id === "getKey") ?? {};
  expect(pathParameters?.map(({ name, in: place }) => `${place} ${name}`)).toEqual(["path id", "path kid"]);
  expect(parameters).toEqual(pathParameters);
});

test("the same operations come out of the document with and without references", async () => {
  const shape = ({ id, method, path, pointer, parameters }: (typeof operations)[number]) => ({
    id,
    method,
    path,
    pointer,
    parameters: parameters.map(({ name }) => name),
  });
  expect(operationsOf(await loadContract()).map(shape)).toEqual(operations.map(shape));
  expect(operations.length).toBeGreaterThan(10);
});

test("every method of OpenAPI makes an operation, and nothing else of a path does", () => {
  const item = Object.fromEntries(httpMethods.map((method) => [method, { operationId: method, responses: {} }]));
  const paths = { "/x": { summary: "x", description: "x", servers: [], parameters: [], ...item } };
  const document = { openapi: "3.0.3", info: {}, paths } as unknown as Document;
  expect(operationsOf(document).map(({ pointer }) => pointer)).toEqual(
    httpMethods.map((method) => `#/paths/~1x/${method}`),
  );
  expect([...httpMethods].sort()).toEqual(["delete", "get", "head", "options", "patch", "post", "put", "trace"]);
});
