import type { KeySetsFetch } from "../../../src/index.ts";

let keySetsFetch: KeySetsFetch;

/** Sets the fetch that the generated functions use. */
export function setFetch(fetch: KeySetsFetch): void {
  keySetsFetch = fetch;
}

/** What orval calls instead of `fetch`. */
export async function send<T>(url: string, options: RequestInit): Promise<T> {
  const response = await keySetsFetch(url, options);
  const text = await response.text();
  return { data: text && JSON.parse(text), status: response.status, headers: response.headers } as T;
}
