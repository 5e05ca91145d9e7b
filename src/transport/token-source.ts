import { parseJsonObject } from "../errors/parse-odata-error.js";
import type { CopiedClientOptions } from "../options/copy-options.js";
import type { AccessToken, Clock, GetTokenOptions } from "../options/options.js";
import type { Limit } from "./limit.js";

const refreshAhead = 5 * 60_000;
const refreshPause = 30_000;

/** A request for a token that calls wait for. */
interface TokenRequest {
  claims: string | undefined;
  token: Promise<string>;
  controller: AbortController;
  waiting: number;
}

/** Creates the source of a client's tokens. */
export function createTokenSource(
  { token, credential, scope }: Pick<CopiedClientOptions, "token" | "credential" | "scope">,
  clock: Clock,
  timeout: number,
) {
  if (typeof token === "string") assertBearerToken(token);
  let cached: (AccessToken & { since: number }) | undefined;
  let current: TokenRequest | undefined;
  let nextRefresh = 0;
  let started = 0;

  async function ask(options: GetTokenOptions): Promise<AccessToken | null> {
    if (credential) return credential.getToken(scope, options);
    return {
      token: await (token as Exclude<typeof token, string | undefined>)?.(options),
      expiresOnTimestamp: 0,
    } as AccessToken;
  }

  function start(claims?: string): TokenRequest {
    const controller = new AbortController();
    const since = ++started;
    const options = { enableCae: true, abortSignal: controller.signal, ...(claims && { claims }) };
    const request: TokenRequest = { claims, controller, waiting: 0, token: receive() };
    // A function can return a token for the current user, so it is called for each request.
    if (credential) current = request;
    return request;

    async function receive(): Promise<string> {
      try {
        const { token, expiresOnTimestamp, refreshAfterTimestamp } = (await ask(options)) ?? {};
        assertBearerToken(token);
        // A request can end after a later one.
        if (credential && since > (cached?.since ?? 0))
          cached = { token, expiresOnTimestamp: Number(expiresOnTimestamp) || 0, refreshAfterTimestamp, since };
        return token;
      } finally {
        forget(request);
      }
    }
  }

  function forget(request: TokenRequest): void {
    if (current === request) current = undefined;
  }

  /** Gets the next token while the present one is valid. If that fails, the present one serves until it expires. */
  function refresh({ expiresOnTimestamp, refreshAfterTimestamp }: AccessToken): void {
    const now = clock.now();
    if (current || now < nextRefresh || now < (refreshAfterTimestamp ?? expiresOnTimestamp - refreshAhead)) return;
    nextRefresh = now + refreshPause;
    const request = start();
    const giveUp = () => {
      forget(request);
      request.controller.abort();
    };
    const cancel = clock.schedule(giveUp, timeout, true);
    request.token.then(cancel, cancel);
  }

  return {
    /** Whether there can be another token after one was rejected. */
    isRenewable: typeof token !== "string",

    /** Returns the token to send. Calls that wait at the same time share one request of a credential, which is forgotten when it takes too long for one of them. */
    get(limit: Limit, claims: string | undefined): string | Promise<string> {
      if (typeof token === "string") return token;
      if (cached && clock.now() < cached.expiresOnTimestamp) {
        refresh(cached);
        return cached.token;
      }
      const isShared = current && (!claims || current.claims === claims);
      const request = isShared ? (current as TokenRequest) : start(claims);
      request.waiting++;
      const cancel = limit.onReached(() => {
        request.waiting--;
        // What takes too long may never end. Others still wait for what one call gave up.
        if (limit.reached === "timeout" || request.waiting === 0) forget(request);
        if (request.waiting === 0) request.controller.abort();
      });
      return request.token.finally(cancel);
    },

    /** Drops a token that the service rejected. */
    drop(rejected: string | undefined): void {
      if (cached?.token === rejected) cached = undefined;
    },
  };
}

const challengeParameter = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g;

/** Returns the claims of a claims challenge, as the JSON text that credentials take. */
export function claimsOf(challenge: string | null | undefined): string | undefined {
  for (const [, name, quoted, plain] of `${challenge}`.matchAll(challengeParameter)) {
    if (name?.toLowerCase() !== "claims") continue;
    const text = decodeBase64(quoted ?? `${plain}`);
    if (parseJsonObject(text)) return text;
  }
  return undefined;
}

function decodeBase64(text: string): string {
  try {
    const bytes = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return "";
  }
}

// The platform's own error would quote the header's value.
function assertBearerToken(token: unknown): asserts token is string {
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) return;
  throw new TypeError(
    token
      ? 'The token must be the bare access token, without "Bearer ": it has characters that a header can\'t carry.'
      : "The token is empty. Check for a variable that isn't set.",
  );
}
