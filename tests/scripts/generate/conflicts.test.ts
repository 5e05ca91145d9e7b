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

/** The page as a reader of Markdown sees it. */
function read(source: string): {
  rows: string[][];
  groups: string[];
  headings: string[];
  anchors: string[];
  links: Map<string, string>;
} {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(source);
  const rows: string[][] = [];
  const groups: string[] = [];
  const headings: string[] = [];
  const anchors: string[] = [];
  const links = new Map<string, string>();
  visit(root, (node) => {
    if (node.type === "table") rows.push(...node.children.slice(1).map((row) => row.children.map(words)));
    if (node.type === "heading" && node.depth === 2) groups.push(words(node));
    if (node.type === "heading" && node.depth === 3) headings.push(words(node));
    if (node.type === "html") anchors.push(...(/^<a id="(.*)">$/.exec(node.value)?.slice(1) ?? []));
    if (node.type === "link") links.set(node.url, words(node));
  });
  return { rows, groups, headings, anchors, links };
}

function words(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return "children" in node ? node.children.map(words).join("") : "";
}

const page = read(conflictsPage(document, groups, pages));
const ids = conflicts.map(({ id }) => id);
const titles = conflicts.map(({ title }) => title.replaceAll("`", ""));

describe("the page of the conflicts", () => {
  test("has each conflict of the ledger once, in its table and as a section", () => {
    expect(page.rows.map(([title]) => title)).toEqual(titles);
    expect(page.headings).toEqual(titles);
    expect(page.anchors).toEqual(ids);
  });

  test("begins with what costs a caller most, and ends with how the pages are written", () => {
    expect(page.groups).toEqual(groups.map(({ title }) => title));
    expect(ids[0]).toBe("secret-is-plain-text");
    expect(page.groups.at(-1)).toBe("How the examples are written");
  });

  test("leads from each row of its table to the section, and nowhere else within it", () => {
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

  const ofOneSet =
    "getKeySet, replaceKeySet, deleteKeySet, generateKey, getActiveKey, uploadCertificate, uploadPkcs12, uploadSecret, listKeys, getKey, updateKeyStatus";
  const withKey =
    "listKeySets, createKeySet, updateKeySets, addKeySetByReference, getKeySet, replaceKeySet, generateKey, getActiveKey, uploadCertificate, uploadPkcs12, uploadSecret, listKeys, getKey";
  test.each([
    ["deleted-set-leaves-a-copy", "listKeySets, deleteKeySet"], // their own descriptions
    ["location-leads-nowhere", "createKeySet"], // a header
    ["missing-set-is-a-400", ofOneSet], // a parameter of the path
    ["certificate-is-not-base64", "uploadCertificate"], // the schema of a body
    ["key-is-wrapped-and-no-json", "listKeys, getKey"], // a schema whose name begins with another's
    ["unknown-future-value", withKey], // a schema within schemas
    ["localtest-server", "all"],
  ])("names the operations that %s concerns", (id, concerned) => {
    expect(page.rows[ids.indexOf(id)]![1]).toBe(concerned);
  });

  test("is made, too, where a part refers into another path, whose braces are encoded", () => {
    const other = structuredClone(document) as any;
    other.paths["/trustFramework/keySets"].post.requestBody = {
      $ref: "#/paths/~1trustFramework~1keySets~1%7Bid%7D/put/requestBody",
    };
    expect(conflictsPage(other, groups, pages)).toContain("# Where the sources conflict");
  });

  test("tells what the pages without an address are", () => {
    const source = conflictsPage(document, groups, pages);
    expect(source.match(/^- `.*?`: ".*", .* of `.*$/gm)).toEqual([
      '- `draft-add-keysets`: "Add keySets", a draft of `addKeySetByReference`.',
      '- `draft-create-keysets`: "Create keySets", a draft of `createKeySet`.',
      '- `draft-update-keysets`: "Update keySets", a draft of `updateKeySets`.',
      '- `trustframework-post-keysets`: "Create trustFrameworkKeySet", the page of `createKeySet`.',
      '- `trustframeworkkeyset-uploadcertificate`: "trustFrameworkKeySet: uploadCertificate", the page of `uploadCertificate`.',
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
    const group: Group = { file: "spec/conflicts/marks.yaml", title: "Marks", order: 1, conflicts: [conflict] };
    const source = conflictsPage(document, [group], pages);
    const { rows, headings } = read(source);
    expect([rows[0]![0], headings[0]]).toEqual(Array(2).fill(conflict.title.replaceAll("`", "")));
    expect(words(unified().use(remarkParse).use(remarkGfm).parse(source)).split(marks)).toHaveLength(7);
    expect(source.replace(/`[^`]+`/g, "")).not.toMatch(/(?<!\\)[${}]/);
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
          .at(-1)!;
        return [id, /Conflicts: .*/.exec(comment)?.[0]];
      }),
    );

  test("name the conflicts of the operation itself", () => {
    const found = lines(clientSource(document, conflicts));
    expect(found.get("uploadPkcs12")).toBe(
      "Conflicts: see generated/conflicts.md#one-type-and-one-use, #pkcs12-encryption.",
    );
    expect(found.get("deleteKeySet")).toBe(
      "Conflicts: see generated/conflicts.md#deleted-set-leaves-a-copy, #undocumented-options.",
    );
  });

  test("say nothing where there is none", () => {
    const elsewhere = conflicts.filter(
      ({ contract }) => !contract.at.some((pointer) => pointer.startsWith("#/paths/")),
    );
    expect(new Set(lines(clientSource(document, elsewhere)).values())).toEqual(new Set([undefined]));
  });
});
