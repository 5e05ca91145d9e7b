let keySetsFetch;

/** Sets the fetch that the generated functions use. */
export function setFetch(fetch) {
  keySetsFetch = fetch;
}

/** What orval calls instead of `fetch`. */
export async function send(url, options) {
  const response = await keySetsFetch(url, options);
  const text = await response.text();
  return { data: text && JSON.parse(text), status: response.status, headers: response.headers };
}
