import { errorCodeTable } from "../../scripts/contract/error-examples.ts";
import { html } from "../html.ts";
import { errorPath, operationPath } from "../links.ts";
import { renderMarkdown } from "../markdown.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";

/** The table of error codes, as entries that fit a phone. */
export function errorCodesPage({ document, operations, errorCodes, links }: Site): Page {
  const table = errorCodeTable(document);
  const entries = errorCodes.map(({ code, meaning, remedy, operations: ids }) => {
    const { statuses = [], message } = table[code] ?? {};
    const where =
      ids.length === operations.length
        ? "All operations"
        : ids.map((id) => html`<a href="@/${operationPath(id)}">${id}</a>`);
    return html`<li id="${code}" data-operations="${ids.join(" ")}">
<h2><code>${code}</code> <a class="anchor" href="#${code}" aria-label="Link to this code">#</a></h2>
<div class="prose">${renderMarkdown(meaning, links).html}</div>
<div class="prose remedy"><strong>What to do</strong> ${renderMarkdown(remedy, links).html}</div>
${message !== undefined && html`<p class="small">Message: <q>${message}</q></p>`}
<p class="small">Status ${statuses.join(" or ")} · ${where}</p>
</li>`;
  });
  return {
    path: "error-codes.html",
    title: "Error codes",
    description: "What each AADB2C error code of the policy keys API means, and what to do about it.",
    part: "errors",
    main: html`<h1>Error codes</h1>
<p>These are the error codes that Azure AD B2C is known to return for key sets. You find the code in <code>error.code</code> of the response body. The service can return other codes, and Microsoft Graph has codes of its own.</p>
<p class="small">The codes come from <a href="https://github.com/MicrosoftDocs/azure-docs/blob/77c9afad729f4262fe655b079dc50c10eba11a15/articles/active-directory-b2c/error-codes.md">Microsoft's list of 2019</a>, and from reports. No list has the status of a code: see <a href="@/conflicts/statuses-of-codes.html">the conflict</a>.</p>
<form class="filter" data-filter="codes" hidden>
<label>Search <input type="search" name="text" placeholder="A code or a part of the message" autocomplete="off"></label>
<label>Operation <select name="operation"><option value="">Any</option>${operations.map(({ id }) => html`<option>${id}</option>`)}</select></label>
<output></output>
</form>
<ul class="list codes" id="codes">${entries}</ul>`,
    search: errorCodes.map(({ code, meaning, remedy }) => ({
      title: `${code}: ${meaning.replaceAll("`", "")}`,
      kind: "Error code",
      path: errorPath(code),
      names: `${code} ${code.replace(/^AADB2C/, "")}`,
      text: `${remedy} ${table[code]?.message ?? ""}`,
    })),
  };
}
