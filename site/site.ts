import { readdir, readFile } from "node:fs/promises";
import { concerned } from "../scripts/conflicts/affected-operations.ts";
import { type Conflict, type Group, loadLedger } from "../scripts/conflicts/load.ts";
import type { Document } from "../scripts/contract/document.ts";
import { type Operation, operationsOf } from "../scripts/contract/operations.ts";
import { errorCodesOf } from "../scripts/generate/error-codes.ts";
import { guidePath, type Links, wordsOf } from "./links.ts";

/** What the pages are made from. */
export interface Site {
  document: Document;
  operations: Operation[];
  errorCodes: ReturnType<typeof errorCodesOf>;
  groups: Group[];
  /** The operations that a conflict affects. */
  affectedBy: (conflict: Conflict) => string[];
  /** The guides' files, in the order of their menu. */
  guides: string[];
  links: Links;
}

/** What to read first. Other files of docs/ follow, then what is generated. */
const firstGuides = ["policy-keys", "client", "rotate-a-signing-key", "emulator", "conformance", "publishing"];
/** For people who change this repository, not for those who use what it makes. */
const notGuides = ["how-it-works", "style"];
const generatedGuides = ["generated/behaviors.md", "generated/emulator.md"];

export async function loadSite(): Promise<Site> {
  const document: Document = JSON.parse(await readFile("generated/openapi.json", "utf8"));
  const operations = operationsOf(document);
  const concernedBy = concerned(document);
  const errorCodes = errorCodesOf(document);
  const { groups } = await loadLedger();
  const guides = [...(await docs()), ...generatedGuides];
  const files = new Map([
    ...guides.map((file) => [file, guidePath(file)] as const),
    ["README.md", "index.html"] as const,
    ["generated/conflicts.md", "conflicts.html"] as const,
    ["generated/error-codes.md", "error-codes.html"] as const,
    ["generated/sources.md", "sources.html"] as const,
    ...(await readdir("docs/images")).map((name) => [`docs/images/${name}`, `images/${name}`] as const),
    ...(await readdir("spec/facts/pages")).map((name) => [`spec/facts/pages/${name}`, `facts/${name}.txt`] as const),
  ]);
  const words = wordsOf(
    operations,
    errorCodes.map(({ code }) => code),
  );
  return {
    document,
    operations,
    errorCodes,
    groups,
    affectedBy: (conflict) => concernedBy(conflict).map(({ id }) => id),
    guides,
    links: { files, words },
  };
}

async function docs(): Promise<string[]> {
  const names = (await readdir("docs")).filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -3));
  const others = names.filter((name) => !firstGuides.includes(name) && !notGuides.includes(name)).sort();
  return [...firstGuides.filter((name) => names.includes(name)), ...others].map((name) => `docs/${name}.md`);
}
