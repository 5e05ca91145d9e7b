const compiled = new Map<string, RegExp>();

/**
 * Whether a path has the segments of a pattern. In it, `*` stands for one segment, and `(a|b)` for one of these. Each
 * pattern is compiled once, because it's compared with thousands of paths.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  if (pattern === path) return true;
  let regExp = compiled.get(pattern);
  if (!regExp) {
    regExp = new RegExp(`^${pattern.split("/").map(compileSegment).join("/")}$`);
    compiled.set(pattern, regExp);
  }
  return regExp.test(path);
}

function compileSegment(segment: string): string {
  if (segment === "*") return "[^/]*";
  const [, names] = /^\((.*)\)$/.exec(segment) ?? [];
  return names ? `(?:${names.split("|").map(escapeRegExp).join("|")})` : escapeRegExp(segment);
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
