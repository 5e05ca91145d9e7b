import { listedValues, schemaAt } from "../../../contract/schemas.ts";
import type { Json } from "../../../lib/json-leaves.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import { type BodySchema, type Claim, claimAbout } from "../claim.ts";

type JsonObject = { [name: string]: Json };

/** Whether the keys and the id of a documented body can be what the contract and the RFCs say. */
export function* compareKeys(at: string, body: Json, context: BodySchema): Generator<Claim> {
  // The schema rejects bodies and keys of another type.
  if (!isObject(body)) return;
  const { schema, direction, pointer, path } = context;
  const isKey = schema.title === "trustFrameworkKey";
  const inSet = Array.isArray(body.keys) ? body.keys : [];
  const keys: [string, Json][] = isKey ? [["", body]] : inSet.map((key, i) => [`/keys/${i}`, key]);
  for (const [place, key] of keys) if (isObject(key)) yield* keyClaims(at, place, { key, ...context });

  if (isKey && path.endsWith("/uploadCertificate")) {
    const missing = ["x5c", "x5t", "n", "e"].filter((name) => !(name in body));
    yield claimAbout(`${pointer}/description`)(`${at}#certificate`, undefined, {
      says: `a key made from a certificate, without ${missing.join(", ")}`,
      met: missing.length === 0,
      contract: "describes these as the readable part of a key that came from a certificate",
    });
  }
  const { id } = body;
  if (direction === "response" && typeof id === "string") {
    const outcome = { met: id.startsWith("B2C_1A_"), contract: "says that the service's id has the prefix B2C_1A_" };
    yield claimAbout(`${pointer}/properties/id/description`)(`${at}/id#prefix`, `"id": "${id}"`, outcome);
  }
}

function* keyClaims(
  at: string,
  place: string,
  { key, schema, pointer }: BodySchema & { key: JsonObject },
): Generator<Claim> {
  const here = at + place;
  const keySchema = place === "" ? pointer : `${pointer}/properties/keys/items`;
  const families = familiesOf(key);
  if (families.length > 0)
    yield claimAbout(`${keySchema}/description`)(`${here}#family`, undefined, {
      says: `one key that is ${families.join(", ")}`,
      met: !("k" in key && families.length > 1),
      contract: "describes a symmetric key as one with k and no member of another kind of key (RFC 7518, section 6)",
    });
  // The schema rejects values of another type.
  const { nbf, exp, x5t } = key;
  if (typeof nbf === "number" && typeof exp === "number") {
    const outcome = { met: exp > nbf, contract: "says that exp is later than nbf" };
    const says = `valid from ${nbf} to ${exp}`;
    yield claimAbout(`${keySchema}/properties/exp/description`)(`${here}#lifetime`, undefined, { says, ...outcome });
  }
  for (const name of ["kty", "use"]) {
    const value = key[name];
    if (typeof value !== "string") continue;
    const known = listedValues(schemaAt(schema, joinPointer(place, name)));
    const outcome = { met: known.includes(value), contract: `lists ${known.join(", ")}` };
    yield claimAbout(`${keySchema}/properties/${name}`)(`${here}/${name}#listed`, `"${name}": "${value}"`, outcome);
  }
  if (typeof x5t === "string")
    yield claimAbout(`${keySchema}/properties/x5t`)(`${here}/x5t#thumbprint`, `"x5t": "${x5t}"`, {
      met: /^[A-Za-z0-9_-]{27}$/.test(x5t),
      contract: "describes a SHA-1 thumbprint: 20 bytes, 27 characters of base64url",
    });
}

/** The kinds of key that a key's members make it. */
function familiesOf(key: JsonObject): string[] {
  const kinds: [string, boolean][] = [
    ["symmetric (k)", "k" in key],
    ["RSA-private (d)", "d" in key],
    ["RSA (n)", "n" in key && !("d" in key)],
    ["X.509 (x5c)", "x5c" in key],
  ];
  return kinds.flatMap(([kind, isIt]) => (isIt ? kind : []));
}

const isObject = (value: Json): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);
