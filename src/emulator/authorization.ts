import { graphError, listedError, ServiceError } from "./service-error.js";

/**
 * The permissions of tokens: those that every token has, or those of each token, by the token. Without it, every token has all.
 */
export type TokenScopes = readonly string[] | Readonly<Record<string, readonly string[]>>;

const writeScope = "TrustFrameworkKeySet.ReadWrite.All";

/** What is wrong with the `Authorization` header of a request for an operation that needs one of the scopes, if anything. */
export function authorizationProblem(
  header: string | undefined,
  scopes: readonly string[],
  tokenScopes: TokenScopes | undefined,
): ServiceError | undefined {
  const [, token] = /^Bearer +(\S+)$/i.exec(header ?? "") ?? [];
  if (token === undefined) return graphError(401, { "WWW-Authenticate": "Bearer" });
  if (!tokenScopes) return undefined;
  const held = isList(tokenScopes) ? tokenScopes : ownValue(tokenScopes, token);
  if (!held) return unknownToken();
  // No permission is documented for drafts, so that the widest one has to do.
  const needed = scopes.length > 0 ? scopes : [writeScope];
  return needed.some((scope) => held.includes(scope)) ? undefined : missingPermission(needed);
}

const isList = (scopes: TokenScopes): scopes is readonly string[] => Array.isArray(scopes);

const ownValue = (scopes: Readonly<Record<string, readonly string[]>>, token: string) =>
  Object.hasOwn(scopes, token) ? scopes[token] : undefined;

/** The text is the emulator's own, as no source has one for a token that isn't valid. */
function unknownToken(): ServiceError {
  const { status, code } = graphError(401);
  const message = "The token isn't one of those in tokenScopes.";
  return new ServiceError({ status, code, message }, { "WWW-Authenticate": 'Bearer error="invalid_token"' });
}

/** The listed text names permissions in parentheses. Here it names those that would do. */
function missingPermission(needed: readonly string[]): ServiceError {
  const { status, code, message } = listedError("AADB2C", [], 403);
  return new ServiceError({ status, code, message: message.replace(/\(.*\)/, `(${needed.join(", ")})`) });
}
