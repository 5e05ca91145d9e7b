import { listedValues, schemaAt } from "../../../contract/schemas.ts";
import type { Json } from "../../../lib/json-leaves.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import { type Claim, type Counterpart, claim } from "../claim.ts";

type JsonObject = { [name: string]: Json };

/** Whether the keys and the id of a documented body can be what the contract and the RFCs say. */
export function* compareKeys(at: string, body: Json, counterpart: Counterpart): Generator<Claim> {
  // The schema rejects bodies and keys of another type.
  if (!isObject(body)) return;
  const { content, direction, path } = counterpart;
  const pointer = `${counterpart.pointer}/schema`;
  const { title } = content?.schema ?? {};
  const isKey = title === "trustFrameworkKey";
  const inSet = Array.isArray(body["keys"]) ? body["keys"] : [];
  const keys: [string, Json][] = isKey ? [["", body]] : inSet.map((key, i) => [`/keys/${i}`, key]);
  for (const [place, key] of keys) if (isObject(key)) yield* keyClaims(at, place, key, counterpart);

  if (isKey && path.endsWith("/uploadCertificate")) {
    const missing = ["x5c", "x5t", "n", "e"].filter((name) => !(name in body));
    yield {
      at: `${at}#certificate`,
      says: `a key made of a certificate, without ${missing.join(", ")}`,
      met: missing.length === 0,
      contract: "describes these as the readable part of a key that came from a certificate",
      pointer: `${pointer}/description`,
    };
  }
  const { id } = body;
  if (direction === "response" && typeof id === "string")
    yield claim(`${at}/id#prefix`, `"id": "${id}"`, {
      met: id.startsWith("B2C_1A_"),
      contract: "says that the service's id has the prefix B2C_1A_",
      pointer: `${pointer}/properties/id/description`,
    });
}

function* keyClaims(at: string, place: string, key: JsonObject, { content, pointer }: Counterpart): Generator<Claim> {
  const here = at + place;
  const keySchema = `${pointer}/schema${place === "" ? "" : "/properties/keys/items"}`;

  const families = familiesOf(key);
  if (families.length > 0)
    yield {
      at: `${here}#family`,
      says: `one key that is ${families.join(", ")}`,
      met: !("k" in key && families.length > 1),
      contract: "describes a symmetric key as one with k and without the members of the others (RFC 7518, section 6)",
      pointer: `${keySchema}/description`,
    };
  // The schema rejects values of another type.
  const { nbf, exp, x5t } = key;
  if (typeof nbf === "number" && typeof exp === "number")
    yield {
      at: `${here}#lifetime`,
      says: `valid from ${nbf} to ${exp}`,
      met: exp > nbf,
      contract: "says that exp lies after nbf",
      pointer: `${keySchema}/properties/exp/description`,
    };
  for (const name of ["kty", "use"]) {
    const value = key[name];
    if (typeof value !== "string") continue;
    const known = listedValues(schemaAt(content?.schema, joinPointer(place, name)));
    yield claim(`${here}/${name}#listed`, `"${name}": "${value}"`, {
      met: known.includes(value),
      contract: `lists ${known.join(", ")}`,
      pointer: `${keySchema}/properties/${name}`,
    });
  }
  if (typeof x5t === "string")
    yield claim(`${here}/x5t#thumbprint`, `"x5t": "${x5t}"`, {
      met: /^[A-Za-z0-9_-]{27}$/.test(x5t),
      contract: "describes a SHA-1 thumbprint: 20 bytes, 27 characters of base64url",
      pointer: `${keySchema}/properties/x5t`,
    });
}

/** The kinds of key that a key's members make it. */
function familiesOf(key: JsonObject): string[] {
  const has = (name: string): boolean => name in key;
  return [
    ...(has("k") ? ["symmetric (k)"] : []),
    ...(has("d") ? ["RSA-private (d)"] : []),
    ...(has("n") && !has("d") ? ["RSA (n)"] : []),
    ...(has("x5c") ? ["X.509 (x5c)"] : []),
  ];
}

const isObject = (value: Json): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);
