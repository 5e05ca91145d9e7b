// `npm run lint` tells where a fault is and how to mend it, and its exit code says whether there is one.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { root } from "../../../scripts/lib/root.ts";
import { main } from "../../../scripts/lint.ts";

const folder = mkdtempSync(join(tmpdir(), "lint-"));
afterAll(() => rmSync(folder, { recursive: true }));

function lint(...options: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/lint.ts", ...options], { cwd: root });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  return new Promise((done) => child.on("close", (code) => done({ code, output })));
}

test.concurrent("a warning of either linter fails, told to GitHub and in a SARIF file at its line; a part is sound however often it is referred to", async () => {
  const [file, sarif] = [join(folder, "fault.yaml"), join(folder, "lint.sarif")];
  writeFileSync(
    file,
    `openapi: 3.0.3\ninfo: { title: Keys, version: 1.0.0, description: keys. }\nservers: [{ url: https://a.b }]\npaths: {}\nx-parts: [${Array(101).fill("$ref: outer.yaml")}]\n`,
  );
  writeFileSync(join(folder, "outer.yaml"), "properties: { inner: { $ref: inner.yaml } }\n");
  writeFileSync(
    join(folder, "inner.yaml"),
    "type: object\ndescription: Stands in another.\nproperties: { text: { $ref: text.yaml } }\n",
  );
  writeFileSync(join(folder, "text.yaml"), "type: string\ndescription: Says something.\n");
  const { code, output } = await lint("--format", "github", "--sarif", sarif, file);
  expect(output).not.toContain("text.yaml");
  expect(output).toMatch(
    /^::error file=.*fault\.yaml,line=2,col=\d+,title=description-is-sentence::Begin the description with a capital: "keys\."$/m,
  );
  expect(output).toMatch(/^::error file=.*fault\.yaml,line=2,col=\d+,title=info-license::/m);
  expect(code).toBe(1);
  const [run] = JSON.parse(readFileSync(sarif, "utf8")).runs;
  const places = run.results.map(({ ruleId, locations: [{ physicalLocation }] }: any) => [
    ruleId,
    physicalLocation.region.startLine,
  ]);
  expect(places).toEqual(
    expect.arrayContaining([
      ["description-is-sentence", 2],
      ["info-license", 2],
    ]),
  );
});

test("a format that there is not is named", async () => {
  await expect(main(["--format", "xml"])).rejects.toThrow("--format xml is not known. Write text or github.");
});

test.concurrent("a document that does not exist is named", async () => {
  expect(await lint("nowhere.yaml")).toEqual({ code: 2, output: "nowhere.yaml does not exist.\n" });
});

test("--help says what is linted", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  expect(await main(["--help"])).toBe(0);
  expect(log.mock.calls.join()).toContain("spec/openapi.yaml, generated/openapi.yaml\nand generated/openapi-3.1.yaml");
  log.mockRestore();
});
