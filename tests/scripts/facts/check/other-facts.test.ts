import { describe, expect, test } from "vitest";
import { real, reportAfter, set } from "./audited.ts";

const get = "#/paths/~1trustFramework~1keySets/get";
const errorCodes = "#/components/schemas/ErrorCode/x-error-codes";

/** What is found after a change of the facts that don't come from a page. */
const findingsAfter = (pointer: string, value?: unknown) =>
  reportAfter(({ facts }) => set(facts, pointer, value)).findings;

describe("a fact of no page is found unmet if", () => {
  test.each<[what: string, pointer: string, value: unknown, about: string, contract: string]>([
    [
      "the newest page has another role",
      "#/published/pages/trustframeworkkeyset-get/role/value",
      "Global Reader",
      "/pages/trustframeworkkeyset-get/role",
      "says x-role: B2C IEF Keyset Administrator",
    ],
    [
      "the newest page has fewer clouds",
      "#/published/pages/trustframeworkkeyset-get/clouds/value",
      null,
      "/pages/trustframeworkkeyset-get/clouds",
      "says x-clouds: all",
    ],
    [
      "the newest page has other permissions",
      "#/published/pages/trustframeworkkeyset-get/permissions/value/Application/least",
      "Directory.Read.All",
      "/pages/trustframeworkkeyset-get/permissions/value/Application",
      "TrustFrameworkKeySet.Read.All",
    ],
    [
      "the newest page calls the ID optional",
      "#/published/pages/trustframework-post-keysets/id/value",
      "optional",
      "/pages/trustframework-post-keysets/id/value",
      "id is required",
    ],
    [
      "the newest page is about another operation",
      "#/published/pages/trustframeworkkeyset-get/operation",
      "readKeySet",
      "/pages/trustframeworkkeyset-get/operation",
      "calls it getKeySet",
    ],
    [
      "the newest page lists another method",
      "#/published/pages/trustframeworkkey_v2/methods/Delete",
      { address: "", date: "" },
      "/pages/trustframeworkkey_v2/methods/Delete",
      "has no operation with the page trustframeworkkey_v2-delete",
    ],
    [
      "another permission opens a call",
      "#/permissions/permissions/Directory.Read.All",
      { "GET /trustframework/keysets": { leastPrivileged: true } },
      "/permissions/Directory.Read.All/GET ~1trustframework~1keysets",
      '"delegated"',
    ],
    [
      "a permission opens another call",
      "#/permissions/permissions/TrustFrameworkKeySet.Read.All/GET ~1trustframework",
      { leastPrivileged: true },
      "/permissions/TrustFrameworkKeySet.Read.All/GET ~1trustframework",
      "has no such operation",
    ],
    [
      "a type has another property",
      "#/metadata/types/trustFrameworkKey/properties/alg",
      true,
      "/types/trustFrameworkKey/properties/alg",
      "has no property alg",
    ],
    [
      "an enumeration has another member",
      "#/metadata/types/trustFrameworkKeyStatus/members/revoked",
      true,
      "/types/trustFrameworkKeyStatus/members/revoked",
      "lists enabled, disabled",
    ],
    [
      "a type has another relationship",
      "#/metadata/types/trustFrameworkKeySet/navigation/owners",
      true,
      "/types/trustFrameworkKeySet/navigation/owners",
      "has no path that ends in owners",
    ],
    [
      "a permission has another ID",
      "#/metadata/permissionIds/ids/TrustFrameworkKeySet.Read.All/delegated",
      "0",
      "/permissionIds/ids/TrustFrameworkKeySet.Read.All/delegated",
      "has the ID 7ad34336",
    ],
    [
      "a code has another message",
      "#/error-codes/codes/AADB2C95028/message",
      "It exists.",
      "/codes/AADB2C95028",
      "says \"Can't create",
    ],
    [
      "a code has a newer message",
      "#/error-codes/codes/AADB2C95028/newest",
      { message: "It exists.", source: "2026" },
      "/codes/AADB2C95028",
      "says \"Can't create",
    ],
    [
      "the list has another code",
      "#/error-codes/codes/AADB2C95099",
      { concerns: "key", message: "No.", newest: null },
      "/codes/AADB2C95099",
      "doesn't list AADB2C95099",
    ],
    [
      "the overview has another rule",
      "#/overview/rules/new-rule",
      { section: "intro", says: "Keys are blue." },
      "/rules/new-rule",
      "says it nowhere",
    ],
  ])("%s", (_, pointer, value, about, contract) => {
    expect(findingsAfter(pointer, value)).toContainEqual(
      expect.objectContaining({
        place: expect.stringMatching(/^spec\/facts\/[a-z-]+\.yaml:\d+$/),
        about,
        contract: expect.stringContaining(contract),
      }),
    );
  });

  test("no comparison reads it", () => {
    expect(findingsAfter("#/metadata/types/trustFrameworkKey/abstract", true)).toEqual([
      expect.objectContaining({
        about: "/types/trustFrameworkKey/abstract",
        contract: expect.stringContaining("not compared"),
      }),
    ]);
  });
});

describe("the contract is found to differ if it has", () => {
  test.each<[what: string, pointer: string, value: unknown, about: string]>([
    [
      "no role where only the newest page has one",
      "#/paths/~1trustFramework~1keySets~1{id}/delete/x-role",
      "not-stated",
      "/pages/trustframeworkkeyset-delete/role",
    ],
    [
      "no permission that opens the call",
      `${get}/x-permissions/application`,
      { least: [], higher: [] },
      "/permissions/TrustFrameworkKeySet.Read.All/GET ~1trustframework~1keysets",
    ],
    ["another message of an error", `${errorCodes}/AADB2C90229/message`, "Slow down.", "/codes/AADB2C90229"],
    [
      "another description, without the rule of the overview",
      "#/paths/~1trustFramework~1keySets~1{id}/delete/description",
      "Deletes.",
      "/rules/bak-copy",
    ],
  ])("%s", (_, pointer, value, about) => {
    const { findings } = reportAfter(({ contract }) => set(contract, pointer, value));
    expect(findings.map((finding) => finding.about)).toContain(about);
  });

  test("other scopes than permissions", () => {
    const { findings } = reportAfter(({ contract }) =>
      set(contract, `${get}/security/0/delegated`, ["Directory.Read.All"]),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        place: expect.stringMatching(/^spec\/paths\/keySets\.yaml:\d+$/),
        says: "asks for the scopes Directory.Read.All, but x-permissions has TrustFrameworkKeySet.Read.All",
      }),
    );
  });
});

test("an older version of a page need not be named for what the page says too", () => {
  const { findings } = reportAfter(({ conflicts }) => {
    for (const { sources } of conflicts)
      for (const source of sources)
        if ("page" in source) expect(source.page).not.toBe("trustframework-post-keysets.2023");
  });
  expect(findings).toEqual([]);
});

test("what only an older version of a page says needs the ledger", () => {
  const { findings } = reportAfter(({ pages }) => {
    const older = pages.find(({ page }) => page === "trustframework-post-keysets.2023");
    set(older ?? {}, "#/headers/If-Match", { value: "*", required: true });
  });
  expect(findings).toEqual([
    expect.objectContaining({
      place: expect.stringMatching(/trustframework-post-keysets\.2023\.yaml:\d+$/),
      about: "/headers/If-Match",
    }),
  ]);
});

test("every rule of the overview has a place, a reason, or a conflict", () => {
  const named = real.ledger.conflicts.flatMap(({ sources }) =>
    sources.flatMap((source) => ("page" in source && source.page === "overview" ? (source.facts ?? []) : [])),
  );
  for (const rule of Object.keys(real.facts.overview.rules))
    expect(rule in real.conventions.overview || named.includes(`/rules/${rule}`), rule).toBe(true);
});
