import { entriesOf } from "./entriesOf.js";

const placeholder = /\b(?:TODO|FIXME)|\bTBD\b|lorem ipsum/;

/** What has data or code: a state of a task may be TODO, and code may have a function of that name. */
const data = ["const", "default", "enum", "example", "examples", "pattern", "x-code-samples", "x-codeSamples"];

/** Reports each name and text in the document with a mark that something is still missing. */
export default function noPlaceholder(document, _options, { path }) {
  const seen = new Set(); // in a resolved document, what many refer to is in many places
  const found = (text, at) => {
    const [word] = placeholder.exec(text) ?? [];
    return word ? [{ message: `Replace ${word} with the missing text, or remove it.`, path: at }] : [];
  };
  const walk = (value, at) => {
    if (typeof value === "string") return found(value, at);
    if (seen.has(value)) return [];
    seen.add(value);
    return entriesOf(value).flatMap(([key, child]) =>
      data.includes(key) ? [] : [...found(key, [...at, key]), ...walk(child, [...at, key])],
    );
  };
  return walk(document, path);
}
