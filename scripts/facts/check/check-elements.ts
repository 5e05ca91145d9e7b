import { joinPointer } from "../../lib/json-pointer.ts";
import type { AuditInput } from "./audit-input.ts";
import type { Claim } from "./claim.ts";
import { elementsOf } from "./elements.ts";
import type { Finding } from "./finding.ts";
import { coversElement, createFindSources, howToName } from "./sources.ts";

/** Elements of the contract without a source, and conventions that no element needs. */
export function checkElements(input: AuditInput, claims: Map<string, Claim[]>): { count: number; findings: Finding[] } {
  const { document, conventions, locate } = input;
  const elements = elementsOf(document);
  const sourcesOf = createFindSources(input, claims);
  const invented = elements
    .filter((element) => sourcesOf(element).length === 0)
    .map((element): Finding => {
      const { pointer, kind, name, value } = element;
      const stated = value === undefined || String(value) === name ? "" : `: ${JSON.stringify(value)}`;
      return {
        place: locate(pointer),
        about: pointer,
        says: `${kind} ${name}${stated}`,
        contract: `has no source: no fact, conflict, or convention (${locate(pointer)})`,
        fix: `remove it, or ${howToName(element)}`,
        causes: [`invented ${locate(pointer)}`],
      };
    });
  const stale = conventions.conventions.flatMap(({ id, covers }, i) =>
    covers.flatMap((cover, j): Finding[] => {
      if (elements.some((element) => coversElement(cover, element))) return [];
      const place = conventions.locate(`/conventions/${i}/covers/${j}`);
      const says = `covers ${cover.at}, which the contract doesn't have`;
      return [{ place, about: id, says, fix: "remove it, or name the place that is meant", causes: [] }];
    }),
  );
  const unknownRules = Object.keys(conventions.overview).flatMap((rule): Finding[] => {
    if (rule in input.facts.overview.rules) return [];
    const place = conventions.locate(joinPointer("/overview", rule));
    return [{ place, about: rule, says: "isn't a rule of the overview", fix: "remove it", causes: [] }];
  });
  return { count: elements.length, findings: [...invented, ...stale, ...unknownRules] };
}
