import type { OpenAPIV3 } from "openapi-types";
import { concernsItself } from "../../scripts/conflicts/affected-operations.ts";
import type { Conflict } from "../../scripts/conflicts/load.ts";
import type { Operation } from "../../scripts/contract/operations.ts";
import { resolvePointer } from "../../scripts/lib/json-pointer.ts";
import { type Html, html } from "../html.ts";
import { conflictPath, errorPath, operationPath } from "../links.ts";
import { headingHtml, renderCode, renderMarkdown } from "../markdown.ts";
import type { Page } from "../page.ts";
import { listOf, propertiesOf } from "../reference/properties.ts";
import { type Sample, samplesOf } from "../reference/samples.ts";
import type { Site } from "../site.ts";
import { badge } from "./conflicts.ts";
import { method, operationTable } from "./operation-table.ts";
import { accessSections, cloudsOf, permissionsOf } from "./permissions.ts";

/** The overview of the reference, and a page for each operation. */
export function referencePages(site: Site): Page[] {
  return [overview(site), ...site.operations.map((operation) => operationPage(operation, site))];
}

function overview(site: Site): Page {
  const { document, links } = site;
  const { html: description, sections } = renderMarkdown(document.info.description ?? "", links);
  const access = accessSections(site);
  return {
    path: "reference.html",
    title: "Reference",
    description: "Each operation of the policy keys API in Microsoft Graph beta, its permissions, and its clouds.",
    part: "reference",
    menu: menu(site),
    headings: [{ id: "operations", title: "Operations", depth: 2 }, ...access.headings],
    main: html`<h1>${document.info.title}</h1>
<p>The complete document: <a href="@/openapi.json">openapi.json</a>, <a href="@/openapi.yaml">openapi.yaml</a> (OpenAPI 3.0.3), <a href="@/openapi-3.1.json">openapi-3.1.json</a>, <a href="@/openapi-3.1.yaml">openapi-3.1.yaml</a> (OpenAPI 3.1). <a href="@/sources.html">What each element rests on</a>.</p>
${headingHtml(2, "operations", "Operations")}
${operationTable(site.operations)}
${access.main}
${headingHtml(2, "about-the-api", "About the API")}
${description}`,
    search: [
      ...access.search,
      ...sections.map(({ title, text }) => ({ title, kind: "Reference", path: "reference.html", names: "", text })),
    ],
  };
}

function operationPage(operation: Operation, site: Site): Page {
  const { id, path, definition } = operation;
  const { document, links } = site;
  const [server] = document.servers ?? [];
  const samples = samplesOf(operation, server?.url ?? "");
  const { summary = id, description = "" } = definition;
  return {
    path: operationPath(id),
    title: summary,
    description: `${operation.method.toUpperCase()} ${path}: ${summary}. Permissions, code samples, responses, and error codes.`,
    part: "reference",
    menu: menu(site, id),
    main: html`<div class="operation"><div>
<p class="trail"><a href="@/reference.html">Reference</a></p>
<h1>${summary}</h1>
<p class="request-line">${method(operation)} <code>${path}</code></p>
${stageNote(operation)}
${renderMarkdown(description, links).html}
${facts(operation)}
</div><aside aria-label="Code samples">${samples.map((sample, i) => sampleHtml(sample, i === 0))}</aside><div>
${requestSection(operation, site)}
${responseSections(operation, site)}
${errorSection(operation, site)}
${conflictSection(operation, site)}
</div></div>`,
    search: [
      {
        title: `${summary} (${id})`,
        kind: "Operation",
        path: operationPath(id),
        names: `${id} ${path} ${permissionsOf(operation).all.join(" ")}`,
        text: description,
      },
    ],
  };
}

/** The conflicts about an operation itself, and those about what it shares with others. */
function conflictSection(operation: Operation, { groups, affectedBy }: Site): Html {
  const conflicts = groups
    .flatMap(({ conflicts }) => conflicts)
    .filter((one) => affectedBy(one).includes(operation.id));
  const own = conflicts.filter((conflict) => concernsItself(operation, conflict));
  const shared = conflicts.filter((conflict) => !own.includes(conflict));
  const list = (some: Conflict[]) =>
    html`<ul class="compact">${some.map(
      (conflict) =>
        html`<li><a href="@/${conflictPath(conflict.id)}">${conflict.title.replaceAll("`", "")}</a> ${badge(conflict)}</li>`,
    )}</ul>`;
  return html`${headingHtml(2, "conflicts", "Conflicts")}
<p>Where the sources about this operation contradict each other. <a href="@/conflicts.html?operation=${operation.id}">All of them, with what to rely on</a>.</p>
${list(own)}
<details><summary>${shared.length} more, about schemas and headers that it shares with others</summary>${list(shared)}</details>`;
}

const stageNotes = {
  current: undefined,
  draft: "Only an unfinished draft of Microsoft's documentation describes this operation. Don't use it.",
  undocumented: "No page documents this operation. Only Microsoft's SDKs have it.",
};

function stageNote({ definition }: Operation): Html | undefined {
  const note = stageNotes[definition["x-stage"]];
  return note === undefined ? undefined : html`<p class="notice">${note}</p>`;
}

/** What somebody has to know before the first call, one line each. */
function facts(operation: Operation): Html {
  const { id, success, definition } = operation;
  const { delegated, application } = permissionsOf(operation);
  const role = definition["x-role"] === "not-stated" ? "Not documented" : definition["x-role"];
  const lines: [string, Html | string][] = [
    ["Permission, delegated", delegated],
    ["Permission, application", application],
    ["Personal accounts", "Not supported"],
    ["Least privileged role", role],
    ["Clouds", cloudsOf(operation)],
    ["Success", `${success.status}${success.headers.length > 0 ? `, ${success.headers.join(", ")}` : ""}`],
    ["Client method", html`<code>client.${id}()</code>`],
  ];
  const { externalDocs } = definition;
  if (externalDocs)
    lines.push(["Microsoft's page", html`<a href="${externalDocs.url}">${definition["x-pages"][0]}</a>`]);
  lines.push(["Sources", html`<a href="@/sources.html#${id.toLowerCase()}">What each element rests on</a>`]);
  return html`<dl class="facts">${lines.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function requestSection({ parameters, definition }: Operation, site: Site): Html | undefined {
  const body = definition.requestBody as OpenAPIV3.RequestBodyObject | undefined;
  if (parameters.length === 0 && !body) return undefined;
  const schema = body?.content["application/json"]?.schema;
  const named = parameters.map(({ name, schema = {}, required, description }) => ({
    name,
    schema: schema as OpenAPIV3.SchemaObject,
    isRequired: required === true,
    description,
  }));
  return html`${headingHtml(2, "request", "Request")}
${named.length > 0 && html`<h3>Path parameters</h3>${listOf(named, site)}`}
${schema && html`<h3>Body</h3>${renderMarkdown(body?.description ?? "", site.links).html}${propertiesOf(schema, site)}`}`;
}

type Response = OpenAPIV3.ResponseObject;

/** A part of the document, or what a reference in its place leads to. */
const targetOf = <T extends object>(node: T | OpenAPIV3.ReferenceObject, document: Site["document"]): T =>
  ("$ref" in node ? resolvePointer(document, node.$ref) : node) as T;

function responsesOf({ definition }: Operation, { document }: Site): [status: string, response: Response][] {
  return Object.entries(definition.responses).map(([status, response]) => [
    status,
    targetOf<Response>(response, document),
  ]);
}

/** The successful response, with its properties and examples. */
function responseSections(operation: Operation, site: Site): Html[] {
  return responsesOf(operation, site)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, { description, headers = {}, content, links = {} }]) => {
      const { schema, examples } = content?.["application/json"] ?? {};
      const named = Object.entries(headers).map(([name, header]) => {
        const {
          schema = {},
          required,
          description,
        } = ("$ref" in header ? resolvePointer(site.document, header.$ref) : header) as OpenAPIV3.HeaderObject;
        return { name, schema: schema as OpenAPIV3.SchemaObject, isRequired: required === true, description };
      });
      const next = Object.values(links).filter((link): link is OpenAPIV3.LinkObject => "operationId" in link);
      return html`${headingHtml(2, "response", `Response ${status}`)}
${renderMarkdown(description, site.links).html}
${named.length > 0 && html`<h3>Headers</h3>${listOf(named, site)}`}
${examplesHtml(examples, site)}
${schema && html`<details><summary>Properties of the body</summary>${propertiesOf(schema, site)}</details>`}
${next.length > 0 && html`<h3>What to do next</h3><ul>${next.map(({ operationId = "", description }) => html`<li><a href="@/${operationPath(operationId)}">${operationId}</a>: ${description}</li>`)}</ul>`}`;
    });
}

/** The examples of a body. The first is open. */
function examplesHtml(examples: OpenAPIV3.MediaTypeObject["examples"], { document }: Site): Html[] {
  return Object.values(examples ?? {}).map((example, i) => {
    const { summary, value } = targetOf<OpenAPIV3.ExampleObject>(example, document);
    const code = renderCode(JSON.stringify(value, undefined, 2), "json");
    return html`<details${i === 0 && html` open`}><summary>Example: ${summary}</summary>${code}</details>`;
  });
}

/** The statuses and the error codes of a failure. */
function errorSection(operation: Operation, site: Site): Html {
  const codes = site.errorCodes.filter(({ operations }) => operations.includes(operation.id));
  const order = operation.definition["x-errors"];
  const likely = [...codes].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  const failures = responsesOf(operation, site).filter(([status]) => !status.startsWith("2"));
  return html`${headingHtml(2, "errors", "Errors")}
<p>The most likely codes come first. Each links to what you can do about it.</p>
<ul class="compact">${likely.map(
    ({ code, meaning }) =>
      html`<li><a href="@/${errorPath(code)}"><code>${code}</code></a> ${meaning.replaceAll("`", "")}</li>`,
  )}</ul>
${failures.map(
  ([
    status,
    { description, content },
  ]) => html`<details><summary><code>${status}</code> ${description.replaceAll("`", "")}</summary>
${examplesHtml(content?.["application/json"]?.examples, site)}</details>`,
)}`;
}

function sampleHtml({ summary, curl, client, powershell }: Sample, isFirst: boolean): Html {
  return html`<details class="samples"${isFirst && html` open`}><summary>${summary}</summary>
<div class="tabs">
<section data-tab="curl"><h3>curl</h3>${renderCode(curl, "bash")}</section>
<section data-tab="client"><h3>TypeScript</h3>${renderCode(client, "typescript")}</section>
<section data-tab="powershell"><h3>PowerShell</h3>${renderCode(powershell, "powershell")}</section>
</div></details>`;
}

function menu({ document, operations }: Site, here?: string): Html {
  return html`<p><a href="@/reference.html"${!here && html` aria-current="page"`}>Overview</a></p>${(
    document.tags ?? []
  ).map(
    ({ name }) =>
      html`<p>${name}</p><ul>${operations
        .filter(({ definition }) => definition.tags?.includes(name))
        .map(
          (operation) =>
            html`<li><a href="@/${operationPath(operation.id)}"${operation.id === here && html` aria-current="page"`}>${operation.definition.summary}</a> ${method(operation)}</li>`,
        )}</ul>`,
  )}<p><a href="@/sources.html"${here === "sources" && html` aria-current="page"`}>What each element rests on</a></p>`;
}

/** What each element of the contract rests on: a long list, which the reference links to. */
export function sourcesPage(site: Site, text: string): Page {
  const { html: main, sections } = renderMarkdown(text, site.links, "generated/sources.md");
  return {
    path: "sources.html",
    title: "What each element rests on",
    description: "The fact, conflict, or convention that each element of the OpenAPI document rests on.",
    part: "reference",
    menu: menu(site, "sources"),
    headings: sections,
    main,
  };
}
