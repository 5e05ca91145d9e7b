import { parseArgs } from "node:util";
import { isLoopback } from "../loopback.js";

export interface Options {
  baseUrl: string;
  stories: string[];
  reports: string[];
  tokenCommand: string | undefined;
  yes: boolean;
}

/** What the command is asked to do, or a problem with how it's asked. */
export type Request =
  | { kind: "help" }
  | { kind: "list"; stories: string[] }
  | { kind: "play"; options: Options }
  | { kind: "problem"; message: string };

export function parseRequest(args: string[]): Request {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        "base-url": { type: "string" },
        story: { type: "string", multiple: true, default: [] },
        report: { type: "string", multiple: true, default: [] },
        "token-command": { type: "string" },
        yes: { type: "boolean", default: false },
        list: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return { kind: "help" };
    if (positionals.length > 0 && values.story.length === 0)
      return problem(`Unexpected argument ${shownArgument(positionals[0])}.`);
    const stories = [...values.story, ...positionals];
    if (values.list) return { kind: "list", stories };
    const badReport = values.report.find((path) => !/\.(md|json)$/.test(path));
    if (badReport !== undefined) return problem("The name of a report must end in .md or .json.");
    if (values["base-url"] === undefined) return problem("--base-url is missing.");
    return {
      kind: "play",
      options: {
        baseUrl: checkedBaseUrl(values["base-url"]),
        stories,
        reports: values.report,
        tokenCommand: values["token-command"],
        yes: values.yes,
      },
    };
  } catch (error) {
    return problem((error as Error).message);
  }
}

/** An argument in quotes, if it looks like the ID of a story. Someone may have given a token in its place. */
export const shownArgument = (text = ""): string =>
  text.length <= 40 && /^[a-z]+\d*(?:-(?:[a-z]+\d*|\d+))*$/.test(text) ? `"${text}"` : "(not shown)";

const problem = (message: string): Request => ({ kind: "problem", message });

function checkedBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
    throw new Error("--base-url must be a URL such as https://graph.microsoft.com/beta, without a query.");
  }
  if (url.protocol === "http:" && !isLoopback(url))
    throw new Error("--base-url must start with https://, to protect the token.");
  return url.href.replace(/\/+$/, "");
}

const clouds: Record<string, string> = {
  "graph.microsoft.com": "Microsoft Graph, global service",
  "graph.microsoft.us": "Microsoft Graph, US Government L4",
  "dod-graph.microsoft.us": "Microsoft Graph, US Government L5 (DoD)",
  "microsoftgraph.chinacloudapi.cn": "Microsoft Graph, China",
};

/** The kind of a host, without its name if the name could say whose it is. */
export function hostKind(baseUrl: string): string {
  const url = new URL(baseUrl);
  return isLoopback(url) ? "this machine" : (clouds[url.hostname] ?? "another host");
}

export const usage = `Usage: trustframework-keysets conformance --base-url URL [options]

Plays the stories about the service's behavior against a service, and reports which claims are confirmed. It creates key sets
named B2C_1A_conformance…, deletes them again, and writes to no other key set. It needs @redocly/cli, whose Respect runs them.

Options:
  --base-url URL         The service root, such as https://graph.microsoft.com/beta or http://127.0.0.1:4010/beta.
  --story ID…            Play these stories alone. Repeat the option, or list several IDs.
  --report FILE          Write a report without secrets: Markdown (.md) or JSON (.json). Repeat the option for both.
  --token-command CMD    A command that prints an access token, such as "az account get-access-token …".
  --yes                  Don't ask before writing to another machine. For pipelines.
  --list                 Print the stories and exit.
  -h, --help             Print this help and exit.

Environment:
  TRUSTFRAMEWORK_KEYSETS_TOKEN                      A token with the permission TrustFrameworkKeySet.ReadWrite.All.
  TRUSTFRAMEWORK_KEYSETS_READ_TOKEN                 Optional: a token with TrustFrameworkKeySet.Read.All alone.
  TRUSTFRAMEWORK_KEYSETS_TOKEN_WITHOUT_PERMISSION   Optional: a token without a permission for key sets.

Exit codes:
  0    Every story that was played is confirmed.
  1    At least one story is contradicted.
  2    Nothing was played: wrong options, no token, no Redocly CLI, no response, the answer wasn't yes, or a report
       that can't be written.
  3    No story is contradicted, but one is inconclusive, a key set may be left, or a report couldn't be written.
  130  Interrupted with Ctrl+C, after cleaning up. 143 if stopped by SIGTERM.
`;
