// What the workflow for Azure's portals gives to Azure's command line.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { root } from "../../../scripts/lib/root.ts";
import { document } from "../../support/document.ts";
import { tableWith } from "../../support/markdown.ts";
import { must } from "../../support/must.ts";
import { type JobRun, jobIn, runJob, workflowAt } from "../../support/workflow.ts";

const { version } = document.info;
const signIn = { AZURE_CLIENT_ID: "client", AZURE_TENANT_ID: "tenant", AZURE_SUBSCRIPTION_ID: "subscription" };
const center = { ...signIn, API_CENTER_NAME: "center", API_CENTER_RESOURCE_GROUP: "group of center" };
const management = { ...signIn, API_MANAGEMENT_NAME: "gateway", API_MANAGEMENT_RESOURCE_GROUP: "group" };
const jobs = Object.keys(workflowAt("portals.yml").jobs);

const runs = new Map<string, Promise<JobRun>>();

/** What a job does with variables. Tests that ask for the same share one run. */
function run(job: string, vars: Record<string, string>): Promise<JobRun> {
  const key = JSON.stringify([job, vars]);
  const made = runs.get(key) ?? runJob("portals.yml", job, { vars, folder: root, standIns: { az: "" } });
  runs.set(key, made);
  return made;
}

/** The flags of a call of az, by name. */
function flagsOf(call: string[]): Record<string, string> {
  const first = call.findIndex((word) => word.startsWith("--"));
  const flags = call.slice(first);
  return Object.fromEntries(flags.flatMap((word, i) => (word.startsWith("--") ? [[word, flags[i + 1] ?? ""]] : [])));
}

describe.each(jobs)("the job %s", (job) => {
  test.each([
    ["no variable is set", {}],
    ["its variables are empty", Object.fromEntries(Object.keys({ ...center, ...management }).map((key) => [key, ""]))],
    ["only the variables of the sign-in are set", signIn],
    ["the variables of the sign-in are missing", { API_CENTER_NAME: "center", API_MANAGEMENT_NAME: "gateway" }],
  ])("does nothing if %s", async (_, vars) => {
    expect(await run(job, vars)).toEqual({ calls: [], actions: [] });
  });

  test("signs in without a secret, in the environment that the documentation names", async () => {
    const { actions } = await run(job, { ...center, ...management });
    expect(actions.find(({ uses }) => uses.startsWith("azure/login@"))?.with).toEqual({
      "client-id": "client",
      "tenant-id": "tenant",
      "subscription-id": "subscription",
    });
    expect(jobIn("portals.yml", job)).toMatchObject({
      environment: "portals",
      permissions: { contents: "read", "id-token": "write" },
    });
    expect(readFileSync(join(root, ".github/workflows/portals.yml"), "utf8")).not.toContain("secrets.");
  });
});

test("API Center gets the API, its version, its definition, and the document, in this order", async () => {
  const { calls } = await run("api-center", center);
  const id = `v${version.replaceAll(".", "-")}`;
  const place = {
    "--resource-group": "group of center",
    "--service-name": "center",
    "--api-id": "trustframework-keysets",
  };
  const definition = { ...place, "--version-id": id, "--definition-id": "openapi" };
  expect(id).toMatch(/^[a-zA-Z0-9-]{3,90}$/); // what API Center accepts as an ID
  expect(
    calls.map((call) =>
      call
        .slice(
          0,
          call.findIndex((word) => word.startsWith("--")),
        )
        .join(" "),
    ),
  ).toEqual([
    "az extension add",
    "az apic api create",
    "az apic api version create",
    "az apic api definition create",
    "az apic api definition import-specification",
  ]);
  expect(calls.slice(1).map(flagsOf)).toEqual([
    { ...place, "--title": document.info.title, "--type": "rest" },
    { ...place, "--version-id": id, "--title": version, "--lifecycle-stage": "preview" },
    { ...definition, "--title": "OpenAPI" },
    {
      ...definition,
      "--format": "inline",
      "--value": "@generated/openapi.json",
      "--specification": JSON.stringify({ name: "openapi", version: document.openapi }),
    },
  ]);
});

test("API Management gets the document, in OpenAPI 3.0.3 and less than the 4 MB that it accepts", async () => {
  const { calls } = await run("api-management", management);
  expect(calls.map((call) => call.slice(0, 4))).toEqual([["az", "apim", "api", "import"]]);
  const flags = flagsOf(must(calls[0], "a call"));
  expect(flags).toEqual({
    "--resource-group": "group",
    "--service-name": "gateway",
    "--api-id": "trustframework-keysets",
    "--path": "trustframework-keysets",
    "--display-name": document.info.title,
    "--specification-format": "OpenApiJson",
    "--specification-path": "generated/openapi.json",
  });
  const file = readFileSync(join(root, must(flags["--specification-path"], "a path")));
  expect(JSON.parse(file.toString()).openapi).toBe("3.0.3");
  expect(file.length).toBeLessThan(4_000_000);
});

test("a job stops at the first command that fails", async () => {
  const failing = { vars: center, folder: root, standIns: { az: "exit 3" } };
  await expect(runJob("portals.yml", "api-center", failing)).rejects.toMatchObject({ code: 3 });
});

test("the document that the jobs send exists", () => {
  const { env = {} } = workflowAt("portals.yml");
  expect(existsSync(join(root, must(env.DOCUMENT, "a document")))).toBe(true);
});

test("the documentation names each variable of the jobs, the environment, and the same command as the job", async () => {
  const page = readFileSync(join(root, "docs/publishing.md"), "utf8");
  const text = readFileSync(join(root, ".github/workflows/portals.yml"), "utf8");
  const used = [...text.matchAll(/\bvars\.(\w+)/g)].map(([, name]) => name);
  const [, ...rows] = tableWith(["repository variable", "for", "value"], page).rows;
  expect(rows.map(([name]) => name).sort()).toEqual([...new Set(used)].sort());
  expect(page).toContain(`environment:${jobIn("portals.yml", "api-center").environment}\``);
  const [, command = ""] = /```sh\n(az apim api import[^`]*)```/.exec(page) ?? [];
  const { calls } = await run("api-management", management);
  expect(command.match(/--[\w-]+/g)).toEqual(calls[0]?.filter((word) => word.startsWith("--")));
});

test("each file of the package that a recipe names is in it", () => {
  const page = readFileSync(join(root, "docs/publishing.md"), "utf8");
  const named = [...page.matchAll(/\$DOCS\/([\w.-]+\w)/g)].map(([, file]) => `generated/${file}`);
  expect(named.length).toBeGreaterThan(9);
  expect(named.filter((file) => !manifest.files.includes(file))).toEqual([]);
});
