import packageJson from "../package.json" with { type: "json" };
import type { Page } from "./page.ts";
import { documents } from "./pages/other.ts";

/** The content of llms.txt: what is on the site, for language models (llmstxt.org). */
export function llmsTxt(pages: Page[], baseUrl = ""): string {
  const listed = ({ path, title, description }: Page) => `- [${title}](${baseUrl}${path}): ${description}`;
  const below = (folder: string) => pages.filter(({ path }) => path.startsWith(folder)).map(listed);
  return `# trustframework-keysets

> ${packageJson.description}

The API is in Microsoft Graph's beta version only. Microsoft doesn't support it in production. This project isn't affiliated with Microsoft.

## Documents

${documents.map((name) => `- [${name}](${baseUrl}${name}): the complete OpenAPI document`).join("\n")}
- [error-codes.md](${baseUrl}error-codes.md): what each error code means and what to do
- [conflicts.md](${baseUrl}conflicts.md): where the sources contradict each other, and what to rely on

## Operations

${below("reference/").join("\n")}

## Guides

${below("guides/").join("\n")}
`;
}
