const { createKeySetsClient, isMissing } = require("trustframework-keysets");
const types = require("trustframework-keysets/types");

test("the package works in CommonJS", async () => {
  const fetch = async () => Response.json({ value: [{ id: "a", keys: [] }] });
  const client = createKeySetsClient({ token: "t", fetch });
  expect(await client.listKeySets().toArray()).toEqual([{ id: "a", keys: [] }]);
  expect(isMissing(undefined)).toBe(false);
  expect(Object.keys(types)).toEqual([]);
});
