import type { Contract, Definition } from "../../../contract/document.ts";
import { type Operation, operationsOf } from "../../../contract/operations.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import type { CallPermissions } from "../../other-facts.ts";
import { type Claim, claimAbout, each } from "../claim.ts";

/** Which permission opens which call, compared with the permissions of the operation. */
export const compareCallPermissions = (facts: CallPermissions, contract: Contract): Claim[] => [
  ...each("/schemes", facts.schemes, (at, _, scheme) => {
    const name = scheme === "DelegatedWork" ? "delegated" : scheme.toLowerCase();
    const met = name in (contract.components?.securitySchemes ?? {});
    return claimAbout("#/components/securitySchemes")(at, scheme, { met, contract: `has no scheme ${name}` });
  }),
  ...each("/permissions", facts.permissions, (at, calls, permission) =>
    each(at, calls, (at, { leastPrivileged }, call) => {
      const operation = operationsOf(contract).find((candidate) => callOf(candidate) === call);
      const says = `${permission} opens ${call}`;
      if (!operation)
        return claimAbout(placeOf(call, contract))(at, call, { says, met: false, contract: "has no such operation" });
      // Of several permissions that the file calls least privileged, the one that reads only is.
      const others = Object.entries(facts.permissions).some(
        ([other, calls]) => other !== permission && calls[call]?.leastPrivileged,
      );
      const { delegated, application } = operation.definition["x-permissions"] ?? {};
      const isNamed = [delegated, application].every((stated) => {
        const { least = [], higher = [] } = stated ?? {};
        return leastPrivileged && !others ? least.includes(permission) : [...least, ...higher].includes(permission);
      });
      const contractSays = `says ${JSON.stringify({ delegated, application })}`;
      return claimAbout(`${operation.pointer}/x-permissions`)(at, call, {
        says,
        met: isNamed,
        contract: contractSays,
        value: permission,
      });
    }),
  ),
];

/** Where the contract would have the operation of a call. */
function placeOf(call: string, contract: Contract): string {
  const [method = "", lowerCasePath = ""] = call.toLowerCase().split(" ");
  const path = Object.keys(contract.paths).find(
    (path) => path.replace("{kid}", "{keyid}").toLowerCase() === lowerCasePath,
  );
  return path ? joinPointer("#/paths", path, method) : "#/paths";
}

/** The call of an operation as the file writes it: in small letters, with its names for the IDs. */
const callOf = ({ method, path }: Pick<Operation<Definition>, "method" | "path">): string =>
  `${method.toUpperCase()} ${path.replace("{kid}", "{KEYID}").toLowerCase().replace("{keyid}", "{keyId}")}`;
