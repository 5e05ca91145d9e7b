// Resolves each reference on its own. Spectral's resolver limits nested references, but counts all references to a file: after a
// hundred of them, it leaves the next ones unresolved, depending on the order in which it reads files.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { dirname } = require("node:path");

// Spectral's program may be installed beside this package, or be the one that runs.
const paths = [__dirname, ...(require.main ? [dirname(require.main.filename)] : [])];
const cli = require.resolve("@stoplight/spectral-cli/package.json", { paths });
const { Resolver } = createRequire(cli)("@stoplight/spectral-ref-resolver");

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
  uriCache: { get() {}, set() {} }, // its entries would be resolved once for all references
});
