import JSON5 from "json5";
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

export interface JsonError {
  offset: number;
  message: string;
}

/** What the parser wanted, by the name of its error. */
const wanted: Record<string, string> = {
  InvalidSymbol: "expected a value",
  InvalidNumberFormat: "expected a number",
  PropertyNameExpected: "expected a property name in double quotes",
  ValueExpected: "expected a value",
  ColonExpected: "expected a colon",
  CommaExpected: "expected a comma",
  CloseBraceExpected: "expected }",
  CloseBracketExpected: "expected ]",
  EndOfFileExpected: "expected nothing more",
  InvalidCommentToken: "expected no comment",
  UnexpectedEndOfComment: "expected the end of the comment",
  UnexpectedEndOfString: "expected the string's end on its line",
  UnexpectedEndOfNumber: "expected the rest of the number",
  InvalidUnicode: "expected four hexadecimal digits",
  InvalidEscapeCharacter: "expected a valid escape",
  InvalidCharacter: "expected no control character",
};

/** Where and why a text isn't JSON; null when it is. The words don't change with the version of Node. */
export function jsonError(text: string): JsonError | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    return describe(text, errors[0] ?? { error: 1, offset: 0, length: 0 });
  }
}

/** The object of an annotation, read as leniently as Microsoft's own tool does. */
export interface LenientObject {
  value: Record<string, unknown>;
  /** Why it isn't strict JSON. */
  lenient?: JsonError;
  /** Why a part of it may be lost. */
  broken?: JsonError;
}

/** Reads an object that may have trailing commas, single quotes, or comments; of a broken one, what can be read. */
export function parseLenient(text: string): LenientObject | null {
  const error = jsonError(text);
  if (error === null) return asObject(JSON.parse(text), {});
  try {
    return asObject(JSON5.parse(text), { lenient: error });
  } catch {
    return asObject(parse(text, [], { allowTrailingComma: true }), { broken: error });
  }
}

function asObject(value: unknown, rest: Omit<LenientObject, "value">): LenientObject | null {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? { value: value as Record<string, unknown>, ...rest } : null;
}

function describe(text: string, { error, offset }: ParseError): JsonError {
  const at = Math.min(offset, text.length);
  const found = nextWord(text, at);
  const expected = wanted[printParseErrorCode(error)] ?? "expected JSON";
  return { offset: at, message: found === "" ? `the text ends, ${expected}` : `found ${found}, ${expected}` };
}

/** The word or sign at an offset, short enough for a message. */
function nextWord(text: string, offset: number): string {
  const word = /^(?:[\w$.]+|.)/su.exec(text.slice(offset, offset + 20))?.[0] ?? "";
  if (word === "") return "";
  return word === "\n" ? "a line end" : `\`${word}\``;
}
