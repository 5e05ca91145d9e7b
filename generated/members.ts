// Made from spec/ by "npm run generate". Do not edit.

/** Members of request bodies that can be read back: no schema has them as `writeOnly`. All others are secret. */
export const publicMembers: string[] = ["@odata.type","e","exp","id","keys","kid","kty","n","nbf","status","use","x5c","x5t"];

/** Members that take DER in base64. */
export const base64Members: string[] = ["key","x5c"];

/** Members that take a time in seconds. */
export const secondsMembers: string[] = ["exp","nbf"];
