/** Says where and why a text is no JSON, in words that do not change with the version of Node. */
export function jsonError(text: string): { offset: number; message: string } | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    return firstError(text);
  }
}

interface JsonError {
  offset: number;
  message: string;
}

const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const space = /[ \t\n\r]*/y;

function firstError(text: string): JsonError {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const expected = (what: string, found = nextWord(text, at)): JsonError => ({
    offset: at,
    message: at < text.length ? `found ${found}, expected ${what}` : `the text ends, expected ${what}`,
  });
  // Where a string may stand, a quote that starts none is a string gone wrong.
  const badString = (): string | undefined =>
    text[at] === '"' ? "a string that is not closed on its line or has a wrong escape" : undefined;
  const open: string[] = []; // the brackets still to be closed
  let want: "value" | "value or ]" | "name" | "name or }" | "more" = "value";

  for (;;) {
    skip(space);
    const next = text[at];
    const close = open.at(-1);
    if (want === "more" && close === undefined) return expected("nothing more");
    if ((want === "more" || want.endsWith(close ?? " ")) && next === close) {
      open.pop();
      at++;
      want = "more";
    } else if (want === "more") {
      if (next !== ",") return expected(`a comma or ${close}`);
      at++;
      want = close === "}" ? "name" : "value";
    } else if (want === "name" || want === "name or }") {
      if (!skip(string))
        return expected(
          want === "name" ? "a property name in double quotes" : "a property name in double quotes or }",
          badString(),
        );
      skip(space);
      if (text[at] !== ":") return expected("a colon");
      at++;
      want = "value";
    } else if (next === "{" || next === "[") {
      open.push(next === "{" ? "}" : "]");
      at++;
      want = next === "{" ? "name or }" : "value or ]";
    } else if (skip(scalar)) {
      want = "more";
    } else {
      return expected("a value", badString());
    }
  }
}

/** The word or sign at an offset, short enough for a message. */
function nextWord(text: string, offset: number): string {
  const word = /^(?:[\w$.]+|[^])/u.exec(text.slice(offset, offset + 20))?.[0] ?? "";
  return word === "\n" ? "a line end" : `\`${word}\``;
}
