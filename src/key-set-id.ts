const prefix = "B2C_1A_";

/**
 * Returns the ID of the key set with a name. The service adds the prefix `B2C_1A_` to a name that lacks it.
 *
 * @example keySetId("SigningKeys") // "B2C_1A_SigningKeys"
 * @throws TypeError if the name isn't a string or is empty.
 */
export function keySetId(name: string): string {
  if (typeof name !== "string" || name === "")
    throw new TypeError("keySetId: the name must be a string that isn't empty.");
  return name.toUpperCase().startsWith(prefix) ? name : `${prefix}${name}`;
}
