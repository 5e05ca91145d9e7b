import type { OpenAPIV3 } from "openapi-types";
import type { Operation } from "../../scripts/contract/operations.ts";
import { type Html, html } from "../html.ts";
import { operationPath } from "../links.ts";
import { headingHtml } from "../markdown.ts";
import type { Heading, SearchEntry } from "../page.ts";
import type { Site } from "../site.ts";

/** The permissions of an operation, for people. */
export function permissionsOf({ definition }: Operation): { delegated: string; application: string; all: string[] } {
  const { delegated, application } = definition["x-permissions"];
  const text = ({ least, higher }: typeof delegated) => [...least, ...higher].join(" or ") || "Not documented";
  const all = [...new Set([delegated, application].flatMap(({ least, higher }) => [...least, ...higher]))];
  return { delegated: text(delegated), application: text(application), all };
}

export const cloudsOf = ({ definition }: Operation): string =>
  definition["x-clouds"] === "all" ? "Global, US Government L4 and L5 (DoD), China" : "Not documented";

type Scheme = OpenAPIV3.OAuth2SecurityScheme & { "x-permission-ids": Record<string, string> };
type Server = OpenAPIV3.ServerObject & { "x-sign-in": string; "x-default-scope": string };

/** Who can call what, and where: the permissions with their IDs, and the clouds. */
export function accessSections({ document, operations }: Site): {
  main: Html;
  headings: Heading[];
  search: SearchEntry[];
} {
  const { delegated, application } = (document.components?.securitySchemes ?? {}) as Record<string, Scheme>;
  const texts = delegated?.flows.authorizationCode?.scopes ?? {};
  const permissions = Object.entries(texts).map(([name, text]) => ({
    name,
    text,
    ids: [delegated?.["x-permission-ids"][name] ?? "", application?.["x-permission-ids"][name] ?? ""],
    least: operations.filter(({ definition }) => definition["x-permissions"].application.least.includes(name)),
  }));
  const servers = (document.servers ?? []) as Server[];
  const main = html`${headingHtml(2, "permissions", "Permissions")}
<p>The permissions are the same for delegated calls (work or school accounts) and for application calls. Personal Microsoft accounts aren't supported.</p>
${permissions.map(
  ({
    name,
    text,
    ids: [ofUser, ofApp],
    least,
  }) => html`<section class="card" id="${name}"><h3><code>${name}</code></h3><p>${text}</p>
<dl class="facts"><div><dt>ID, delegated</dt><dd><code>${ofUser}</code></dd></div><div><dt>ID, application</dt><dd><code>${ofApp}</code></dd></div>
<div><dt>Least permission of</dt><dd>${least.map(({ id }) => html`<a href="@/${operationPath(id)}">${id}</a>`)}</dd></div></dl></section>`,
)}
${headingHtml(2, "clouds", "Clouds")}
${servers.map(
  ({
    url,
    description = "",
    "x-sign-in": signIn,
    "x-default-scope": scope,
  }) => html`<section class="card"><h3>${description.split(".")[0]}</h3>
<dl class="facts"><div><dt>Service root</dt><dd><code>${url}</code></dd></div><div><dt>Sign-in host</dt><dd><code>${signIn}</code></dd></div><div><dt>Scope of an application</dt><dd><code>${scope}</code></dd></div></dl></section>`,
)}`;
  return {
    main,
    headings: [
      { id: "permissions", title: "Permissions", depth: 2 },
      { id: "clouds", title: "Clouds", depth: 2 },
      { id: "about-the-api", title: "About the API", depth: 2 },
    ],
    search: [
      ...permissions.map(({ name, text, ids }) => ({
        title: name,
        kind: "Permission",
        path: `reference.html#${name}`,
        names: `${name} ${ids.join(" ")}`,
        text,
      })),
      ...servers.map(({ url, description = "", "x-sign-in": signIn }) => ({
        title: `Cloud: ${description}`,
        kind: "Reference",
        path: "reference.html#clouds",
        names: url,
        text: signIn,
      })),
    ],
  };
}
