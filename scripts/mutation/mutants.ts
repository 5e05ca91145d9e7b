import type { Document } from "../contract/document.ts";
import { joinPointer } from "../lib/json-pointer.ts";

/** The contract with one constraint changed. */
export interface Mutant {
  /** The JSON pointer of the changed value, and how it's changed. */
  name: string;
  /** Makes it when it's needed, as copies of the contract for all changes take long. */
  make: () => Document;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Parent = Json[] | { [key: string]: Json };

interface Change {
  how: string;
  /** Changes `parent[key]`. */
  apply: (parent: Parent, key: string) => void;
}

// Prose: no program relies on it.
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
// The keys below these are names, even if they are spelled like a keyword.
const namesBelow = new Set(["properties", "schemas", "headers", "parameters", "responses", "paths"]);
const methods = ["get", "put", "post", "patch", "delete"];

/** Every way to change a single constraint of the contract. */
export function mutants(document: Document): Mutant[] {
  const contract = document as unknown as Json;
  return mutantsBelow(contract, []);

  function mutantsBelow(node: Json, path: string[]): Mutant[] {
    return Object.entries<Json>(node as Parent as Record<string, Json>).flatMap(([key, value]) => {
      if (prose.has(key) && !namesBelow.has(path.at(-1) ?? "")) return [];
      const place = [...path, key];
      const own = changesOf(contract, place, value).map(({ how, apply }) => ({
        name: `${joinPointer("#", ...place)} ${how}`,
        make: () => {
          const copy = structuredClone(contract);
          apply(path.reduce(childOf, copy) as Parent, key);
          return copy as unknown as Document;
        },
      }));
      return typeof value === "object" && value !== null ? [...own, ...mutantsBelow(value, place)] : own;
    });
  }
}

const childOf = (parent: Json, key: string): Json => (parent as Record<string, Json>)[key] ?? null;

function changesOf(contract: Json, place: string[], value: Json): Change[] {
  const key = place.at(-1) ?? "";
  const parentKey = place.at(-2) ?? "";
  const isScope = parentKey === "scopes"; // its value describes it
  // Without these it isn't an OpenAPI document.
  if (place.length < (place[0] === "components" ? 3 : 2) && key !== "openapi" && key !== "security") return [];
  return [
    leftOut,
    ...changesOfValue(contract, key, isScope ? null : value),
    ...renamings(parentKey, key),
    ...ofSchema(place, value),
  ];
}

function changesOfValue(contract: Json, key: string, value: Json): Change[] {
  if (typeof value === "boolean") return [put(`made ${!value}`, !value)];
  if (typeof value === "number") return [put("made one more", value + 1)];
  if (typeof value === "string" && key === "$ref") return [put("referring elsewhere", otherComponent(contract, value))];
  if (typeof value === "string") return [put("changed", otherValue(value))];
  if (Array.isArray(value)) return [put("given one more", [...value, otherValue(value.at(-1) ?? "more")])];
  if (key === "properties") return [put("given one more", { ...value, addedLater: { type: "string" } })];
  return [];
}

function renamings(parentKey: string, key: string): Change[] {
  if (parentKey === "paths") return [renamed(`${key}s`)];
  if (methods.includes(key)) return [renamed(key === "put" ? "patch" : "put")];
  if (parentKey === "responses" && /^\d/.test(key)) return [renamed(String(Number(key) + 1))];
  return parentKey === "properties" || parentKey === "headers" ? [renamed(`${key}x`)] : [];
}

function ofSchema(place: string[], value: Json): Change[] {
  if (value === null || typeof value !== "object" || Array.isArray(value) || !value.type) return [];
  const added = (how: string, member: { [key: string]: Json }) => put(how, { ...value, ...member });
  return [
    ...(value.type === "object" && !("additionalProperties" in value)
      ? [added("closed", { additionalProperties: false })]
      : []),
    ...(value.type === "string" && !value.writeOnly ? [added("made writeOnly", { writeOnly: true })] : []),
    ...(!value.nullable && place.includes("schemas") ? [added("made nullable", { nullable: true })] : []),
  ];
}

const leftOut: Change = {
  how: "left out",
  apply: (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  },
};

const put = (how: string, value: Json): Change => ({
  how,
  apply: (parent, key) => {
    (parent as Record<string, Json>)[key] = value;
  },
});

const renamed = (name: string): Change => ({
  how: `renamed ${name}`,
  apply: (parent, key) => {
    const members = parent as Record<string, Json>;
    members[name] = members[key] ?? null;
    delete members[key];
  },
});

const types = ["string", "integer", "object", "array"];

function otherValue(value: Json): Json {
  if (typeof value !== "string") return structuredClone(value);
  return types.includes(value) ? (types[(types.indexOf(value) + 1) % types.length] ?? null) : `${value}x`;
}

/** Another component of the same kind or, if there is none, one that doesn't exist. */
function otherComponent(contract: Json, ref: string): string {
  const [, components = "", kind = "", name] = ref.split("/");
  const siblings = Object.keys(childOf(childOf(contract, components), kind) ?? {});
  return `#/${components}/${kind}/${siblings.find((sibling) => sibling !== name) ?? `no-${name}`}`;
}
