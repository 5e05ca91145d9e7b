/** A place in a queue of writes. */
export interface Turn {
  /** Resolves when every earlier write to the key set has ended. Undefined if there is none. */
  ready: Promise<unknown> | undefined;
  /** Ends the turn, so that the next write goes. */
  end(): void;
}

export type WriteQueue = ReturnType<typeof createWriteQueue>;

/** Creates a queue that gives each write to a key set its turn, in the order of entry. Writes to different key sets don't wait. */
export function createWriteQueue() {
  const last = new Map<string, Promise<unknown>>();
  return {
    enter(keySet: string): Turn {
      const ready = last.get(keySet);
      let end!: () => void;
      const own = new Promise<void>((resolve) => {
        end = resolve;
      });
      // A turn that ends early, as its call was aborted, doesn't let the next one pass the writes before.
      const ended: Promise<unknown> = Promise.all([ready, own]).then(() => {
        if (last.get(keySet) === ended) last.delete(keySet);
      });
      last.set(keySet, ended);
      return { ready, end };
    },
  };
}

/**
 * Returns the name of the key set that a request concerns, in one spelling: the service adds the prefix `B2C_1A_` to an ID that lacks
 * it. The ID is in the path, also in OData's form `keySets('id')`, or in the body of a request to the collection.
 */
export function keySetOf(path: string, body: string | null): string {
  const [, inPath] = /\/keySets(?:\/(?!\$ref)|\('?)([^/?')]+)/i.exec(path) ?? [];
  const id = inPath === undefined ? idIn(body) : decode(inPath);
  return id.toLowerCase().replace(/^b2c_1a_/, "");
}

function idIn(body: string | null): string {
  try {
    return `${JSON.parse(body ?? "").id ?? ""}`;
  } catch {
    return "";
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
