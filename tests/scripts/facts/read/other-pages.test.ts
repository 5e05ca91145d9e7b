import { describe, expect, it } from "vitest";
import { factsOf, fixture, harmlessNotes, importantNotes, page, read, resource } from "./support.ts";

describe("reading a resource page", () => {
  const lamp = factsOf(fixture("lamp.md"));

  it("reads properties, relationships, methods, members, and JSON", () => {
    expect(lamp).toMatchObject({ kind: "resource", title: "lamp resource type", namespace: "microsoft.graph" });
    expect(lamp).not.toHaveProperty("notes");
    expect(lamp.properties).toEqual({
      id: { type: "String", required: true },
      glow: { type: "glow", required: false },
    });
    expect(lamp.relationships).toEqual({ room: { type: "room" } });
    expect(lamp.methods).toEqual({
      Create: { returns: "lamp", page: "lamp-post" },
      Delete: { returns: "None", page: "lamp-delete" },
    });
    expect(lamp.members).toEqual({ glow: { warm: {}, cold: {} } });
    expect(lamp.jsonRepresentations).toEqual({
      "microsoft.graph.lamp": {
        annotation: { blockType: "resource", "@odata.type": "microsoft.graph.lamp" },
        body: '{ "id": "String", "glow": "String" }',
        json: true,
      },
    });
  });

  it("takes links without a folder for those of neighbors", () => {
    expect(lamp.resources).toEqual({ bulb: { bulbs: true }, lamp: { lamp: true }, room: { room: true } });
    expect(lamp).not.toHaveProperty("links");
  });

  it.each(["Property", "Parameter", "Attribute", "Field", "Key", "Argument", "Element", "Name", "Relationship"])(
    "reads a table of properties headed %s",
    (column) => {
      const text = resource("|id|String|Its id.|").replace("|Property|", `|${column}|`);
      expect(factsOf(text).properties).toEqual({ id: { type: "String" } });
    },
  );

  it.each(["Required", "Required?", "Is required", "Mandatory"])("reads a column headed %s", (column) => {
    const text = `# lamp resource type\n\n## Properties\n\n|Property|Type|${column}|\n|:--|:--|:--|\n|id|String|Yes|\n`;
    expect(factsOf(text).properties).toEqual({ id: { type: "String", required: true } });
  });

  it.each(["Description", "Remarks", "Comment"])("says which cells of a column headed %s are empty", (column) => {
    const text = resource("|id|String||").replace("|Description|", `|${column}|`);
    expect(factsOf(text).properties).toEqual({ id: { type: "String", described: false } });
  });

  it("says which descriptions are empty", () => {
    expect(factsOf(resource("|id|String||", "|glow|String|Its glow.|")).properties).toEqual({
      id: { type: "String", described: false },
      glow: { type: "String" },
    });
  });

  it.each(["Method", "Task", "Function", "Action", "Operation", "Name", "API"])(
    "reads a table of methods headed %s",
    (column) => {
      const text = `${resource("|id|String|Its id.|")}\n## Methods\n\n|${column}|Return type|\n|:--|:--|\n|[List](../api/lamp-list.md)|lamp|\n`;
      expect(factsOf(text).methods).toEqual({ List: { returns: "lamp", page: "lamp-list" } });
    },
  );

  it("leaves out the rows of a Methods table that are headings within it", () => {
    const text = `${resource("|id|String|Its id.|")}\n## Methods\n\n|Method|Return type|Description|\n|:--|:--|:--|\n|**Lamps**| | |\n|[List](../api/lamp-list.md)||All.|\n|[Stop](../api/lamp-stop.md)|||\n`;
    expect(factsOf(text).methods).toEqual({ List: { page: "lamp-list" }, Stop: { page: "lamp-stop" } });
  });

  it("reads the tables of several headings as one list, with a note", () => {
    const text = `${resource("|id|String|Its id.|")}\n### More properties\n\n|Property|Type|\n|:--|:--|\n|glow|String|\n`;
    expect(Object.keys(factsOf(text).properties ?? {})).toEqual(["id", "glow"]);
    expect(harmlessNotes(text)).toEqual(['the table under "More properties" is read as further properties']);
  });

  it("notes JSON that is none", () => {
    const text = `${resource("|id|String|Its id.|")}\n## JSON representation\n\n\`\`\`json\n{ "id": String }\n\`\`\`\n`;
    expect(factsOf(text).jsonRepresentations).toEqual({
      "lamp resource type": {
        body: '{ "id": String }',
        json: false,
        error: "line 1: found `String`, expected a value",
      },
    });
    expect(harmlessNotes(text)).toEqual([
      "the JSON representation isn't JSON: line 1: found `String`, expected a value",
    ]);
  });
});

describe("a table of values", () => {
  const members = (heading: string, table: string): unknown =>
    factsOf(`${resource("|id|String|Its id.|")}\n### ${heading}\n\n${table}\n`).members;
  const table = (column: string): string => `|${column}|Description|\n|:--|:--|\n|warm|Yellowish.|\n`;

  it.each([
    ["glow values", "Member"],
    ["glow values", "Members"],
    ["glow values", "Enum member"],
    ["glow values", "Enumeration member name"],
    ["glow values", "Value"],
    ["glow property", "Value"],
    ["glow property", "Property value"],
    ["glow property", "Possible values"],
    ["glow property", "Name"],
    ["glow property", "String"],
    ["glow property", "Setting"],
    ["glow property", "Enum"],
    ["glow property values", "Value"],
    ["glow values", "Tone"],
    ["glow members", "Tone"],
    ["glow enum", "Tone"],
    ["glow enumeration", "Tone"],
    ["glow enum type", "Tone"],
  ])("under %s, headed %s, is one of members, not of properties", (heading, column) => {
    const text = `${resource("|id|String|Its id.|")}\n### ${heading}\n\n${table(column)}\n`;
    expect(factsOf(text).members).toEqual({ glow: { warm: {} } });
    expect(factsOf(text).properties).toEqual({ id: { type: "String" } });
    expect(importantNotes(text)).toEqual([]);
  });

  it("with the numbers beside the names", () => {
    expect(members("glow values", "|Member|Value|Description|\n|:--|:--|:--|\n|warm|0|Yellowish.|\n")).toEqual({
      glow: { warm: { value: "0" } },
    });
    expect(members("reason values", "|Kind|Value|\n|:--|:--|\n|lamp|warm|\n")).toEqual({ reason: { warm: {} } });
  });

  it("is none under a heading that only speaks of values", () => {
    expect(members("glow values", "|Property|Type|\n|:--|:--|\n|tone|String|\n")).toBeUndefined();
    expect(members("glow values", "|Parameter|Type|\n|:--|:--|\n|tone|String|\n")).toBeUndefined();
  });

  it.each(["Value", "Integer", "Number"])("with the numbers of a column headed %s", (column) => {
    expect(members("glow values", `|Member|${column}|\n|:--|:--|\n|warm|0|\n`)).toEqual({
      glow: { warm: { value: "0" } },
    });
  });

  it.each(["Name", "Value", "Possible values", "Member name"])(
    "with the names of a later column headed %s",
    (column) => {
      expect(members("glow values", `|Tone|${column}|\n|:--|:--|\n|red|warm|\n`)).toEqual({ glow: { warm: {} } });
    },
  );

  it.each(["Possible", "Property", "Enum", "Enumeration", "Valid", "Supported", "Allowed"])(
    "never takes %s for the name of an enumeration",
    (word) => {
      expect(members(`${word} values`, table("Member"))).toEqual({ [`${word} values`]: { warm: {} } });
      expect(members("glow values", table(`${word} value`))).toEqual({ glow: { warm: {} } });
    },
  );

  it.each(["glow type", "glow resource type", "glow enum", "glow enumeration", "glow property", "glow members"])(
    "goes by the first word of the heading %s",
    (heading) => {
      expect(members(heading, table("Member"))).toEqual({ glow: { warm: {} } });
    },
  );

  it("goes by the name that its column has", () => {
    expect(members("More", table("domain value"))).toEqual({ domain: { warm: {} } });
  });

  it("without a heading of its own goes by that above it", () => {
    expect(factsOf(`${resource("|id|String|Its id.|")}\n${table("Member")}`).members).toEqual({
      Properties: { warm: {} },
    });
  });
});

describe("reading an enum page", () => {
  it("reads the members of each enum on it", () => {
    const facts = factsOf(fixture("glow.markdown"));
    expect(facts).toMatchObject({ kind: "enum", title: "Enum values" });
    expect(facts.members).toEqual({ glow: { warm: {}, cold: {} }, plug: { b: { value: "0" } } });
  });

  it("takes the name of a single enum from the title", () => {
    expect(factsOf("# glow enum type\n\n## Members\n\n|Member|Description|\n|:--|:--|\n|warm||\n")).toMatchObject({
      kind: "enum",
      members: { glow: { warm: {} } },
    });
  });
});

describe("what a page is", () => {
  const front = (docType: string, text: string): string => `---\ndoc_type: ${docType}\n---\n${text}`;
  const enumeration = "# glow enum type\n\n|Member|\n|:--|\n|warm|\n";

  it.each([
    ["resourcePageType", page(), "api"],
    ["enumPageType", page(), "api"],
    ["apiPageType", resource("|id|String|Its id.|"), "resource"],
    ["enumPageType", `${resource("|id|String|Its id.|")}`.replace("|id|String|Its id.|", "|id|String|x|"), "enum"],
    ["resourcePageType", enumeration, "enum"],
  ])("is told by its content where the front matter says %s, with a note", (docType, text, kind) => {
    const { facts } = read(front(docType, text));
    if (kind === "enum" && docType === "enumPageType") expect(facts.kind).toBe("enum");
    else {
      expect(facts.kind).toBe(kind);
      expect(facts.notes?.important).toContain(`the front matter says ${docType}, the content is that of kind ${kind}`);
    }
  });

  it.each([
    ["apiPageType", page(), "api"],
    ["resourcePageType", resource("|id|String|Its id.|"), "resource"],
    ["enumPageType", enumeration, "enum"],
  ])("needs no note where both agree on %s", (docType, text, kind) => {
    expect(factsOf(front(docType, text))).toMatchObject({ kind });
    expect(importantNotes(front(docType, text))).toEqual([]);
  });

  it("is told by the front matter, then by the title, where it has both an API and a type", () => {
    const both = `${page()}\n## Properties\n\n|Property|Type|\n|:--|:--|\n|id|String|\n`;
    expect(factsOf(both).kind).toBe("api");
    expect(factsOf(front("resourcePageType", both)).kind).toBe("resource");
    expect(factsOf(both.replace("# Get a lamp", "# lamp resource type")).kind).toBe("resource");
    expect(factsOf(both)).toMatchObject({ properties: { id: { type: "String" } } });
  });

  it("is an API without an HTTP request section when the other sections are there", () => {
    expect(factsOf("# Add a lamp\n\n#### Request headers\n\nNone\n\n#### Response\n\n`200 OK`\n").kind).toBe("api");
  });
});

describe("reading an old page", () => {
  it("without front matter, namespace or annotations", () => {
    const old = factsOf(fixture("lamp-get.txt"));
    expect(old).toMatchObject({
      kind: "api",
      body: { none: true },
      response: { statuses: { "204": { reason: "No Content" } } },
      examples: { example: { request: { method: "GET" }, response: { status: 200 } } },
    });
    expect(old).not.toHaveProperty("frontMatter");
    expect(old).not.toHaveProperty("namespace");
  });

  it("with front matter of which another key cannot be resolved", () => {
    expect(factsOf(`---\nauthor: *name*\ntitle: Lamps\n---\n${page()}`).frontMatter).toEqual({ title: "Lamps" });
  });
});

describe("reading a translated page", () => {
  const both = (translated: string, original: string): string =>
    `<span data-ttu-id="a">${translated}</span><span class="sxs-lookup"><span data-stu-id="a">${original}</span></span>`;

  it("reads the original that stands beside the translation", () => {
    const text = `# <a name="x"></a>${both("Lampe holen", "Get a lamp")}\n\n## ${both("HTTP-Anforderung", "HTTP request")}\n\n\`\`\`http\nGET /lamps/{id}\n\`\`\`\n\n## ${both("Anforderungstext", "Request body")}\n\n${both("Geben Sie keinen an.", "Don't supply a request body.")}\n\n## ${both("Antwort", "Response")}\n\n${both("Sie bekommen", "You get")} \`200 OK\` ${both("Antwort", "response")}\n`;
    expect(factsOf(text)).toMatchObject({ title: "Get a lamp", kind: "api", body: { none: true } });
  });
});

describe("a page fails that", () => {
  const failing: [what: string, text: string, line: number, says: string][] = [
    ["isn't a page of an API, resource, or enum", "# How to choose lamps\n\nText.\n", 1, "no Graph reference page"],
    ["is conceptual", `---\ndoc_type: conceptualPageType\n---\n${page()}`, 1, "no Graph reference page"],
    [
      "has a heading of operations, and no table",
      "# Lamps\n\n## Lamp operations\n\nText.\n",
      1,
      "no Graph reference page",
    ],
    ["describes nothing", "---\ndoc_type: resourcePageType\n---\n# Lamps\n\nText.\n", 1, "no Graph reference page"],
    ["has no title", page().replace("# Get a lamp\n", ""), 1, "no title"],
    ["is empty", "", 1, "no title"],
    ["leaves its front matter open", `---\ntitle: x\n\n${page()}`, 1, "never closed"],
    ["has broken front matter", `---\ntitle: "x\ndoc_type: apiPageType\n---\n${page()}`, 3, "front matter isn't YAML"],
    ["has a list as front matter", `---\n- x\n---\n${page()}`, 2, "front matter isn't a mapping"],
    ["leaves a fence open", page("```json\n{}\n"), 13, "code block is never closed"],
    ["leaves a fence in a list open", page("- x\n\n  ```json\n  {}\n\ntext\n"), 15, "code block is never closed"],
    ["leaves a comment open", page("<!-- never\n"), 13, "comment is never closed"],
  ];

  it.each(failing)("%s", (_, text, line, says) => {
    expect(() => read(text)).toThrow(new RegExp(`^${line}: .*${says}|\n${line}: .*${says}`, "m"));
  });

  it("is wrong in two places, with both in order", () => {
    expect(() => read(page("```json\n{}\n").replace("# Get a lamp", "#"))).toThrow(
      /^13: the code block is never closed/m,
    );
    expect(() => read("---\n- x\n---\n")).toThrow(
      /^1: no Graph reference page.*\n1: the page has no title.*\n2: the front matter/s,
    );
  });
});

describe("a long page", () => {
  it("of 5,000 rows is read in a time that grows with its length", () => {
    const rows = (count: number): string =>
      resource(
        ...Array.from(
          { length: count },
          (_, at) => `|p${at}|[lamp](lamp.md)|Required. The possible values are: \`a\`, \`b\`.|`,
        ),
      );
    const { facts } = read(rows(5_000));
    expect(Object.keys(facts.properties ?? {})).toHaveLength(5_000);
    expect(facts.properties?.p4999).toEqual({ type: "lamp", required: true, values: { a: true, b: true } });
  });
});
