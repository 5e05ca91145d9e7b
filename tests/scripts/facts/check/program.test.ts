import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "audit-"));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync("spec", join(folder, "spec"), { recursive: true });

/** Puts words before the first place where a file has others. */
function insert(file: string, before: string, words: string): void {
  const path = join(folder, "spec", file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(before)) throw new Error(`${file} doesn't have ${before}`);
  writeFileSync(
    path,
    text.replace(before, () => words + before),
  );
}

/** The exit code and the output of `npm run facts:check`, with which `npm run build` begins. */
async function check(): Promise<{ code: number; stdout: string }> {
  const loader = import.meta.resolve("tsx");
  const program = [process.execPath, ["--import", loader, resolve("scripts/facts-check.ts"), "--all"]] as const;
  return promisify(execFile)(...program, { cwd: folder, maxBuffer: 2 ** 24 }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  );
}

test("the program fails with everything that is invented in the contract's files", async () => {
  const keySets = "  /trustFramework/keySets:\n    $ref: paths/keySets.yaml\n";
  insert("schemas/GenerateKeyInput.yaml", "  nbf:\n", "  keySize:\n    type: integer\n");
  insert("schemas/TrustFrameworkKeySet.yaml", "  keys:\n", "  friendlyName:\n    type: string\n");
  insert("schemas/GenerateKeyInput.yaml", "RSA, rsa, oct]", "EC, ");
  insert(
    "paths/keySets.yaml",
    "  responses:\n",
    "  parameters:\n    - { name: $top, in: query, schema: { type: integer } }\n",
  );
  insert("paths/keySets.yaml", '    "429":\n', '    "412": { $ref: ../responses/Conflict.yaml }\n');
  insert(
    "openapi.yaml",
    keySets,
    "  /trustFramework/keySets/$count:\n    get: { operationId: countKeySets, x-stage: undocumented, x-pages: [], responses: {} }\n",
  );
  insert("schemas/UploadSecretInput.yaml", "    format: password\n", "    minLength: 3\n");

  const { code, stdout } = await check();
  expect(code).toBe(1);
  for (const words of [
    "property keySize",
    "property friendlyName",
    "listed value EC",
    'parameter $top: "query"',
    "status 412",
    "operation countKeySets",
    "constraint minLength: 3",
  ])
    expect(stdout).toContain(`  says      ${words}\n`);
});
