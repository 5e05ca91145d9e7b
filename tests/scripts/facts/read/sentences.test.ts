import { describe, expect, it } from "vitest";
import {
  encodingOf,
  inheritedFrom,
  saysNoBody,
  saysOfResponse,
  saysReadOnly,
  saysRequired,
  saysRequiredProperties,
  saysWriteOnly,
  saysYes,
  statusesIn,
  statusInSpan,
} from "../../../../scripts/facts/read/sentences.ts";

describe("that a request has no body", () => {
  it.each([
    "Do not supply a request body for this method.",
    "Don't supply a request body for this method.",
    "Don’t supply a request body for this method.",
    "You can't supply a body.",
    "You cannot send a request body.",
    "You must not provide any body.",
    "This method doesn't take a body.",
    "This method does not need the request body.",
    "This method never accepts a JSON body.",
    "You shouldn't include a request body.",
    "You needn't specify a request body.",
    "You mustn't send a body.",
    "You mustn’t send a body.",
    "It does not require a request body.",
    "It does not have a body.",
    "It does not contain a body.",
    "Do not pass a message body.",
    "Do not use an HTTP body.",
    "It doesn't expect a request body.",
    "It doesn't support a request body.",
    "This method has no request body.",
    "These methods have no body.",
    "It takes no body.",
    "It needs no request body.",
    "It requires no request body.",
    "It accepts no body.",
    "No request body is required.",
    "No request body required.",
    "No body is needed.",
    "No request body is supported.",
    "No request body is allowed.",
    "No request body is necessary.",
    "No request body is expected.",
    "No request body is used.",
    "No request body should be supplied.",
    "No request body must be provided.",
    "No request body needs to be sent.",
    "No request body has to be included.",
    "No request body can be specified.",
    "No request body may be given.",
    "No request body is passed.",
    "There is no request body.",
    "There's no body.",
    "There’s no body.",
    "No request body.",
    "No body",
    "A request body isn't required.",
    "A request body isn’t needed.",
    "A request body isn't supported.",
    "A request body isn't allowed.",
    "A request body isn't used.",
    "A request body isn't necessary.",
    "A request body isn't expected.",
    "The request body is not required.",
    "The request body is not used.",
    "The request body must be empty.",
    "The body should be empty.",
    "The request body is empty.",
    "The request body can be left empty.",
    "Leave the request body empty.",
    "Leave the body blank.",
    "Send an empty request body.",
    "None",
    "None.",
    "Empty.",
    "N/A",
    "Not applicable.",
    "Nothing.",
    "Not much to say. Don't supply a request body.",
  ])("is said by: %s", (prose) => {
    expect(saysNoBody(prose)).toBe(true);
  });

  it.each([
    "In the request body, supply a JSON representation of a lamp.",
    "Properties that are not included in the request body keep their values.",
    "You don't have to know what the body of a lamp is made of.",
    "Don't supply a request body if the lamp is lit.",
    "No request body is required when the lamp is off.",
    "Don't supply a request body unless the lamp is lit.",
    "You shouldn't include values that haven't changed.",
    "",
  ])("isn't said by: %s", (prose) => {
    expect(saysNoBody(prose)).toBe(false);
  });
});

describe("that something is required", () => {
  it.each([
    ["Required.", true],
    ["Bearer {token}. Required.", true],
    ["application/json.Required", true],
    ["A name; required", true],
    ["A name, required.", true],
    ["A name (required).", true],
    ["Values: required", true],
    ["Required. Its name.", true],
    ["Required Its name.", true],
    ["Optional.", false],
    ["Optional, the default is off.", false],
    ["Not required.", false],
    ["Required if the lamp is lit.", null],
    ["Required when you create a lamp.", null],
    ["Required for lamps.", null],
    ["Required only for lamps.", null],
    ["Required to light it.", null],
    ["Required by the service.", null],
    ["Required in rooms.", null],
    ["Required on creation.", null],
    ["Required with a name.", null],
    ["Required unless lit.", null],
    ["Required (if lit).", null],
    ["Required (when lit).", null],
    ["Required (unless lit).", null],
    ["Required (only for lamps).", null],
    ["Required (for lamps).", null],
    ["Required (its name).", true],
    ["This property is required when a lamp is created.", null],
    ["Optional lamps are dark.", null],
    ["Required Lamp", true],
    ["REQUIRED", true],
    ["NOT REQUIRED.", false],
    ["OPTIONAL.", false],
    ["Its name.", null],
  ])("%s", (prose, expected) => {
    expect(saysRequired(prose)).toBe(expected);
  });

  it.each([
    ["Yes", true],
    ["true", true],
    ["Required", true],
    ["Mandatory", true],
    ["✓", true],
    ["✔", true],
    ["✅", true],
    ["No", false],
    ["false", false],
    ["Optional", false],
    ["Not required", false],
    ["", null],
    ["Perhaps", null],
  ])("in a column of its own: %s", (text, expected) => {
    expect(saysYes(text)).toBe(expected);
  });

  it.each([
    ["The table shows the properties that are required when you create the lamp.", { to: "create" }],
    ["The table shows the properties required to create a lamp.", { to: "create" }],
    ["The table shows the parameters which are required when they update it.", { to: "update" }],
    ["The fields required for creating a lamp.", { to: null }],
    ["The values required when a lamp is lit.", { to: null }],
    ["The required properties are these.", { to: null }],
    ["The required parameters are these.", { to: null }],
    ["The required fields are these.", { to: null }],
    ["The table shows the properties that you can set.", null],
  ])("of the properties in a table: %s", (prose, expected) => {
    expect(saysRequiredProperties(prose)).toEqual(expected);
  });
});

describe("that a property is read-only", () => {
  it.each([
    "Read-only.",
    "Read only.",
    "The name. Read-only.",
    "Read-only property.",
    "Read-only and nullable.",
    "Nullable, read-only.",
    "Nullable (read-only).",
    "Read-only The name.",
    "This property is read-only.",
    "The value is a read-only property.",
    "It's the name; read-only.",
    "These fields are currently read-only.",
    "That attribute is a read-only field.",
    "Read-only field.",
    "Read-only attribute.",
    "Read-only value.",
    "Nullable, read-only",
    "Not nullable, read-only.",
    "It is read-only",
    "The field is a read-only value.",
    "Property is a read-only attribute.",
    "Field is read-only.",
    "Attribute is read-only.",
    "Value is read-only.",
  ])("is said by: %s", (prose) => {
    expect(saysReadOnly(prose)).toBe(true);
  });

  it.each([
    "If lit, read-only.",
    "When lit, read-only.",
    "Unless lit, read-only.",
    "Until lit, read-only.",
    "For guests, read-only.",
    "Read-only when the lamp is lit.",
    "Read-only if lit.",
    "Read-only unless lit.",
    "Read-only until lit.",
    "Whether the lamp is read-only.",
    "This property isn't read-only.",
    "This property is not read-only.",
    "Gives read-only access.",
    "Read-only access to the lamp.",
    "For a lit lamp, the value is read-only.",
    "The name.",
  ])("isn't said by: %s", (prose) => {
    expect(saysReadOnly(prose)).toBe(false);
  });
});

describe("that a property is never returned", () => {
  it.each([
    "The field is not readable.",
    "The field isn't readable.",
    "Field can't be read back.",
    "Field can’t be read back.",
    "Field cannot be read back.",
    "It can not be read.",
    "It is never returned.",
    "It isn't returned.",
    "They aren't returned.",
    "It wasn't returned.",
    "They weren't returned.",
    "It couldn't be read.",
    "It isn't returned",
    "It isn't returned in the response.",
    "It isn't returned from the service.",
    "It isn't returned by any API.",
    "It isn’t returned by the API.",
    "It won't be returned.",
    "It can't be retrieved.",
    "It is not retrievable.",
    "It is not returned in responses.",
    "Write-only.",
    "The key. Write only.",
  ])("is said by: %s", (prose) => {
    expect(saysWriteOnly(prose)).toBe(true);
  });

  it.each([
    "Not returned by default.",
    "It isn't returned by default. Requires $select.",
    "Not returned if the lamp is lit.",
    "Not returned when the lamp is lit.",
    "Not returned unless you ask for it.",
    "Not returned until it is lit.",
    "If lit, it is not returned.",
    "It is not returned to guests.",
    "It isn't read by anybody but the owner.",
    "Write-only if lit.",
    "Write-only when lit.",
    "Write-only unless lit.",
    "When lit, it is not returned.",
    "Unless lit, it is not returned.",
    "Until lit, it is not returned.",
    "Whether it is not returned.",
    "It is not read or written.",
    "It isn't write-only.",
    "It isn’t write-only.",
    "It is not write-only.",
    "Whether it is write-only.",
    "It is returned.",
    "The name.",
  ])("isn't said by: %s", (prose) => {
    expect(saysWriteOnly(prose)).toBe(false);
  });
});

describe("other facts of a description", () => {
  it.each([
    ["A base64-encoded picture.", "base64"],
    ["A base-64 encoded picture.", "base64"],
    ["A Base 64 string.", "base64"],
    ["A base64url-encoded key.", "base64url"],
    ["A base64 URL encoded key.", "base64url"],
    ["A base-64-url string.", "base64url"],
    ["A picture.", null],
  ])("the encoding in: %s", (prose, expected) => {
    expect(encodingOf(prose)).toBe(expected);
  });

  it.each([
    ["The id. Inherited from entity.", "entity"],
    ["The id. Inherited from the microsoft.graph.entity.", "microsoft.graph.entity"],
    ["The id.", null],
  ])("the type that it is inherited from: %s", (text, expected) => {
    expect(inheritedFrom(text)).toBe(expected);
  });
});

describe("what is said of a response that is shown", () => {
  it.each([
    ["The response may be truncated for brevity.", { shortened: true }],
    ["The response might be shortened for readability.", { shortened: true }],
    ["The response is abbreviated.", { shortened: true }],
    ["The responses are shortened.", { shortened: true }],
    ["The response has been truncated.", { shortened: true }],
    ["The response can be truncated.", { shortened: true }],
    ["The response could be truncated.", { shortened: true }],
    ["The response was truncated.", { shortened: true }],
    ["All of the properties will be returned from an actual call.", { allReturned: true }],
    ["All properties are returned.", { allReturned: true }],
    ["It may be truncated. All the properties will be returned.", { shortened: true, allReturned: true }],
    ["The following example shows the response.", {}],
  ])("%s", (prose, expected) => {
    expect(saysOfResponse(prose)).toEqual(expected);
  });
});

describe("the statuses in a text", () => {
  it.each([
    ["it returns 201 Created", [{ status: "201", reason: "Created" }]],
    ["it returns 201, Created", [{ status: "201", reason: "Created" }]],
    ["it returns 204 - No Content", [{ status: "204", reason: "No Content" }]],
    ["it returns 200 (OK)", [{ status: "200", reason: "OK" }]],
    ["it returns a 200 response", [{ status: "200" }]],
    ["it returns a 200 success status", [{ status: "200" }]],
    ["it returns a 202 HTTP response", [{ status: "202" }]],
    ["it returns a 409 error", [{ status: "409" }]],
    ["it returns 204 code", [{ status: "204" }]],
    ["it returns HTTP 204", [{ status: "204" }]],
    ["it returns HTTP/1.1 204", [{ status: "204" }]],
    ["it returns an HTTP status code of 204", [{ status: "204" }]],
    ["the response code is 204", [{ status: "204" }]],
    ["with status 302", [{ status: "302" }]],
    ["a status of 302", [{ status: "302" }]],
    ["the status will be 302", [{ status: "302" }]],
    ["the status code: 302", [{ status: "302" }]],
    ["413 Payload Too Large", [{ status: "413", reason: "Payload Too Large" }]],
    ["413 Content Too Large", [{ status: "413", reason: "Content Too Large" }]],
    ["413 Request Entity Too Large", [{ status: "413", reason: "Request Entity Too Large" }]],
    ["422 Unprocessable Entity", [{ status: "422", reason: "Unprocessable Entity" }]],
    ["422 Unprocessable Content", [{ status: "422", reason: "Unprocessable Content" }]],
    ["a response with 200 items", []],
    ["a status in the 200s", [{ status: "2XX" }]],
    ["a 200-range status", [{ status: "2XX" }]],
    ["a 404 or an 410 error", [{ status: "404" }, { status: "410" }]],
    ["the 401 and 403 codes", [{ status: "401" }, { status: "403" }]],
    ["the 401, 403 statuses", [{ status: "401" }, { status: "403" }]],
    ["the 401 and 403 HTTP errors", [{ status: "401" }, { status: "403" }]],
    ["the status: 202", [{ status: "202" }]],
    ["a 302 Found redirects", [{ status: "302", reason: "Found" }]],
    ["or 404 Not Found", [{ status: "404", reason: "Not Found" }]],
    ["a 200-series response code", [{ status: "2XX" }]],
    ["a 2xx response", [{ status: "2XX" }]],
    ["a 400-level error", [{ status: "4XX" }]],
    ["a status in the 500 range", [{ status: "5XX" }]],
    [
      "the 400, 403, 404, and 412 responses",
      [{ status: "400" }, { status: "403" }, { status: "404" }, { status: "412" }],
    ],
    ["a 404 or a 410 error", [{ status: "404" }, { status: "410" }]],
    ["the 401 and 403 status codes", [{ status: "401" }, { status: "403" }]],
    ["while 200 items wait", []],
    ["the default page size is 200", []],
  ])("%s", (prose, expected) => {
    expect(statusesIn(prose)).toEqual(expected);
  });

  it.each([
    ["201 Created", { status: "201", reason: "Created" }],
    ["201, Created", { status: "201", reason: "Created" }],
    ["204", { status: "204" }],
    ["HTTP 204 No Content.", { status: "204", reason: "No Content" }],
    ["HTTP/1.1 200 OK", { status: "200", reason: "OK" }],
    ["Status code: 202", { status: "202" }],
    ["2xx", { status: "2XX" }],
    ["200-series", { status: "2XX" }],
    ["200 range", { status: "2XX" }],
    ["400-level", { status: "4XX" }],
    ["200.5", null],
    ["1024", null],
    ["200 items, or more: 3", null],
    ["Location", null],
  ])("a code span of %s", (code, expected) => {
    expect(statusInSpan(code)).toEqual(expected);
  });
});
