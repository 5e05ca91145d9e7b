import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { ErrorObject, ValidateFunction } from "ajv";
import { isScalar, LineCounter, parseDocument } from "yaml";
import { at, type Claim, type Subject } from "./claim.ts";
import type { Node } from "./contract.ts";
import { claimsOfKeys } from "./of-keys.ts";
import type { Facts } from "../pages/facts.ts";

export type Direction = "request" | "response";

/** The contract's side of a body: its media type object, the name of the example, which way it goes. */
interface Counterpart {
  content: Node;
  name: string;
  direction: Direction;
  pointer: string;
}

type Body = NonNullable<NonNullable<Facts["examples"]>[number]["request"]>["body"];

/** Each value of a documented JSON body, against the value at the same place of the contract's example and its schema. */
export function* claimsOfBody(place: string, body: Body, counterpart: Counterpart, subject: Subject): Generator<Claim> {
  const { content, name, direction, pointer } = counterpart;
  if (!body) {
    yield { at: place, line: 0, says: "has no body", met: !content, contract: "has a body", pointer };
    return;
  }
  const whole = { at: place, line: body.line, quote: undefined };
  if (!body.json) {
    yield { ...whole, says: `a body that is not valid JSON: ${body.error ?? "unread"}`, met: false, contract: "has a JSON body", pointer };
    return;
  }
  const example: Node = content?.examples?.[name]?.value;
  yield { ...whole, says: "a JSON body", met: example !== undefined, contract: `has no example ${name}`, pointer };
  if (example === undefined) return;

  const value: Node = JSON.parse(body.text);
  const lineOf = lines(body.text, body.line);
  const errors = violations(content.schema, value, direction);
  const here = `${pointer}/examples/${name}/value`;

  const documented = leaves(value);
  const ours = leaves(example);
  for (const [path, leaf] of documented) {
    const theirs = ours.get(path);
    const broken = errors.get(path);
    errors.delete(path);
    yield {
      at: place + path,
      line: lineOf(path),
      says: member(path, leaf),
      quote: member(path, leaf),
      met: theirs === leaf && !broken,
      contract: [theirs === undefined ? "has no such value in its example" : `shows ${member(path, theirs)}`, ...(broken ?? [])].join("; "),
      instead: theirs === undefined || encodings(leaf).includes(theirs) ? undefined : member(path, theirs),
      pointer: ours.has(path) ? here + path : here,
    };
    const deprecated = schemaAt(content.schema, path)?.deprecated === true;
    if (deprecated) yield { at: `${place}${path}#deprecated`, line: lineOf(path), says: member(path, leaf), quote: member(path, leaf), met: false, contract: "marks the member deprecated", pointer: `${pointer}/schema` };
  }
  for (const [path, leaf] of ours) {
    if (documented.has(path)) continue;
    const parent = nearest(path, value);
    const missing = path.slice(parent.length + 1).replaceAll("/", ".");
    errors.delete(`${parent}#${missing}`);
    yield { at: `${place}${parent}#without-${missing}`, line: lineOf(parent), says: `shows no ${missing}`, met: false, contract: `shows ${member(path, leaf)}`, instead: member(path, leaf), pointer: here + path };
  }
  // What the schema still refuses, at a place that no value has.
  for (const [path, messages] of errors) {
    yield { at: `${place}${path}`, line: lineOf(path.split("#")[0]!), says: "a body that the schema refuses here", met: false, contract: messages.join("; "), pointer: `${pointer}/schema` };
  }
  yield* claimsOfKeys(place, value, lineOf, { schema: content.schema, direction, pointer: `${pointer}/schema` }, subject.operation);
}

type Leaf = string;

/** A JSON value's scalars and empty containers by pointer, as JSON text: 3 and "3" differ. */
export function leaves(value: Node, path = "", found = new Map<string, Leaf>()): Map<string, Leaf> {
  const inside = value !== null && typeof value === "object" ? Object.entries<Node>(value) : [];
  if (inside.length === 0) found.set(path, JSON.stringify(value));
  for (const [name, child] of inside) leaves(child, at(path, name), found);
  return found;
}

/** A leaf as the page writes it: with the member's name, unless it is an item of an array. */
function member(path: string, leaf: Leaf): string {
  const name = path.split("/").at(-1)!;
  return path === "" || /^\d+$/.test(name) ? leaf : `"${name}": ${leaf}`;
}

/** The forms in which the contract may carry a placeholder that a format refuses. */
function encodings(leaf: Leaf): Leaf[] {
  const value: unknown = JSON.parse(leaf);
  return typeof value === "string" ? (["base64", "base64url"] as const).map((form) => JSON.stringify(Buffer.from(value).toString(form))) : [];
}

/** The longest part of a pointer that is in the value. */
function nearest(path: string, value: Node): string {
  let found = "";
  for (const segment of path.split("/").slice(1)) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, segment)) break;
    value = value[segment];
    found += `/${segment}`;
  }
  return found;
}

/** The schema of the place in a value that a pointer names. */
export function schemaAt(schema: Node, path: string): Node {
  return path.split("/").slice(1).reduce((node, segment) => (node?.type === "array" ? node.items : node?.properties?.[segment]), schema);
}

/** A pointer's line in the page. JSON is YAML, whose parser keeps the places. */
function lines(text: string, first: number): (path: string) => number {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  return (path) => {
    const node = document.getIn(path.split("/").slice(1).map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment)), true);
    const range = isScalar(node) || (node && typeof node === "object") ? (node as Node).range : undefined;
    return first - 1 + (range ? counter.linePos(range[0]).line : 1);
  };
}

/** What is wrong with a value, by pointer; a required member that is missing is at `…#name`. */
function violations(schema: Node, value: Node, direction: Direction): Map<string, string[]> {
  const validate = validator(schema, direction);
  validate(value);
  const found = new Map<string, string[]>();
  for (const error of validate.errors ?? []) {
    const place = placeOf(error);
    found.set(place, [...(found.get(place) ?? []), error.message ?? error.keyword]);
  }
  return found;
}

function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  if (keyword === "required") return `${instancePath}#${params["missingProperty"]}`;
  if (keyword === "additionalProperties") return at(instancePath, params["additionalProperty"]);
  return instancePath;
}

const validators: Record<Direction, { ajv: Ajv2020; compiled: WeakMap<object, ValidateFunction> }> = {
  request: { ajv: makeAjv("request"), compiled: new WeakMap() },
  response: { ajv: makeAjv("response"), compiled: new WeakMap() },
};

function validator(schema: Node, direction: Direction): ValidateFunction {
  const { ajv, compiled } = validators[direction];
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(schema));
  return compiled.get(schema)!;
}

/** Ajv that knows the formats of the contract and refuses, in an answer, what is only to be sent. */
function makeAjv(direction: Direction): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat("int64", { type: "number", validate: Number.isSafeInteger });
  // One character left over from groups of four encodes nothing (RFC 4648, section 4).
  ajv.addFormat("base64url", (text: string) => /^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1);
  ajv.removeKeyword("writeOnly");
  ajv.addKeyword({ keyword: "writeOnly", validate: (writeOnly: boolean) => !(writeOnly && direction === "response"), error: { message: "is only to be sent" } });
  return ajv;
}
