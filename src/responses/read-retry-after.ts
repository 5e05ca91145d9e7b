/**
 * Returns the seconds that the service asks to wait: `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3), Microsoft's
 * `retry-after-ms` and `x-ms-retry-after-ms`, the longest if there are several.
 */
export function readRetryAfter(headers: { get(name: string): string | null }, now: number): number | undefined {
  const header = headers.get("Retry-After") ?? "";
  const milliseconds = ["retry-after-ms", "x-ms-retry-after-ms"].flatMap((name) => numbersIn(headers.get(name) ?? ""));
  const seconds = [...milliseconds.map((each) => each / 1000), ...numbersIn(header), ...datesIn(header, now)];
  return seconds.length > 0 ? Math.min(Math.max(...seconds), Number.MAX_SAFE_INTEGER) : undefined;
}

const numbersIn = (header: string): number[] =>
  header.split(",").flatMap((part) => (/^\s*\d+(\.\d+)?\s*$/.test(part) ? [Number(part)] : []));

// The three forms of RFC 9110, section 5.6.7, and ISO 8601. Date.parse alone takes "-5" for a day in May.
const dateForms =
  /\w{3}, \d\d \w{3} \d{4} [\d:]{8} (?:GMT|UTC|\+0000)|\w{6,9}, \d\d-\w{3}-\d\d [\d:]{8} GMT|\w{3} \w{3} [ \d]\d [\d:]{8} \d{4}|\d{4}-\d\d-\d\dT[\d:.]+Z/gi;

function datesIn(header: string, now: number): number[] {
  return [...header.matchAll(dateForms)].flatMap(([text]) => {
    const date = Date.parse(/(GMT|UTC|Z|0000)$/i.test(text) ? text : `${text} GMT`);
    return Number.isNaN(date) ? [] : [Math.max(0, Math.ceil((date - now) / 1000))];
  });
}
