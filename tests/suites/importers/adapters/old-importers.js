// What each importer reads from a document: the operations, by method and path, and what it keeps of requests and successes.
// What an importer doesn't support is undefined.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import {
  apiEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from "@backstage/catalog-model";
import * as readme from "@readme/openapi-parser";
import * as scalar from "@scalar/openapi-parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import { transformOas3Operations } from "@stoplight/http-spec/oas3";
import postman from "openapi-to-postmanv2";
import redoc from "redoc";
import SwaggerClient from "swagger-client";
import { parse } from "yaml";
import { heyApi, orval } from "./generators.js";

const { openApiToBruno } = createRequire(import.meta.url)("@usebruno/converters"); // its ES module doesn't load in Node.js
const read = async (file) => parse(await readFile(file, "utf8"));
const isSuccess = (status) => String(status).startsWith("2");
const valid = ({ valid, errors }) => {
  if (!valid) throw new Error(`the document is invalid: ${JSON.stringify(errors)}`);
};

/** The operations of a document without references. */
const operationsOf = ({ paths }) =>
  Object.entries(paths).flatMap(([path, { parameters, ...methods }]) =>
    Object.entries(methods).map(([method, { requestBody, responses, security }]) => ({
      operation: `${method.toUpperCase()} ${path}`,
      examples: [
        requestBody,
        ...Object.keys(responses)
          .filter(isSuccess)
          .map((status) => responses[status]),
      ].flatMap((message) =>
        Object.values(message?.content?.["application/json"].examples ?? {}).map(({ value }) => value),
      ),
      permissions: security.flatMap((requirement) => Object.values(requirement).flat()),
    })),
  );

/** The requests of a collection, which has folders in folders. */
const requestsIn = (items, name) => items.flatMap((item) => (item[name] ? requestsIn(item[name], name) : [item]));
const json = (texts) => texts.filter(Boolean).map((text) => JSON.parse(text));

/** Name, package, what reads a file, and limits: see run.ts. */
export const importers = [
  [
    "Postman",
    "openapi-to-postmanv2",
    async (file) => {
      const { output, reason } = await promisify(postman.convertV2)(
        { type: "string", data: await readFile(file, "utf8") },
        { parametersResolution: "Example" },
      );
      if (!output) throw new Error(reason);
      return requestsIn(output[0].data.item, "item").map(({ request, response }) => ({
        operation: `${request.method} /${request.url.path.join("/").replaceAll(/:(\w+)/g, "{$1}")}`,
        examples: json(
          [request, ...response.map(({ originalRequest }) => originalRequest)]
            .map(({ body }) => body?.raw)
            .concat(response.map(({ body }) => body)),
        ),
        permissions: request.auth.oauth2.find(({ key }) => key === "scope").value.split(" "), // those of the security scheme
      }));
    },
    { losesUnpaired: true },
  ], // it pairs each request with a response
  [
    "Bruno",
    "@usebruno/converters",
    async (file) =>
      requestsIn(openApiToBruno(await read(file)).items, "items").map(({ request, examples = [] }) => ({
        operation: `${request.method} ${request.url.replace("{{baseUrl}}", "").replaceAll(/:(\w+)/g, "{$1}")}`,
        examples: json([
          request.body.json,
          ...examples.flatMap((example) => [example.request.body.json, example.response.body.content]),
        ]),
        permissions: request.auth.oauth2.scope.split(" "), // those of the security scheme
      })),
  ],
  [
    "Stoplight Elements",
    "@stoplight/http-spec",
    async (file) =>
      transformOas3Operations(await read(file)).map(({ method, path, request, responses, security }) => ({
        operation: `${method.toUpperCase()} ${path}`,
        examples: [request?.body, ...responses.filter(({ code }) => isSuccess(code))].flatMap(
          (message) => message?.contents?.[0]?.examples.map(({ value }) => value) ?? [],
        ),
        permissions: security
          .flat()
          .flatMap(({ flows }) => Object.values(flows).flatMap(({ scopes }) => Object.keys(scopes))),
      })),
  ],
  [
    "Redoc",
    "redoc",
    async (file) => {
      const { menu } = await redoc.createStore(await read(file), undefined, {});
      return menu.flatItems
        .filter(({ type }) => type === "operation")
        .map(({ httpVerb, path, requestBody, responses, security }) => ({
          operation: `${httpVerb.toUpperCase()} ${path}`,
          examples: [requestBody, ...responses.filter(({ code }) => isSuccess(code))].flatMap((message) =>
            Object.values(message?.content?.mediaTypes[0]?.examples ?? {}).map(({ value }) => value),
          ),
          permissions: security.flatMap(({ schemes }) => schemes.flatMap(({ scopes }) => scopes)),
        }));
    },
  ],
  [
    "Swagger UI",
    "swagger-client",
    async (file) => {
      const { spec, errors } = await SwaggerClient.resolve({ spec: await read(file) });
      valid({ valid: errors.length === 0, errors });
      return operationsOf(spec);
    },
  ],
  [
    "Scalar",
    "@scalar/openapi-parser",
    async (file) => {
      const text = await readFile(file, "utf8");
      valid(await scalar.validate(text));
      return operationsOf((await scalar.dereference(text)).schema);
    },
  ],
  [
    "ReadMe",
    "@readme/openapi-parser",
    async (file) => {
      valid(await readme.validate(file));
      return operationsOf(await readme.dereference(file));
    },
  ],
  [
    "schema validator",
    "@seriousme/openapi-schema-validator",
    async (file) => {
      const validator = new Validator();
      valid(await validator.validate(file));
      return operationsOf(validator.resolveRefs());
    },
  ],
  [
    "Backstage",
    "@backstage/catalog-model",
    async (file) => {
      const entity = await read(file);
      const definition = await readFile(new URL(entity.spec.definition.$text, `file://${file}`), "utf8"); // as Backstage resolves it
      const policies = [
        SchemaValidEntityPolicy,
        DefaultNamespaceEntityPolicy,
        NoForeignRootFieldsEntityPolicy,
        FieldFormatEntityPolicy,
      ].map((Policy) => new Policy());
      const enforced = await EntityPolicies.allOf(policies).enforce({
        ...entity,
        spec: { ...entity.spec, definition },
      });
      valid({ valid: await apiEntityV1alpha1Validator.check(enforced), errors: ["it isn't an API"] });
      return operationsOf((await scalar.dereference(enforced.spec.definition)).schema);
    },
    { files: ["catalog-info.yaml"] },
  ],
  ["Hey API", "@hey-api/openapi-ts", heyApi],
  ["orval", "orval", orval],
];
