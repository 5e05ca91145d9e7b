import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { run } from "../../../src/conformance/command.ts";
import { loadStories } from "../../../src/conformance/stories.ts";
import type { Terminal } from "../../../src/conformance/terminal.ts";
import { type ConformancePackage, installConformance, littlePlayer } from "../../support/conformance-package.ts";
import { goodToken, serveKeySets } from "../../support/key-sets-service.ts";

const withToken = { TRUSTFRAMEWORK_KEYSETS_TOKEN: goodToken };

let installed: ConformancePackage;
beforeAll(async () => {
  installed = await installConformance("real");
});
afterAll(() => installed[Symbol.asyncDispose]());

/** Runs the command in this process, with what a terminal would show. Respect takes seconds for a story, so another program plays it. */
async function inProcess(args: string[], changes: Partial<Terminal> = {}) {
  const shown = { printed: "", said: "" };
  const terminal: Terminal = {
    env: withToken,
    print: (text) => {
      shown.printed += text;
    },
    say: (line) => {
      shown.said += `${line}\n`;
    },
    ask: undefined,
    onInterruption: () => () => {},
    exit: () => {},
    ...changes,
  };
  const code = await run(args, terminal, littlePlayer);
  return { code, ...shown };
}

/** Everything secret in the stories: the files, the passwords, and the secrets that they send. */
async function secretsOfStories(): Promise<string[]> {
  const files = await loadStories();
  const texts = await Promise.all(files.map(({ path }) => readFile(path, "utf8")));
  const inputs = texts.flatMap((text) => Object.values(parse(text).components?.inputs?.play.properties ?? {}));
  const files64 = (inputs as { format?: string; default?: string }[]).flatMap(({ format, default: value }) =>
    format === "password" && value !== undefined ? [value] : [],
  );
  return [...new Set([...files64, "A secret of these stories", "QSBzZWNyZXQgb2YgdGhlc2Ug"])];
}

describe("The installed command", () => {
  it("plays stories and reports, with nothing secret in any output and no file left", async () => {
    await using service = await serveKeySets();
    const reports = [join(installed.folder, "report.md"), join(installed.folder, "report.json")];
    const { ended } = installed.start(
      [
        ...["--base-url", service.baseUrl],
        ...["--story", "created-twice", "--story", "created-with-keys"],
        ...reports.flatMap((file) => ["--report", file]),
      ],
      // What a user may have set for Respect must not make it write files of its own.
      {
        ...withToken,
        REDOCLY_CLI_RESPECT_HAR_OUTPUT: join(installed.folder, "leak.har"),
        REDOCLY_CLI_RESPECT_VERBOSE: "true",
      },
    );
    const { code, stdout, stderr } = await ended;
    const [markdown, json] = await Promise.all(reports.map((file) => readFile(file, "utf8")));
    const outputs = [stdout, stderr, markdown, json].join("\n");

    expect(stderr).toMatch(/^confirmed {5}created-twice$/m);
    expect(stdout).toMatch(/^\| created-twice .*\| observed .*\| confirmed/m);
    // The little service creates key sets without the keys that they are sent with.
    expect(stdout).toContain("contradicted: createKeySet returned 201; expected `$[?count(@.keys[*]) == 1");
    expect(stdout).toContain("1 confirmed, 1 contradicted, 0 inconclusive, 0 not played");
    expect(code).toBe(1);
    expect(markdown).toContain("- trustframework-keysets 9.9.9, ");
    expect(markdown).toContain("- Service: this machine");
    expect(JSON.parse(json ?? "").counts).toMatchObject({ confirmed: 1, contradicted: 1 });

    for (const secret of [goodToken, ...(await secretsOfStories()), new URL(service.baseUrl).host]) {
      expect(outputs).not.toContain(secret);
    }
    expect(await installed.leftovers()).toEqual([]);
    await expect(readFile(join(installed.folder, "leak.har"))).rejects.toThrow();
    expect(service.ids()).toEqual([]);
  });

  it("waits for a write on its way after Ctrl+C, and then deletes what it created", async () => {
    let interrupt = () => {};
    const isCreating = new Promise<void>((resolve) => {
      interrupt = resolve;
    });
    let finish = () => {};
    const isInterrupted = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await using service = await serveKeySets(async ({ method, path }) => {
      if (method !== "POST" || !path.endsWith("/keySets")) return undefined;
      interrupt();
      await isInterrupted;
      return undefined;
    });
    await using other = await installConformance("little");
    const { child, ended } = other.start(["--base-url", service.baseUrl, "--story", "created-twice"], withToken);
    child.stderr.on("data", (text) => {
      if (String(text).includes("Interrupted")) finish();
    });
    await Promise.race([isCreating, ended]);
    child.kill("SIGINT");
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(stdout).toContain("not played: interrupted");
    expect(service.ids()).toEqual([]);
    expect(await other.leftovers()).toEqual([]);
  });

  it("asks for Redocly's command where it's missing", async () => {
    await using alone = await installConformance("missing");
    const { code, stderr } = await alone.start(["--base-url", "http://127.0.0.1:9/beta"], withToken).ended;
    expect(code).toBe(2);
    expect(stderr).toBe(
      "@redocly/cli isn't installed. Its Respect runs the stories: npm install --save-dev @redocly/cli@2\n",
    );
  });
});

describe("The command", () => {
  it("returns 3 if a key set is left that it can't delete, and names it", async () => {
    await using service = await serveKeySets(({ method }) => (method === "DELETE" ? { status: 403 } : undefined));
    const { code, printed, said } = await inProcess([
      "--base-url",
      service.baseUrl,
      "--story",
      "created-twice",
      "missing-permission",
    ]);
    expect(code).toBe(3);
    expect(printed).toContain("1 confirmed, 0 contradicted, 0 inconclusive, 1 not played");
    expect(printed).toContain("not played: TRUSTFRAMEWORK_KEYSETS_TOKEN_WITHOUT_PERMISSION isn't set");
    expect(said).toContain("2 of 2 stories");
    expect(said).toContain(`that this run created:\n${service.ids()[0]}\n`);
  });

  it("waits as long as the service asks for, and writes reports", async () => {
    const throttled = new Set(["POST", "DELETE"]);
    await using service = await serveKeySets(({ method }) =>
      throttled.delete(method) ? { status: 429, headers: { "retry-after": "0" } } : undefined,
    );
    const reports = ["a.md", "b.json"].map((name) => join(installed.folder, name));
    const args = [
      "--base-url",
      service.baseUrl,
      "--story",
      "created-twice",
      ...reports.flatMap((file) => ["--report", file]),
    ];
    const { code, said } = await inProcess(args);
    expect(said.match(/^Waiting 0 s: the service throttles requests\.$/gm)).toHaveLength(2);
    expect(code).toBe(0);
    expect(await readFile(reports[0] ?? "", "utf8")).toMatch(/^# Conformance report/);
    expect(JSON.parse(await readFile(reports[1] ?? "", "utf8")).counts.confirmed).toBe(1);
  });

  it("returns 3 if a story is inconclusive", async () => {
    await using service = await serveKeySets(({ method }) => (method === "POST" ? { status: 500 } : undefined));
    const { code, printed } = await inProcess(["--base-url", service.baseUrl, "--story", "created-twice"]);
    expect(printed).toContain("inconclusive: createKeySet returned 500; expected `$statusCode == 201`");
    expect(printed).toContain("while preparing");
    expect(code).toBe(3);
  });

  it("returns 3 if nothing could be played", async () => {
    await using service = await serveKeySets();
    const { code, printed } = await inProcess(["--base-url", service.baseUrl, "--story", "throttled"]);
    expect(printed).toContain("not played: the service can't fail on demand");
    expect(code).toBe(3);
  });

  it("reports a mock as a mock", async () => {
    const example = { id: "B2C_1A_keyset1", keys: [] };
    await using service = await serveKeySets(({ path, method }) => {
      if (method === "POST") return { status: 201, body: example };
      return { status: 200, body: path.endsWith("/keySets") ? { value: [example] } : example };
    });
    const { code, printed } = await inProcess(["--base-url", service.baseUrl, "--story", "missing-set-is-a-400"]);
    expect(printed).toContain("contradicted: getKeySet returned 200;");
    expect(printed).toContain("The service is a mock: it returned a key set that nobody created.");
    expect(code).toBe(1);
  });

  it("makes a service fail on demand that can, and then returns it to its own faults and their hits", async () => {
    const own = [{ operation: "getKeySet", status: 503, hits: 1 }];
    let faults: object[] = own;
    await using service = await serveKeySets(({ path, method, body }) => {
      if (path === "/_emulator/faults") {
        if (method === "PUT") faults = JSON.parse(body);
        return { status: 200, body: { faults } };
      }
      if (!faults.some((fault) => "retryAfter" in fault)) return undefined;
      faults = [];
      return { status: 429, headers: { "retry-after": "1" }, body: { error: { code: "AADB2C90229", message: "No." } } };
    });
    const { code, printed } = await inProcess(["--base-url", service.baseUrl, "--story", "throttled"]);
    expect(printed).toContain("1 confirmed");
    expect(code).toBe(0);
    expect(faults).toEqual(own);
  });

  it("plays no story about faults if the service's faults can't be set", async () => {
    await using service = await serveKeySets(({ path, method }) => {
      if (path !== "/_emulator/faults") return undefined;
      return method === "GET" ? { status: 200, body: { faults: [] } } : { status: 500, body: {} };
    });
    const { code, printed } = await inProcess(["--base-url", service.baseUrl, "--story", "throttled"]);
    expect(printed).toContain("not played: the service can't fail on demand");
    expect(code).toBe(3);
  });

  it("sends nothing if a report can't be written", async () => {
    await using service = await serveKeySets();
    const report = join(installed.folder, "none", "report.md");
    const { code, said } = await inProcess(["--base-url", service.baseUrl, "--report", report]);
    expect([code, said]).toEqual([2, expect.stringContaining("ENOENT")]);
  });

  it("doesn't play a story about faults if the service can't be made to fail", async () => {
    await using service = await serveKeySets(({ path, method }) => {
      if (path !== "/_emulator/faults") return undefined;
      return method === "PUT" ? { status: 500 } : { status: 200, body: { faults: [] } };
    });
    const { code, printed } = await inProcess(["--base-url", service.baseUrl, "--story", "throttled"]);
    expect(printed).toContain("not played: the service can't fail on demand");
    expect(code).toBe(3);
  });

  it.each(["/beta/trustFramework/keySets", "/_emulator/faults"])(
    "returns the exit code of the signal if it's interrupted while %s doesn't answer",
    async (hanging) => {
      let interrupt: (signal: "SIGINT" | "SIGTERM") => void = () => {};
      await using service = await serveKeySets(({ path }) => {
        if (path !== hanging) return undefined;
        interrupt("SIGTERM");
        return new Promise(() => {});
      });
      const { code, said } = await inProcess(["--base-url", service.baseUrl, "--story", "created-twice"], {
        onInterruption(listener) {
          interrupt = listener;
          return () => {};
        },
      });
      expect(code).toBe(143);
      expect(said).not.toContain("No response from the service");
    },
  );

  it("writes the other reports if one can't be written after the run", async () => {
    const [spoiled = "", good = ""] = ["spoiled.md", "good.json"].map((name) => join(installed.folder, name));
    await using service = await serveKeySets(async ({ method }) => {
      if (method === "DELETE") await mkdir(spoiled, { recursive: true });
      return undefined;
    });
    const args = ["--base-url", service.baseUrl, "--story", "created-twice", "--report", spoiled, "--report", good];
    const { code, said } = await inProcess(args);
    expect(said).toContain("The report couldn't be written: EISDIR");
    expect(code).toBe(3);
    expect(JSON.parse(await readFile(good, "utf8")).counts.confirmed).toBe(1);
  });

  it("ends at once when it's interrupted again", async () => {
    const exits: number[] = [];
    let interrupt: (signal: "SIGINT" | "SIGTERM") => void = () => {};
    await using service = await serveKeySets(({ method, headers }) => {
      if (method === "POST" && headers["content-type"]) {
        interrupt("SIGINT");
        interrupt("SIGTERM");
      }
      return undefined;
    });
    const { code, said } = await inProcess(["--base-url", service.baseUrl, "--story", "created-twice"], {
      onInterruption(listener) {
        interrupt = listener;
        return () => {};
      },
      exit: (exitCode) => void exits.push(exitCode),
    });
    expect(exits).toContain(130);
    expect(code).toBe(130);
    expect(said).toContain("Interrupt again to stop at once.");
    expect(service.ids()).toEqual([]);
  });
});

describe("The command plays nothing and returns 2", () => {
  it("without a token", async () => {
    const { code, said } = await inProcess(["--base-url", "http://127.0.0.1:9/beta"], { env: {} });
    expect([code, said]).toEqual([2, "No access token. Set TRUSTFRAMEWORK_KEYSETS_TOKEN, or give --token-command.\n"]);
  });

  it("with wrong options", async () => {
    const { code, said } = await inProcess([]);
    expect(code).toBe(2);
    expect(said).toMatch(/^--base-url is missing\.\n\nUsage: /);
  });

  it("for a story that could be a secret, and doesn't show it", async () => {
    const { code, said } = await inProcess(["--base-url", "http://127.0.0.1:9/beta", "--story", goodToken]);
    expect([code, said]).toEqual([2, "Unknown story (not shown). `--list` prints the stories.\n"]);
  });

  it("if a report can't be written, and leaves no other report", async () => {
    await using service = await serveKeySets();
    const [possible, impossible] = ["new.md", "none/new.md"].map((name) => join(installed.folder, name));
    const files = [possible, impossible].flatMap((file) => ["--report", file ?? ""]);
    const { code, said } = await inProcess(["--base-url", service.baseUrl, ...files]);
    expect(code).toBe(2);
    expect(said).toMatch(/^The report can't be written: ENOENT/);
    expect(service.requests).toEqual([]);
    await expect(readFile(possible ?? "")).rejects.toThrow("ENOENT");
  });

  it("for an unknown story", async () => {
    const { code, said } = await inProcess(["--base-url", "http://127.0.0.1:9/beta", "--story", "unheard-of"]);
    expect([code, said]).toEqual([2, 'Unknown story "unheard-of". `--list` prints the stories.\n']);
  });

  it("if nothing answers", async () => {
    const service = await serveKeySets();
    await service[Symbol.asyncDispose]();
    const { code, said } = await inProcess(["--base-url", service.baseUrl]);
    expect([code, said]).toEqual([2, "No response from the service: ECONNREFUSED.\n"]);
  });

  it.each([
    [401, { error: { code: "InvalidAuthenticationToken", message: goodToken } }, "401 InvalidAuthenticationToken"],
    [404, undefined, "404"],
  ])("if the key sets can't be listed: %i", async (status, body, shown) => {
    await using service = await serveKeySets(() => ({ status, body }));
    const { code, said } = await inProcess(["--base-url", service.baseUrl]);
    expect(said).toBe(`Listing the key sets returned ${shown}. Check the base URL and the permission of the token.\n`);
    expect(code).toBe(2);
    expect(service.requests).toHaveLength(1);
  });
});

describe("Before it writes to another machine, the command", () => {
  // An address of this machine that the command takes for another one. Nothing there speaks TLS.
  const elsewhere = (baseUrl: string) => `https://[::ffff:127.0.0.1]:${new URL(baseUrl).port}/beta`;

  it("asks, and sends nothing if the answer isn't yes", async () => {
    await using service = await serveKeySets();
    const questions: string[] = [];
    const ask = async (question: string) => {
      questions.push(question);
      return "y";
    };
    const { code, said } = await inProcess(["--base-url", elsewhere(service.baseUrl)], { ask });
    expect([code, said]).toEqual([2, "Nothing was sent.\n"]);
    expect(questions[0]).toMatch(/^The stories create and delete key sets named B2C_1A_conformance… on \[::ffff:/);
  });

  it("fails where nobody can be asked", async () => {
    const { code, said } = await inProcess(["--base-url", "https://graph.microsoft.com/beta"]);
    expect(code).toBe(2);
    expect(said).toContain("on graph.microsoft.com. Add --yes to allow it where nobody can be asked.");
  });

  it.each([
    ["the answer is yes", [], async () => " yes "],
    ["--yes is given", ["--yes"], undefined],
  ])("goes on if %s", async (_, args, ask) => {
    await using service = await serveKeySets();
    const { code, said } = await inProcess(["--base-url", elsewhere(service.baseUrl), ...args], { ask });
    expect(code).toBe(2);
    expect(said).toMatch(/^No response from the service: /);
  });
});

describe("Without a service, the command", () => {
  it("prints its help", async () => {
    const { code, printed } = await inProcess(["--help"]);
    expect(code).toBe(0);
    expect(printed).toMatch(/^Usage: trustframework-keysets conformance --base-url URL/);
  });

  it("lists the stories", async () => {
    const { code, printed } = await inProcess(["--list", "--story", "created-twice"]);
    expect(code).toBe(0);
    expect(printed).toBe("created-twice\tobserved\tA second key set with the same ID fails with `AADB2C95028`.\n");
  });
});
