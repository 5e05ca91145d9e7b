// Public rulesets, and why what they find in the document stays. A finding of a rule without a reason fails the suite.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { binOf, redoclyEnv } from "../../../scripts/lib/npm-bin.ts";
import { root } from "../../../scripts/lib/root.ts";

interface Ruleset {
  /** The package that has the rules, and the folder of its lockfile if it isn't this suite's. */
  package: string;
  folder?: string;
  linter: "spectral" | "redocly";
  /** Its configuration in rulesets/. */
  file: string;
  /** The reasons, by the name of the rule. */
  reasons: Record<string, string>;
}

const noSource = "No source states a limit, and one that we invented would reject what the service accepts.";

export const rulesets: Record<string, Ruleset> = {
  "OWASP API Security 2023": {
    package: "@stoplight/spectral-owasp-ruleset",
    linter: "spectral",
    file: "owasp.yaml",
    reasons: {
      "owasp:api2:2023-jwt-best-practices":
        "The tokens are Microsoft's. Callers and this document don't depend on what is in them.",
      "owasp:api2:2023-short-lived-access-tokens":
        "Microsoft's access tokens expire after about an hour. Refresh tokens come from the token URL, and `refreshUrl` would name the same.",
      "owasp:api4:2023-array-limit": noSource,
      "owasp:api4:2023-integer-limit-legacy":
        "Times that are sent have limits. The document promises no limits for times in responses.",
      "owasp:api4:2023-rate-limit":
        "No source names a header with the rate limit. The document has `Retry-After`, which the service sends with 429.",
      "owasp:api4:2023-string-limit": noSource,
      "owasp:api4:2023-string-restricted":
        "The pages show placeholders, such as `k-value`, which a pattern would reject.",
      "owasp:api8:2023-define-cors-origin": "No source names a header for other origins.",
      "owasp:api9:2023-inventory-access": "All servers are public. Some portals hide what has `x-internal`.",
      "owasp:api9:2023-inventory-environment":
        "All servers are for production. Their descriptions name the national cloud.",
    },
  },
  "Azure's API style guide": {
    package: "@microsoft.azure/openapi-validator-rulesets",
    linter: "spectral",
    file: "azure.js",
    reasons: {
      OperationId: "Our `operationId` is the name of a function. Those of the form `Noun_Verb` make worse ones.",
      PathCharacters: "A draft of Microsoft's documentation has the path `/trustFramework/keySets/$ref`.",
      PathParameterSchema: noSource,
      VersionConvention:
        "The version is that of this document, and follows semantic versioning. Microsoft Graph has its version, `beta`, in the URL.",
    },
  },
  "Redocly recommended-strict": {
    package: "@redocly/cli",
    folder: ".",
    linter: "redocly",
    file: "redocly.yaml",
    reasons: {},
  },
};

const linters = {
  spectral: { bin: binOf("@stoplight/spectral-cli", "dist/index.js"), flags: ["--quiet", "--ruleset"] },
  redocly: { bin: binOf("@redocly/cli", "bin/cli.js"), flags: ["--config"] },
};

/** How many findings each rule has in the document, by the name of the ruleset. */
export async function runRulesets(): Promise<Record<string, Record<string, number>>> {
  const results: Record<string, Record<string, number>> = {};
  for (const [name, { linter, file }] of Object.entries(rulesets)) {
    const { bin, flags } = linters[linter];
    const config = join(import.meta.dirname, "rulesets", file);
    const args = [bin, "lint", "generated/openapi.json", "--format", "json", ...flags, config];
    // A linter exits with 1 if it finds something. Without findings to read, it failed.
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: root,
      env: redoclyEnv,
      maxBuffer: 2 ** 26,
    }).catch((error) => error);
    results[name] = countByRule(JSON.parse(stdout));
  }
  return results;
}

type Findings = { code: string }[] | { problems: { ruleId: string }[] };

function countByRule(findings: Findings): Record<string, number> {
  const rules =
    "problems" in findings ? findings.problems.map(({ ruleId }) => ruleId) : findings.map(({ code }) => code);
  const counts: Record<string, number> = {};
  for (const rule of rules.sort()) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** The rules with findings that have no reason, and the reasons of rules without findings. */
export const reasonProblems = (results: Record<string, Record<string, number>>): string[] =>
  Object.entries(rulesets).flatMap(([name, { reasons }]) => [
    ...Object.keys(results[name] ?? {})
      .filter((rule) => !(rule in reasons))
      .map((rule) => `${name}: ${rule} has findings. Fix them, or say in rulesets.ts why they stay.`),
    ...Object.keys(reasons)
      .filter((rule) => !(rule in (results[name] ?? {})))
      .map((rule) => `${name}: ${rule} has no findings. Remove its reason from rulesets.ts.`),
  ]);
