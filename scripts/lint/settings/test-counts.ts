/**
 * How many files a folder has, how many tests and expectations are written in them, how many entries their lists of cases have,
 * and how many criteria the steps of their stories have.
 * A test in a loop counts once.
 */
export function countsIn(path: string, texts: ReadonlyMap<string, string>): Record<string, number> {
  const below = [...texts]
    .filter(([file]) => file === path || file.startsWith(`${path}/`))
    .map(([file, text]) => [file, text.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, "")] as const);
  const count = (pattern: RegExp, isCounted = /\.[cm]?[jt]s$/) =>
    below.reduce((sum, [file, text]) => sum + ((isCounted.test(file) && text.match(pattern)?.length) || 0), 0);
  return {
    files: below.length,
    tests: count(/^[ \t]*(?:test|it)(?:\.\w+)*[(`]/gm),
    expectations: count(/^[^/\n]*\b(?:expect|assert)\w*[.(]/gm),
    entries: count(/^ *- /gm, /\.ya?ml$/),
    criteria: count(/^ *(?:- )?condition: /gm, /\.arazzo\.yaml$/),
  };
}
