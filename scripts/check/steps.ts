/** A step of the checks: an npm script and its arguments. */
export interface Step {
  name: string;
  description: string;
  args: string[];
  /** The heading in its output below which the places to fix are; without it they can be anywhere. */
  fixesBelow?: string;
  /** Whether its output is a Markdown report that reviewers read even if the step passes. */
  isReport?: boolean;
}

export interface Settings {
  /** The git revision to compare with. */
  base: string;
  /** The tag that must name the version. */
  tag?: string | undefined;
  /** Whether findings are to be shown on a pull request. */
  github?: boolean | undefined;
}

/** Every check that a change must pass, those that take longest first. Workflows, .ci/run, and developers all run this list. */
export const checkSteps = ({ base, tag, github }: Settings): Step[] => [
  {
    name: "test",
    description: "the tests of the package, the contract, and the facts",
    args: [],
  },
  {
    name: "gate:test",
    description: "the tests of these checks, only if the checks changed, or with --all",
    args: [],
  },
  {
    name: "mutation:test",
    description: "whether the contract tests notice changed constraints, 15 of them",
    args: ["--sample", "15"],
  },
  {
    name: "lint",
    description: "the contract, code, workflows, and imports",
    args: github ? ["--no-cache", "--format", "github", "--sarif", "lint.sarif"] : [],
  },
  {
    name: "contract:diff",
    description: "whether the changesets carry the step that the changes since the last release need",
    args: ["--base", base],
    fixesBelow: "## To fix",
    isReport: true,
  },
  { name: "unused:check", description: "unused files, exports, and packages", args: [] },
  { name: "types:check", description: "types", args: [] },
  { name: "generated:check", description: "whether generated/ is what spec/ generates", args: [] },
  { name: "facts:check", description: "whether the contract and the facts of the source pages agree", args: [] },
  {
    name: "version:check",
    description: "whether package, document, and changelog have one version, and changesets can be released",
    args: tag === undefined ? [] : ["--tag", tag],
  },
];

/** The command that runs a step alone. */
export const commandOf = ({ name, args }: Pick<Step, "name" | "args">): string =>
  [`npm run ${name}`, ...(args.length > 0 ? ["--", ...args] : [])].join(" ");
