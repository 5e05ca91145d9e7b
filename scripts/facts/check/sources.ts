import { type Conflict, quotes } from "../../conflicts/load.ts";
import type { Document } from "../../contract/document.ts";
import { graphType } from "../../contract/schemas.ts";
import { joinPointer, pointerSegments, resolvePointer } from "../../lib/json-pointer.ts";
import { matchesPattern } from "../../lib/path-pattern.ts";
import type { Metadata } from "../other-facts.ts";
import type { AuditInput } from "./audit-input.ts";
import type { Claim } from "./claim.ts";
import { type Cover, conventionsFile } from "./conventions.ts";
import type { Element, Kind } from "./elements.ts";

/** What an element of the contract rests on. */
export type Source =
  | { by: "fact"; file: string; at: string }
  | { by: "conflict"; conflict: Conflict }
  | { by: "convention"; id: string; reference: string };

interface Fact {
  file: string;
  claim: Claim;
}

/** Finds the sources of an element, the surest first. */
export function createFindSources(input: AuditInput, claims: Map<string, Claim[]>): (element: Element) => Source[] {
  const facts = createFindFacts(input, claims);
  const { conflicts } = input.ledger;
  const conflictsByPlace = new Map<string, Conflict[]>();
  for (const conflict of conflicts)
    for (const place of conflict.contract.at)
      conflictsByPlace.set(place, [...(conflictsByPlace.get(place) ?? []), conflict]);
  const conflictsAt = (...places: string[]): Conflict[] => [
    ...new Set(places.flatMap((place) => conflictsByPlace.get(place) ?? [])),
  ];
  const asSource = (conflict: Conflict): Source => ({ by: "conflict", conflict });
  const ofFacts = (element: Element): Source[] =>
    facts(element).map(({ file, claim }) => ({ by: "fact", file, at: claim.at }));

  /** A conflict decides which of the listed codes an operation has; no fact does. */
  function ofOperationsCode(element: Element): Source[] {
    const { pointer, value } = element;
    const entry = `${errorCodes}/${value}`;
    const isListed = ofFacts(element).length > 0 || conflictsAt(entry).length > 0;
    return isListed ? conflictsAt(above(pointer, 1)).map(asSource) : [];
  }

  return (element) => {
    if (isOperationsCode(element)) return ofOperationsCode(element);
    return [
      ...ofFacts(element),
      ...conflictsAt(...placesThatName(element))
        .filter((conflict) => statesElement(conflict, element))
        .map(asSource),
      ...input.conventions.conventions
        .filter(({ covers }) => covers.some((cover) => coversElement(cover, element)))
        .map(({ id, reference }): Source => ({ by: "convention", id, reference })),
    ];
  };
}

/** Whether a convention covers an element: its place and, if the convention names values, its value. */
export const coversElement = ({ at, values }: Cover, { pointer, value }: Element): boolean =>
  matchesPattern(at, pointer) && (values === undefined || values.includes(value));

const listKinds: Kind[] = ["listed value", "required name", "permission", "scope", "error code", "status of an error"];

const keywordKinds: Kind[] = [
  "constraint",
  "stage",
  "cloud",
  "role",
  "server",
  "sign-in",
  "scope",
  "permission",
  "namespace",
];

const isItem = ({ kind, pointer }: Element): boolean => listKinds.includes(kind) && /\/\d+$/.test(pointer);

const isOperationsCode = ({ kind, pointer }: Element): boolean =>
  kind === "error code" && above(pointer, 1).endsWith("/x-errors");

const isListedCode = ({ kind, pointer }: Element): boolean => kind === "listed value" && pointer.startsWith(errorCode);

/** Where a conflict points to name an element: at the element itself or, for an item of a list, at the list. */
function placesThatName(element: Element): string[] {
  const { pointer, kind, value } = element;
  if (isListedCode(element)) return [`${errorCodes}/${value}`];
  if (kind === "operation") return [pointer, `${pointer}/operationId`];
  return isItem(element) ? [pointer, above(pointer, 1)] : [pointer];
}

/** The value of an item or of a keyword, which the words of a conflict must have, so that another value isn't named. */
function neededValue(element: Element): unknown {
  const { kind, name, value } = element;
  if (isListedCode(element)) return undefined;
  // The place of a parameter is a number in a list, so its name has to be in the words.
  if (kind === "parameter") return `{${name}}`;
  const isNeeded = typeof value !== "boolean" && (isItem(element) || keywordKinds.includes(kind));
  return isNeeded ? value : undefined;
}

function statesElement({ contract: { says } }: Conflict, element: Element): boolean {
  const value = neededValue(element);
  return value === undefined || states(says, value);
}

/** What names an element, so that it rests on a conflict or a convention. */
export function howToName(element: Element): string {
  if (isOperationsCode(element)) return `name ${above(element.pointer, 1)} in "contract.at" of a conflict`;
  const value = neededValue(element);
  const words = typeof value === "number" ? value : `\`${value}\` in backticks`;
  const says = value === undefined ? "" : ` that has ${words} in "contract.says"`;
  return `name ${placesThatName(element)[0]} in "contract.at" of a conflict${says}, or in ${conventionsFile}`;
}

/** Whether words have a value: a number as a word, and a text in backticks. */
const states = (words: string, value: unknown): boolean =>
  typeof value === "number" ? words.split(/[^\d]+/).includes(String(value)) : quotes(words, String(value));

const errorCode = "#/components/schemas/ErrorCode/";
const errorCodes = `${errorCode}x-error-codes`;

type FindFacts = (element: Element) => Fact[];

/** Finds the facts that an element rests on. Which facts support which kind of element is decided here. */
function createFindFacts({ document, facts: { metadata } }: AuditInput, claims: Map<string, Claim[]>): FindFacts {
  const index = indexClaims(document, claims);
  const places = createSamePlaces(document, metadata);
  const through = (pointer: string): Fact[] => places(pointer).flatMap((place) => index.through.get(place) ?? []);
  const exact = (pointer: string): Fact[] => places(pointer).flatMap((place) => index.exact.get(place) ?? []);
  const ofCode = (code: unknown): Fact[] =>
    index.all.filter(({ file, claim }) => file === "error-codes" && claim.value === code);
  const ofPermission = (permission: unknown): Fact[] =>
    index.all.filter(({ file, claim }) => file === "metadata" && claim.value === permission);

  const byKind: Record<Kind, FindFacts> = {
    operation: ({ pointer }) => exact(`${pointer}/x-pages`),
    // The parameters of a path are in its request line. Others are in a table.
    parameter: ({ pointer, name, value }) => {
      const [operation = ""] = pointer.split("/parameters/");
      const [, path = ""] = pointerSegments(operation);
      const ofPath = value === "path" && path.includes(`{${name}}`) ? exact(`${operation}/x-pages`) : [];
      return [...ofPath, ...exact(`${operation}/parameters`).filter(({ claim }) => claim.value === name)];
    },
    property: ({ pointer }) => through(pointer),
    schema: ({ pointer }) => index.through.get(pointer) ?? [],
    "listed value": ({ pointer, value }) =>
      pointer.startsWith(errorCode)
        ? ofCode(value)
        : exact(above(pointer, 2)).filter(({ claim }) => claim.value === value),
    // What is required differs between what is sent and what comes back, even if the type is the same.
    "required name": ({ pointer, value }) =>
      (index.exact.get(above(pointer, 1)) ?? []).filter(({ claim }) => claim.value === value),
    constraint: ({ pointer, value }) =>
      exact(pointer).filter(({ claim }) => typeof value === "boolean" || isQuoted(claim, value)),
    status: ({ pointer }) => index.through.get(pointer) ?? [],
    header: ({ pointer }) => index.through.get(pointer) ?? [],
    "media type": ({ pointer }) => index.through.get(pointer) ?? [],
    response: () => [],
    permission: ({ pointer, value }) =>
      value === "not-supported"
        ? exact(pointer)
        : [
            ...exact(above(pointer, 2)).filter(({ claim }) => quotesScope(claim, value)),
            ...exact(above(pointer, 3)).filter(({ claim }) => claim.value === value),
          ],
    // A scope of a delegated call is a permission of the operation.
    scope: ({ pointer, value }) => {
      const [operation, place] = pointer.split("/security/");
      if (!place) return ofPermission(value);
      if (operation === "#") return ofPermission(value);
      return exact(`${operation}/x-permissions/delegated`).filter(({ claim }) => quotesScope(claim, value));
    },
    role: ({ pointer, value }) => exact(pointer).filter(({ claim }) => claim.quote === value),
    cloud: ({ pointer }) => exact(pointer),
    stage: ({ pointer }) => exact(pointer).filter(({ claim }) => claim.at === "#stage"),
    page: ({ pointer, value }) => exact(above(pointer, 1)).filter(({ claim }) => claim.value === value),
    server: ({ value }) =>
      (index.exact.get("#/servers") ?? []).filter(({ claim }) => claim.quote?.startsWith(`${value}/`)),
    "sign-in": ({ name, pointer }) =>
      above(pointer, 1) === "#/components/securitySchemes"
        ? index.all.filter(({ file, claim }) => file === "permissions" && claim.at === schemes[name])
        : [],
    "permission ID": ({ pointer, value }) => exact(pointer).filter(({ claim }) => claim.quote === value),
    "error code": ({ value }) => ofCode(value),
    "text of an error": ({ pointer, value }) => exact(pointer).filter(({ claim }) => claim.quote === value),
    "status of an error": () => [],
    link: () => [],
    namespace: ({ pointer, value }) => exact(pointer).filter(({ claim }) => claim.quote === value),
    other: () => [],
  };
  return (element) => unique(byKind[element.kind](element));
}

/** Whether a fact states a value, such as the type `Int64` for the format `int64`. */
const isQuoted = ({ quote = "" }: Claim, value: unknown): boolean => quote.toLowerCase() === String(value);

const quotesScope = ({ quote = "" }: Claim, scope: unknown): boolean => quote.split(/[\s|,]+/).includes(String(scope));

/** The names of the security schemes in the file of permissions. */
const schemes: Record<string, string> = { delegated: "/schemes/DelegatedWork", application: "/schemes/Application" };

/** The pointer without its last segments. */
const above = (pointer: string, count: number): string => pointer.split("/").slice(0, -count).join("/");

const unique = (facts: Fact[]): Fact[] => [
  ...new Map(facts.map((fact) => [`${fact.file} ${fact.claim.at}`, fact])).values(),
];

interface Index {
  all: Fact[];
  /** The facts about exactly a place. */
  exact: Map<string, Fact[]>;
  /** The facts about a place or a part of it. */
  through: Map<string, Fact[]>;
}

/** The facts that the contract meets, by the places of the bundled document that they are about. */
function indexClaims(document: Document, claims: Map<string, Claim[]>): Index {
  const all = [...claims].flatMap(([file, own]) =>
    own.filter(({ met }) => met).map((claim): Fact => ({ file, claim })),
  );
  const index: Index = { all, exact: new Map(), through: new Map() };
  function add(map: Map<string, Fact[]>, place: string, fact: Fact): void {
    const found = map.get(place);
    if (found) found.push(fact);
    else map.set(place, [fact]);
  }
  // Many facts are about the same place.
  const traces = new Map([...new Set(all.map(({ claim }) => claim.pointer))].map((at) => [at, trace(document, at)]));
  for (const fact of all) {
    const { visited, last } = traces.get(fact.claim.pointer) ?? nowhere;
    for (const place of visited) add(index.through, place, fact);
    for (const place of last) add(index.exact, place, fact);
  }
  return index;
}

/** Places of the document: those that a pointer leads through, references followed, and the names of the last one. */
interface Trace {
  visited: Set<string>;
  last: Set<string>;
}

const nowhere: Trace = { visited: new Set(), last: new Set() };

function trace(document: Document, pointer: string): Trace {
  let at = "#";
  let node: unknown = document;
  const visited = new Set<string>();
  let last = new Set<string>();
  for (const segment of pointerSegments(pointer)) {
    at = joinPointer(at, segment);
    node = typeof node === "object" && node !== null ? (node as Record<string, unknown>)[segment] : undefined;
    if (node === undefined) return nowhere;
    last = new Set([at]);
    while (typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string") {
      at = decodeURIComponent(node.$ref);
      last.add(at);
      node = resolvePointer(document, at);
    }
    for (const place of last) visited.add(place);
  }
  return { visited, last };
}

/**
 * The places of schemas that represent the same type of Graph, or one with the same members: what is said of a property
 * there holds here too. What is sent, what comes back, and a draft have schemas of their own.
 */
function createSamePlaces(document: Document, { types }: Metadata): (pointer: string) => string[] {
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => ({
    place: joinPointer("#/components/schemas", name),
    members: membersOf("title" in schema ? graphType(schema) : undefined),
  }));
  function membersOf(type = ""): string {
    return Object.keys(types[type]?.properties ?? {}).join();
  }
  return (pointer) => {
    const own = schemas.find(({ place }) => pointer === place || pointer.startsWith(`${place}/`));
    if (!own?.members) return [pointer];
    const others = schemas.filter(({ place, members }) => place !== own.place && members === own.members);
    return [pointer, ...others.map(({ place }) => place + pointer.slice(own.place.length))].flatMap((place) => [
      place,
      ...trace(document, place).last,
    ]);
  };
}
