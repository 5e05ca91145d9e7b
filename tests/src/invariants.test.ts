import { inspect } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeySetsClient, KeySetsError } from "../../src/index.ts";
import { connected, created } from "../support/client.ts";
import { anyText, codePoint } from "../support/text.ts";

test("whatever object of JSON is sent arrives as it is", async () => {
  await using it = await connected([created]);
  // These members are checked before they are sent.
  const isChecked = /"(key|x5c|nbf|exp)":/;
  const body = fc
    .dictionary(anyText(), fc.jsonValue({ stringUnit: codePoint, maxDepth: 2 }), { maxKeys: 5 })
    .filter((sent) => !isChecked.test(JSON.stringify(sent)));
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      await it.client.createKeySet(sent as never);
      const { body = "", headers } = it.received.at(-1) ?? {};
      expect(body).toBe(JSON.stringify(sent));
      expect(headers).toMatchObject({
        "content-type": "application/json",
        "content-length": `${Buffer.byteLength(body)}`,
      });
    }),
    { seed: 1 },
  );
});

const letters = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
const value = fc.string({ unit: fc.constantFrom("\t", ...letters(0x20, 0x7e), ...letters(0x80, 0xff)) });
const name = fc.string({ unit: fc.constantFrom(..."!#$%&'*+-.^_`|~09azAZ") }).map((name) => `x-${name}`);

test("whatever header HTTP allows arrives, but for the white space around it", async () => {
  await using it = await connected([created]);
  await fc.assert(
    fc.asyncProperty(name, value, fc.constantFrom("client", "call"), async (name, value, whose) => {
      const headers = { [name]: value };
      const client = createKeySetsClient({
        token: "t",
        baseUrl: it.server.origin,
        ...(whose === "client" && { headers }),
      });
      await client.createKeySet({ id: "a" }, whose === "call" ? { headers } : {});
      expect(it.received.at(-1)?.headers[name.toLowerCase()]).toBe(value.replace(/^[\t ]+|[\t ]+$/g, ""));
    }),
    { seed: 2 },
  );
});

// A beginning of its own, so that no secret is in an error by chance.
const secret = fc.string({ unit: "grapheme" }).map((rest) => `s3cr3t${rest}`);
const forms = (secret: string) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
const inOData = (text: string) =>
  JSON.stringify({ error: { code: text, message: text, innerError: { "request-id": text } } });

/** The bytes of a response that has somewhere what it repeats. */
const response = (repeated: string) =>
  fc.oneof(
    fc.uint8Array(),
    fc
      .record({
        status: fc.oneof(
          fc.integer({ min: 0, max: 1200 }),
          fc.constantFrom(200, 201, 204, 400, 401, 429, 500, 502, 503),
        ),
        reason: fc.oneof(fc.string(), fc.constant(repeated)),
        headers: fc.array(
          fc.tuple(
            fc.constantFrom(
              "Content-Type",
              "Content-Length",
              "Content-Encoding",
              "Transfer-Encoding",
              "Location",
              "Retry-After",
              "request-id",
              "client-request-id",
            ),
            fc.oneof(value, fc.constantFrom("application/json", "text/html", "chunked", "0", "5", repeated)),
          ),
          { maxLength: 3 },
        ),
        body: fc.oneof(
          fc.string(),
          fc.json(),
          fc.constantFrom(
            "",
            repeated,
            `"${repeated}"`,
            inOData(repeated),
            inOData(inOData(repeated)),
            inOData(encodeURIComponent(repeated)),
          ),
        ),
      })
      .map(
        ({ status, reason, headers, body }) =>
          `HTTP/1.1 ${status} ${reason}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
      ),
  );

test("whatever fails is a KeySetsError without what was sent in secret, and nothing rejects", async () => {
  const scenario = secret.chain((k) => fc.tuple(fc.constant(k), response(`${k} s3cr3t-token`)));
  await fc.assert(
    fc.asyncProperty(scenario, async ([k, sent]) => {
      // Its server is its own: what isn't HTTP can keep the next request waiting for seconds.
      await using it = await connected([sent], { token: "s3cr3t-token", retry: false });
      const { data, error } = await it.client.uploadSecret("a", { use: "sig", k });
      if (data) return;
      expect(error).toBeInstanceOf(KeySetsError);
      const shown = [inspect(error, { showHidden: true, depth: null }), JSON.stringify(error), error?.stack].join("\n");
      for (const form of [...forms(k), "s3cr3t-token"]) expect(shown).not.toContain(form);
    }),
    { seed: 3, numRuns: 200 },
  );
});
