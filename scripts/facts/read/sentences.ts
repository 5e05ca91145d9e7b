/**
 * What single sentences of Microsoft's pages say. All functions take prose whose code spans are masked, so that a listed
 * value such as `required` is never taken for a statement.
 */

/** "n't" within a word, with either apostrophe. */
const apostrophe = "['’]";
const negation = `(?:not|never|can(?:not|${apostrophe}t)|(?:do|does|is|are|was|were|wo|must|should|need|could)n${apostrophe}t)`;

/** Splits prose into sentences. */
export function sentencesOf(prose: string): string[] {
  return prose.split(/(?<=[.!?;])\s+|\n+/).filter((sentence) => sentence.trim() !== "");
}

/** Whether a text says "Required." (true) or "Optional." (false); null when it says neither without a condition. */
export function saysRequired(prose: string): boolean | null {
  // With its capital, the next word begins a sentence: some pages leave out the full stop.
  const pattern =
    /(?:^|[.,;:(\uFFFC]\s*)([Nn]ot required|NOT REQUIRED|[Rr]equired|REQUIRED|[Oo]ptional|OPTIONAL)\b(?!\s*\((?:if|when|unless|only|for)\b)(?=\s*(?:[.,;:)(]|$|[A-Z]))/;
  const said = pattern.exec(prose)?.[1]?.toLowerCase();
  return said === undefined ? null : said === "required";
}

/** What a "Required" column says. */
export function saysYes(text: string): boolean | null {
  if (/^(yes|true|required|mandatory|✓|✔|✅)/i.test(text)) return true;
  return /^(no|false|optional|not required)\b/i.test(text) ? false : null;
}

const wanted = "(?:required|needed|supported|allowed|used|necessary|expected)";
const noBody = [
  // "Don't supply a request body", "This method does not take any body", "It has no request body"
  `\\b(?:${negation}|has no|have no|takes no|needs no|requires no|accepts no) (?:(?:supply|provide|require|include|need|have|take|accept|specify|contain|send|pass|use|expect|support)s? )?(?:a |an |any |the )?(?:(?:request|message|json|http) )?body\\b`,
  // "A request body isn't required", "The request body must be empty"
  `\\bbody (?:is|must be|should be|can be) (?:left )?(?:empty|not ${wanted})\\b`,
  `\\bbody isn${apostrophe}t ${wanted}\\b`,
  // "No request body is required", "There is no request body", "No body."
  `\\bno (?:request )?body (?:is )?${wanted}\\b`,
  "\\bno (?:request )?body (?:is|should be|must be|needs to be|has to be|can be|may be) (?:supplied|provided|sent|included|specified|given|passed)\\b",
  "\\bthere(?: is|['’]s) no (?:request )?body\\b",
  "^no (?:request )?body[.!]?$",
  "\\bleave the (?:request )?body (?:empty|blank)\\b",
  "\\bempty (?:request )?body\\b",
  "^(?:none|empty|n/a|not applicable|nothing)[.!]?$",
].map((pattern) => new RegExp(pattern, "i"));

/** Whether a text says that the request has no body. "Not required if …" doesn't. */
export function saysNoBody(prose: string): boolean {
  return sentencesOf(prose).some(
    (sentence) =>
      noBody.some((pattern) => pattern.test(sentence.trim())) && !/\bbody\b[^.]*\b(?:if|when|unless)\b/i.test(sentence),
  );
}

/** Whether a text calls the properties in the table below it required; then for what, if it says so. */
export function saysRequiredProperties(prose: string): { to: string | null } | null {
  const match =
    /\b(?:properties|parameters|fields|values) (?:that are |which are )?required (?:for|when|to)\b(?:(?: you| they|(?<=to)) (\w+))?/i.exec(
      prose,
    ) ?? /\brequired (?:properties|parameters|fields)\b/i.exec(prose);
  return match && { to: match[1] ?? null };
}

/** Whether a description calls the property read-only, without a condition. */
export function saysReadOnly(prose: string): boolean {
  const marked =
    /(?:^|[,;:(]\s*)[Rr]ead[- ]only\b(?=\s*(?:[.,;:)]|$|(?:property|field|attribute|value|and)\b)|\s+[A-Z])/;
  const called =
    /^(?:this|the|it|these|that|property|field|attribute|value)\b[\w ]{0,40}?(?:is|are) (?:currently )?(?:a )?read[- ]only(?: (?:property|field|attribute|value))?\s*(?:[.,;)]|$)/i;
  return sentencesOf(prose).some(
    (sentence) => !startsWithCondition.test(sentence) && (marked.test(sentence) || called.test(sentence)),
  );
}

const startsWithCondition = /^\s*(?:if|when|unless|until|whether|for)\b/i;

/** Whether a description says that the property is never returned, without a condition or default. */
export function saysWriteOnly(prose: string): boolean {
  const unreadable = new RegExp(
    `\\b${negation} (?:be )?(?:readable|returned|read back|read|retrieved|retrievable)(?=\\s*(?:[.,;!)]|$)|\\s+(?:by|from|in) (?:the |any )?(?:api|service|responses?)\\b)`,
    "i",
  );
  const called = /\bwrite[- ]only\b(?!\s+(?:if|when|unless)\b)/i;
  return sentencesOf(prose).some((sentence) => {
    if (startsWithCondition.test(sentence) || /(?:\bnot|n['’]t) write[- ]only\b/i.test(sentence)) return false;
    return unreadable.test(sentence) || called.test(sentence);
  });
}

/** The encoding that a description names. */
export function encodingOf(prose: string): "base64" | "base64url" | null {
  if (/\bbase-?\s?64[- ]?url\b/i.test(prose)) return "base64url";
  return /\bbase-?\s?64\b/i.test(prose) ? "base64" : null;
}

/** The type that a description says the property is inherited from. */
export function inheritedFrom(text: string): string | null {
  return /\binherited from (?:the )?([\w.]*\w)/i.exec(text)?.[1] ?? null;
}

/** What the text above a response says about the response. */
export function saysOfResponse(prose: string): { shortened?: true; allReturned?: true } {
  const shortened =
    /\b(?:may be|might be|can be|could be|is|are|was|has been) (?:truncated|shortened|abbreviated)\b/i.test(prose);
  const all = /\ball (?:of )?(?:the )?properties (?:will be|are) returned\b/i.test(prose);
  return { ...(shortened && { shortened }), ...(all && { allReturned: all }) };
}

const reasons: Record<number, string> = {
  100: "Continue",
  200: "OK",
  201: "Created",
  202: "Accepted",
  203: "Non-Authoritative Information",
  204: "No Content",
  205: "Reset Content",
  206: "Partial Content",
  207: "Multi-Status",
  301: "Moved Permanently",
  302: "Found",
  303: "See Other",
  304: "Not Modified",
  307: "Temporary Redirect",
  308: "Permanent Redirect",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "(?:Payload|Content|Request Entity) Too Large",
  415: "Unsupported Media Type",
  416: "(?:Requested )?Range Not Satisfiable",
  422: "Unprocessable (?:Entity|Content)",
  423: "Locked",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  507: "Insufficient Storage",
  509: "Bandwidth Limit Exceeded",
};

const anyReason = Object.values(reasons).join("|");
const statusInText = new RegExp(
  [
    `\\b(?<status>[1-5]\\d\\d)(?:\\s*[,:-]?\\s*\\(?(?<reason>${anyReason})\\b|(?=\\s+(?:\\(?success\\)?\\s+)?(?:http\\s+)?(?:response|status|code|error)))`,
    `\\bHTTP(?:/\\d(?:\\.\\d)?)?\\s+(?:status\\s+)?(?:code\\s+)?(?:of\\s+)?(?<http>[1-5]\\d\\d)\\b`,
    `\\b(?:status|(?:status|response) code)(?:\\s+(?:is|of|will be))?\\s*:?\\s+(?<after>[1-5]\\d\\d)\\b`,
  ].join("|"),
  "gi",
);
const statusInCode =
  /^\s*(?:HTTP(?:\/\d(?:\.\d)?)?\s*)?(?:status\s*(?:code\s*)?:?\s*)?([1-5]\d\d)\b(?!\.)\s*[,:-]?\s*(.*?)[.,]?\s*$/i;
const range = /\b([1-5])(?:xx\b|\d\d[- ](?:series|range|level)\b|00s\b)/gi;

const statusList =
  /\b[1-5]\d\d(?:,? (?:and |or )?(?:a |an )?[1-5]\d\d)+(?= (?:http )?(?:responses?|errors?|status(?:es)?|codes?)\b)/gi;

export interface Status {
  status: string;
  reason?: string;
}

/** The statuses in prose: numbers beside a reason or the words for one ("200 items" is none), and ranges as "2XX". */
export function statusesIn(prose: string): Status[] {
  const ranges = [...prose.matchAll(range)].map(([, digit]) => ({ status: `${digit}XX` }));
  // "The most common errors are the 400, 403, and 404 responses."
  const listed = [...prose.matchAll(statusList)].flatMap(([list]) => list.match(/\b[1-5]\d\d\b/g) ?? []);
  const text = prose.replace(range, " ").replace(statusList, " ");
  const single = [...text.matchAll(statusInText)].map(({ groups = {} }) => {
    const status = groups.status ?? groups.http ?? groups.after ?? "";
    return groups.reason ? { status, reason: groups.reason } : { status };
  });
  return [...single, ...listed.map((status) => ({ status })), ...ranges];
}

/** The status in a code span such as `201, Created`; null when the span is something else. */
export function statusInSpan(code: string): Status | null {
  const [, digit] = /^\s*(?:HTTP\s*)?([1-5])(?:xx|\d\d[- ](?:series|range|level))\b/i.exec(code) ?? [];
  if (digit !== undefined) return { status: `${digit}XX` };
  const [, status, reason] = statusInCode.exec(code) ?? [];
  if (status === undefined) return null;
  if (reason && !/^[A-Za-z][A-Za-z '’-]*$/.test(reason)) return null;
  return reason ? { status, reason } : { status };
}
