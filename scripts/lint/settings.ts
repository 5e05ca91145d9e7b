import { parse } from "yaml";
import type { Finding } from "../lib/findings.ts";
import type { Report } from "../lib/lint-report.ts";
import { parseYamlLines } from "../lib/yaml-lines.ts";
import { isSettings, openRepository, type Repository } from "./repository.ts";
import { linesOf, type SettingLine } from "./settings/lines.ts";
import { suppressionsIn } from "./settings/suppressions.ts";
import { countsIn } from "./settings/test-counts.ts";

/** What the checks are set to, as people agreed on it. */
interface Declared {
  settings: Record<string, Expected | string>;
  suppressions: Record<string, string>;
  tests: Record<string, Record<string, number>>;
}

/** The lines that a file must have. A line that isn't among them is a finding too. */
interface Expected {
  lines: string;
  /** A pattern of the lines that count; by default, all. */
  only?: string;
  /** A pattern of the lines that can be added freely, as they only make the checks stricter. */
  grows?: string;
}

export const declaration = "scripts/lint/settings.yaml";

/** Whether the checks are as strict as settings.yaml declares. */
export const lintSettings = async (): Promise<Report> => ({
  subject: "Settings of the checks",
  findings: settingsFindings(await openRepository()),
});

/** Where the checks are weaker than settings.yaml declares. */
export function settingsFindings(texts: Repository): Finding[] {
  const text = texts.get(declaration) ?? "";
  const { settings, suppressions, tests }: Declared = parse(text, { merge: true });
  const lineIn = parseYamlLines(text).lineOf;

  const changed = Object.entries(settings).flatMap(([file, expected]) => {
    const content = texts.get(file);
    if (content === undefined) return [finding(file, 1, "This file is gone. Restore it, or remove its entry")];
    const entry = typeof expected === "string" ? { lines: expected } : expected;
    return differences(file, linesOf(file, content, new RegExp(entry.only ?? "")), entry);
  });
  const unknown = [...texts.keys()]
    .filter((file) => isSettings.test(file) && !Object.hasOwn(settings, file))
    .map((file) => finding(file, 1, "A tool reads this file as its settings. Remove it, or declare it"));
  const suppressed = [...texts].flatMap(([file, content]) =>
    file === declaration ? [] : differences(file, suppressionsIn(file, content), { lines: suppressions[file] ?? "" }),
  );
  const fewer = Object.entries(tests).flatMap(([folder, floors]) => {
    const counts = countsIn(folder, texts);
    return Object.entries(floors)
      .filter(([what, floor]) => (counts[what] ?? 0) < floor)
      .map(([what, floor]) => {
        const line = lineIn(["tests", folder, what]);
        const message = `${folder} has ${counts[what]} ${what}, and had ${floor}. Restore what was removed, or lower the number here.`;
        return { file: declaration, line, column: 1, rule: "fewer-tests", message };
      });
  });
  return [...changed, ...unknown, ...suppressed, ...fewer];
}

function differences(file: string, actual: SettingLine[], { lines, grows = "^$" }: Expected): Finding[] {
  const expected = lines.split("\n").filter((line) => line && !line.startsWith("# "));
  const free = new RegExp(grows);
  const missing = expected.filter((line) => !actual.some(({ text }) => text === line));
  const added = actual.filter(({ text }) => !expected.includes(text) && !free.test(text));
  const findings = missing.map((was) => {
    const changed = added.findIndex(({ text }) => nameIn(text) === nameIn(was));
    const [{ text, line } = { text: "gone", line: nearest(was, actual) }] = changed < 0 ? [] : added.splice(changed, 1);
    return finding(file, line, `"${was}" is ${text === "gone" ? text : `now "${text}"`}. Restore it, or declare it`);
  });
  return [
    ...findings,
    ...added.map(({ text, line }) => finding(file, line, `"${text}" is new. Remove it, or declare it`)),
  ];
}

const nameIn = (setting: string): string => setting.split(": ", 1)[0] ?? "";

/** The line that has most in common with a missing one: where that was, or what it became. */
function nearest(missing: string, lines: SettingLine[]): number {
  const common = ({ text }: SettingLine) => [...text].findIndex((character, i) => character !== missing[i]);
  const [best] = [...lines].sort((a, b) => common(b) - common(a));
  return best?.line ?? 1;
}

const finding = (file: string, line: number, message: string): Finding => ({
  ...{ file, line, column: 1 },
  rule: "settings",
  message: `${message} in ${declaration}, so that reviewers see that a check changes.`,
});
