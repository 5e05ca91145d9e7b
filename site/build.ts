// The command that builds the site.
import { runCli } from "../scripts/lib/run-cli.ts";
import { buildSite } from "./build-site.ts";

const usage = `Usage: npm run site:build -- [--out DIR] [--base-url URL] [--versions V,V,...]

Builds the site from generated/, spec/conflicts/, and docs/. Then open site/dist/index.html.

--out DIR         Where to write; its content is deleted first. Default: site/dist
--base-url URL    The address that the site will have, for what can't be relative: 404.html, canonical links,
                  the picture for social media, sitemap.xml, and llms.txt.
--versions V,V    The released versions, the newest first. Default: the version of package.json`;

const options = {
  out: { type: "string", default: "site/dist" },
  "base-url": { type: "string" },
  versions: { type: "string", multiple: true },
} as const;

await runCli({
  usage,
  options,
  async main(given) {
    await buildSite(given);
    console.log(`site:build: open ${given.out}/index.html`);
    return 0;
  },
});
