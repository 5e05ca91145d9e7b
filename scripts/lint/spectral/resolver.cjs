// Resolves each reference by itself. Spectral's own resolver counts how deep references nest for a file and not for a reference,
// so after a hundred references to one file it leaves the next ones unresolved, or not, as the files happen to be read.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { Resolver } = createRequire(require.resolve("@stoplight/spectral-cli/package.json"))(
  "@stoplight/spectral-ref-resolver",
);

class EachByItself extends Resolver {
  resolve(source, { parseResolveResult, ...options }) {
    const parsed = new Map();
    const parseOnce = (file) => {
      const name = String(file.targetAuthority);
      if (!parsed.has(name)) parsed.set(name, parseResolveResult(file));
      return parsed.get(name);
    };
    return super.resolve(source, { ...options, parseResolveResult: parseOnce });
  }
}

module.exports = new EachByItself({
  resolvers: { file: { resolve: async (file) => readFileSync(file.href(), "utf8") } },
  uriCache: { get() {}, set() {} }, // what is in it is resolved once for all references
});
