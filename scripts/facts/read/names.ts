import type { NoteBook } from "./notes.ts";

/** Something that has a name of its own on the page. */
export interface Named<T> {
  name: string;
  line: number;
  value: T;
}

/** The values by name. A second one of a name gets the name "name (2)" and a note. */
export function byName<T>(notes: NoteBook, what: string, all: Named<T>[]): Record<string, T> {
  const taken = new Map<string, T>();
  const times = new Map<string, number>();
  for (const { name, line, value } of all) {
    if (!taken.has(name)) {
      taken.set(name, value);
      continue;
    }
    let number = times.get(name) ?? 1;
    do number++;
    while (taken.has(`${name} (${number})`));
    times.set(name, number);
    taken.set(`${name} (${number})`, value);
    notes.harmless(line, `${what} "${name}" is given more than once; here it is "${name} (${number})"`);
  }
  return Object.fromEntries(taken);
}

/** A list of names as an object, so that a pointer can name one. */
export function nameSet(names: Iterable<string>): Record<string, true> {
  return Object.fromEntries([...names].map((name) => [name, true as const]));
}

/** A key only where the page has something for it. */
export function some<K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } {
  if (value === null || value === undefined || value === false || value === "") return {};
  if (typeof value === "object" && Object.keys(value).length === 0) return {};
  return { [key]: value } as { [P in K]?: V };
}
