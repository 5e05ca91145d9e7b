import type { Contract } from "../../../contract/document.ts";
import { operationsOf } from "../../../contract/operations.ts";
import { listedValues, schemasByTitle } from "../../../contract/schemas.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import type { Published } from "../../other-facts.ts";
import { type Claim, claimAbout, each, headerOf, type Subject } from "../claim.ts";
import { permissionClaim, roleClaim } from "./permissions.ts";

type PublishedPage = Published["pages"][string];

/** What the newest published pages say, compared with the operation or the type that they are about. */
export const comparePublished = ({ pages }: Published, contract: Contract): Claim[] =>
  each("/pages", pages, (at, page, name) => {
    if (page.type) return [...typeClaims(at, { page, name, type: page.type }, contract)];
    const operation = operationsOf(contract).find(({ definition }) => definition["x-pages"].includes(name));
    const claim = claimAbout(operation?.pointer ?? "#/paths");
    const contractSays = operation ? `calls it ${operation.id}` : `has no operation with the page ${name}`;
    // Without the operation, nothing else of the page can be compared: the claim stands for the whole page.
    const ofId = claim(operation ? `${at}/operation` : at, page.operation, {
      says: `documents ${page.operation}`,
      met: operation?.id === page.operation,
      contract: contractSays,
    });
    return operation ? [ofId, ...operationClaims(at, page, operation)] : [ofId];
  });

function* operationClaims(at: string, page: PublishedPage, operation: Subject["operation"]): Generator<Claim> {
  const { role, clouds, permissions } = page;
  if (role) yield roleClaim(`${at}/role`, { role: role.value, says: `the role is ${role.value}` }, operation);
  if (clouds) {
    const ours = operation.definition["x-clouds"];
    const all = clouds.value !== null && Object.values(clouds.value).every(Boolean);
    yield claimAbout(`${operation.pointer}/x-clouds`)(`${at}/clouds`, undefined, {
      says: all ? "is available in all clouds" : "doesn't name all clouds",
      met: ours === (all ? "all" : "not-stated"),
      contract: `says x-clouds: ${ours}`,
    });
  }
  yield* each(`${at}/permissions/value`, permissions?.value, (at, { least, higher }, type) =>
    permissionClaim(at, { type, cells: [least, higher] }, operation),
  );
  yield* idClaims(`${at}/id`, page.id, operation);
  yield* statusClaims(`${at}/status`, page.status, operation);
}

function* idClaims(at: string, id: PublishedPage["id"], operation: Subject["operation"]): Generator<Claim> {
  if (!id) return;
  const { definition, pointer, success, method, path } = operation;
  yield requiredClaim(`${at}/value`, { name: "id", word: id.value }, operation);
  const response = definition.responses[success.status];
  const body = response?.content?.["application/json"]?.schema;
  const claim = claimAbout(`${pointer}/responses/${success.status}`);
  if (id.changedByService)
    // So that a caller can read it, it must be in the response.
    yield claimAbout(`${pointer}/responses/${success.status}/content/application~1json/schema/required`)(
      `${at}/changedByService`,
      undefined,
      {
        says: "the service can change the ID",
        met: body?.required?.includes("id") ?? false,
        contract: "doesn't require the ID in the response",
        value: "id",
      },
    );
  yield* each(`${at}/returnedIn`, id.returnedIn, (at, _, place) => {
    const met = place === "body" ? "id" in (body?.properties ?? {}) : headerOf(response, place)?.required === true;
    return claim(at, place, { says: `the ID comes back in ${place}`, met, contract: `doesn't have it in ${place}` });
  });
  if (id.replacesContent)
    yield claimAbout(joinPointer("#/paths", path, "put"))(`${at}/replacesContent`, undefined, {
      says: "replaces the content",
      met: method === "put",
      contract: `is a ${method.toUpperCase()}`,
    });
}

function* statusClaims(at: string, status: PublishedPage["status"], operation: Subject["operation"]): Generator<Claim> {
  if (!status) return;
  yield requiredClaim(`${at}/value`, { name: "status", word: status.value }, operation);
  const { definition, pointer } = operation;
  const properties = definition.requestBody?.content["application/json"]?.schema?.properties ?? {};
  const claim = claimAbout(`${pointer}/requestBody/content/application~1json/schema/properties/status`);
  const type = properties.status?.title;
  if (status.type)
    yield claim(`${at}/type`, status.type, { met: type === status.type, contract: `has the type ${type}` });
  const known = listedValues(properties.status);
  yield* each(`${at}/values`, status.values, (at, _, value) =>
    claim(at, value, { met: known.includes(value), contract: `lists ${known.join(", ")}`, value }),
  );
  const others = Object.keys(properties).filter((name) => name !== "status");
  const contract = `also has ${others.join(", ")}`;
  if (status.onlyUpdatable)
    yield claim(`${at}/onlyUpdatable`, undefined, { says: "only status", met: others.length === 0, contract });
}

function requiredClaim(
  at: string,
  { name, word }: { name: string; word: "required" | "optional" },
  { definition, pointer }: Subject["operation"],
): Claim {
  const schema = definition.requestBody?.content["application/json"]?.schema;
  const ours = schema?.required?.includes(name) ? "required" : "optional";
  const place = `${pointer}/requestBody/content/application~1json/schema/required`;
  return claimAbout(place)(at, name, {
    says: `${name} is ${word}`,
    met: ours === word,
    contract: `${name} is ${ours}`,
    value: ours === "required" ? name : undefined,
  });
}

interface TypePage {
  page: PublishedPage;
  name: string;
  type: string;
}

function* typeClaims(at: string, { page, name, type }: TypePage, contract: Contract): Generator<Claim> {
  const { schema = {}, pointer = "#/components/schemas" } = schemasByTitle(contract).get(type) ?? {};
  const all = operationsOf(contract);
  const claim = claimAbout(pointer);
  yield claim(`${at}/type`, type, { met: "title" in schema, contract: `has no type ${type}` });
  yield* each(`${at}/properties`, page.properties, (at, { unique, primaryKey, inheritedFrom, values }, property) => {
    const known = listedValues(schema.properties?.[property]);
    const isThere = { met: property in (schema.properties ?? {}), contract: `has no property ${property}` };
    const isKey = { met: schema.required?.includes(property) ?? false, contract: `doesn't require ${property}` };
    const inherits = { says: `inherited from ${inheritedFrom}`, met: false, contract: "has no inheritance" };
    return [
      ...(unique ? [claim(`${at}/unique`, property, { says: `${property} is unique`, ...isThere })] : []),
      ...(primaryKey ? [claim(`${at}/primaryKey`, property, { says: `${property} is the key`, ...isKey })] : []),
      ...(inheritedFrom ? [claim(`${at}/inheritedFrom`, inheritedFrom, inherits)] : []),
      ...each(`${at}/values`, values, (at, _, value) =>
        claimAbout(joinPointer(pointer, "properties", property))(at, value, {
          met: known.includes(value),
          contract: `lists ${known.join(", ")}`,
          value,
        }),
      ),
    ];
  });
  yield* each(`${at}/relationships`, page.relationships, (at, { expandedByDefault }, relationship) => {
    const met = expandedByDefault === relationship in (schema.properties ?? {});
    const says = `${expandedByDefault ? "has" : "doesn't have"} ${relationship} in a response`;
    return claim(`${at}/expandedByDefault`, relationship, { says, met, contract: "differs" });
  });
  const pageOf = (method: string): string => `${name}-${method.toLowerCase()}`;
  const documents = (method: string): boolean =>
    all.some(({ definition }) => definition["x-pages"].includes(pageOf(method)));
  yield* each(`${at}/methods`, page.methods, (at, _, method) =>
    claim(at, method, { met: documents(method), contract: `has no operation with the page ${pageOf(method)}` }),
  );
  yield* each(`${at}/methodsMissing`, page.methodsMissing, (at, _, method) => {
    const outcome = { met: !documents(method), contract: `has an operation with the page ${pageOf(method)}` };
    return claim(at, method, { says: `doesn't list the method ${method}`, ...outcome });
  });
}
