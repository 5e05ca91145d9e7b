import fc from "fast-check";

interface Format {
  valid: fc.Arbitrary<string | number>;
  /** Values that nearly have the format. A format that is only for readers has none. */
  broken?: fc.Arbitrary<string | number>;
}

const encoded = (form: "base64" | "base64url") =>
  fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString(form));
const ending = (text: fc.Arbitrary<string>, ...ends: string[]) =>
  fc.tuple(text, fc.constantFrom(...ends)).map((parts) => parts.join(""));
// fast-check's own generator lists every character that a URL may encode first, which takes long.
const part = fc.string({ unit: fc.constantFrom(..."azAZ09-._~!$&'()*+,;=:@", "%20", "%C3%A9"), minLength: 1 });
const path = fc.array(part).map((parts) => ["", ...parts].join("/"));
const address = fc
  .tuple(fc.constantFrom("http", "https"), fc.domain(), path, part)
  .map(([scheme, domain, path, query]) => `${scheme}://${domain}${path}?${query}`);
const reference = fc.oneof(address, path);
const wholeGroups = encoded("base64url").filter((text) => text.length % 4 === 0);

const formats: Record<string, Format> = {
  byte: { valid: encoded("base64"), broken: ending(encoded("base64"), "-", "_", "=", "A", " ", "\n", "\n\n-") },
  base64url: {
    valid: encoded("base64url"),
    broken: fc.oneof(ending(encoded("base64url"), "+", "/", "=", " ", "\n"), ending(wholeGroups, "A")),
  },
  uri: { valid: address, broken: fc.oneof(path, ending(address, " ", "\n", "<", "%")) },
  "uri-reference": { valid: reference, broken: ending(reference, " ", "\n", "<", "%") },
  password: { valid: fc.string() },
  int32: {
    valid: fc.integer(integerRange("int32")),
    broken: fc.integer({ min: 2 ** 31, max: Number.MAX_SAFE_INTEGER }).chain((n) => fc.constantFrom(n, -n - 1)),
  },
  int64: {
    valid: fc.integer(integerRange("int64")),
    broken: fc.double({ min: 2 ** 53, noDefaultInfinity: true, noNaN: true }).chain((n) => fc.constantFrom(n, -n)),
  },
};

interface IntegerRange {
  min: number;
  max: number;
}

/** The integers that a format allows. JSON's readers keep only the safe ones of an int64 exact. */
export function integerRange(format: string): IntegerRange {
  if (format === "int32") return { min: -(2 ** 31), max: 2 ** 31 - 1 };
  if (format === "int64") return { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
  throw new Error(`tests/support/formats.ts has no range for the format ${format}`);
}

/** Values that have a format, and values that nearly do. */
export function formatNamed(name: string): Format {
  const format = formats[name];
  if (!format) throw new Error(`tests/support/formats.ts has no values for the format ${name}`);
  return format;
}
