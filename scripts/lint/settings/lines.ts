import { stripComments } from "jsonc-parser";
import { parseYamlLines } from "../../lib/yaml-lines.ts";

/** A setting as `path.of.names: value`, or a part of a line of code, and its place. */
export interface SettingLine {
  text: string;
  line: number;
}

/**
 * The settings in a file that match a pattern; of a program, what the pattern matches. A list of texts is one setting. Comments, the
 * order in lists, and the versions of actions don't count.
 */
export const linesOf = (file: string, text: string, only: RegExp): SettingLine[] =>
  /\.(jsonc?|ya?ml)$/.test(file)
    ? dataLines(file, text).filter((setting) => only.test(setting.text))
    : codeLines(text).flatMap(({ text: code, line }) =>
        [...code.matchAll(new RegExp(only, "g"))].map(([part]) => ({ text: part || code, line })),
      );

function dataLines(file: string, text: string): SettingLine[] {
  // JSON is YAML, except for its comments.
  const { value, error, lineOf } = parseYamlLines(/\.jsonc?$/.test(file) ? stripComments(text, " ") : text);
  if (error) return [{ text: `The file can't be read: ${error.message}`, line: error.line }];
  return settingsIn(value, []).map(({ path, setting }) => {
    const names = path.filter((name) => !/^\d+$/.test(name));
    return { text: `${names.join(".")}: ${setting}`, line: lineOf(path) };
  });
}

function settingsIn(value: unknown, path: string[]): { path: string[]; setting: string }[] {
  const isContainer = value !== null && typeof value === "object";
  const isList = Array.isArray(value) && value.every((item) => typeof item !== "object");
  if (isContainer && !isList && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([name, child]) => settingsIn(child, [...path, name]));
  const text = isList ? [...value].sort().join(", ") : isContainer ? "none" : String(value);
  return [{ path, setting: text.trim().replaceAll("\n", "; ") }];
}

const codeLines = (text: string): SettingLine[] =>
  text
    .split("\n")
    .map((code, i) => ({ text: code.replace(/(^|\s+)(\/\/|#) .*/, "").trim(), line: i + 1 }))
    .filter(({ text: code }) => /\w/.test(code));
