// Whole words in capitals, as base64 may hold any of these letters; XXX and TBD are too short to look for inside a name.
const placeholder = /\b(?:TODO|FIXME)|\b(?:TBD|XXX)\b|lorem ipsum/;

/** Reports every name and text in the document that says that something is still to be written. */
export default function noPlaceholder(node, _options, { path }) {
  const found = (text, at) => {
    const [word] = placeholder.exec(text) ?? [];
    return word ? [{ message: `Write what ${word} stands for, or remove it.`, path: at }] : [];
  };
  const walk = (value, at) => {
    if (typeof value === "string") return found(value, at);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => [...found(key, [...at, key]), ...walk(child, [...at, key])]);
  };
  return walk(node, path);
}
