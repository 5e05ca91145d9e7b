/** Text that is HTML already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Value = Html | string | number | false | undefined | Value[];

/** HTML from a template. What is put in is escaped unless it's HTML itself; `false` and `undefined` leave nothing. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.map((part, i) => part + textOf(values[i])).join(""));

function textOf(value: Value): string {
  if (Array.isArray(value)) return value.map(textOf).join("");
  if (value instanceof Html) return value.text;
  return value === undefined || value === false ? "" : escapeHtml(String(value));
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
