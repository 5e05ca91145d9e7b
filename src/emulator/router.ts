import { type ContractOperation, contractOperations } from "../../generated/emulator-contract.js";

/** The ID of an operation of the contract. */
export type OperationId = (typeof contractOperations)[number]["id"];

/** An operation of the contract that the emulator has. */
export type Operation = ContractOperation & { id: OperationId };

export interface RouterOptions {
  /** The stages of the operations that are served. */
  stages: ReadonlySet<ContractOperation["stage"]>;
  /** Whether the words of a path match without regard to case. */
  ignoreCase: boolean;
  /** Whether `keySets('{id}')` and `getActiveKey()` work too. */
  odataSyntax: boolean;
}

/** Which operation a request is for. */
type Route =
  | { found: "operation"; operation: Operation; id: string; kid: string }
  | { found: "path"; methods: string[] }
  | { found: "nothing" };

interface Template {
  segments: string[];
  operations: Map<string, Operation>;
}

/**
 * Finds the operation of a request by its method and its path below the service root, such as
 * `/trustFramework/keySets/B2C_1A_a`, still encoded.
 */
export type Router = (method: string, path: string) => Route;

export function createRouter(options: RouterOptions): Router {
  const fold = (words: string[]) => (options.ignoreCase ? words.map((word) => word.toLowerCase()) : words);
  const templates = templatesOf(options.stages).map(({ segments, operations }) => ({
    words: fold(segments),
    operations,
  }));

  // Where an ID stands in a path.
  const idPlaces = new Set(
    templates.flatMap(({ words }) => words.flatMap((word, place) => (word.startsWith("{") ? [place] : []))),
  );

  return function route(method, path) {
    const segments = segmentsOf(path, options.odataSyntax ? idPlaces : undefined);
    const words = segments && fold(segments);
    const template = words && templates.find((candidate) => matches(candidate.words, words));
    if (!template) return { found: "nothing" };
    const operation = template.operations.get(method);
    if (!operation) return { found: "path", methods: [...template.operations.keys()] };
    const [, , id = "", , kid = ""] = segments;
    return { found: "operation", operation, id, kid };
  };
}

/** A word in braces stands for any segment that isn't empty. */
const matches = (template: string[], words: string[]): boolean =>
  template.length === words.length &&
  template.every((word, i) => (word.startsWith("{") ? words[i] !== "" : word === words[i]));

/** The templates of the paths, those without parameters first. */
function templatesOf(stages: RouterOptions["stages"]): Template[] {
  const templates = new Map<string, Template>();
  for (const operation of contractOperations) {
    if (!stages.has(operation.stage)) continue;
    const { path, method } = operation;
    const template = templates.get(path) ?? { segments: path.slice(1).split("/"), operations: new Map() };
    template.operations.set(method, operation);
    templates.set(path, template);
  }
  return [...templates].sort(([a], [b]) => Number(a.includes("{")) - Number(b.includes("{"))).map(([, found]) => found);
}

/**
 * The decoded segments of a path. Without a result, the path isn't well encoded.
 *
 * @param idPlaces where an ID stands, if `keySets('a')` becomes `keySets` and `a`. An ID itself can look like that.
 */
function segmentsOf(path: string, idPlaces: ReadonlySet<number> | undefined): string[] | undefined {
  try {
    const segments = path.slice(1).split("/").map(decodeURIComponent);
    if (!idPlaces || !segments.some((segment) => segment.endsWith(")"))) return segments;
    const found: string[] = [];
    for (const segment of segments) {
      const isId = idPlaces.has(found.length);
      found.push(...(isId ? [segment] : withoutParentheses(segment, idPlaces.has(found.length + 1))));
    }
    return found;
  } catch {
    return undefined;
  }
}

function withoutParentheses(segment: string, canHaveId: boolean): string[] {
  const [, name, id] = /^(\w+)\((?:'(.*)')?\)$/s.exec(segment) ?? [];
  if (name === undefined || (id !== undefined && !canHaveId)) return [segment];
  return id === undefined ? [name] : [name, id.replaceAll("''", "'")];
}
