import { expect, test } from "vitest";
import { operationOf } from "../../../../scripts/facts/check/claims-of-pages.ts";
import { violations } from "../../../../scripts/lib/schema-validator.ts";
import { pageNamed, real, realClaims } from "./audited.ts";

const names = [
  "draft-add-keysets",
  "draft-create-keysets",
  "trustframework-post-keysets",
  "trustframeworkkeyset-uploadcertificate",
  "draft-update-keysets",
];

/** Each body that the pages show, with the contract's schema of it. */
const bodies = names.flatMap((name) => {
  const page = pageNamed(real, name);
  const { requestBody, responses } = operationOf(page, real.contract)?.definition ?? {};
  return Object.entries(page.examples ?? {}).flatMap(([example, { request, response }]) => [
    { name: `${name}: request of ${example}`, body: request?.body, media: requestBody?.content },
    {
      name: `${name}: response of ${example}`,
      body: response?.body,
      media: responses?.[String(response?.status)]?.content,
    },
  ]);
});
const wrong = bodies.map(({ name, body, media }) => ({
  name,
  violations: Object.fromEntries(violations(media?.["application/json"]?.schema ?? {}, JSON.parse(body?.text ?? ""))),
}));
const incomplete = "draft-create-keysets: request of create_trustframeworkkeyset_from_";

test("of the twelve documented bodies, eleven are valid exactly as shown", () => {
  expect(bodies).toHaveLength(12);
  for (const { name, violations } of wrong) if (name !== incomplete) expect(violations, name).toEqual({});
});

test("the twelfth lacks its ID, and nothing else is wrong with it", () => {
  expect(wrong.find(({ name }) => name === incomplete)?.violations).toEqual({
    "#id": ["must have required property 'id'"],
  });
});

test("a secret in a response isn't a violation, but a fact of its own that the contract doesn't meet", () => {
  const at = "/examples/create_trustframeworkkeyset_from_trustframework/response/body/keys/0/d";
  expect(realClaims.get("trustframework-post-keysets")?.find((claim) => claim.at === at)).toMatchObject({
    met: false,
    quote: '"d": "d-value"',
    contract: "marks the member write-only",
  });
});
