import { schemaAt, schemaSegments } from "../../../contract/schemas.ts";
import { type Json, leaves, member, nearest } from "../../../lib/json-leaves.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
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
  const shown: Json = JSON.parse(body.text);
  const schema = { schema: content?.schema ?? {}, direction, pointer: `${pointer}/schema`, path };
  const exampleAt = `${pointer}/examples/${name}/value`;
  return [
    exists,
    ...schemaClaims(at, shown, schema),
    ...(example === undefined ? [] : exampleClaims(at, { shown, example, exampleAt })),
    ...compareKeys(at, shown, schema),
  ];
}

/** Whether the schema accepts each value; a response has no member that can only be sent. */
function* schemaClaims(at: string, shown: Json, { schema, direction, pointer }: BodySchema): Generator<Claim> {
  const errors = violations(schema, shown);
  const claim = claimAbout(pointer);
  for (const [path, leaf] of leaves(shown)) {
    const words = member(path, leaf);
    const property = schemaAt(schema, path);
    const broken = errors.get(path) ?? [];
    errors.delete(path);
    const isSecret = direction === "response" && property?.writeOnly === true;
    const contract = [...broken, ...(isSecret ? ["marks the member write-only"] : [])].join("; ");
    const value = leaf.startsWith('"') ? JSON.parse(leaf) : undefined;
    const place = joinPointer(pointer, ...schemaSegments(schema, path));
    yield claimAbout(place)(at + path, words, { met: contract === "", contract, value });
    if (property?.deprecated)
      yield claim(`${at}${path}#deprecated`, words, { met: false, contract: "marks the member deprecated" });
  }
  // What the schema still rejects, at a place without a value.
  for (const [path, messages] of errors) {
    const [parent = "", missing] = path.split("#");
    const says = missing ? `shows no ${missing}` : "has a body that the schema rejects here";
    const place = missing ? `${at}${parent}#without-${missing}` : at + path;
    yield claim(place, undefined, { says, met: false, contract: messages.join("; ") });
  }
}

interface Values {
  shown: Json;
  example: Json;
  exampleAt: string;
}

/** An example of the contract is exactly what the page shows. */
function* exampleClaims(at: string, { shown, example, exampleAt }: Values): Generator<Claim> {
  const [documented, ours] = [leaves(shown), leaves(example)];
  for (const [path, leaf] of documented) {
    const value = ours.get(path);
    const contract = value === undefined ? "has no such value in its example" : `shows ${member(path, value)}`;
    const place = value === undefined ? exampleAt : exampleAt + path;
    yield claimAbout(place)(`${at}${path}#example`, member(path, leaf), { met: value === leaf, contract });
  }
  for (const [path, leaf] of ours) {
    if (documented.has(path)) continue;
    const parent = nearest(path, shown);
    const missing = path.slice(parent.length + 1).replaceAll("/", ".");
    const outcome = { says: `shows no ${missing}`, met: false, contract: `shows ${member(path, leaf)}` };
    yield claimAbout(exampleAt + path)(`${at}${parent}#example-without-${missing}`, undefined, outcome);
  }
}
