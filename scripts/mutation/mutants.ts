import { joinPointer } from "../lib/json-pointer.ts";
import type { Document } from "../contract/document.ts";

/** The contract with one constraint changed. */
export interface Mutant {
  /** The JSON pointer of what is changed, and how. */
  name: string;
  /** Makes it: a copy of the contract for each change at once would take long. */
  make: () => Document;
}

interface Change {
  how: string;
  /** Changes `parent[key]`. */
  apply: (parent: any, key: string) => void;
}

// Words for people: a change there breaks nothing that a program relies on.
const prose = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "license",
  "meaning",
  "remedy",
]);
// What stands below these is a name of the contract's own, even if it is spelt like a keyword.
const namesBelow = new Set(["properties", "schemas", "headers", "parameters", "responses", "paths"]);
const methods = ["get", "put", "post", "patch", "delete"];

/** Every way to change a single constraint of the contract. */
export function mutants(document: Document): Mutant[] {
  return below(document, []);

  function below(node: any, keys: string[]): Mutant[] {
    return Object.entries<any>(node).flatMap(([key, value]) => {
      if (prose.has(key) && !namesBelow.has(keys.at(-1) ?? "")) return [];
      const place = [...keys, key];
      return [
        ...changes(document, place, value).map(({ how, apply }) => ({
          name: `${joinPointer("#", ...place)} ${how}`,
          make: () => {
            const copy = structuredClone(document);
            apply(
              keys.reduce((parent, part) => parent[part], copy as any),
              key,
            );
            return copy;
          },
        })),
        ...(typeof value === "object" && value !== null ? below(value, place) : []),
      ];
    });
  }
}

function changes(document: Document, place: string[], value: any): Change[] {
  const [key, parentKey] = [place.at(-1)!, place.at(-2)];
  const isProse = parentKey === "scopes"; // the text beside a scope's name
  // The document's frame, without which nothing is an OpenAPI document.
  if (place.length < (place[0] === "components" ? 3 : 2) && place[0] !== "openapi" && place[0] !== "security")
    return [];
  const found: Change[] = [leftOut];
  if (typeof value === "boolean") found.push(put(`made ${!value}`, !value));
  if (typeof value === "number") found.push(put("made one more", value + 1));
  if (typeof value === "string" && !isProse)
    found.push(key === "$ref" ? put("referring elsewhere", elsewhere(document, value)) : put("changed", other(value)));
  if (Array.isArray(value))
    found.push(put("given one more", [...value, value.length > 0 ? other(value.at(-1)) : "more"]));
  if (parentKey === "paths") found.push(renamed(`${key}s`));
  if (methods.includes(key)) found.push(renamed(key === "put" ? "patch" : "put"));
  if (parentKey === "responses" && /^\d/.test(key)) found.push(renamed(String(Number(key) + 1)));
  if (parentKey === "properties" || parentKey === "headers") found.push(renamed(`${key}x`));
  if (key === "properties") found.push(put("given one more", { ...value, addedLater: { type: "string" } }));
  if (value?.type === "object" && !("additionalProperties" in value))
    found.push(put("closed", { ...value, additionalProperties: false }));
  if (value?.type === "string" && !value.writeOnly) found.push(put("made writeOnly", { ...value, writeOnly: true }));
  if (value?.type && !value.nullable && place.includes("schemas"))
    found.push(put("made nullable", { ...value, type: value.type, nullable: true }));
  return found;
}

const leftOut: Change = {
  how: "left out",
  apply: (parent, key) => (Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key]),
};

const put = (how: string, value: unknown): Change => ({ how, apply: (parent, key) => (parent[key] = value) });

const renamed = (name: string): Change => ({
  how: `renamed ${name}`,
  apply: (parent, key) => {
    parent[name] = parent[key];
    delete parent[key];
  },
});

function other(value: unknown): unknown {
  if (typeof value !== "string") return structuredClone(value);
  const types = ["string", "integer", "object", "array"];
  return types.includes(value) ? types[(types.indexOf(value) + 1) % types.length] : `${value}x`;
}

/** Another component of the same kind; for lack of one, none. */
function elsewhere(document: any, ref: string): string {
  const [, components, kind, name] = ref.split("/");
  const sibling = Object.keys(document[components!][kind!]).find((key) => key !== name);
  return `#/${components}/${kind}/${sibling ?? `no-${name}`}`;
}
