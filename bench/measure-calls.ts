import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { base, bench, each, type Row, row } from "./tools.ts";

const [batches, size] = [150, 50];
const location = "/trustFramework/keySets('B2C_1A_SigningKeys')";
const respond = (body: object, status: number, more = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...more } });

const created = () => respond({ id: "B2C_1A_SigningKeys", keys: [] }, 201, { Location: location });
const uploaded = () => respond({ kid: "key", kty: "RSA", use: "sig", x5t: "x5t" }, 200);

/** A service in this process. It reads only the address, so that its own share of a call is small. */
const quick = async (input: string | URL | Request): Promise<Response> =>
  String((input as Request).url ?? input).endsWith("keySets") ? created() : uploaded();

/** A service that also checks what it receives. */
async function strict(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const [path, body] = request.url.endsWith("keySets")
    ? ["", { id: "SigningKeys" }]
    : ["/B2C_1A_SigningKeys/uploadCertificate", { key: "MIIB" }];
  assert.equal(
    `${request.method} ${request.url}`,
    `POST https://graph.microsoft.com/beta/trustFramework/keySets${path}`,
  );
  assert.equal(request.headers.get("Authorization"), "Bearer token");
  assert.deepEqual(await request.json(), body);
  return quick(request);
}

/** Measures a run of each program, as a ratio to `fetch` by hand: the shortest of many batches, taken in turn. */
export async function measureCalls(names: string[]): Promise<Row[]> {
  const real = globalThis.fetch;
  const load = async (name: string) =>
    (await import(pathToFileURL(join(bench, "output/js", `${name}.mjs`)).href)).connect("token");
  const programs = await each(names, "running", async (name) => {
    globalThis.fetch = strict;
    assert.deepEqual(await (await load(name))("MIIB"), { location, id: "B2C_1A_SigningKeys", kid: "key" });
    globalThis.fetch = quick; // some clients keep the fetch that they find when they are created
    return load(name);
  });
  globalThis.fetch = quick;
  const least = new Map<string, number>();
  for (let batch = 0; batch < batches; batch++) {
    for (const [name, program] of programs) {
      const start = performance.now();
      for (let call = 0; call < size; call++) await program("MIIB");
      least.set(name, Math.min(performance.now() - start, least.get(name) ?? Infinity));
    }
  }
  globalThis.fetch = real;
  const bare = base(least, "fetch");
  const ratio = (ms: number) => (ms / bare).toFixed(2);
  console.log(
    `  floor: openapi-fetch alone takes ${ratio(base(least, "openapi-fetch"))} times as long as fetch by hand, which takes ${((bare * 1000) / size).toFixed(1)} µs`,
  );
  return [row("a run of the program, ratio to `fetch` by hand", least, ratio)];
}
