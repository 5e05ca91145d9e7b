import { schemaAt } from "../../../contract/schemas.ts";
import { encodings, type Json, leaves, member, nearest } from "../../../lib/json-leaves.ts";
import { violations } from "../../../lib/schema-validator.ts";
import type { Body } from "../../facts.ts";
import { type BodySchema, type Claim, type Counterpart, claimAbout } from "../claim.ts";
import { compareKeys } from "./key.ts";

/** Each value of a documented JSON body, compared with the contract's example at the same place, and with its schema. */
export function compareBody(at: string, body: Body | null, counterpart: Counterpart): Claim[] {
  const content = counterpart.content?.["application/json"];
  const pointer = `${counterpart.pointer}/content/application~1json`;
  const claim = claimAbout(pointer);
  if (!body) return [claim(at, undefined, { says: "has no body", met: !content, contract: "has a body" })];
  if (!body.json) {
    const says = `has a body that isn't valid JSON: ${body.error ?? "unread"}`;
    return [claim(at, undefined, { says, met: false, contract: "has a JSON body" })];
  }
  const { name, direction, path } = counterpart;
  const example: Json | undefined = content?.examples?.[name]?.value;
  const outcome = { met: example !== undefined, contract: `has no example ${name}` };
  const exists = claim(at, undefined, { says: "has a JSON body", ...outcome });
  if (example === undefined) return [exists];
  const shown: Json = JSON.parse(body.text);
  const schema = { schema: content?.schema ?? {}, direction, pointer: `${pointer}/schema`, path };
  const exampleAt = `${pointer}/examples/${name}/value`;
  return [exists, ...valueClaims(at, { shown, example, exampleAt }, schema), ...compareKeys(at, shown, schema)];
}

interface Values {
  shown: Json;
  example: Json;
  exampleAt: string;
}

function* valueClaims(
  at: string,
  { shown, example, exampleAt }: Values,
  { schema, direction, pointer }: BodySchema,
): Generator<Claim> {
  const errors = violations(schema, shown, direction);
  const documented = leaves(shown);
  const ours = leaves(example);
  const ofSchema = claimAbout(pointer);
  for (const [path, leaf] of documented) {
    const value = ours.get(path);
    const broken = errors.get(path) ?? [];
    errors.delete(path);
    const words = member(path, leaf);
    const comparison = value === undefined ? "has no such value in its example" : `shows ${member(path, value)}`;
    yield claimAbout(value === undefined ? exampleAt : exampleAt + path)(at + path, words, {
      met: value === leaf && broken.length === 0,
      contract: [comparison, ...broken].join("; "),
      instead: value === undefined || encodings(leaf).includes(value) ? undefined : member(path, value),
    });
    if (schemaAt(schema, path)?.deprecated)
      yield ofSchema(`${at}${path}#deprecated`, words, { met: false, contract: "marks the member deprecated" });
  }
  for (const [path, leaf] of ours) {
    if (documented.has(path)) continue;
    const parent = nearest(path, shown);
    const missing = path.slice(parent.length + 1).replaceAll("/", ".");
    errors.delete(`${parent}#${missing}`);
    const value = member(path, leaf);
    const outcome = { says: `shows no ${missing}`, met: false, contract: `shows ${value}`, instead: value };
    yield claimAbout(exampleAt + path)(`${at}${parent}#without-${missing}`, undefined, outcome);
  }
  // What the schema still rejects, at a place where neither has a value.
  const says = "has a body that the schema rejects here";
  for (const [path, messages] of errors)
    yield ofSchema(at + path, undefined, { says, met: false, contract: messages.join("; ") });
}
