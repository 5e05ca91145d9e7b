import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeySetsClient } from "../../../src/index.ts";
import { serve } from "../../support/server.ts";
import { anyText } from "../../support/text.ts";

const response = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"kty":"oct"}';
const body = { key: "MIIB" };

async function pathFor(id: string): Promise<string> {
  await using server = await serve(response);
  const client = createKeySetsClient({ token: "t", baseUrl: `${server.origin}/beta` });
  await client.uploadCertificate(id, body);
  return `${server.received[0]?.path}`;
}

test.each([
  ["B2C_1A_keyset1", "B2C_1A_keyset1"],
  ["a/b", "a%2Fb"],
  ["../secret", "..%2Fsecret"],
  ["a?b", "a%3Fb"],
  ["a#b", "a%23b"],
  ["100%", "100%25"],
  ["%2e%2e", "%252e%252e"],
  ["o'brien", "o%27brien"],
  ["a b", "a%20b"],
  ["schlüssel", "schl%C3%BCssel"],
  ["🔑", "%F0%9F%94%91"],
  ["$ref", "%24ref"],
  ["...", "..."],
  ["a\\b", "a%5Cb"],
])("the id %j stays within its own path segment", async (id, segment) => {
  expect(await pathFor(id)).toBe(`/beta/trustFramework/keySets/${segment}/uploadCertificate`);
});

test.each(["", ".", "..", "\ud800", undefined, null, 1, {}])(
  "the id %j, which has no segment of its own, fails before anything is sent",
  async (id) => {
    await using server = await serve(response);
    const client = createKeySetsClient({ token: "t", baseUrl: server.origin });
    await expect(client.uploadCertificate(id as string, body)).rejects.toThrow(/the path parameter "id"/);
    expect(server.received).toEqual([]);
  },
);

test("any other id arrives as one segment that decodes to it", async () => {
  await using server = await serve(response);
  const client = createKeySetsClient({ token: "t", baseUrl: server.origin });
  await fc.assert(
    fc.asyncProperty(
      anyText({ minLength: 1 }).filter((id) => id !== "." && id !== ".."),
      async (id) => {
        await client.uploadCertificate(id, body);
        const segments = `${server.received.at(-1)?.path}`.split("/");
        expect(segments).toHaveLength(5);
        expect(decodeURIComponent(`${segments[3]}`)).toBe(id);
        expect(segments[3]).not.toMatch(/['?#]/);
      },
    ),
    { seed: 4 },
  );
});
