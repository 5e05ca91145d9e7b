import type { Document } from "../../contract/document.ts";
import { httpMethods } from "../../contract/operations.ts";
import { joinPointer } from "../../lib/json-pointer.ts";

/** What the contract states and a source has to support. */
export interface Element {
  /** Its place in the bundled document. */
  pointer: string;
  kind: Kind;
  /** Its name as a reader knows it, such as a property's name, or its value. */
  name: string;
  /** The value of a keyword or of an item of a list. */
  value?: unknown;
}

export type Kind =
  | "operation"
  | "parameter"
  | "property"
  | "schema"
  | "listed value"
  | "required name"
  | "constraint"
  | "status"
  | "header"
  | "media type"
  | "response"
  | "permission"
  | "scope"
  | "role"
  | "cloud"
  | "stage"
  | "page"
  | "server"
  | "sign-in"
  | "permission ID"
  | "error code"
  | "text of an error"
  | "status of an error"
  | "link"
  | "namespace"
  | "other";

type Node = Record<string, unknown>;

/** Every element of the document. What is neither an element nor words for people is an element of the kind "other". */
export const elementsOf = (document: Document): Element[] => [...ofDocument(document as unknown as Node)];

// Words for people, and names that nobody but this document uses.
const words = ["title", "summary", "description", "example", "examples", "externalDocs", "operationId", "tags"];

/** A keyword that says what holds without it too. */
const isDefault = (name: string, value: unknown): boolean =>
  value === false && ["required", "nullable", "deprecated", "readOnly", "writeOnly"].includes(name);

type Handlers = Record<string, (value: never, pointer: string) => Iterable<Element>>;

/** The elements of an object's members: each by its handler, words are none, and the rest is of the given kind. */
function* members(node: Node, pointer: string, handlers: Handlers, rest: Kind = "other"): Generator<Element> {
  for (const [name, value] of Object.entries(node)) {
    const at = joinPointer(pointer, name);
    const handler = handlers[name] as ((value: unknown, pointer: string) => Iterable<Element>) | undefined;
    if (handler) yield* handler(value, at);
    else if (!words.includes(name) && !isDefault(name, value)) yield { pointer: at, kind: rest, name, value };
  }
}

/** The elements of each entry of a map. */
const each = (handler: (value: never, pointer: string, name: string) => Iterable<Element>) =>
  function* (map: Node, pointer: string): Generator<Element> {
    for (const [name, value] of Object.entries(map)) yield* handler(value as never, joinPointer(pointer, name), name);
  };

/** Each item of a list is an element. */
const items = (kind: Kind) =>
  function* (list: unknown[], pointer: string): Generator<Element> {
    for (const [i, value] of list.entries()) yield { pointer: `${pointer}/${i}`, kind, name: String(value), value };
  };

/** A keyword is an element. */
const keyword =
  (kind: Kind) =>
  (value: unknown, pointer: string): Element[] => [{ pointer, kind, name: String(value), value }];

const none = (): Element[] => [];

const ofDocument = (document: Node): Iterable<Element> =>
  members(document, "#", {
    openapi: none,
    info: (info: Node, at) =>
      members(info, at, { version: none, contact: none, license: none, "x-namespace": keyword("namespace") }),
    servers: each((server: Node, at) =>
      members(server, at, {
        url: keyword("server"),
        "x-cloud": keyword("cloud"),
        "x-sign-in": keyword("sign-in"),
        "x-default-scope": keyword("scope"),
      }),
    ),
    security: ofSecurity,
    paths: each(ofPath),
    components: (components: Node, at) =>
      members(components, at, {
        schemas: each(function* (schema: Node, at, name) {
          yield { pointer: at, kind: "schema", name };
          yield* ofSchema(schema, at);
        }),
        headers: each(ofHeader),
        responses: each(function* (response: Node, at, name) {
          yield { pointer: at, kind: "response", name };
          yield* ofResponse(response, at);
        }),
        securitySchemes: each(ofSecurityScheme),
        parameters: each(ofParameter),
      }),
  });

const ofPath = (item: Node, at: string): Iterable<Element> =>
  members(item, at, {
    parameters: each(ofParameter),
    ...Object.fromEntries(httpMethods.map((method) => [method, ofOperation])),
  });

function* ofOperation(operation: Node, pointer: string): Generator<Element> {
  yield { pointer, kind: "operation", name: String(operation.operationId) };
  yield* members(operation, pointer, {
    deprecated: keyword("stage"),
    "x-stage": keyword("stage"),
    "x-pages": items("page"),
    "x-clouds": keyword("cloud"),
    "x-role": keyword("role"),
    "x-permissions": (permissions: Node, at) =>
      members(permissions, at, {
        delegated: ofPermissions,
        application: ofPermissions,
        personal: keyword("permission"),
      }),
    "x-errors": items("error code"),
    security: ofSecurity,
    parameters: each(ofParameter),
    requestBody: (body: Node, at) => members(body, at, { content: each(ofMedia) }, "constraint"),
    responses: each(function* (response: Node, at, status) {
      yield { pointer: at, kind: "status", name: status };
      yield* ofResponse(response, at);
    }),
  });
}

const ofPermissions = (permissions: Node, at: string): Iterable<Element> =>
  members(permissions, at, { least: items("permission"), higher: items("permission") });

const ofSecurity = each(
  each(function* (scopes: unknown[], at: string, scheme: string): Generator<Element> {
    yield { pointer: at, kind: "sign-in", name: scheme };
    yield* items("scope")(scopes, at);
  }),
);

function* ofParameter(parameter: Node, pointer: string): Generator<Element> {
  if (isReference(parameter)) return;
  yield { pointer, kind: "parameter", name: String(parameter.name), value: parameter.in };
  yield* members(parameter, pointer, { name: none, in: none, schema: ofSchema }, "constraint");
}

const ofResponse = (response: Node, at: string): Iterable<Element> =>
  isReference(response)
    ? []
    : members(response, at, {
        headers: each(function* (header: Node, at, name) {
          yield { pointer: at, kind: "header", name };
          yield* ofHeader(header, at);
        }),
        content: each(ofMedia),
        links: each((link: Node, at, name) => [{ pointer: at, kind: "link", name, value: link.operationId }]),
      });

const ofHeader = (header: Node, at: string): Iterable<Element> =>
  isReference(header) ? [] : members(header, at, { schema: ofSchema }, "constraint");

function* ofMedia(media: Node, pointer: string, name: string): Generator<Element> {
  yield { pointer, kind: "media type", name };
  yield* members(media, pointer, { schema: ofSchema });
}

/** The type itself isn't an element: a fact states it or, like a member of an object, the element that has it implies it. */
function ofSchema(schema: Node, pointer: string): Iterable<Element> {
  if (isReference(schema)) return [];
  return members(
    schema,
    pointer,
    {
      type: none,
      properties: each(function* (property: Node, at, name) {
        yield { pointer: at, kind: "property", name };
        yield* ofSchema(property, at);
      }),
      items: ofSchema,
      required: items("required name"),
      enum: items("listed value"),
      "x-extensible-enum": items("listed value"),
      "x-refused": items("listed value"),
      "x-error-codes": each(function* (entry: Node, at, name) {
        yield { pointer: at, kind: "error code", name, value: name };
        yield* members(entry, at, {
          statuses: items("status of an error"),
          message: keyword("text of an error"),
          reported: each(keyword("text of an error")),
          values: none,
          meaning: none,
          remedy: none,
        });
      }),
    },
    "constraint",
  );
}

function* ofSecurityScheme(scheme: Node, pointer: string, name: string): Generator<Element> {
  yield { pointer, kind: "sign-in", name };
  yield* members(
    scheme,
    pointer,
    {
      type: keyword("sign-in"),
      "x-permission-ids": each(keyword("permission ID")),
      flows: each(function* (flow: Node, at, name) {
        yield { pointer: at, kind: "sign-in", name };
        const scopes = each((_: string, at, name) => [{ pointer: at, kind: "scope", name, value: name }]);
        yield* members(flow, at, { scopes }, "sign-in");
      }),
    },
    "sign-in",
  );
}

const isReference = (node: Node): boolean => typeof node.$ref === "string";
