/** The emulator's clock, which other programs can move. */
export interface Clock {
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   *
   * @throws TypeError if the option `now` returned something else.
   */
  now(): number;
  /** Moves the clock to a time, in milliseconds. It goes on from there. */
  set(time: number): void;
  /** Moves the clock ahead or, with a negative number, back, in milliseconds. */
  advance(duration: number): void;
  /** Moves the clock to where it would be if nobody had moved it. */
  reset(): void;
}

const latest = 8.64e15;

const isTime = (value: unknown): boolean => typeof value === "number" && Math.abs(value) <= latest;

/** A clock that goes as another one does. */
export function createClock(base: () => number): Clock {
  let offset = 0;
  const read = (): number => {
    const time = base();
    if (isTime(time)) return time;
    throw new TypeError(`The option "now" must return milliseconds since 1970-01-01T00:00:00Z, not ${String(time)}.`);
  };
  const move = (to: number, time: number): void => {
    if (!isTime(to)) throw new TypeError("The clock can't show such a time.");
    offset = to - time;
  };
  read();
  return {
    now: () => read() + offset,
    set: (time) => move(time, read()),
    advance(duration) {
      const time = read();
      move(time + offset + duration, time);
    },
    reset() {
      offset = 0;
    },
  };
}

/**
 * The time of a text, in milliseconds since 1970-01-01T00:00:00Z.
 *
 * @throws TypeError for another text than a date and a time with `Z` or an offset.
 */
export function timeOf(text: unknown): number {
  const isComplete = typeof text === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const time = isComplete ? Date.parse(text) : Number.NaN;
  if (isTime(time)) return time;
  throw new TypeError("Expected a time such as 2030-01-31T12:00:00Z.");
}
