import type { Operation } from "../../scripts/contract/operations.ts";
import { type Html, html } from "../html.ts";
import { operationPath } from "../links.ts";

export const method = ({ method }: Operation): Html =>
  html`<span class="method ${method}">${method.toUpperCase()}</span>`;

/** All operations, in a table with links. */
export const operationTable = (operations: Operation[]): Html =>
  html`<ul class="operations">${operations.map(
    (operation) => html`<li>
<a href="@/${operationPath(operation.id)}">${operation.definition.summary}</a>${stageOf(operation)}
<p>${method(operation)} <code>${operation.path}</code></p></li>`,
  )}</ul>`;

const stageOf = ({ definition }: Operation): Html | false =>
  definition["x-stage"] !== "current" &&
  html` <span class="badge ${definition["x-stage"]}">${definition["x-stage"]}</span>`;
