import type { OpenAPIV3 } from "openapi-types";
import type { Document, Schema as PlainSchema } from "../../scripts/contract/document.ts";
import { listedValues } from "../../scripts/contract/schemas.ts";
import { resolvePointer } from "../../scripts/lib/json-pointer.ts";
import { type Html, html } from "../html.ts";
import type { Links } from "../links.ts";
import { renderMarkdown } from "../markdown.ts";

type Schema = OpenAPIV3.SchemaObject & { "x-encoding"?: string };
type Node = Schema | OpenAPIV3.ReferenceObject;

interface Context {
  document: Document;
  links: Links;
}

/** Something with a name: a property, a parameter, or a header. */
interface Named {
  name: string;
  schema: Node;
  isRequired: boolean;
  description?: string | undefined;
}

/** The properties of a body, at any depth. */
export function propertiesOf(node: Node, context: Context): Html {
  const { properties = {}, required = [] } = resolved(node, context);
  const named = Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    isRequired: required.includes(name),
  }));
  return listOf(named, context);
}

export const listOf = (named: Named[], context: Context): Html =>
  html`<ul class="properties">${named.map((one) => item(one, context))}</ul>`;

function item({ name, schema: node, isRequired, description }: Named, context: Context): Html {
  const schema = resolved(node, context);
  const inner = innerOf(schema, context);
  return html`<li><code>${name}</code> <span class="type">${typeOf(schema, context)}</span>${isRequired && html` <span class="required">required</span>`}
${renderMarkdown(description ?? schema.description ?? "", context.links).html}
${limits(schema)}
${inner && html`<details><summary>Properties of <code>${name}</code></summary>${propertiesOf(inner, context)}</details>`}</li>`;
}

/** The object that a property is or is a list of. */
function innerOf(schema: Schema, context: Context): Schema | undefined {
  const inner = schema.type === "array" ? resolved(schema.items, context) : schema;
  return inner.properties && inner;
}

function typeOf(schema: Schema, context: Context): string {
  if (schema.type === "array") return `list of ${typeOf(resolved(schema.items, context), context)}s`;
  const format = schema.format ?? schema["x-encoding"];
  return `${schema.type ?? "value"}${format ? ` (${format})` : ""}${schema.nullable ? " or null" : ""}`;
}

function limits(schema: Schema): Html | undefined {
  const values = listedValues(schema as PlainSchema); // the lists are never references
  // The table of error codes has a page of its own.
  const known = values.length > 0 && values.length < 12 ? values : [];
  const isOpen = schema.enum === undefined;
  const limit = (name: string, value: number | string | undefined) => value !== undefined && `${name} ${value}`;
  const texts = [
    limit("at least", schema.minimum),
    limit("at most", schema.maximum),
    limit("length at least", schema.minLength),
    limit("length at most", schema.maxLength),
    limit("pattern", schema.pattern),
    schema.writeOnly && "never returned",
  ].filter(Boolean);
  if (known.length + texts.length === 0) return undefined;
  const list = known.length > 0 && html`${isOpen ? "Known values" : "Values"}: ${joined(known)}. `;
  return html`<p class="small">${list}${texts.length > 0 && `${capitalized(texts.join(", "))}.`}</p>`;
}

const joined = (values: string[]): Html[] => values.map((value, i) => html`${i > 0 && ", "}<code>${value}</code>`);

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The schema that a reference leads to, also one within `allOf`, which only adds a description or `nullable`. */
function resolved(node: Node, context: Context): Schema {
  if ("$ref" in node) return resolved(resolvePointer(context.document, node.$ref) as Node, context);
  const [base] = node.allOf ?? [];
  return base ? { ...resolved(base, context), ...node } : node;
}
