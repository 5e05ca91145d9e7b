import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { type Conflict, type Group, loadLedger } from "../../../scripts/conflicts/load.ts";
import { loadPages } from "../../../scripts/facts/load.ts";
import { clientSource } from "../../../scripts/generate/client.ts";
import { conflictsPage } from "../../../scripts/generate/conflicts.ts";
import { document, operations } from "../../support/document.ts";

const { groups, conflicts } = await loadLedger();
const pages = await loadPages("spec/facts/pages");
const oneGroup: Group = { file: "spec/conflicts/marks.yaml", title: "Marks", order: 1, conflicts: [] };

interface PageRead {
  rows: string[][];
  groups: string[];
  headings: string[];
  anchors: string[];
  /** The text of each link by its address. */
  links: Map<string, string>;
  text: string;
}

/** The page as a reader of Markdown sees it. */
function read(source: string): PageRead {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(source);
  const rows: string[][] = [];
  const groups: string[] = [];
  const headings: string[] = [];
  const anchors: string[] = [];
  const links = new Map<string, string>();
  const addresses = new Map<string, string>();
  visit(root, "definition", ({ identifier, url }) => void addresses.set(identifier, url));
  visit(root, (node) => {
    if (node.type === "table") rows.push(...node.children.slice(1).map((row) => row.children.map(words)));
    if (node.type === "heading" && node.depth === 2) groups.push(words(node));
    const id = node.type === "heading" && node.children[0]?.type === "html" ? node.children[0].value : "";
    const anchor = /^<a id="(.*)">$/.exec(id)?.[1];
    if (anchor) {
      anchors.push(anchor);
      headings.push(words(node));
    }
    if (node.type === "link") links.set(node.url, words(node));
    if (node.type === "linkReference") links.set(addresses.get(node.identifier) ?? "", words(node));
  });
  return { rows, groups, headings, anchors, links, text: words(root) };
}

function words(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return "children" in node ? node.children.map(words).join("") : "";
}

const source = conflictsPage(document, groups, pages);
const page = read(source);
const ids = conflicts.map(({ id }) => id);
const titles = conflicts.map(({ title }) => title.replaceAll("`", ""));

/** The operations in the section of a conflict. */
const affectedBy = (id: string): string | undefined =>
  source
    .split(`<a id="${id}">`)[1]
    ?.match(/^\*\*Affects:\*\* (.*)$/m)?.[1]
    ?.replaceAll("`", "");

describe("the page of the conflicts", () => {
  test("has each conflict of the ledger once, in the overview and as a section", () => {
    expect(page.rows.map(([title]) => title)).toEqual(titles);
    expect(page.headings).toEqual(titles);
    expect(page.anchors).toEqual(ids);
  });

  test("explains itself, then starts with what costs a caller most and ends with how the examples are written", () => {
    expect(page.groups).toEqual(["How to read this page", "Overview", ...groups.map(({ title }) => title)]);
    expect(ids[0]).toBe("secret-is-plain-text");
    expect(page.groups.at(-1)).toBe("How the examples are written");
  });

  test("explains each word for sureness that it uses", () => {
    const [explanations = ""] = source.split("## Overview");
    for (const word of new Set(conflicts.map(({ sureness }) => sureness)))
      expect(explanations).toContain(`**${word}**:`);
  });

  test("links each row of the overview to its section, and every other link leads to a source", () => {
    const within = [...page.links].filter(([url]) => url.startsWith("#"));
    expect(within).toEqual(ids.map((id, i) => [`#${id}`, titles[i]]));
    for (const url of page.links.keys()) expect(url).toMatch(/^(#|https:\/\/)/);
  });

  test.each([
    ["https://www.rfc-editor.org/rfc/rfc9110#section-15.3.2", "RFC 9110, section 15.3.2"],
    ["https://learn.microsoft.com/graph/api/trustframeworkkey_v2-get?view=graph-rest-beta", "trustframeworkkey_v2-get"],
    ["https://github.com/mrochon/IEFPolicies/issues/58", "github.com/mrochon/IEFPolicies/issues/58"],
  ])("links to %s", (url, label) => {
    expect(page.links.get(url)).toBe(label);
  });

  test("keeps a text of one word as text, and not as the address of its source", () => {
    const [conflict] = conflicts;
    if (!conflict) throw new Error("The ledger is empty.");
    const short: Conflict = { ...conflict, sources: [{ rfc: "9110 section 5", says: "Required." }] };
    expect(read(conflictsPage(document, [{ ...oneGroup, conflicts: [short] }], pages)).text).toContain(
      "In RFC 9110, section 5: Required.",
    );
  });

  const withStatus =
    "listKeySets, createKeySet, getKeySet, replaceKeySet, generateKey, getActiveKey, uploadCertificate, uploadPkcs12, uploadSecret, listKeys, getKey, updateKeyStatus";
  test.each([
    ["deleted-set-leaves-a-copy", "listKeySets, deleteKeySet"], // their own descriptions
    ["location-leads-nowhere", "createKeySet"], // a header
    ["missing-set-is-a-400", "getKeySet, getActiveKey"], // responses
    ["certificate-is-not-base64", "uploadCertificate, uploadPkcs12"], // the schemas of bodies
    ["key-is-wrapped-and-no-json", "listKeys, getKey"], // a schema whose name begins with another's
    ["unknown-future-value", withStatus], // a schema within schemas
    ["localtest-server", "all"],
  ])("names the operations that %s affects", (id, affected) => {
    expect(affectedBy(id)).toBe(affected);
  });

  test.each([
    ["deleted-set-leaves-a-copy", "listKeySets, deleteKeySet"],
    ["odata-type-without-hash", "11 operations"],
    ["localtest-server", "all"],
  ])("counts many operations in the overview and names few: %s", (id, cell) => {
    expect(page.rows[ids.indexOf(id)]?.[1]).toBe(cell);
  });

  test("is also made where a part refers into another path, whose braces are encoded", () => {
    const other = structuredClone(document);
    const create = other.paths["/trustFramework/keySets"]?.post;
    if (!create) throw new Error("The document has no createKeySet.");
    create.requestBody = { $ref: "#/paths/~1trustFramework~1keySets~1%7Bid%7D/put/requestBody" };
    expect(conflictsPage(other, groups, pages)).toContain("# Where the sources conflict");
  });

  test("describes the pages without an address", () => {
    expect(source.match(/^- `.*?`: ".*", .* of `.*$/gm)).toEqual([
      '- `draft-add-keysets`: "Add keySets", a draft of `addKeySetByReference`.',
      '- `draft-create-keysets`: "Create keySets", a draft of `createKeySet`.',
      '- `draft-update-keysets`: "Update keySets", a draft of `updateKeySets`.',
    ]);
  });

  test("keeps every mark that a text of the ledger has in it", () => {
    const marks = "a | b $c$ {d} *e* _f_ <g> [h](i) #j ~~k~~ \\l & &amp;";
    const conflict: Conflict = {
      id: "marks",
      title: `${marks} \`m|n $o$ {p} *q*\``,
      sources: [{ url: "https://example.com", says: marks }],
      contract: { at: ["#/info"], says: marks },
      why: marks,
      evidence: [{ report: "https://example.com", says: marks }],
      sureness: "observed",
    };
    const marked = conflictsPage(document, [{ ...oneGroup, conflicts: [conflict] }], pages);
    const { rows, headings, text } = read(marked);
    expect([rows[0]?.[0], headings[0]]).toEqual(Array(2).fill(conflict.title.replaceAll("`", "")));
    expect(text.split(marks)).toHaveLength(7);
    expect(marked.replace(/`[^`]+`/g, "")).not.toMatch(/(?<!\\)[${}]/);
  });
});

describe("the doc comments of the client", () => {
  /** The line of conflicts above each method. */
  const lines = (source: string): Map<string, string | undefined> =>
    new Map(
      [...operations.keys()].map((id) => {
        const comment = source
          .slice(0, source.indexOf(`\n  ${id}(`))
          .split("/**")
          .at(-1);
        return [id, /Conflicts: .*/.exec(comment ?? "")?.[0]];
      }),
    );

  test("name the conflicts of the operation itself", () => {
    const found = lines(clientSource(document, conflicts));
    expect(found.get("uploadPkcs12")).toBe(
      "Conflicts: see generated/conflicts.md#use-comes-from-the-certificate, #missing-set-on-a-write, #one-type-and-one-use, #pkcs12-encryption, #uploaded-keys-start-disabled, #which-codes-are-listed, #braces-in-the-address, #roles-from-newer-pages, #links-between-operations.",
    );
    expect(found.get("deleteKeySet")).toBe(
      "Conflicts: see generated/conflicts.md#missing-set-on-a-write, #deleted-set-leaves-a-copy, #which-codes-are-listed, #braces-in-the-address, #permissions-of-delete, #roles-from-newer-pages, #clouds-from-newer-pages, #delete-not-among-the-methods, #undocumented-options.",
    );
  });

  test("say nothing where there is none", () => {
    const elsewhere = conflicts.filter(
      ({ contract }) => !contract.at.some((pointer) => pointer.startsWith("#/paths/")),
    );
    expect(new Set(lines(clientSource(document, elsewhere)).values())).toEqual(new Set([undefined]));
  });
});
