import type { Node, Operation } from "../../contract/load.ts";
import { encodings, leaves, lines, member, nearest } from "../../lib/json-leaves.ts";
import { type Direction, schemaAt, violations } from "../../lib/schema-validator.ts";
import type { Body } from "../facts.ts";
import type { Claim } from "./claim.ts";
import { claimsOfKeys } from "./of-keys.ts";

/** The contract's side of a body: its media type object, the name of the example, which way it goes. */
interface Counterpart {
  content: Node;
  name: string;
  direction: Direction;
  pointer: string;
  /** Where the message begins, for a body that is not there. */
  line: number;
}

/** Each value of a documented JSON body, against the value at the same place of the contract's example and its schema. */
export function* claimsOfBody(
  place: string,
  body: Body | null,
  counterpart: Counterpart,
  operation: Operation,
): Generator<Claim> {
  const { content, name, direction, pointer } = counterpart;
  if (!body) {
    yield { at: place, line: counterpart.line, says: "has no body", met: !content, contract: "has a body", pointer };
    return;
  }
  const whole = { at: place, line: body.line, quote: undefined };
  if (!body.json) {
    yield {
      ...whole,
      says: `a body that is not valid JSON: ${body.error ?? "unread"}`,
      met: false,
      contract: "has a JSON body",
      pointer,
    };
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
      contract: [
        theirs === undefined ? "has no such value in its example" : `shows ${member(path, theirs)}`,
        ...(broken ?? []),
      ].join("; "),
      instead: theirs === undefined || encodings(leaf).includes(theirs) ? undefined : member(path, theirs),
      pointer: ours.has(path) ? here + path : here,
    };
    const deprecated = schemaAt(content.schema, path)?.deprecated === true;
    if (deprecated)
      yield {
        at: `${place}${path}#deprecated`,
        line: lineOf(path),
        says: member(path, leaf),
        quote: member(path, leaf),
        met: false,
        contract: "marks the member deprecated",
        pointer: `${pointer}/schema`,
      };
  }
  for (const [path, leaf] of ours) {
    if (documented.has(path)) continue;
    const parent = nearest(path, value);
    const missing = path.slice(parent.length + 1).replaceAll("/", ".");
    errors.delete(`${parent}#${missing}`);
    yield {
      at: `${place}${parent}#without-${missing}`,
      line: lineOf(parent),
      says: `shows no ${missing}`,
      met: false,
      contract: `shows ${member(path, leaf)}`,
      instead: member(path, leaf),
      pointer: here + path,
    };
  }
  // What the schema still refuses, at a place that no value has.
  for (const [path, messages] of errors) {
    yield {
      at: `${place}${path}`,
      line: lineOf(path.split("#")[0]!),
      says: "a body that the schema refuses here",
      met: false,
      contract: messages.join("; "),
      pointer: `${pointer}/schema`,
    };
  }
  yield* claimsOfKeys(
    place,
    value,
    lineOf,
    { schema: content.schema, direction, pointer: `${pointer}/schema` },
    operation,
  );
}
