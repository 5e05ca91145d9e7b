import type { Contract } from "../../../contract/document.ts";
import { listedValues, schemasByTitle } from "../../../contract/schemas.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import type { Metadata } from "../../other-facts.ts";
import { type Claim, claimAbout, each } from "../claim.ts";

/** The types, their members, and the IDs of the permissions, compared with the schemas and the security schemes. */
export function compareMetadata(facts: Metadata, contract: Contract): Claim[] {
  const schemas = schemasByTitle(contract);
  const paths = Object.keys(contract.paths);
  const schemes = (contract.components?.securitySchemes ?? {}) as Record<
    string,
    { "x-permission-ids"?: Record<string, string> }
  >;
  return [
    ...each("/types", facts.types, (at, { properties, navigation, members }, type) => {
      const { schema, pointer = "#/components/schemas" } = schemas.get(type) ?? {};
      const claim = claimAbout(pointer);
      const listed = listedValues(schema);
      return [
        ...each(`${at}/properties`, properties, (at, _, name) =>
          claimAbout(joinPointer(pointer, "properties", name))(at, name, {
            met: name in (schema?.properties ?? {}),
            contract: `has no property ${name}`,
          }),
        ),
        ...each(`${at}/members`, members, (at, _, value) =>
          claim(at, value, { met: listed.includes(value), contract: `lists ${listed.join(", ")}`, value }),
        ),
        ...each(`${at}/navigation`, navigation, (at, _, name) => {
          const met = paths.some((path) => path.endsWith(`/${name}`));
          return claimAbout("#/paths")(at, name, { met, contract: `has no path that ends in ${name}` });
        }),
      ];
    }),
    ...each("/cloudsWithoutTypes", facts.cloudsWithoutTypes, (at, _, cloud) => {
      const met = !(contract.servers ?? []).some(({ description = "" }) => description.includes(cloud));
      return claimAbout("#/servers")(at, cloud, {
        says: `${cloud} has no types`,
        met,
        contract: `has a server of ${cloud}`,
      });
    }),
    ...each("/permissionIds/ids", facts.permissionIds.ids, (at, ids, permission) =>
      each(at, ids, (at, id, scheme) => {
        const ours = schemes[scheme]?.["x-permission-ids"]?.[permission];
        const place = `#/components/securitySchemes/${scheme}/x-permission-ids/${permission}`;
        return claimAbout(place)(at, id, { met: ours === id, contract: `has the ID ${ours}`, value: permission });
      }),
    ),
  ];
}
