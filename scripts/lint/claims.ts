import { posix } from "node:path";
import { parse } from "yaml";
import type { Finding } from "../lib/findings.ts";
import type { Report } from "../lib/lint-report.ts";
import { openRepository, type Repository } from "./repository.ts";

/** Whether what the documents say about the contract, the package, and the commands is true. */
export const lintClaims = async (): Promise<Report> => ({
  subject: "Claims of the documents",
  findings: claimFindings(await openRepository()),
});

const isDocument =
  /^((README|CONTRIBUTING|SECURITY|CHANGELOG)\.md|(docs|\.changeset|\.github)\/.*\.md|spec\/(behaviors\/)?README\.md|tests\/README\.md)$/;

/** Where the documents of a repository are wrong. */
export function claimFindings(repository: Repository, claims = claimsAbout(repository)): Finding[] {
  const documents = [...repository].filter(([file]) => isDocument.test(file));
  return [
    ...documents.flatMap(([file, text]) =>
      claims
        .filter(({ except }) => !except?.test(file))
        .flatMap(({ pattern, isTrue, wrong }) =>
          [...text.matchAll(pattern)]
            .filter(([found]) => !isTrue(found, file))
            .map(({ 0: found, index }) => findingAt({ file, text, index }, `${found} ${wrong}`)),
        ),
    ),
    ...sharedValueFindings(repository),
  ];
}

/** A kind of name that documents use, and whether it's true. */
interface Claim {
  pattern: RegExp;
  isTrue: (found: string, document: string) => boolean;
  /** What is wrong otherwise, and the fix. */
  wrong: string;
  /** Documents about the past or about style, which also name what doesn't exist. */
  except?: RegExp;
}

/** The kinds of names that documents use. The contract and the code have the truth. */
export function claimsAbout(repository: Repository): Claim[] {
  const read = (file: string): string => repository.get(file) ?? "";
  const textsOf = (pattern: RegExp): string =>
    [...repository].flatMap(([file, text]) => (pattern.test(file) ? [text] : [])).join("\n");
  const manifest = read("package.json");
  const { scripts, exports: entries } = JSON.parse(manifest);
  const contract = textsOf(/^(spec\/(?!facts|examples).*\.yaml|src\/.*\.ts)$/);
  const code = textsOf(
    /^((spec\/(?!facts|examples)|src|scripts|site|bench|tests\/(?!scripts\/gate)).*\.(?!md$|css$)\w+(?<!package-lock\.json)|generated\/\w+\.ts|package\.json|biome\.json)$/,
  );
  const names = new Set(`${code}\n${[...repository.keys()].join("\n")}`.split(/[^\w$-]+|(?<=\w)-(?=\w)/));
  const exported = new Set(textsOf(/^(src\/(emulator\/)?index\.ts|generated\/types\.ts)$/).match(/\w+/g));
  const files = new Set([...repository.keys()].flatMap((file) => [file, ...foldersOf(file)]));
  const requests = requestsIn(JSON.parse(read("generated/openapi.json")));
  const flagsIn = (text: string): Set<string> => new Set(text.match(/--[a-z][\w-]*/g));
  const program = (script = ""): string | undefined => /^tsx ((?:scripts|bench|site)\/\S+)$/.exec(scripts[script])?.[1];
  return [
    {
      pattern: /\bAADB2C\d+\b/g,
      isTrue: (code) => contract.includes(code),
      wrong: "isn't in the contract. Write a code of spec/schemas/ErrorCode.yaml.",
      except: /^docs\/rules\//, // its contracts are made up
    },
    {
      pattern: /\bTrustFrameworkKeySet\.[A-Z][\w.]*\w/g,
      isTrue: (permission) => contract.includes(`${permission}: `),
      wrong: "isn't in the contract. Write a permission of spec/openapi.yaml.",
    },
    {
      pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
      isTrue: (id) => contract.includes(id),
      wrong: "isn't in the contract. Write the ID that spec/openapi.yaml has.",
    },
    {
      pattern: /(?<=https?:\/\/)[\w.-]*(?:graph\.microsoft|microsoftgraph|microsoftonline|chinacloudapi)[\w.-]*\w/g,
      isTrue: (host) => contract.includes(`//${host}`),
      wrong: "isn't in the contract. Write a host of spec/openapi.yaml.",
    },
    {
      pattern: /(?<=`)(?:GET|PUT|POST|PATCH|DELETE) \/trustFramework\/[^`\s]*/g,
      isTrue: (request) => requests.has(request),
      wrong: "isn't in the contract. Write a method and a path of spec/paths/.",
    },
    {
      pattern: /(?<=(?<!node_modules\/)\btrustframework-keysets)\/(?!spec\/|generated\/)[\w./-]*\w/g,
      isTrue: (entry) => `.${entry}` in entries,
      wrong: "isn't an entry of the package. Write one of exports in package.json.",
    },
    {
      pattern: /(?<=\bnpm run )[\w:-]+/g,
      isTrue: (script) => script in scripts,
      wrong: "isn't a script. Write one of scripts in package.json.",
    },
    {
      pattern: /(?<=\bnpm install (?:--[\w-]+ )*)[@a-z][^\n`]*/g,
      isTrue: (packages) => packages.split(" ").every((name) => manifest.includes(`"${name}"`)),
      wrong: "has a package that isn't in package.json. Write a name that is.",
    },
    {
      pattern: /(?<=`)[A-Z][a-z]+(?:-[A-Z][a-z]+)+(?=[`:])/g,
      isTrue: (header) => contract.includes(header),
      wrong: "isn't a header of the contract. Write a name of spec/headers/ or spec/paths/.",
    },
    {
      pattern: /\b[a-z]+(?::[a-z]+)? -- --[\w-]+/g,
      isTrue: (command) => {
        const [script, flag = ""] = command.split(" -- ");
        const file = program(script);
        return file === undefined || flag === "--help" || flagsIn(read(file)).has(flag);
      },
      wrong: "isn't a flag of the script. Run it with --help to see its flags.",
    },
    {
      pattern: /(?<=trustframework-keysets )(?:emulator|conformance) (?:\\\n|[^\n`])*/g,
      isTrue: (command) => {
        const known = flagsIn(textsOf(new RegExp(`^src/${command.split(" ", 1)}/`)));
        return [...flagsIn(command.replace(/(["']).*?\1/gs, ""))].every((flag) => known.has(flag));
      },
      wrong: "has a flag that the command lacks. Run it with --help to see its flags.",
    },
    {
      // In backticks: names in camelCase or with a call, extensions, and environment variables.
      pattern:
        /(?<=`[\w$.]*)\b(?:[a-z][\w$]*[A-Z][\w$]*|[A-Z][a-z]+[A-Z]\w*|[A-Z]+_[A-Z_]+|x-[a-z-]+|\w+(?=\())(?=(?:\([^`]*\))?`)/g,
      isTrue: (name) => names.has(name) || name.split("-").every((part) => names.has(part)) || foreign.has(name),
      wrong: "is nowhere in the code. Write the name that the code has, or add one of another product to this linter.",
      except: /^(CHANGELOG\.md$|\.changeset\/|docs\/(decisions\/0|style\.md$))/,
    },
    {
      pattern: /(?<=import \{ ?)[^}]+(?= ?\} from "trustframework-keysets)/g,
      isTrue: (list) => (list.replace(/\btype /g, "").match(/\w+/g) ?? []).every((name) => exported.has(name)),
      wrong: "has a name that the package doesn't export. Write one of src/index.ts.",
    },
    {
      pattern: /(?<=\b(?:client|emulator)\.)[a-z]\w+(?=\()/g,
      isTrue: (method) => names.has(method),
      wrong: "is nowhere in the code. Write the name that the code has.",
    },
    {
      // In backticks: a path from the root, from the document, or in spec/, or the name of a file.
      pattern:
        /(?<=`)(?:(?:\.github|bench|docs|generated|scripts|site|spec|src|tests)\/[\w./-]*|(?!trustframework-keysets\/)[\w-]+(?:[./][\w-]+)*(?:\.(?:ya?ml|jsonc?|md|[cm]?[jt]s)|\/))(?=`)/g,
      isTrue: (path, document) =>
        made.has(path) ||
        [path, posix.join(posix.dirname(document), path), `spec/${path}`].some((one) =>
          files.has(one.replace(/\/$/, "")),
        ) ||
        [...files].some((file) => posix.basename(file) === path),
      wrong: "doesn't exist. Write the path from the root of the repository.",
      except: /^(CHANGELOG\.md$|\.changeset\/)/,
    },
  ];
}

const requestsIn = ({ paths }: { paths: Record<string, object> }): Set<string> =>
  new Set(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    ),
  );

/** Names of other products. */
const foreign = new Set(["RewritePlugin", "REDOCLY_AUTHORIZATION", "SWAGGERHUB_API_KEY", "RDME_API_KEY"]);

/** What commands and readers make, and git doesn't have. */
const made = new Set([
  ...["dist/", "site/dist/", "bench/output/"],
  ...["rotate.mts", "rotate.mjs", "try.mjs", "keys.test.mjs", "app-config.yaml"],
]);

const foldersOf = (file: string): string[] =>
  file
    .split("/")
    .slice(0, -1)
    .map((_, i, folders) => folders.slice(0, i + 1).join("/"));

/** A value that several files state, each found by a pattern with a group. */
interface SharedValue {
  value: string;
  in: Record<string, string>;
}

/** Where files state different values of the same thing: see claims.yaml. */
function sharedValueFindings(repository: Repository): Finding[] {
  const read = (file: string): string => repository.get(file) ?? "";
  const shared: SharedValue[] = parse(read("scripts/lint/claims.yaml"));
  return shared.flatMap(({ value, in: places }) => {
    const found = Object.entries(places).map(([file, pattern]) => statedIn(file, read(file), pattern));
    const truth = found.at(-1);
    return found.flatMap((place) => {
      if (place.stated === undefined)
        return [
          findingAt(
            place,
            `Nothing here states ${value} like ${place.pattern}. Restore it, or change scripts/lint/claims.yaml.`,
          ),
        ];
      if (plain(place.stated) === plain(truth?.stated ?? "")) return [];
      return [
        findingAt(place, `${value} is ${place.stated} here and ${truth?.stated} in ${truth?.file}. Write the same.`),
      ];
    });
  });
}

function statedIn(file: string, text: string, pattern: string) {
  const [, isCount, expression = ""] = /^(count )?(.*)$/s.exec(pattern) ?? [];
  const match = new RegExp(expression, "m").exec(text);
  const group = match?.[1] ?? "";
  const stated = isCount ? String(text.match(new RegExp(expression, "gm"))?.length ?? 0) : match?.[1];
  return { file, text, pattern, index: match ? match.index + match[0].indexOf(group) : 0, stated };
}

const numbers = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A value without the differences of notation: 60,000 and 60_000, "Ten" and 10. */
function plain(text: string): string {
  const value = text
    .replace(/(?<=\d)[,_](?=\d{3})/g, "")
    .replace(/(?:[\s,|`"]|\b(?:and|or)\b)+/g, " ")
    .trim()
    .toLowerCase();
  return numbers.includes(value) ? String(numbers.indexOf(value)) : value;
}

function findingAt({ file, text, index }: { file: string; text: string; index: number }, message: string): Finding {
  const before = text.slice(0, index).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, rule: "claim", message };
}
