import type { AccessToken, KeySetsClientOptions } from "./options.js";

// So long before its end a token is not used any more, which leaves time for the call.
const margin = 2 * 60 * 1000;

/** Where the tokens of a client come from. */
export function tokenSource({ token, credential }: KeySetsClientOptions, scope: string, now: () => number) {
  if (typeof token === "string") sendable(token);
  let kept: AccessToken | undefined;
  let asked: Promise<string> | undefined;

  async function ask(): Promise<string> {
    if (!credential) return sendable(typeof token === "function" ? await token() : token);
    const given = await credential.getToken(scope);
    const usable = sendable(given?.token);
    kept = given!;
    return usable;
  }

  return {
    async get(): Promise<string> {
      if (kept && now() < kept.expiresOnTimestamp - margin) return kept.token;
      // One question for all calls that wait for its answer.
      asked ??= ask().finally(() => (asked = undefined));
      return asked;
    },
    /** Forgets a token that the service refused. False if there is no other to get. */
    renew(refused: string): boolean {
      if (kept?.token === refused) kept = undefined;
      return typeof token !== "string";
    },
  };
}

// The platform's own error would quote the header's value.
function sendable(token: string | undefined): string {
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new TypeError(
    token
      ? 'The token must be the bare access token, without "Bearer ": it has characters that no header can carry.'
      : "The token is empty. Is a variable not set?",
  );
}
