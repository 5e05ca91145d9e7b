import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../../scripts/facts/read/markdown.ts";
import { type SectionName, sectionsOf } from "../../../../scripts/facts/read/sections.ts";

/** The section of the text that ends a page. */
function sectionOf(markdown: string): SectionName | null {
  const page = readMarkdown(`${markdown}\n\nText.\n`, () => null);
  const last = page.blocks.at(-1);
  return last ? sectionsOf(page).nameOf(last) : null;
}

describe("a heading begins a section:", () => {
  it.each<[SectionName | null, string[]]>([
    ["permissions", ["Permissions", "Permission", "Required permissions", "Permissions for lamps", "Prerequisites"]],
    ["requestLines", ["HTTP request", "HTTP Requests", "HTTPS request", "HTTP-request", "HTTP request (by name)"]],
    ["requestLines", ["Request URL", "Request URI", "Request syntax", "Syntax"]],
    ["headers", ["Request headers", "Request header", "Optional request headers", "HTTP headers", "Headers", "Header"]],
    ["parameters", ["Path parameters", "Optional query parameters", "Query options", "Function parameters"]],
    ["parameters", ["Action parameters", "URL parameters", "URI parameter", "OData parameters", "OData query options"]],
    ["parameters", ["Parameters", "Optional parameters", "Required parameters", "Request parameters"]],
    ["parameters", ["Input parameters", "Method parameters", "Parameter"]],
    ["body", ["Request body", "Optional request body", "Request payload", "Body", "Request body (JSON)"]],
    ["more", ["Errors", "Error", "Error responses", "Common errors", "Response errors", "Known limitations"]],
    ["more", ["Remarks", "Remark", "See also", "Next steps", "Next step", "Related content"]],
    ["response", ["Response", "Responses", "Response body", "Return value", "Return values", "Return type", "Returns"]],
    ["relationships", ["Relationships", "Relationship", "Navigation properties"]],
    ["properties", ["Properties", "Property", "Lamp properties", "Properties of a lamp"]],
    ["methods", ["Methods", "Tasks", "Functions", "Actions", "Operations", "Lamp methods", "Lamp operations"]],
    ["json", ["JSON representation", "JSON Representation of a lamp"]],
    ["examples", ["Example", "Examples", "Example 1: Light it", "Request example", "Response examples"]],
    ["examples", ["Sample", "Samples", "Code sample", "HTTP examples", "A longer example"]],
    [null, ["Lamps", "Properties for nobody", "Return the same properties", "Requests", "A parameter", "Bodies"]],
  ])("%s: %j", (section, headings) => {
    for (const heading of headings)
      expect([heading, sectionOf(`# Title\n\n## ${heading}`)]).toEqual([heading, section]);
  });

  it("but the title doesn't", () => {
    expect(sectionOf("# Permissions")).toBeNull();
  });

  it("that goes on below headings which begin none, until another begins", () => {
    expect(sectionOf("# Title\n\n## Properties\n\n### Of a lamp")).toBe("properties");
    expect(sectionOf("# Title\n\n## Request body\n\n### Response")).toBe("response");
    expect(sectionOf("# Title\n\n## Properties\n\n## Lamps")).toBeNull();
  });

  it("unless it stands under an example", () => {
    expect(sectionOf("# Title\n\n## Example\n\n### Response")).toBe("examples");
    expect(sectionOf("# Title\n\n## Request body\n\n### Example\n\n#### Response")).toBe("examples");
    expect(sectionOf("# Title\n\n## Example\n\n### Response\n\n## Response")).toBe("response");
  });
});
