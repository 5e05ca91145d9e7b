import type { Document } from "../contract/document.ts";
import { header } from "./doc-comment.ts";

/** The source of clouds.ts: where each national cloud serves the API, and the scope of tokens for it. */
export function cloudsSource(document: Document): string {
  const clouds = document.servers!.map((server) => {
    const { url, "x-cloud": name, "x-default-scope": scope } = server as any;
    return `  ${name}: { root: "${url}", scope: "${scope}" },\n`;
  });
  return `${header}/** Where each national cloud serves the API, and the scope of the tokens that it takes. */
export const clouds = {
${clouds.join("")}};

/** The name of a national cloud. */
export type CloudName = keyof typeof clouds;
`;
}
