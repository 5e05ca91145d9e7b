import { html } from "../html.ts";
import { errorPath, operationPath } from "../links.ts";
import { headingHtml, renderCode } from "../markdown.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { operationTable } from "./operation-table.ts";

const example = `import { createKeySetsClient, ensureKeySet } from "trustframework-keysets";

const client = createKeySetsClient({ token: () => process.env.GRAPH_TOKEN ?? "" });
const { data, error } = await ensureKeySet(client, "TokenSigningKeyContainer"); // can run twice
if (error) throw error;
console.log(data.id); // B2C_1A_TokenSigningKeyContainer`;

/** The codes that people meet first. */
const commonCodes = ["AADB2C95028", "AADB2C90073", "AADB2C95053", "AADB2C90205"];

/** The first page: what this is, and a way in for each reader. */
export function homePage({ operations, errorCodes, links }: Site): Page {
  const codes = errorCodes.filter(({ code }) => commonCodes.includes(code));
  return {
    path: "index.html",
    title: "Azure AD B2C policy keys: OpenAPI document, types, and client",
    description:
      "Azure AD B2C policy keys: OpenAPI document, TypeScript types, and fetch client for the Microsoft Graph beta API /trustFramework/keySets.",
    main: html`<div class="hero"><h1>Azure AD B2C policy keys, with a contract</h1>
<p class="lead">OpenAPI documents, TypeScript types, and a fetch client for Microsoft Graph's <code>/trustFramework/keySets</code>, and what to rely on where its documentation contradicts itself.</p></div>
<div class="ways">
<section class="card"><h2>You write a program</h2>
<p>Install the client. It has a method for each operation, retries, and errors that say what to do.</p>
${renderCode("npm install trustframework-keysets", "bash")}
<ul><li><a href="@/guides/client.html">Use the client</a></li>
<li><a href="@/guides/rotate-a-signing-key.html">Rotate a signing key</a></li>
<li><a href="@/guides/emulator.html">Test without a tenant</a></li></ul></section>
<section class="card"><h2>You run an API portal</h2>
<p>Take the document that your portal reads. Version 3.0.3 fits all of them, API Management too.</p>
<ul><li>OpenAPI 3.0.3: <a href="@/openapi.json">openapi.json</a>, <a href="@/openapi.yaml">openapi.yaml</a></li>
<li>OpenAPI 3.1: <a href="@/openapi-3.1.json">openapi-3.1.json</a>, <a href="@/openapi-3.1.yaml">openapi-3.1.yaml</a></li>
${links.files.has("docs/publishing.md") && html`<li><a href="@/guides/publishing.html">Recipes for portals</a></li>`}
<li><a href="@/reference.html#permissions">Permissions</a> and <a href="@/reference.html#clouds">clouds</a></li>
<li><a href="@/versions.html">Versions</a>, <a href="@/sources.html">sources of each element</a></li></ul></section>
<section class="card"><h2>You have an error code</h2>
<p>Find what it means and what to do about it.</p>
<form action="@/error-codes.html"><input type="search" name="text" aria-label="Code or message" placeholder="AADB2C95028"><button>Find</button></form>
<ul class="compact">${codes.map(
      ({ code, meaning }) => html`<li><a href="@/${errorPath(code)}"><code>${code}</code></a> ${meaning}</li>`,
    )}</ul></section>
</div>
${headingHtml(2, "first-call", "A first call")}
${renderCode(example, "typescript")}
<p>A policy key lives in a key set. <a href="@/guides/policy-keys.html">How policy keys work</a> has a picture of a key's life and of a key set in a policy.</p>
${headingHtml(2, "operations", "Operations")}
<p><a href="@/${operationPath("createKeySet")}">Create a key set</a>, then add a key. Each page has code samples for curl, TypeScript, and PowerShell.</p>
${operationTable(operations)}
${headingHtml(2, "before-you-start", "Before you start")}
<ul><li>The API is in Microsoft Graph's beta version only. Microsoft can change it without notice and doesn't support it in production.</li>
<li>Azure AD B2C hasn't been sold to new customers since May 2025. Microsoft supports it until at least May 2030.</li>
<li>This project isn't affiliated with Microsoft. <a href="@/conflicts.html">Where the sources conflict</a>, it says what you can rely on, and how sure that is.</li></ul>`,
  };
}
