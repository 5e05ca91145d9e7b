// What the texts of the contract say: units, encodings, algorithms, codes, statuses, names, and what does or doesn't happen.
// prose.yaml has the words of each text that its truth turns on, checked by hand against the sources.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { document } from "../support/document.ts";
import { claimsOf, proseOf } from "../support/prose.ts";

const expected: Record<string, string> = parse(readFileSync(new URL("prose.yaml", import.meta.url), "utf8"));
const prose = proseOf(document);

test("prose.yaml has each text of the contract and no others", () => {
  expect([...prose.keys()].sort()).toEqual(Object.keys(expected).sort());
});

test.each([...prose])("%s says what prose.yaml has", (pointer, text) => {
  expect(claimsOf(text).join(", ")).toBe(expected[pointer]);
});

describe("a falsified text is noticed", () => {
  test.each([
    ["`nbf` and `exp` are seconds since 1970-01-01T00:00:00Z.", "seconds", "milliseconds"],
    ["The SHA-1 thumbprint, in base64url.", "SHA-1", "SHA-256"],
    ["The SHA-1 thumbprint, in base64url.", "base64url", "base64"],
    ["The modulus of an RSA key (RFC 7518, section 6.3.1.1).", "modulus", "exponent"],
    ["The modulus of an RSA key (RFC 7518, section 6.3.1.1).", "6.3.1.1", "6.3.1.2"],
    ["fails with status 400 and the code `AADB2C90073`, not with 404.", "400", "404"],
    ["fails with status 400 and the code `AADB2C90073`, not with 404.", "AADB2C90073", "AADB2C95052"],
    ["Key material is never returned.", "never", "always"],
    ["An uploaded key starts disabled.", "disabled", "enabled"],
    ["Encrypt the file with TripleDES and SHA-1.", "TripleDES", "AES-256"],
    ["at least 3 hours (10,800 seconds) ahead", "3", "30"],
    ["Don't encode it.", "Don't", "Do"],
    ["Send `kty` with each key.", "`kty`", "`use`"],
  ])("%s: %s to %s", (text, from, to) => {
    expect(claimsOf(text.replace(from, to))).not.toEqual(claimsOf(text));
  });
});
