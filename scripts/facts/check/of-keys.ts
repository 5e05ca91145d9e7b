import type { Node, Operation } from "../../contract/load.ts";
import { joinPointer } from "../../lib/json-pointer.ts";
import { type Direction, listedValues, schemaAt } from "../../lib/schema-validator.ts";
import { type Claim } from "./claim.ts";

interface Where {
  schema: Node;
  direction: Direction;
  pointer: string;
}

type LineOf = (path: string) => number;

/** Whether the keys and the id of a documented body can be what the contract and the RFCs say that they are. */
export function* claimsOfKeys(
  place: string,
  body: Node,
  lineOf: LineOf,
  where: Where,
  operation: Operation,
): Generator<Claim> {
  const single = where.schema.title === "trustFrameworkKey";
  const inSet: Node[] = Array.isArray(body?.keys) ? body.keys : [];
  const keys: [string, Node][] = single ? [["", body]] : inSet.map((key, i) => [`/keys/${i}`, key]);
  for (const [path, key] of keys) {
    // A value of another type is refused by the schema.
    if (isObject(key)) yield* keyClaims(place, path, key, lineOf, where);
  }

  if (single && isObject(body) && operation.path.endsWith("/uploadCertificate")) {
    const missing = ["x5c", "x5t", "n", "e"].filter((name) => !(name in body));
    yield {
      at: `${place}#certificate`,
      line: lineOf(""),
      says: `a key made of a certificate, without ${missing.join(", ")}`,
      met: missing.length === 0,
      contract: "describes these as the readable part of a key that came from a certificate",
      pointer: `${where.pointer}/description`,
    };
  }
  if (where.direction === "response" && typeof body?.id === "string") {
    yield {
      at: `${place}/id#prefix`,
      line: lineOf("/id"),
      says: `"id": "${body.id}"`,
      quote: `"id": "${body.id}"`,
      met: body.id.startsWith("B2C_1A_"),
      contract: "says that the service's id has the prefix B2C_1A_",
      pointer: `${where.pointer}/properties/id/description`,
    };
  }
}

function* keyClaims(
  place: string,
  path: string,
  key: Node,
  lineOf: LineOf,
  { schema, pointer }: Where,
): Generator<Claim> {
  const has = (name: string): boolean => name in key;
  const claim = { line: lineOf(path), pointer };

  const families = [
    has("k") && "symmetric (k)",
    has("d") && "RSA-private (d)",
    !has("d") && has("n") && "RSA (n)",
    has("x5c") && "X.509 (x5c)",
  ].filter(Boolean);
  if (families.length > 0) {
    yield {
      ...claim,
      at: `${place}${path}#family`,
      says: `one key that is ${families.join(", ")}`,
      met: !(has("k") && families.length > 1),
      contract: "describes a symmetric key as one with k and without the members of the others (RFC 7518, section 6)",
      pointer: `${schemaPointer(pointer, path)}/description`,
    };
  }
  // Values of another type are refused by the schema.
  if (typeof key.nbf === "number" && typeof key.exp === "number") {
    yield {
      ...claim,
      at: `${place}${path}#lifetime`,
      line: lineOf(`${path}/exp`),
      says: `valid from ${key.nbf} to ${key.exp}`,
      met: key.exp > key.nbf,
      contract: "says that exp lies after nbf",
      pointer: `${schemaPointer(pointer, path)}/properties/exp/description`,
    };
  }
  for (const name of ["kty", "use"].filter((name) => typeof key[name] === "string")) {
    const known = listedValues(schemaAt(schema, joinPointer(path, name)) ?? {});
    const says = `"${name}": "${key[name]}"`;
    yield {
      ...claim,
      at: `${place}${path}/${name}#listed`,
      line: lineOf(`${path}/${name}`),
      says,
      quote: says,
      met: known.includes(key[name]),
      contract: `lists ${known.join(", ")}`,
      pointer: `${schemaPointer(pointer, path)}/properties/${name}`,
    };
  }
  if (typeof key.x5t === "string") {
    const says = `"x5t": "${key.x5t}"`;
    yield {
      ...claim,
      at: `${place}${path}/x5t#thumbprint`,
      line: lineOf(`${path}/x5t`),
      says,
      quote: says,
      met: /^[A-Za-z0-9_-]{27}$/.test(key.x5t),
      contract: "describes a SHA-1 thumbprint: 20 bytes, 27 characters of base64url",
      pointer: `${schemaPointer(pointer, path)}/properties/x5t`,
    };
  }
}

/** The pointer of the key's schema, seen from the body's. */
const schemaPointer = (pointer: string, path: string): string =>
  path === "" ? pointer : `${pointer}/properties/keys/items`;

const isObject = (value: unknown): boolean => value !== null && typeof value === "object" && !Array.isArray(value);
