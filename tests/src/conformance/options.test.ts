import { describe, expect, it } from "vitest";
import { hostKind, parseRequest, usage } from "../../../src/conformance/options.ts";
import { isLoopback } from "../../../src/loopback.ts";

const messageOf = (...args: string[]) => {
  const request = parseRequest(args);
  if (request.kind !== "problem") throw new Error(`${args.join(" ")} has no problem`);
  return request.message;
};

const optionsOf = (...args: string[]) => {
  const request = parseRequest(args);
  if (request.kind !== "play") throw new Error(`${args.join(" ")} doesn't play: ${JSON.stringify(request)}`);
  return request.options;
};

describe("The arguments of conformance", () => {
  it("need a base URL alone", () => {
    expect(optionsOf("--base-url", "http://127.0.0.1:4010/beta/")).toEqual({
      baseUrl: "http://127.0.0.1:4010/beta",
      stories: [],
      reports: [],
      tokenCommand: undefined,
      yes: false,
    });
  });

  it("take several stories and reports", () => {
    const options = optionsOf(
      "--base-url",
      "https://graph.microsoft.com/beta",
      "--story",
      "a",
      "b",
      "--story",
      "c",
      "--report",
      "r.md",
      "--report",
      "r.json",
    );
    expect(options.stories.sort()).toEqual(["a", "b", "c"]);
    expect(options.reports).toEqual(["r.md", "r.json"]);
  });

  it("can ask for help or the list", () => {
    expect(parseRequest(["--help", "--unheard"]).kind).toBe("problem");
    expect(parseRequest(["-h"])).toEqual({ kind: "help" });
    expect(parseRequest(["--list", "--story", "a"])).toEqual({ kind: "list", stories: ["a"] });
  });

  it.each([
    [[], "--base-url is missing."],
    [["story"], 'Unexpected argument "story".'],
    [["eyJ0eXAiOiJKV1QifQ.SECRET"], "Unexpected argument (not shown)."],
    [["0123456789abcdef"], "Unexpected argument (not shown)."],
    [["--base-url", "https://h", "--report", "eyJ0eXAi"], "The name of a report must end in .md or .json."],
  ])("%j fail", (args, message) => expect(messageOf(...args)).toBe(message));

  it.each([
    "contoso.example",
    "ftp://h/beta",
    "https://h/beta?a=b",
    "https://h/beta#a",
    "https://u:p@h/beta",
    "https://u@h/beta",
  ])("fail with the base URL %s", (url) => {
    const message = messageOf("--base-url", url);
    expect(message).toContain("--base-url must be a URL");
    expect(message).not.toContain(url);
  });

  it.each(["http://graph.microsoft.com/beta", "http://127.0.0.1.example.com/beta", "http://10.0.0.1/beta"])(
    "fail with %s, which would send the token in the clear",
    (url) => expect(messageOf("--base-url", url)).toContain("must start with https://"),
  );

  it("don't have an option for a token", () => {
    expect(messageOf("--base-url", "https://h/beta", "--token", "secret")).toContain("--token");
    expect(messageOf("--base-url", "https://h/beta", "--token", "secret")).not.toContain("secret");
  });
});

describe("A host", () => {
  it.each([
    ["http://localhost:1/beta", "this machine"],
    ["http://127.9.9.9/beta", "this machine"],
    ["http://[::1]:8080/beta", "this machine"],
    ["https://graph.microsoft.com/beta", "Microsoft Graph, global service"],
    ["https://graph.microsoft.us/beta", "Microsoft Graph, US Government L4"],
    ["https://dod-graph.microsoft.us/beta", "Microsoft Graph, US Government L5 (DoD)"],
    ["https://microsoftgraph.chinacloudapi.cn/beta", "Microsoft Graph, China"],
    ["https://proxy.contoso.com/beta", "another host"],
  ])("%s is reported as %s", (url, kind) => expect(hostKind(url)).toBe(kind));

  it.each(["https://localhost.contoso.com", "https://127.0.0.1.contoso.com", "https://0.0.0.0", "https://[::2]"])(
    "%s isn't this machine",
    (url) => expect(isLoopback(new URL(url))).toBe(false),
  );
});

it("The help fits a terminal and names every exit code", () => {
  expect(usage.split("\n").filter((line) => line.length > 128)).toEqual([]);
  for (const code of ["0", "1", "2", "3", "130"]) expect(usage).toMatch(new RegExp(`^  ${code} `, "m"));
});
