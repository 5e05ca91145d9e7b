import { parseJsonObject } from "../errors/parse-odata-error.js";

/** A place in a queue of writes. */
export interface Turn {
  /** Resolves when every earlier write to the key set has ended. Undefined if there is none. */
  ready: Promise<void> | undefined;
  /** Ends the turn, so that the next write goes. */
  end(): void;
}

/** A write that waits for its turn. */
interface Waiting {
  start: () => void;
  /** Whether it has ended before its turn came: its call was aborted. */
  isOver: boolean;
}

/** Creates a queue that gives each write to a key set its turn, in the order of entry. Writes to different key sets don't wait. */
export function createWriteQueue() {
  /** The writes that wait, for each key set that is being written to. */
  const queues = new Map<string, Waiting[]>();

  function passOn(keySet: string): void {
    const queue = queues.get(keySet);
    let next = queue?.shift();
    while (next?.isOver) next = queue?.shift();
    if (next) next.start();
    else queues.delete(keySet);
  }

  return {
    enter(keySet: string): Turn {
      const queue = queues.get(keySet);
      if (!queue) {
        queues.set(keySet, []);
        return { ready: undefined, end: () => passOn(keySet) };
      }
      let hasStarted = false;
      let start!: () => void;
      const ready = new Promise<void>((resolve) => {
        start = () => {
          hasStarted = true;
          resolve();
        };
      });
      const own: Waiting = { start, isOver: false };
      queue.push(own);
      return {
        ready,
        end() {
          own.isOver = true;
          if (hasStarted) passOn(keySet);
        },
      };
    },
  };
}

/** Returns the ID of a key set in one spelling: the service adds the prefix `B2C_1A_` to an ID that lacks it. */
export const normalizeId = (id: string): string => id.toLowerCase().replace(/^b2c_1a_/, "");

/**
 * Returns the normalized ID of the key set that a request concerns. It is in the path, also in OData's form `keySets('id')`, or in the
 * body of a request to the collection. It is empty if none is known, so that such requests are in order among themselves.
 */
export function keySetOf(path: string, body: string | null): string {
  const segments = path.replace(/\?.*/, "").split("/").filter(Boolean).map(decodeSegment);
  const at = segments.findIndex((segment) => /^keySets(\(|$)/i.test(segment));
  const collection = segments[at];
  if (collection === undefined) return "";
  const [, inParentheses] = /\((?:\w+=)?['"]?(.*?)['"]?\)$/.exec(collection) ?? [];
  const next = segments[at + 1];
  return normalizeId(inParentheses || (next && next !== "$ref" ? next : idIn(body)));
}

function idIn(body: string | null): string {
  const { id, "@odata.id": reference } = parseJsonObject(`${body}`.replace(/^\ufeff/, "")) ?? {};
  return typeof reference === "string" ? keySetOf(reference, null) : `${id ?? ""}`;
}

/** Returns a segment of a path without escapes, as far as it has valid ones. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
