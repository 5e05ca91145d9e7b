import { describe, expect, test } from "vitest";
import { formatReport } from "../../../../scripts/facts/check/report.ts";
import { auditFacts, runAudit } from "../../../../scripts/facts/check/run-audit.ts";
import { matchesPattern } from "../../../../scripts/lib/path-pattern.ts";
import {
  conflictNamed,
  pageNamed,
  real,
  realClaims,
  reportAfter,
  set,
  textAfter,
  textAfterConflicts,
} from "./audited.ts";

const silent = { rfc: "9110 section 15.5.5", says: "Nothing." };
const create = "#/paths/~1trustFramework~1keySets/post";
const uploadPkcs12 = "#/paths/~1trustFramework~1keySets~1{id}~1uploadPkcs12/post";

describe("the ledger fails with", () => {
  test("a conflict that is missing", () => {
    const { findings } = reportAfter((input) => {
      input.conflicts = input.conflicts.filter(({ id }) => id !== "key-set-spelling");
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        about: "/resources/trustframeworkkeyset/trustFrameworkKeyset",
        says: "names the type trustFrameworkKeyset",
        fix: expect.stringMatching(
          /, or name the fact \/resources\/trustframeworkkeyset\/trustFrameworkKeyset in spec\/conflicts\/$/,
        ),
      }),
    );
  });

  test.each<[what: string, id: string, edits: Record<string, unknown>, says: string]>([
    [
      "a conflict that rests on nothing",
      "localtest-server",
      { "#/sources": [silent] },
      "rests on no fact of a page, no url, and no report",
    ],
    [
      "a report for what isn't observed",
      "created-twice",
      { "#/sources": [silent], "#/sureness": "documented" },
      "rests on no fact",
    ],
    [
      "an observation without a report",
      "created-twice",
      { "#/sources": [silent], "#/evidence": [silent] },
      "rests on no fact",
    ],
    [
      "an observation that no description has",
      "secret-upload-fails-at-times",
      { "#/contract/at": ["#/info/description", "#/paths"] },
      "is observed, but points at no description of an operation, schema, or property",
    ],
    [
      "an observation that only the description of a security scheme has",
      "secret-upload-fails-at-times",
      { "#/contract/at": ["#/components/securitySchemes/delegated/description"] },
      "is observed, but points at no description",
    ],
    [
      "an error code that is only the beginning of the described one",
      "pkcs12-encryption",
      { "#/contract/says": "The code is `AADB2C`." },
      "quotes AADB2C, which is in no description",
    ],
    [
      "a page without a facts file",
      "localtest-server",
      { "#/sources/0/page": "missing-page" },
      "cites the page missing-page, which has no facts file",
    ],
    [
      "evidence of a page without a facts file",
      "localtest-server",
      { "#/evidence/0/page": "missing-page" },
      "cites the page missing-page, which has no facts file",
    ],
    [
      "evidence that misquotes its page",
      "collection-taken-for-a-type",
      { "#/evidence/0/says": 'The title of the current page is "Create keySets".' },
      'quotes "Create keySets", which isn\'t in the facts of trustframework-post-keysets',
    ],
    [
      "a pointer to nothing",
      "localtest-server",
      { "#/contract/at": ["#/servers/99/url"] },
      "points at #/servers/99/url, which isn't in the contract",
    ],
    [
      "a pattern that exempts a met fact too",
      "inherited-from-entity",
      { "#/sources/0/facts": ["/resources/*"] },
      "exempts /resources/trustframeworkkeyset of draft-add-keysets, which the contract meets",
    ],
  ])("%s", (_, id, edits, says) => {
    const text = textAfterConflicts((conflicts) => {
      for (const [pointer, value] of Object.entries(edits)) set(conflictNamed(conflicts, id), pointer, value);
    });
    expect(text).toMatch(new RegExp(`^spec/conflicts/[\\w-]+\\.yaml:\\d+ ${id}$`, "m"));
    expect(text).toContain(` ${id}\n  says      ${says}`);
  });

  test("an exemption that the contract no longer needs", () => {
    const text = textAfter(({ contract }) => set(contract, "#/components/schemas/UploadCertificateInput/required"));
    expect(text).toMatch(
      /\.yaml:\d+ key-parameter-not-called-required\n.*exempts \/body\/rows\/key#required of .*, which the contract meets\n.*remove the fact/,
    );
  });

  test("an error code that no description has", () => {
    const text = textAfter(({ contract }) => set(contract, `${uploadPkcs12}/description`, "Fails with AADB2C90063."));
    expect(text).toMatch(
      /\.yaml:\d+ pkcs12-encryption\n.*quotes AADB2C90213, which is in no description .*\n.*write AADB2C90213 into the description/,
    );
  });

  test("a fact that the page no longer has", () => {
    const text = textAfter((input) => set(pageNamed(input, "draft-add-keysets"), "#/permissions"));
    expect(text).toMatch(
      /permissions-left-open\n.*names the fact \/permissions\/Permissions\/rows\/Delegated \(work or school account\) of draft-add-keysets, which doesn't exist/,
    );
  });

  test("words that the page no longer has", () => {
    const text = textAfter((input) =>
      set(
        pageNamed(input, "draft-add-keysets"),
        "#/examples/create_trustframeworkkeyset_from_/request/headers/Content-length",
        "999",
      ),
    );
    expect(text).toMatch(
      /content-length-counts-crlf\n.*doesn't quote what \/examples\/create_trustframeworkkeyset_from_\/request\/headers\/Content-length of draft-add-keysets says\n.*write `Content-length: 999`/,
    );
  });

  test("words that the contract no longer has", () => {
    const text = textAfter(({ contract }) =>
      set(contract, `${create}/x-permissions/application/least`, ["TrustFrameworkKeySet.Read.All"]),
    );
    expect(text).toMatch(
      /permissions-left-open\n.*doesn't quote what the contract says instead of .*\n.*write `TrustFrameworkKeySet\.Read\.All` in "contract\.says"/,
    );
  });

  test("the wrong shape, which hides everything else", () => {
    const shapeErrors = [{ place: "spec/conflicts/keys.yaml:3", message: "/order must be integer" }];
    const text = formatReport(
      runAudit({ ...real, ledger: { ...real.ledger, conflicts: [], shapeErrors } }, realClaims),
    );
    expect(text).toMatch(
      /^spec\/conflicts\/keys\.yaml:3\n {2}says {6}\/order must be integer\n {2}fix {7}give the entry the shape/,
    );
    expect(text).toMatch(/; 1 finding\.$/);
  });
});

describe("a conflict may rest", () => {
  test.each<[what: string, id: string, edits: Record<string, unknown>]>([
    ["on a report only", "created-twice", { "#/sources": [silent] }],
    ["on a url only", "loose-openapi", { "#/evidence": [silent] }],
  ])("%s", (_, id, edits) => {
    const text = textAfterConflicts((conflicts) => {
      for (const [pointer, value] of Object.entries(edits)) set(conflictNamed(conflicts, id), pointer, value);
    });
    expect(text).toContain("every fact is met or named");
  });
});

test("the place of a finding is the line of the conflict's part", () => {
  const at = (pointer: string) => real.ledger.locate("localtest-server", pointer);
  const text = textAfterConflicts((conflicts) =>
    set(conflictNamed(conflicts, "localtest-server"), "#/contract/at/0", "#/nowhere"),
  );
  expect(text).toContain(`${at("/contract/at/0")} localtest-server`);
  expect(new Set(["", "/sources/0/facts/0", "/contract/at/0", "/evidence/0"].map(at)).size).toBe(4);
});

test("no exemption can be removed without a finding about each fact that it names", () => {
  const conflicts = structuredClone(real.ledger.conflicts);
  const sources = conflicts.flatMap(({ sources }) => sources.flatMap((source) => ("facts" in source ? [source] : [])));
  const removed = sources.flatMap(({ page, facts = [] }) => facts.map((fact) => ({ page, fact })));
  for (const source of sources) source.facts = ["/gone"];
  const { findings } = auditFacts({ ...real, ledger: { ...real.ledger, conflicts } }, realClaims);
  for (const { page, fact } of removed) {
    const found = findings.filter(
      ({ place, about, fix }) =>
        place.includes(`/${page}.yaml:`) &&
        matchesPattern(fact, about) &&
        fix.endsWith(`, or name the fact ${about} in spec/conflicts/`),
    );
    expect(found, `${fact} of ${page}`).not.toEqual([]);
  }
  expect(removed.length).toBeGreaterThan(100);
});
