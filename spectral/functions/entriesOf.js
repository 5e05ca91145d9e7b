/** The entries of an object or a list; none of anything else, as a document may be wrong anywhere. */
export const entriesOf = (value) => (typeof value === "object" && value !== null ? Object.entries(value) : []);
