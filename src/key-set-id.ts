const prefix = "B2C_1A_";

/**
 * Returns the ID of the key set with a name. The service adds the prefix `B2C_1A_` to a name that lacks it.
 *
 * @example keySetId("SigningKeys") // "B2C_1A_SigningKeys"
 * @throws TypeError if the name isn't a string, is empty, or has control characters or blanks at its ends.
 */
export function keySetId(name: string): string {
  const isId = typeof name === "string" && name.toUpperCase().startsWith(prefix);
  const rest = isId ? name.slice(prefix.length) : name;
  if (typeof rest !== "string" || rest === "" || rest !== rest.trim() || /\p{Cc}/u.test(rest))
    throw new TypeError(
      "keySetId: the name must be a string that isn't empty, without control characters and without blanks at its ends.",
    );
  return isId ? name : `${prefix}${name}`;
}
