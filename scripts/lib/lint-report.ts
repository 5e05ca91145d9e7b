import { execFile } from "node:child_process";
import { relative, resolve } from "node:path";
import type { Finding } from "./findings.ts";
import { root } from "./root.ts";

/** The result of a linter. */
export interface Report {
  /** The linter, and what it linted. */
  subject: string;
  findings: Finding[];
  /** Why the linter couldn't do its work, if so. */
  failure?: string;
}

/** 0 if all is clean, 1 if there are findings, 2 if a linter couldn't do its work. */
export function exitCodeOf(reports: Report[]): 0 | 1 | 2 {
  if (reports.some(({ failure }) => failure !== undefined)) return 2;
  return reports.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

export function summaryOf({ subject, findings, failure }: Report): string {
  if (failure !== undefined) return `${subject}: the linter failed\n${failure}`;
  return `${subject}: ${findings.length === 0 ? "clean" : `${findings.length} to fix`}`;
}

/** A path relative to the root, where the linters run. */
export const fromRoot = (file: string): string => relative(root, resolve(root, file));

interface Tool {
  subject: string;
  command: [file: string, ...args: string[]];
  /** Where it runs; by default the root. */
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Returns the findings in what the tool prints; throws if it prints none because it fails. */
  parse: (stdout: string) => Finding[];
}

/** Runs a linter that is a program of its own. */
export function runTool({ subject, command: [file, ...args], cwd = root, env, parse }: Tool): Promise<Report> {
  return new Promise((done) => {
    execFile(file, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      try {
        const findings = parse(stdout).map((finding) => ({
          ...finding,
          file: relative(root, resolve(cwd, finding.file)),
        }));
        done({ subject, findings });
      } catch {
        const banner = /^ *[╔║╚].*$/gm; // Redocly's, on Node 20
        done({ subject, findings: [], failure: (stderr || stdout || String(error)).replace(banner, "").trim() });
      }
    });
  });
}
