// The importers, in the order of the tables in docs/importers.md.

export interface Importer {
  name: string;
  /** The package that does the work, for its version. */
  package: string;
  /** The lockfile that pins it, if not this suite's. */
  folder?: string;
  /** Which table it is in. */
  kind: "reader" | "generator" | "server";
  /** The file in adapters/ that runs it. */
  adapter: string;
  /** The files that it reads, if not the documents. */
  files?: string[];
  /** What it loses or breaks, and why; and how to use it if there is something to know. */
  note?: string;
}

const collections = "scripts/collections";
const oneScheme =
  "Takes the first way to sign in, with all its permissions. The permissions of an operation are in no field of a request.";

export const importers: Importer[] = [
  {
    name: "Postman",
    package: "openapi-to-postmanv2",
    folder: collections,
    kind: "reader",
    adapter: "postman",
    note: `Pairs each request with a response. ${oneScheme}`,
  },
  {
    name: "Bruno",
    package: "@usebruno/converters",
    folder: collections,
    kind: "reader",
    adapter: "bruno",
    note: oneScheme,
  },
  {
    name: "our collection for Postman",
    package: "openapi-to-postmanv2",
    folder: collections,
    kind: "reader",
    adapter: "postman-collection",
    files: ["generated/openapi.json"],
    note: "Pairs each request with a response. Its descriptions name the permissions.",
  },
  {
    name: "our collection for Bruno",
    package: "@usebruno/converters",
    folder: collections,
    kind: "reader",
    adapter: "bruno-collection",
    files: ["generated/openapi.json"],
    note: "Pairs examples by their names. Its descriptions name the permissions.",
  },
  { name: "Stoplight Elements", package: "@stoplight/http-spec", kind: "reader", adapter: "stoplight" },
  { name: "Redoc", package: "redoc", kind: "reader", adapter: "redoc" },
  { name: "Swagger UI", package: "swagger-client", kind: "reader", adapter: "swagger-ui" },
  { name: "Scalar", package: "@scalar/openapi-parser", kind: "reader", adapter: "scalar" },
  { name: "ReadMe", package: "@readme/openapi-parser", kind: "reader", adapter: "readme" },
  {
    name: "schema validator",
    package: "@seriousme/openapi-schema-validator",
    kind: "reader",
    adapter: "schema-validator",
  },
  {
    name: "Backstage",
    package: "@backstage/catalog-model",
    kind: "reader",
    adapter: "backstage",
    files: ["catalog-info.yaml"],
  },
  {
    name: "openapi-snippet",
    package: "openapi-snippet",
    kind: "reader",
    adapter: "openapi-snippet",
    note: "Makes bodies from the examples of properties, which a few examples equal. Shows no response.",
  },
  { name: "Hey API", package: "@hey-api/openapi-ts", kind: "generator", adapter: "hey-api" },
  { name: "orval", package: "orval", kind: "generator", adapter: "orval" },
  { name: "oazapfts", package: "oazapfts", kind: "generator", adapter: "oazapfts" },
  {
    name: "typed-openapi",
    package: "typed-openapi",
    kind: "generator",
    adapter: "typed-openapi",
    note: "Leaves out deprecated operations, which our two drafts are.",
  },
  {
    name: "openapi-zod-client",
    package: "openapi-zod-client",
    kind: "generator",
    adapter: "openapi-zod-client",
    note: "Leaves out deprecated operations, which our two drafts are. `withDeprecatedEndpoints` includes them.",
  },
  { name: "Kubb", package: "@kubb/core", kind: "generator", adapter: "kubb" },
  {
    name: "swagger-typescript-api",
    package: "swagger-typescript-api",
    kind: "generator",
    adapter: "swagger-typescript-api",
  },
  {
    name: "feTS",
    package: "fets",
    kind: "generator",
    adapter: "fets",
    note: "Takes its types from the document as a constant. The program that we compile calls each operation.",
  },
  {
    name: "TypeSpec",
    package: "@typespec/openapi3",
    kind: "generator",
    adapter: "typespec",
    note: "Drops examples and `security`, but keeps `x-permissions`.",
  },
  {
    name: "Prism, mock",
    package: "@stoplight/prism-http",
    kind: "server",
    adapter: "prism-mock",
    note: "Choose an example with `Prefer: code=400, example=AADB2C95052`.",
  },
  { name: "Prism, proxy", package: "@stoplight/prism-http", kind: "server", adapter: "prism-proxy" },
  {
    name: "Mockoon",
    package: "@mockoon/commons-server",
    kind: "server",
    adapter: "mockoon",
    note: "Makes the default response of an operation from the schema. The document's examples are its other responses, except those of `default`.",
  },
  {
    name: "Mock Service Worker",
    package: "@mswjs/source",
    kind: "server",
    adapter: "msw",
    note: "Shows the first example of each status, which `?response=400` chooses.",
  },
  {
    name: "express-openapi-validator",
    package: "express-openapi-validator",
    kind: "server",
    adapter: "express-openapi-validator",
  },
  {
    name: "openapi-backend",
    package: "openapi-backend",
    kind: "server",
    adapter: "openapi-backend",
    note: "Doesn't show the examples of `default`. With 3.1, it needs `quick: true`: it takes our extensions for errors.",
  },
];
