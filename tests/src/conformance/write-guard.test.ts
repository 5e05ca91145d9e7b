import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockReason, idInPath, isNameOfRun } from "../../../src/conformance/write-guard.ts";

const run = "a1b2c3";
const ours = "/trustFramework/keySets/B2C_1A_conformancea1b2c3Story";
const foreign = "/trustFramework/keySets/B2C_1A_TokenSigningKeyContainer";
const reason = (method: string, path: string, body = "") => blockReason({ method, path, body }, run);

describe("A request that only reads", () => {
  it.each(["", "?$top=1", "/B2C_1A_TokenSigningKeyContainer", "/B2C_1A_x/getActiveKey", "/B2C_1A_x/keys_v2/kid"])(
    "is sent: GET keySets%s",
    (path) => expect(reason("GET", `/trustFramework/keySets${path}`)).toBeUndefined(),
  );

  it("isn't sent to other paths", () => {
    expect(reason("GET", "/trustFramework/policies")).toContain("isn't a path of key sets");
    expect(reason("GET", "/users")).toContain("isn't a path of key sets");
  });
});

describe("A write to a key set of the run", () => {
  it.each([
    ["PUT", ""],
    ["DELETE", ""],
    ["DELETE", ".bak"],
    ["POST", "/generateKey"],
    ["POST", "/uploadSecret"],
    ["POST", "/uploadCertificate"],
    ["POST", "/uploadPkcs12"],
    ["PATCH", "/keys_v2/some-kid"],
  ])("is sent: %s …%s", (method, rest) => expect(reason(method, ours + rest)).toBeUndefined());

  it.each(["conformancea1b2c3Story", "B2C_1A_conformancea1b2c3Story"])("is sent: create %s", (id) =>
    expect(reason("POST", "/trustFramework/keySets", JSON.stringify({ id }))).toBeUndefined(),
  );

  it.each([
    ["POST", "/getActiveKey"],
    ["PUT", "/keys_v2/some-kid"],
    ["DELETE", "/keys_v2/some-kid"],
    ["PATCH", ""],
    ["PATCH", "/keys_v2"],
    ["PATCH", "/keys_v2/"],
    ["POST", "/generateKey/more"],
  ])("isn't sent if it's unknown: %s …%s", (method, rest) =>
    expect(reason(method, ours + rest)).toContain("known write"),
  );
});

describe("A write to another key set", () => {
  it.each([
    ["DELETE", foreign],
    ["PUT", foreign],
    ["POST", `${foreign}/generateKey`],
    ["PATCH", `${foreign}/keys_v2/kid`],
    ["DELETE", "/trustFramework/keySets/B2C_1A_conformanceffffffStory"],
    ["DELETE", "/trustFramework/keySets/"],
    ["DELETE", `${ours}%2F..%2FB2C_1A_Other`],
    ["DELETE", `${ours}/../B2C_1A_Other`],
    ["DELETE", "/trustFramework/keySets/%"],
    ["DELETE", "/trustFramework/keySets('B2C_1A_Other')"],
    ["POST", "/trustFramework/keySets/$ref"],
    ["POST", "/trustFramework/keySetsOther"],
  ])("isn't sent: %s %s", (method, path) => expect(reason(method, path)).toBeDefined());

  it.each(["B2C_1A_Other", "Other", "conformance", "B2C_1A_conformanceffffff", "xconformancea1b2c3", ""])(
    "isn't sent: create %j",
    (id) => expect(reason("POST", "/trustFramework/keySets", JSON.stringify({ id }))).toContain("the body names"),
  );

  it("isn't sent to the collection", () => {
    expect(reason("PATCH", "/trustFramework/keySets", "{}")).toContain("all key sets");
    expect(reason("DELETE", "/trustFramework/keySets")).toContain("all key sets");
  });
});

describe("A creation that names no key set", () => {
  it.each(["", "not JSON", "[]", "null", '{"id":null}', '{"keys":[]}'])("is sent: %s", (body) =>
    expect(reason("POST", "/trustFramework/keySets", body)).toBeUndefined(),
  );
});

describe("The names of a run", () => {
  it("are never the IDs of key sets that others made", () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        fc.pre(!id.includes(run));
        expect(isNameOfRun(id, run)).toBe(false);
        expect(reason("DELETE", `/trustFramework/keySets/${encodeURIComponent(id)}`)).toBeDefined();
      }),
      { seed: 15, numRuns: 1000 },
    );
  });

  it("are read from a path", () => {
    expect(idInPath("/trustFramework/keySets/B2C_1A_a%20b/keys_v2?x=1")).toBe("B2C_1A_a b");
    expect(idInPath("/trustFramework/keySets")).toBeUndefined();
  });
});
