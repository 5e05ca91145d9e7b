/** Where a value is in another one: the names of members and the indexes that lead to it. */
export type Place = readonly (string | number)[];

/** The error of an option that the caller can correct. */
export class InvalidValue extends TypeError {
  readonly option: string;
  /** Where in the option it is, so that a caller that read the option from a file can name the line. */
  readonly place: Place;

  constructor(message: string, option: string, place: Place = []) {
    super(message);
    this.option = option;
    this.place = place;
  }
}

/** A place as a program would write it, such as `keySets[0].id`. */
export const textOfPlace = (place: Place): string =>
  place
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
