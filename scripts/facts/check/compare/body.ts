import { schemaAt } from "../../../contract/schemas.ts";
import { encodings, type Json, leaves, member, nearest } from "../../../lib/json-leaves.ts";
import { violations } from "../../../lib/schema-validator.ts";
import type { Body } from "../../facts.ts";
import { type Claim, type Counterpart, claim } from "../claim.ts";
import { compareKeys } from "./key.ts";

/** Each value of a documented JSON body, compared with the contract's example at the same place, and with its schema. */
export function* compareBody(at: string, body: Body | null, counterpart: Counterpart): Generator<Claim> {
  const { content, name, pointer } = counterpart;
  if (!body) {
    yield { at, says: "has no body", met: !content, contract: "has a body", pointer };
  } else if (!body.json) {
    const says = `a body that is not valid JSON: ${body.error ?? "unread"}`;
    yield { at, says, met: false, contract: "has a JSON body", pointer };
  } else {
    const example: Json | undefined = content?.examples?.[name]?.value;
    yield { at, says: "a JSON body", met: example !== undefined, contract: `has no example ${name}`, pointer };
    if (example === undefined) return;
    const shown: Json = JSON.parse(body.text);
    yield* valueClaims(at, shown, example, counterpart);
    yield* compareKeys(at, shown, counterpart);
  }
}

function* valueClaims(at: string, shown: Json, example: Json, counterpart: Counterpart): Generator<Claim> {
  const { content, name, direction, pointer } = counterpart;
  const schema = content?.schema ?? {};
  const errors = violations(schema, shown, direction);
  const exampleAt = `${pointer}/examples/${name}/value`;
  const documented = leaves(shown);
  const ours = leaves(example);

  for (const [path, leaf] of documented) {
    const value = ours.get(path);
    const broken = errors.get(path) ?? [];
    errors.delete(path);
    const words = member(path, leaf);
    const comparison = value === undefined ? "has no such value in its example" : `shows ${member(path, value)}`;
    yield claim(at + path, words, {
      met: value === leaf && broken.length === 0,
      contract: [comparison, ...broken].join("; "),
      instead: value === undefined || encodings(leaf).includes(value) ? undefined : member(path, value),
      pointer: ours.has(path) ? exampleAt + path : exampleAt,
    });
    if (schemaAt(schema, path)?.deprecated)
      yield claim(`${at}${path}#deprecated`, words, {
        met: false,
        contract: "marks the member deprecated",
        pointer: `${pointer}/schema`,
      });
  }
  for (const [path, leaf] of ours) {
    if (documented.has(path)) continue;
    const parent = nearest(path, shown);
    const missing = path.slice(parent.length + 1).replaceAll("/", ".");
    errors.delete(`${parent}#${missing}`);
    const value = member(path, leaf);
    yield {
      at: `${at}${parent}#without-${missing}`,
      says: `shows no ${missing}`,
      met: false,
      contract: `shows ${value}`,
      instead: value,
      pointer: exampleAt + path,
    };
  }
  // What the schema still rejects, at a place where neither has a value.
  for (const [path, messages] of errors)
    yield {
      at: at + path,
      says: "a body that the schema refuses here",
      met: false,
      contract: messages.join("; "),
      pointer: `${pointer}/schema`,
    };
}
