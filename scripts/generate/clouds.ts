import type { Document } from "../contract/document.ts";
import { header } from "./doc-comment.ts";

interface CloudServer {
  url: string;
  "x-cloud": string;
  "x-default-scope": string;
}

/** The source of clouds.ts: the service root of each national cloud, and the scope of its tokens. */
export function cloudsSource(document: Document): string {
  const servers = document.servers as unknown as CloudServer[];
  const clouds = servers.map(
    ({ url, "x-cloud": name, "x-default-scope": scope }) => `  ${name}: { root: "${url}", scope: "${scope}" },\n`,
  );
  return `${header}/** The service root of each national cloud, and the scope of the tokens that it accepts. */
export const clouds = {
${clouds.join("")}};

/** The name of a national cloud. */
export type CloudName = keyof typeof clouds;
`;
}
