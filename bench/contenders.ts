/** A library that a user could pick. Its program is programs/<name>.ts. */
export interface Contender {
  name: string;
  title: string;
  /** The packages that a user installs to run it. */
  packages: string[];
  /** What a user generates it with: the package, then the program and its arguments. */
  generator?: [name: string, program: string, ...args: string[]];
}

export const contenders: Contender[] = [
  { name: "ours", title: "this package", packages: ["trustframework-keysets"] },
  { name: "fetch", title: "`fetch` by hand", packages: [] },
  {
    name: "graph-client",
    title: "Graph client",
    packages: ["@microsoft/microsoft-graph-client", "@microsoft/microsoft-graph-types-beta"],
  },
  { name: "graph-sdk", title: "Graph beta SDK", packages: ["@microsoft/msgraph-beta-sdk"] },
  {
    name: "openapi-fetch",
    title: "openapi-fetch alone",
    packages: ["openapi-fetch"],
    generator: [
      "openapi-typescript",
      "openapi-typescript",
      "../generated/openapi.json",
      "-o",
      "output/openapi-fetch.ts",
    ],
  },
  {
    name: "hey-api",
    title: "Hey API",
    packages: [],
    generator: [
      "@hey-api/openapi-ts",
      "openapi-ts",
      "-i",
      "../generated/openapi.json",
      "-o",
      "output/hey-api",
      "-c",
      "@hey-api/client-fetch",
      "-s",
      "--no-log-file",
    ],
  },
  { name: "orval", title: "orval", packages: [], generator: ["orval", "orval", "--config", "orval.config.mjs"] },
];

export function contenderNamed(name: string): Contender {
  const contender = contenders.find((contender) => contender.name === name);
  if (!contender) throw new Error(`bench/contenders.ts has no ${name}.`);
  return contender;
}
