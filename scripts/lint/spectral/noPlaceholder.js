// Complete words in capitals, as base64 can contain any of these letters. XXX and TBD are too short to search for in a name.
const placeholder = /\b(?:TODO|FIXME)|\b(?:TBD|XXX)\b|lorem ipsum/;

/** Reports each name and text in the document with a mark that something is still missing. */
export default function noPlaceholder(node, _options, { path }) {
  const found = (text, at) => {
    const [word] = placeholder.exec(text) ?? [];
    return word ? [{ message: `Replace ${word} with the missing text, or remove it.`, path: at }] : [];
  };
  const walk = (value, at) => {
    if (typeof value === "string") return found(value, at);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => [...found(key, [...at, key]), ...walk(child, [...at, key])]);
  };
  return walk(node, path);
}
