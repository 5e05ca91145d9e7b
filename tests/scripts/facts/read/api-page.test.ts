import { describe, expect, it } from "vitest";
import { factsOf, fixture, harmlessNotes, importantNotes, page, read } from "./support.ts";

const includes = {
  "../includes/permissions/lamp-post-permissions.md":
    "---\nms.topic: include\n---\n\n|Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n|Application|Lamp.Write|Not available.|\n",
  "../../includes/global-us.md":
    "This API is available in these clouds.\n\n|Global service|US Government L4|China|Mars|\n|:--|:--|:--|:--|\n|:white_check_mark:|✅|:x:|soon|\n",
};

describe("reading an API page", () => {
  const post = factsOf(fixture("lamp-post.md"), includes);

  it("reads title, namespace, and those front matter values that say something of it", () => {
    expect(post).toMatchObject({
      page: "a",
      source: "a.md",
      kind: "api",
      title: "Create lamp",
      namespace: "microsoft.graph",
    });
    expect(post.frontMatter).toEqual({
      title: "Create lamp",
      doc_type: "apiPageType",
      "ms.date": "01/02/2025",
      "ms.prod": "",
      "ms.subservice": "lighting",
    });
  });

  it("keeps an author only where the page is a stub", () => {
    const author = (value: string): unknown => factsOf(`---\nauthor: ${value}\n---\n${page()}`).frontMatter;
    expect(author('"**TODO: who?**"')).toEqual({ author: "**TODO: who?**" });
    expect(author('""')).toEqual({ author: "" });
    expect(author("somebody")).toBeUndefined();
  });

  it("reads the INCLUDE directives but those of language snippets", () => {
    expect(post.includes).toEqual({
      "beta-disclaimer": "../../includes/beta-disclaimer.md",
      "national-cloud-support": "../../includes/global-us.md",
      "permissions-table": "../includes/permissions/lamp-post-permissions.md",
    });
  });

  it("reads the clouds of the text that is included for them", () => {
    expect(post.nationalClouds).toEqual({
      include: "../../includes/global-us.md",
      clouds: { "Global service": true, "US Government L4": true, China: false, Mars: "soon" },
    });
  });

  it.each([":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", "✅", "✔", "✔️", "☑", "✓", "Yes"])(
    "takes %s for a tick",
    (mark) => {
      expect(clouds(mark)).toEqual({ "Global service": true });
    },
  );

  it.each([
    ":x:",
    ":heavy_multiplication_x:",
    ":no_entry:",
    ":no_entry_sign:",
    ":cross_mark:",
    "❌",
    "✖",
    "✗",
    "✘",
    "No",
  ])("takes %s for a cross", (mark) => {
    expect(clouds(mark)).toEqual({ "Global service": false });
  });

  function clouds(mark: string): unknown {
    return factsOf(page(`|Global service|\n|:--|\n|${mark}|\n`)).nationalClouds?.clouds;
  }

  it("reads every permission table, that of an included text with where it comes from", () => {
    expect(post.permissions).toEqual({
      "For a lamp of one's own": {
        include: "../includes/permissions/lamp-post-permissions.md",
        annotation: { blockType: "permissions", name: "lamp_post" },
        columns: ["Least privileged permissions", "Higher privileged permissions"],
        rows: {
          Application: {
            "Least privileged permissions": "Lamp.Write",
            "Higher privileged permissions": "Not available.",
          },
        },
      },
      "For any lamp": {
        columns: ["Least privileged permissions", "Higher privileged permissions"],
        rows: {
          "Delegated (work or school account)": {
            "Least privileged permissions": "Lamp.ReadWrite",
            "Higher privileged permissions": "Lamp.ReadWrite.All, Room.ReadWrite.All",
          },
          Application: {
            "Least privileged permissions": "Lamp.ReadWrite.All",
            "Higher privileged permissions": "Not available.",
          },
        },
      },
    });
  });

  it("names an included text that isn't there, and notes what is lost", () => {
    const { facts } = read(fixture("lamp-post.md"));
    expect(facts.permissions?.["For a lamp of one's own"]).toEqual({
      include: "../includes/permissions/lamp-post-permissions.md",
      annotation: { blockType: "permissions", name: "lamp_post" },
    });
    expect(facts.nationalClouds).toEqual({ include: "../../includes/global-us.md" });
    expect(facts.notes?.important).toEqual([
      "the included text ../../includes/global-us.md gives no table of clouds",
      "the included text ../includes/permissions/lamp-post-permissions.md was not found, so nothing of it is read",
      "a response shows no status line",
    ]);
  });

  it("reads request lines whose paths hold spaces or run over two lines", () => {
    expect(post.requestLines).toEqual({
      "POST /rooms/{id | name}/lamps": { method: "POST", path: "/rooms/{id | name}/lamps" },
      "POST /me/lamps?&light=on": { method: "POST", path: "/me/lamps?&light=on" },
    });
  });

  it("reads what each header row gives and requires, and how it is written", () => {
    expect(post.headers).toEqual({
      Authorization: { value: "Bearer {token}", required: true, written: ". Required." },
      "Content-Type": { value: "application/json", required: true, written: ".Required" },
      "If-Match": { value: null, required: false, written: ". Optional." },
      Prefer: { value: "return", required: null },
      Accept: { value: "Bearer <token>", required: true, written: " Required." },
    });
  });

  it("reads parameters with the place that their heading names", () => {
    expect(post.parameters).toEqual({
      place: { in: "function", type: "String", required: true },
      $light: { in: "query", type: "Boolean", required: false },
    });
  });

  it("reads the facts of body descriptions and none of their sentences", () => {
    expect(post.body).toEqual({
      required: true,
      requiredTo: "create",
      rows: {
        id: { type: "String", inheritedFrom: "entity", placeholder: "**TODO: Say more**" },
        bulbs: { type: "bulb collection", readOnly: true },
        glow: { type: "String", values: { warm: true, cold: true } },
        key: { type: "String", encoding: "base64url", writeOnly: true },
        photo: { type: "String", required: true, encoding: "base64" },
      },
    });
  });

  it("reads the statuses, resources and headers that the response promises, and no other numbers or headers", () => {
    expect(post.response).toEqual({
      statuses: { "201": { reason: "Created" }, "202": { reason: "Accepted" } },
      returns: { lamp: true },
      headers: { Location: true },
    });
  });

  it("reads links by their targets, also those that a definition resolves", () => {
    expect(post.resources).toEqual({
      lamp: { lamp: true },
      room: { room: true },
      entity: { entity: true },
      bulb: { bulb: true },
    });
    expect(post.links).toEqual({ "/graph/auth": { tokens: true } });
  });

  it("reads an exchange as shown, across language tabs", () => {
    expect(post.examples?.lamp_post).toMatchObject({
      title: "Example 1: Add a lamp",
      request: {
        fence: "http",
        method: "POST",
        url: "https://graph.microsoft.com/beta/rooms/{id | name}/lamps",
        version: "HTTP/1.1",
        headers: { "Content-type": "application/json" },
        blankLine: true,
        body: { text: '{\n  "glow": "warm"  \n}', json: true },
      },
    });
  });

  it("reads the names of code samples, and what is said of a response", () => {
    expect(post.examples?.lamp_post?.samples).toEqual({ lamp: true });
    const text = fixture("lamp-post.md").replace(
      "#### Response\n",
      "#### Response\n\nIt may be truncated. All properties will be returned.\n",
    );
    expect(factsOf(text).examples?.lamp_post?.response).toMatchObject({ shortened: true, allReturned: true });
    expect(post.examples?.lamp_post?.response).not.toHaveProperty("shortened");
  });

  it("keeps a JSON body that is none as text, and says where in it it breaks", () => {
    expect(post.examples?.lamp_post?.response).toMatchObject({
      status: 201,
      reason: "Created",
      blankLine: false,
      body: { json: false, error: "line 3: found `}`, expected a property name in double quotes" },
    });
    expect(post.notes?.harmless).toContain(
      "a body isn't JSON: line 3: found `}`, expected a property name in double quotes",
    );
  });

  it("reads exchanges in list items, bodies that aren't JSON and responses without a body", () => {
    expect(post.examples?.lamp_photo).toMatchObject({
      request: { url: "/me/lamps/a/photo?size=1&kind=small", body: { text: "<bytes of the picture>", json: null } },
      response: { status: 204, body: null },
    });
    expect(post.examples?.lamp_photo?.response?.headers).toEqual({});
    expect(post.examples?.lamp_photo?.response).not.toHaveProperty("blankLine");
  });

  it("notes a response without request or status line, and a request marked ignored", () => {
    expect(post.examples?.["Example 3: Ask later"]?.response).toMatchObject({ status: null, body: { json: true } });
    expect(post.notes).toEqual({
      important: ["a response shows no status line"],
      harmless: [
        "a body isn't JSON: line 3: found `}`, expected a property name in double quotes",
        "a request's address runs over several lines; they are joined",
        "a request marked ignored isn't read",
        'a response under "Example 3: Ask later" has no request',
      ],
    });
  });

  it("puts the notes on the lines of the page, though not into the facts", () => {
    const { notes } = read(fixture("lamp-post.md"), includes);
    expect(notes.map(({ line, grade }) => [line, grade])).toEqual([
      [112, "harmless"],
      [125, "harmless"],
      [143, "harmless"],
      [148, "important"],
      [148, "harmless"],
    ]);
  });
});

describe("what a section should have given and didn't is noted:", () => {
  const inPage = (section: string): string[] => importantNotes(page(section));

  it.each([
    ["request lines", "## HTTP request\n\nText.\n", "the section HTTP request shows no request line"],
    ["permissions", "## Permissions\n\nAsk.\n", "the section Permissions has no table"],
    ["headers", "## Request headers\n\nSee elsewhere.\n", "the section Request headers gives nothing that is read"],
    ["parameters", "## Path parameters\n\nSee elsewhere.\n", "the section Path parameters gives nothing that is read"],
    ["a body", "## Request body\n\nSee elsewhere.\n", "the section Request body gives nothing that is read"],
    ["properties", "## Properties\n\nSee elsewhere.\n", "the section Properties gives nothing that is read"],
    ["relationships", "## Relationships\n\nSee elsewhere.\n", "the section Relationships gives nothing that is read"],
  ])("%s", (_, section, note) => {
    expect(
      inPage(section).concat(
        importantNotes(`# Get a lamp\n\n${section}\n## Response\n\n\`200 OK\`\n\n## Request body\n\nNone\n`),
      ),
    ).toContain(note);
  });

  it("a status", () => {
    expect(importantNotes(page().replace("It returns `200 OK`.", "It returns a lamp."))).toEqual([
      "the section Response gives no status",
    ]);
  });

  it("a Response section, an HTTP request section", () => {
    expect(importantNotes(page().replace("## Response", "## Outcome"))).toEqual(["the page has no section Response"]);
    expect(importantNotes("# Get a lamp\n\n## Request headers\n\nNone\n\n## Response\n\n`200 OK`\n")).toEqual([
      "the page has no section HTTP request",
    ]);
  });

  it.each([
    "## Request headers\n\nNone.\n",
    "## Request headers\n\nNo headers are needed.\n",
    "## Optional query parameters\n\nThis method doesn't support query parameters.\n",
    "## Path parameters\n\nThis method doesn’t have any.\n",
    "## Path parameters\n\nThere are no parameters.\n",
    "## Optional query parameters\n\nThis method supports the OData query parameters.\n",
    "## Request body\n\nSupply the bytes of the picture.\n",
    "## Request body\n\nSupply this:\n\n```json\n{}\n```\n",
    "## Properties\n\nNone.\n",
    "## Relationships\n\nThere are no relationships.\n",
    "## Relationships\n\nThis type has no relationships.\n",
    "## Relationships\n\nNo relationships.\n",
    "## Relationships\n\nN/A\n",
    "## Relationships\n\nEmpty.\n",
    "## Relationships\n\nThe type doesn't have any.\n",
    "## Relationships\n\nThe type doesn’t have any.\n",
    "## Relationships\n\nThe types do not have any.\n",
  ])("nothing, where the section says that there is nothing to give: %j", (section) => {
    expect(inPage(section)).toEqual([]);
  });

  it("a table that no section claims", () => {
    expect(inPage("## Eigenschaften\n\n|Eigenschaft|Typ|\n|:--|:--|\n|id|String|\n")).toEqual([
      'the table of "Eigenschaft" under "Eigenschaften" isn\'t read',
    ]);
    expect(inPage("## Properties\n\n|Eigenschaft|Typ|\n|:--|:--|\n|id|String|\n")).toEqual([
      'the table of "Eigenschaft" under "Properties" isn\'t read',
    ]);
    expect(inPage("|Color|Tone|\n|:--|:--|\n|red|warm|\n")).toEqual([
      'the table of "Color" under "Response" isn\'t read',
    ]);
  });

  it("a table among examples, errors or links only as harmless", () => {
    for (const heading of ["Example", "Error codes", "See also", "Remarks", "Next steps", "Related content"]) {
      const text = page(`## ${heading}\n\n|Color|Tone|\n|:--|:--|\n|red|warm|\n`);
      expect(importantNotes(text)).toEqual([]);
      expect(harmlessNotes(text)).toEqual([`the table of "Color" under "${heading}" isn't read`]);
    }
  });

  it.each([
    ["a short delimiter row", "|Type|Permissions|\n|:---|\n|Application|Lamp.Read|\n"],
    ["no delimiter row", "|Type|Permissions|\n|Application|Lamp.Read|\n"],
  ])("lines that would be a table but for %s", (_, lines) => {
    expect(inPage(`## Permissions\n\n${lines}`)).toContain(
      'lines under "Permissions" look like a table and are none: the delimiter row is missing or too short',
    );
  });

  it("cells that no column heads", () => {
    const table = "|Type|Permissions|\n|:---|:---|\n|Application|Lamp.Read|Lamp.Write|\n|Delegated|a \\| b|\n";
    expect(inPage(`## Permissions\n\n${table}`)).toEqual([
      'the row "Application" has more cells than its table has columns',
    ]);
  });

  it("a permission table of one column", () => {
    expect(inPage("## Permissions\n\n|Type|\n|:---|\n|Application|\n")).toEqual([
      'the permission table under "Permissions" has a single column',
    ]);
  });

  it("a header table without names", () => {
    expect(inPage("## Request headers\n\n|Value|Description|\n|:---|:---|\n|Bearer|x|\n")).toContain(
      'the table of "Value" under "Request headers" isn\'t read',
    );
  });

  it("a row without a name, if it says anything", () => {
    const table = (row: string): string => `## Request body\n\n|Property|Type|\n|:--|:--|\n|id|String|\n${row}\n`;
    expect(inPage(table("||String|"))).toEqual([
      'a row of the table under "Request body" has no name, so nothing is read from it',
    ]);
    expect(inPage(table("|||"))).toEqual([]);
  });

  it("an HTML table", () => {
    expect(inPage("<table><tr><td>id</td></tr></table>\n")).toEqual(["an HTML table isn't read"]);
  });

  it("a line among the request lines that is none", () => {
    const text = page().replace("GET /lamps/{id}", "GET /lamps/{id}\nor look");
    expect(importantNotes(text)).toEqual(['"or look" stands among the request lines, and is none']);
    expect(harmlessNotes(page().replace("GET /lamps/{id}", "GET /lamps/{id}\nAccept: */*"))).toEqual([
      '"Accept: */*" stands among the request lines',
    ]);
  });

  it("a request block that shows no request", () => {
    const text = page('## Example\n\n<!-- { "blockType": "request", "name": "a" } -->\n```http\nLOOK /x\n```\n');
    expect(importantNotes(text)).toEqual(['the request block "a" shows no HTTP request; it isn\'t read']);
  });

  it("a message without annotation outside the examples", () => {
    expect(harmlessNotes(page("## More\n\n```http\nGET /lamps\n```\n\n```http\nHTTP/1.1 200 OK\n```\n"))).toEqual([
      "a request without annotation stands outside the examples and isn't read",
      "a response without annotation stands outside the examples and isn't read",
    ]);
  });
});

describe("code spans aren't sentences:", () => {
  const row = (description: string): unknown =>
    factsOf(page(`## Request body\n\n|Property|Type|Description|\n|:--|:--|:--|\n|a|String|${description}|\n`)).body
      ?.rows?.a;

  it("a possible value says nothing of the property", () => {
    expect(row("Possible values are: `available`, `required`.")).toEqual({
      type: "String",
      values: { available: true, required: true },
    });
    expect(row("Possible values are: `base64`, `read-only`, `write-only`.")).toEqual({
      type: "String",
      values: { base64: true, "read-only": true, "write-only": true },
    });
  });

  it("but one that marks the row does, and one that names an encoding", () => {
    expect(row("`Required`. The name.")).toMatchObject({ required: true });
    expect(row("`Read-only`. The name.")).toMatchObject({ readOnly: true });
    expect(row("A `base64`-encoded string.")).toMatchObject({ encoding: "base64" });
    expect(row("A `base64url` encoded string.")).toMatchObject({ encoding: "base64url" });
  });
});

describe("the request lines", () => {
  const lines = (block: string, fence = "http"): string[] =>
    Object.keys(factsOf(page().replace("```http\nGET /lamps/{id}", `\`\`\`${fence}\n${block}`)).requestLines ?? {});

  it.each(["http", "https", "HTTP", "msgraph", "msgraph-interactive", "rest", "text", ""])(
    "are read from a block whose fence says %s",
    (fence) => {
      expect(lines("GET /lamps", fence)).toEqual(["GET /lamps"]);
    },
  );

  it("aren't read from a block in another language", () => {
    expect(lines("GET /lamps", "json")).toEqual([]);
  });

  it("may have remarks and blank lines between them", () => {
    const block = "GET /lamps\n\n// or\nGET /rooms\n# or\nGET /houses";
    expect(lines(block)).toEqual(["GET /lamps", "GET /rooms", "GET /houses"]);
    expect(importantNotes(page().replace("GET /lamps/{id}", block))).toEqual([]);
  });
});

describe("the possible values of a property", () => {
  const values = (description: string): string[] =>
    Object.keys(
      factsOf(page(`## Request body\n\n|Property|Type|Description|\n|:--|:--|:--|\n|a|String|${description}|\n`)).body
        ?.rows?.a?.values ?? {},
    );

  it.each([
    "The possible values are: `a`, `b`.",
    "Valid values are `a` and `b`.",
    "Supported values: `a`, `b`",
    "Allowed values: `a` (the first), `b`.",
    "Acceptable values are `a`, `b`.",
    "Accepted values are `a`, `b`.",
    "Permitted values are `a`, `b`.",
    "Available values are `a`, `b`.",
    "Enumeration values: `a`, `b`.",
    "The value can be one of `a`, `b`.",
    "The value is either `a` or `b`.",
    "Possible values are: a, b.",
    "Possible values are: a (the first) and b.",
    'Possible values: "a", "b".',
    "Possible values are: **a**, *b*.",
    "Possible values are `a`. Use a header to get the following value(s) in this enum: `b`.",
    "Possible values, e.g. for a lamp, are `a`, `b`.",
    "See possible values below. Possible values are: `a`, `b`.",
    "Use a header to get the following values from this enum: `a`, `b`.",
    "Use a header to get the following values for this enum: `a`, `b`.",
    "The value must be one of `a`, `b`.",
    "Possible values, i.e. kinds, are `a`, `b`.",
    "Possible values:<br>a, b",
    "Possible values are<br>a or b",
    "Possible values include a, b.",
    "Possible values can be a or b.",
    "The possible value is a, or b.",
  ])("are listed by: %s", (description) => {
    expect(values(description)).toEqual(["a", "b"]);
  });

  it.each(["See the possible values below.", "For the possible values, see `lamp`s.", "The default is `a`."])(
    "aren't listed by: %s",
    (description) => {
      expect(values(description).filter((value) => value !== "lamp")).toEqual([]);
    },
  );

  it("that can't be told are noted", () => {
    const text = page(
      "## Request body\n\n|Property|Type|Description|\n|:--|:--|:--|\n|a|String|Possible values are: as many as there are lamps.|\n",
    );
    expect(harmlessNotes(text)).toEqual([`the possible values of "a" aren't a list of words, so none is read`]);
  });
});

describe("where a parameter goes", () => {
  const place = (heading: string, name: string, path = "/lamps"): unknown =>
    factsOf(
      page(`## ${heading}\n\n|Parameter|Type|\n|:--|:--|\n|${name}|String|\n`).replace(
        "GET /lamps/{id}",
        `GET ${path}`,
      ),
    ).parameters?.[name]?.in;

  it.each([
    ["Path parameters", "id", "/lamps", "path"],
    ["Optional query parameters", "id", "/lamps", "query"],
    ["OData query options", "$top", "/lamps", "query"],
    ["Function parameters", "id", "/lamps", "function"],
    ["Action parameters", "id", "/lamps", "body"],
    ["URL parameters", "id", "/lamps", "path"],
    ["URI parameters", "id", "/lamps", "path"],
    ["Parameters", "id", "/lamps/{id}", "path"],
    ["Parameters", "q", "/lamps/find(q='{q}')", "function"],
    ["Parameters", "b", "/lamps/find(a=1, b={b})", "function"],
    ["Parameters", "kind", "/lamps?kind={kind}", "query"],
    ["Request parameters", "$top", "/lamps", "query"],
  ])("is told by %s for %s in %s", (heading, name, path, expected) => {
    expect(place(heading, name, path)).toBe(expected);
  });

  it("is noted when nothing says it", () => {
    expect(place("Parameters", "id")).toBeNull();
    expect(importantNotes(page("## Parameters\n\n|Parameter|Type|\n|:--|:--|\n|x|String|\n"))).toEqual([
      'nothing says where the parameter "x" goes',
    ]);
  });

  it("OData parameters that the text offers go into the query, but not those that it denies", () => {
    const text =
      "## Optional query parameters\n\nThis method supports `$select` and `$filter=id eq {x}`. It doesn't support `$top`. There is no support for `$search`. It does not support `$skip`. All are supported except `$count`. Use any other than `$format`.\n";
    expect(factsOf(page(text)).parameters).toEqual({ $select: { in: "query" }, $filter: { in: "query" } });
    const other = "## Query parameters\n\nUse the `@lamp.conflict` query parameter, or the `kind` query option.\n";
    expect(Object.keys(factsOf(page(other)).parameters ?? {})).toEqual(["@lamp.conflict", "kind"]);
  });
});

describe("what stands after the first example", () => {
  const example =
    '## Example\n\n<!-- { "blockType": "request", "name": "a" } -->\n```http\nGET /lamps/a\n```\n\n### Response\n\nAnd a 418 response.\n\n<!-- { "blockType": "response" } -->\n```http\nHTTP/1.1 200 OK\n```\n\n';

  it("is read: a Response section", () => {
    const text = `# Get a lamp\n\n## HTTP request\n\n\`\`\`http\nGET /lamps/{id}\n\`\`\`\n\n${example}## Response\n\nIt returns \`204 No Content\`.\n`;
    expect(factsOf(text).response?.statuses).toEqual({ "204": { reason: "No Content" } });
  });

  it("is read: a second API", () => {
    const text = page(
      `${example}## HTTP request (by name)\n\n\`\`\`http\nGET /lamps(name='{name}')\n\`\`\`\n\n## Request body\n\n|Property|Type|\n|:--|:--|\n|glow|String|\n\n## Response\n\n\`202 Accepted\`\n`,
    );
    const facts = factsOf(text);
    expect(Object.keys(facts.requestLines ?? {})).toEqual(["GET /lamps/{id}", "GET /lamps(name='{name}')"]);
    expect(facts.body?.rows).toEqual({ glow: { type: "String" } });
    expect(Object.keys(facts.response?.statuses ?? {})).toEqual(["200", "202"]);
  });

  it("belongs to the example where it stands under it", () => {
    expect(Object.keys(factsOf(page(example)).response?.statuses ?? {})).toEqual(["200"]);
  });
});

describe("the Response section", () => {
  const response = (text: string): unknown => factsOf(page().replace("It returns `200 OK`.", text)).response;

  it("gives statuses in tables, with their reasons", () => {
    expect(
      response(
        "|Status code|Meaning|\n|:--|:--|\n|200 OK|Lit.|\n|`404`|Not Found|\n|409 Conflict|Because it is taken already.|\n|429|Wait for a while, then ask again.|",
      ),
    ).toEqual({
      statuses: { "200": { reason: "OK" }, "404": { reason: "Not Found" }, "409": { reason: "Conflict" }, "429": {} },
    });
  });

  it.each(["Status", "Code", "Response", "HTTP status code"])("reads a table of statuses headed %s", (column) => {
    expect(response(`|${column}|Meaning|\n|:--|:--|\n|200|Lit.|`)).toEqual({ statuses: { "200": {} } });
  });

  it("keeps the reason that a status is given once", () => {
    expect(response("A 200 response, so `200 OK`, and a 200 response. Or `200 Lit`.")).toEqual({
      statuses: { "200": { reason: "OK" } },
    });
  });

  it("gives ranges, statuses in a response that it shows, and headers in tables", () => {
    expect(response("A 200-series response code.")).toEqual({ statuses: { "2XX": {} } });
    expect(response("```http\nHTTP/1.1 201 Created\n```")).toEqual({ statuses: { "201": { reason: "Created" } } });
    expect(response('<!-- { "blockType": "response" } -->\n```http\nHTTP/1.1 202 Accepted\n```')).toEqual({
      statuses: { "202": { reason: "Accepted" } },
    });
    expect(response("`200 OK`\n\n|Header|Value|\n|:--|:--|\n|Location|An address.|")).toEqual({
      statuses: { "200": { reason: "OK" } },
      headers: { Location: true },
    });
  });

  it.each([
    ["with a Location header", ["Location"]],
    ["with a location response header", ["Location"]],
    ["and an `ETag` header", ["ETag"]],
    ["and a Retry-After HTTP header", ["Retry-After"]],
    ["without a Location header", []],
    ["and no Location header", []],
    ["and not a Location header", []],
    ["but doesn't send a Location header", []],
    ["in the header of a lamp", []],
  ])("promises headers: 200 OK %s", (text, headers) => {
    expect(Object.keys((response(`\`200 OK\` ${text}.`) as { headers?: object }).headers ?? {})).toEqual(headers);
  });

  it("goes on below headings that only speak of properties", () => {
    const text = page("### Default: return the same properties as before\n\nOr `204 No Content`.\n");
    expect(Object.keys(factsOf(text).response?.statuses ?? {})).toEqual(["200", "204"]);
    expect(importantNotes(text)).toEqual([]);
  });

  it("stands within another section too", () => {
    const text = page().replace("## Response", "## Request body\n\nDon't supply a request body.\n\n### Response");
    expect(factsOf(text)).toMatchObject({ body: { none: true }, response: { statuses: { "200": {} } } });
  });
});

describe("directory roles", () => {
  const roles = (text: string, included?: Record<string, string>): unknown =>
    factsOf(page(`## Permissions\n\n|Type|Permissions|\n|:--|:--|\n|Application|Lamp.Read|\n\n${text}\n`), included)
      .roles;

  it.each([
    "*Lamp Administrator* is the least privileged role supported for this operation.",
    "*Lamp Administrator* is the least privileged Microsoft Entra role for it.",
    "Note: *Lamp Administrator* is the least privileged built-in admin role.",
    "**Note:** *Lamp Administrator* is the least privileged role.",
    "**Lamp Administrator** is the least-privileged role.",
    "The following least privileged roles are supported:\n\n- Lamp Administrator",
    "The following least privileged Microsoft Entra roles are supported for this operation:\n- *Lamp Administrator* - for lamps",
  ])("are read from: %s", (text) => {
    expect(roles(text)).toEqual({ "Lamp Administrator": { leastPrivileged: true } });
  });

  it("of an included text say where they come from", () => {
    expect(
      roles("[!INCLUDE [rbac](../includes/rbac.md)]", {
        "../includes/rbac.md": "> [!IMPORTANT]\n> *Lamp Administrator* is the least privileged role.\n",
      }),
    ).toEqual({
      "Lamp Administrator": { include: "../includes/rbac.md", leastPrivileged: true },
    });
  });

  it.each([
    "The user must have one of the following directory roles:\n\n- Lamp Administrator\n- Lamp Reader",
    "One of the following roles:\n\n- Lamp Administrator\n- Lamp Reader",
    "One of the following Microsoft Entra roles is needed. See [the list](/x):\n\n+ Lamp Administrator\n+ Lamp Reader",
  ])("are read from a list that isn't of least privilege: %s", (text) => {
    expect(roles(text)).toEqual({ "Lamp Administrator": {}, "Lamp Reader": {} });
  });

  it("that a sentence doesn't name are noted", () => {
    const text = page(
      "## Permissions\n\n|Type|Permissions|\n|:--|:--|\n|Application|Lamp.Read|\n\nAsk for the least privileged role.\n",
    );
    expect(importantNotes(text)).toEqual(["a sentence on the least privileged role names none"]);
  });
});

describe("an included text", () => {
  it("is read where it stands, and its rows say so", () => {
    const text = page("## Request body\n\n[!INCLUDE [rows](../includes/rows.md)]\n");
    expect(factsOf(text, { "../includes/rows.md": "|Property|Type|\n|:--|:--|\n|id|String|\n" }).body?.rows).toEqual({
      id: { include: "../includes/rows.md", type: "String" },
    });
  });

  it("may include another, though not itself for ever", () => {
    const text = page("## Request body\n\n[!INCLUDE [rows](a.md)]\n");
    const included = {
      "a.md": "[!INCLUDE [b](b.md)]",
      "b.md": "|Property|Type|\n|:--|:--|\n|id|String|\n\n[!INCLUDE [a](a.md)]\n",
    };
    expect(factsOf(text, included).body?.rows).toHaveProperty("id", { include: "b.md", type: "String" });
  });

  it("is noted by label once, by number when a label has two paths", () => {
    const text = page("[!INCLUDE [x](a.md)]\n\n[!INCLUDE [x](a.md)]\n\n[!INCLUDE [x](b.md)]\n");
    expect(factsOf(text).includes).toEqual({ x: "a.md", "x (2)": "b.md" });
  });
});

describe("the value of a header", () => {
  it.each([
    ["Bearer {token}. Required.", "Bearer {token}"],
    ["Bearer <token>", "Bearer"],
    ["Bearer &lt;token&gt; Required.", "Bearer <token>"],
    ["Bearer \\{token\\}. Required.", "Bearer {token}"],
    ["Bearer token", "Bearer token"],
    ["application/json", "application/json"],
    ["The type, such as `text/plain`. Required.", "text/plain"],
    ["image/png", "image/png"],
    ["multipart/form-data", "multipart/form-data"],
    ["audio/*", "audio/*"],
    ["video/mp4", "video/mp4"],
    ["`eventual`. This header is required.", "eventual"],
    ["return=minimal <br><br>Send less. Optional.", "return=minimal"],
    ["minimal. Optional.", "minimal"],
    ["String", null],
    ["ETag", null],
    ["An etag. Optional.", null],
  ])("%s", (cell, value) => {
    const text = page(`## Request headers\n\n|Name|Description|\n|:--|:--|\n|Accept|${cell}|\n`);
    expect(factsOf(text).headers?.Accept?.value).toBe(value);
  });

  it("is that of the next column where the second one gives the type", () => {
    const text = page("## Request headers\n\n|Name|Type|Description|\n|:--|:--|:--|\n|Accept|string|`a`|\n");
    expect(factsOf(text).headers?.Accept?.value).toBe("a");
  });

  it.each([
    ["Bearer {token} required", true],
    ["Bearer &lt;token&gt; required.", true],
    ["This header is required.", true],
    ["This header is not required.", null],
    ["This header isn't required.", null],
    ["This header isn’t required.", null],
    ["Required when lit.", null],
  ])("and whether it is required: %s", (cell, required) => {
    const text = page(`## Request headers\n\n|Name|Description|\n|:--|:--|\n|Accept|${cell}|\n`);
    expect(factsOf(text).headers?.Accept?.required).toBe(required);
  });

  it("and what a column says of it being required", () => {
    const text = page(
      "## Request headers\n\n|Name|Value|Required|\n|:--|:--|:--|\n|Accept|`a`|✓|\n|Prefer|`b`|No|\n|If-Match|`c`||\n",
    );
    expect(Object.values(factsOf(text).headers ?? {}).map(({ required }) => required)).toEqual([true, false, null]);
  });
});

describe("two rows of one name", () => {
  it("are both kept, the second under a suffix, with a note", () => {
    const text = page(
      "## Request headers\n\n|Name|Description|\n|:--|:--|\n|Prefer|`a`|\n|Prefer|`b`|\n|Prefer (2)|`c`|\n|Prefer|`d`|\n",
    );
    expect(Object.entries(factsOf(text).headers ?? {}).map(([name, { value }]) => [name, value])).toEqual([
      ["Prefer", "a"],
      ["Prefer (2)", "b"],
      ["Prefer (2) (2)", "c"],
      ["Prefer (3)", "d"],
    ]);
    expect(harmlessNotes(text)).toContain('the header "Prefer" is given more than once; here it is "Prefer (2)"');
  });

  it("give the literals of a column of values", () => {
    const text = page("## Request body\n\n|Name|Value|\n|:--|:--|\n|@odata.type|a.lamp|\n");
    expect(factsOf(text).body?.rows).toEqual({ "@odata.type": { value: "a.lamp" } });
  });

  it("take a mark in the name for what it says", () => {
    const text = page(
      "## Request body\n\n|Property|Type|\n|:--|:--|\n|id (required)|String|\n|glow (Optional)|String|\n|tone (deprecated)|String|\n",
    );
    expect(factsOf(text).body?.rows).toEqual({
      id: { type: "String", required: true },
      glow: { type: "String", required: false },
      tone: { type: "String", deprecated: true },
    });
  });
});
