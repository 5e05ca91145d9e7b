import type { OpenAPIV3 } from "openapi-types";
import { resolvePointer } from "../lib/json-pointer.ts";
import type { Document, ErrorCodeEntry } from "./document.ts";
import { httpMethods } from "./operations.ts";

type Operation = OpenAPIV3.OperationObject<{ "x-errors"?: string[] }>;
type Response = OpenAPIV3.ResponseObject;
type Example = OpenAPIV3.ExampleObject;

const json = "application/json";

// More than a reader looks at, and fewer than the 20 and more that some operations can return.
const maxExamples = 3;

/** The table of error codes, by code. */
export function errorCodeTable(document: Document): Record<string, ErrorCodeEntry> {
  const schema = document.components?.schemas?.ErrorCode as { "x-error-codes"?: Record<string, ErrorCodeEntry> };
  return schema?.["x-error-codes"] ?? {};
}

/**
 * The document with examples of its own at each error response of an operation: the codes of its `x-errors` that come with the
 * status, the likeliest first, with the listed texts. A response that no code comes with stays a reference to its component.
 */
export function withErrorExamples(document: Document): Document {
  const table = errorCodeTable(document);
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path, withExamples(item as Record<string, Operation>)]),
  );
  const used = JSON.stringify(paths);
  const responses = Object.fromEntries(
    Object.entries(document.components?.responses ?? {}).filter(([name]) =>
      used.includes(`"#/components/responses/${name}"`),
    ),
  );
  return { ...document, paths, components: { ...document.components, responses } } as Document;

  function withExamples(item: Record<string, Operation>) {
    return Object.fromEntries(
      Object.entries(item).map(([name, value]) => [
        name,
        isMethod(name) ? { ...value, responses: responsesOf(value) } : value,
      ]),
    );
  }

  function responsesOf({ "x-errors": codes = [], responses, requestBody }: Operation) {
    return Object.fromEntries(
      Object.entries(responses).map(([status, response]) => {
        const examples = codes
          .flatMap((code) => exampleOf(code, status, requestBody !== undefined))
          .slice(0, maxExamples);
        return [status, examples.length > 0 ? withBodyExamples(response, Object.fromEntries(examples)) : response];
      }),
    );
  }

  function exampleOf(code: string, status: string, hasBody: boolean): [string, Example][] {
    const entry = table[code];
    if (!entry?.statuses.includes(Number(status))) return [];
    // The code without a number comes with a 400 for a body only.
    if (!entry.message && status === "400" && !hasBody) return [];
    return [
      [
        code,
        {
          summary: entry.meaning.replaceAll("`", ""),
          value: { error: { code, message: messageOf(entry, status), innerError } },
        },
      ],
    ];
  }

  function withBodyExamples(
    response: OpenAPIV3.ReferenceObject | Response,
    examples: Record<string, Example>,
  ): Response {
    const own = "$ref" in response ? (resolvePointer(document, response.$ref) as Response) : response;
    return { ...own, content: { ...own.content, [json]: { ...own.content?.[json], examples } } };
  }
}

const isMethod = (name: string): boolean => (httpMethods as readonly string[]).includes(name);

const innerError = {
  date: "2026-11-20T09:30:00",
  "request-id": "5c0b4f0e-7f0a-4a39-8a53-0d1c3a8f2b11",
  "client-request-id": "0f4e7a52-93c1-4c8e-b2f0-1a6d5b7c9e10",
};

/** The text of a code with its values in place. */
export function messageOf({ message, values = [], reported = {} }: ErrorCodeEntry, status: string): string {
  const text = message ?? reported[status] ?? "";
  return text.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? "");
}
