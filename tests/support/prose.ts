import type { Document } from "../../scripts/contract/document.ts";
import { joinPointer } from "../../scripts/lib/json-pointer.ts";

/** Words that a statement of fact turns on. To change one of them changes what a reader does. */
const words = [
  // How much, how long, how often
  "milliseconds?|seconds?|minutes?|hours?|days?|bits?|bytes?|twice|once|first|second|last|later|latest|earlier|earliest|longer|shorter|ahead|before|after|until|since|past|future|present|times?",
  "at least|at most|minimum|maximum|only|every|each|all|any|both|either|one|two|several|single",
  // Encodings, formats, algorithms, protocols
  "base64url|base64|hex|plain text|DER|PEM|PKCS|PFX|X\\.509|JSON|YAML|XML|RSA|oct|symmetric|asymmetric|AES(?:-\\d+)?|TripleDES|SHA-?\\d+|OData|UTC|JWK|CRT|UTF-8|Bearer|ISO \\d+",
  // Parts of keys
  "modulus|exponents?|primes?|coefficients?|factors?|thumbprint|chain|certificates?|passwords?|secrets?|private|public|key usage|padding|prefix|suffix",
  // States and purposes
  "signing|encryption|enabled?|disabled?|enable|disable|valid|invalid|expired|expires?|active|missing|empty|required|optional|deprecated|supported|unsupported|documented|undocumented|temporarily|permanently|plain|complete",
  // What happens
  "creates?|created|deletes?|deleted|replaces?|replaced|adds?|added|removes?|removed|returns?|returned|fails?|failed|rejects?|reads?|writes?|write|wrote|sends?|sent|generates?|generated|uploads?|uploaded|assigns?|retry|retried|wait|repeat|lists?|gets?|sets?",
  "types?|uses?|used|purposes?|keys?|key sets?|containers?|pages?|tokens?|scopes?|permissions?|roles?|status|message|body|headers?|IDs?|host|URLs?|version|lifetime|consent|backup|copy|copies|file|values?|members?|properties|property|parameter|encoding|format|names?|starts?|ends?|sequence|concurrent|exists?|already",
  // Not
  "always|not|no|never|without|isn't|aren't|doesn't|don't|can't|couldn't|hasn't|wasn't|cannot|must|can|optional|instead|except|same|differs?|another|other",
  // Who and where
  "January|February|March|April|May|June|July|August|September|October|November|December|L4|L5|DoD|21Vianet",
  "delegated|applications?|administrators?|tenants?|guest|personal|global|government|china|service|callers?|policies|policy|beta|production",
  "B2C IEF Keyset Administrator|Microsoft Entra External ID|Azure AD B2C|Microsoft Graph",
];

const pattern = new RegExp(
  [
    "`[^`]+`", // a name, a value, or a code
    "\\bAADB2C\\d*\\b|\\bRFC \\d+|\\bsection [\\d.]+|\\d{4}-\\d{2}-\\d{2}(?:T[\\d:]+Z)?|\\b\\d[\\d,.]*\\d\\b|\\b\\d\\b",
    "https?://[^\\s)`]+|\\b[a-z][\\w-]*(?:\\.[\\w-]+){1,}\\b",
    `\\b(?:${words.join("|")})\\b`,
  ].join("|"),
  "gi",
);

/** The words of a text that its truth turns on, in their order. */
export const claimsOf = (text: string): string[] =>
  [...text.matchAll(pattern)].map(([word]) => word.toLowerCase().replace(/^`|`$/g, ""));

const isCode = /^AADB2C\d*$/;

/** Every text of the document that people read, by JSON pointer. */
export function proseOf(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: unknown, pointer: string): void => {
    if (node === null || typeof node !== "object") return;
    for (const [name, value] of Object.entries(node)) {
      // The examples of error codes repeat the table.
      if (name === "value" || name === "example" || (isCode.test(name) && !pointer.endsWith("/x-error-codes")))
        continue;
      const place = joinPointer(pointer, name);
      if (typeof value === "string" && ["description", "summary", "title", "meaning", "remedy"].includes(name))
        found.set(place, value);
      else visit(value, place);
    }
  };
  visit(document, "#");
  return found;
}
