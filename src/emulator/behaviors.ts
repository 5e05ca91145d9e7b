/** How sure a behavior is. */
type Sureness = "documented" | "observed" | "assumed";

/** Something that the emulator does, and why. */
export interface Behavior {
  /** One sentence: what happens. */
  summary: string;
  /** Where it was documented or seen, or why it's assumed. */
  source: { name: string; url?: string };
  sureness: Sureness;
  /** Whether the emulator does it unless told otherwise. */
  default: boolean;
  /** One sentence: what happens if it's switched off. Without it, the behavior can't be switched. */
  otherwise?: string;
}

const page = (name: string): Behavior["source"] => ({
  name,
  url: `https://learn.microsoft.com/graph/api/${name}?view=graph-rest-beta`,
});
const issue = (repository: string, number: number): Behavior["source"] => ({
  name: `${repository}#${number}`,
  url: `https://github.com/${repository}/issues/${number}`,
});
const overview: Behavior["source"] = {
  name: "Policy keys overview",
  url: "https://learn.microsoft.com/azure/active-directory-b2c/policy-keys-overview",
};
const errorList: Behavior["source"] = {
  name: "Error codes, 2019",
  url: "https://github.com/MicrosoftDocs/azure-docs/blob/77c9afad729f4262fe655b079dc50c10eba11a15/articles/active-directory-b2c/error-codes.md",
};
const iefPolicies: Behavior["source"] = {
  name: "IEFPolicies",
  url: "https://github.com/mrochon/IEFPolicies/blob/99b1c3e4040c441698802b3286973fe34d0c3d01/IefPolicies.psm1",
};
const saas: Behavior["source"] = {
  name: "Azure SaaS Dev Kit",
  url: "https://github.com/Azure/azure-saas/blob/74be60a9c5d5cc91c5b410b405574ffb79ae8b70/src/Saas.Lib/Deployment.Script.Modules/policy-module.sh",
};
const because = (name: string): Behavior["source"] => ({ name });

/** Everything that the emulator does and that a source disputes, doesn't state, or was needed to state, by ID. */
export const behaviors = {
  "id-gains-a-prefix": {
    summary: "The ID of a new key set gets the prefix `B2C_1A_`, unless it has it.",
    source: page("trustframework-post-keysets"),
    sureness: "documented",
    default: true,
    otherwise: "The ID stays as it was sent.",
  },
  "ids-ignore-case": {
    summary: "IDs of key sets that differ only in case are the same.",
    source: because("No source. The IDs of custom policies behave so."),
    sureness: "assumed",
    default: true,
    otherwise: "They are different key sets.",
  },
  "ids-have-a-limit": {
    summary: "An ID has 1 to 256 characters. Others fail with `AADB2C90253` or `AADB2C`.",
    source: because("A limit of the emulator. The limits of the service aren't documented."),
    sureness: "assumed",
    default: true,
    otherwise: "An ID can have up to 4,096 characters.",
  },
  "location-leads-nowhere": {
    summary: "`Location` of a new key set is `/trustFramework/keySets('{id}')`, without host and version.",
    source: page("trustframework-post-keysets"),
    sureness: "documented",
    default: true,
  },
  "created-twice": {
    summary: "Creating a key set whose ID exists fails with `AADB2C95028`.",
    source: iefPolicies,
    sureness: "documented",
    default: true,
  },
  "created-with-keys": {
    summary: "A key set can be created together with its keys.",
    source: issue("microsoftgraph/msgraph-beta-sdk-dotnet", 412),
    sureness: "observed",
    default: true,
    otherwise: "Such a request fails with `AADB2C`, as in microsoftgraph/msgraph-beta-sdk-dotnet#885.",
  },
  "odata-type-refused": {
    summary: "A body with `@odata.type` fails with `AADB2C`.",
    source: issue("microsoftgraph/msgraph-beta-sdk-dotnet", 67),
    sureness: "observed",
    default: true,
    otherwise: "`@odata.type` is ignored.",
  },
  "kid-kept-on-create": {
    summary: "A `kid` that is sent with a new key set is kept.",
    source: page("trustframework-post-keysets"),
    sureness: "documented",
    default: true,
    otherwise: "The key gets a new `kid`.",
  },
  "kid-refused-in-a-replacement": {
    summary: "A key with a `kid` fails with `AADB2C95059` when a key set is replaced.",
    source: issue("microsoftgraph/microsoft-graph-docs", 21475),
    sureness: "observed",
    default: true,
    otherwise: "The key gets a new `kid`.",
  },
  "id-in-body-must-match": {
    summary: "A replacement whose body has the ID of another key set fails with `AADB2C`.",
    source: because("No source. The page calls the ID optional."),
    sureness: "assumed",
    default: true,
    otherwise: "The ID in the body is ignored.",
  },
  "new-sets-settle": {
    summary: "For 10 seconds after its creation a key set accepts no keys: adding one fails with `AADB2C95052`.",
    source: saas,
    sureness: "assumed",
    default: false,
    otherwise: "A new key set accepts keys at once.",
  },
  "missing-set-is-a-400": {
    summary: "A missing key set fails with status 400.",
    source: iefPolicies,
    sureness: "observed",
    default: true,
    otherwise: "It fails with status 404 and the same code.",
  },
  "missing-set-read-90073": {
    summary: "Reading a missing key set fails with `AADB2C90073`.",
    source: {
      name: "terraform-provider-azure-b2c-ief",
      url: "https://github.com/ahauter/terraform-provider-azure-b2c-ief/blob/7a722d821774632d9a3858d0d132a760fd19a699/internal/provider/resource_policy_key.go",
    },
    sureness: "observed",
    default: true,
    otherwise: "It fails with `AADB2C95052`.",
  },
  "missing-set-write-95052": {
    summary: "Writing to a missing key set fails with `AADB2C95052`.",
    source: errorList,
    sureness: "assumed",
    default: true,
    otherwise: "It fails with `AADB2C90073`.",
  },
  "missing-set-delete-90073": {
    summary: "Deleting a missing key set fails with `AADB2C90073`.",
    source: because("No source. The text of the code fits."),
    sureness: "assumed",
    default: true,
    otherwise: "It fails with `AADB2C95052`.",
  },
  "deleted-set-leaves-a-copy": {
    summary: "A deleted key set leaves a copy, whose ID ends in `.bak`. Deleting the copy leaves none.",
    source: overview,
    sureness: "documented",
    default: true,
    otherwise: "Nothing is left.",
  },
  "no-key-taken-out": {
    summary: "No request removes a single key.",
    source: overview,
    sureness: "documented",
    default: true,
  },
  "one-type-and-one-use": {
    summary: "A second type of key in a key set fails with `AADB2C95032`, a second use with `AADB2C95042`.",
    source: issue("mrochon/IEFPolicies", 58),
    sureness: "observed",
    default: true,
    otherwise: "A key set can contain any keys.",
  },
  "uploaded-keys-start-disabled": {
    summary: "A certificate, a PKCS #12 file, and a secret start disabled.",
    source: overview,
    sureness: "documented",
    default: true,
    otherwise: "They start enabled.",
  },
  "generated-keys-start-enabled": {
    summary: "A key that is generated, or sent with a key set without a status, starts enabled.",
    source: because("No source. Only uploaded keys are documented to start disabled."),
    sureness: "assumed",
    default: true,
    otherwise: "It starts disabled.",
  },
  "nbf-three-hours-ahead": {
    summary:
      "The `nbf` of a secret must be at least 3 hours ahead. An earlier one fails with `AADB2C90136`, a code that is assumed.",
    source: issue("mrochon/IEFPolicies", 63),
    sureness: "observed",
    default: true,
    otherwise: "Any `nbf` is accepted.",
  },
  "exp-in-the-past": {
    summary: "Generating a key or uploading a secret with an `exp` that has passed fails with `AADB2C90214`.",
    source: errorList,
    sureness: "documented",
    default: true,
    otherwise: "Any `exp` is accepted.",
  },
  "exp-after-nbf": {
    summary:
      "Generating a key or uploading a secret with an `exp` that isn't later than its `nbf` fails with `AADB2C90136`.",
    source: because("No source. Such a key is never valid."),
    sureness: "assumed",
    default: true,
    otherwise: "It's accepted.",
  },
  "active-key-without-a-start": {
    summary:
      "The active key is the enabled one with the latest `nbf` that has passed and an `exp` that hasn't. Keys without `nbf` come last.",
    source: overview,
    sureness: "documented",
    default: true,
  },
  "equal-starts-latest-added": {
    summary: "Of several such keys with the same `nbf`, or without one, the key that was added last is active.",
    source: because("No source."),
    sureness: "assumed",
    default: true,
    otherwise: "The key that was added first is active.",
  },
  "no-active-key-90019": {
    summary: "If no key is valid, `getActiveKey` fails with `AADB2C90019`.",
    source: errorList,
    sureness: "assumed",
    default: true,
    otherwise: "It fails with status 404.",
  },
  "active-key-by-post": {
    summary:
      "A wrong method, such as POST on `getActiveKey`, fails with `UnknownError` and a message that is JSON text.",
    source: {
      name: "microsoftgraph/microsoft-graph-docs#9963",
      url: "https://github.com/microsoftgraph/microsoft-graph-docs/pull/9963",
    },
    sureness: "observed",
    default: true,
  },
  "nulls-in-generated-keys": {
    summary: "The response of `generateKey` has `k` with null and an empty `x5c`.",
    source: page("trustframeworkkeyset-generatekey"),
    sureness: "documented",
    default: true,
    otherwise: "Members without a value are left out.",
  },
  "status-in-key-sets": {
    summary: "A key has its `status` wherever it's returned.",
    source: because("No source. The page of the resource lists `status`; no example of a key set shows it."),
    sureness: "assumed",
    default: true,
    otherwise: "Only `getKey` and `listKeys` return `status`.",
  },
  "key-is-wrapped": {
    summary: "`getKey` returns the key in `value`, and its times as strings.",
    source: page("trustframeworkkey_v2-get"),
    sureness: "documented",
    default: false,
    otherwise: "`getKey` returns the key itself, and its times as numbers.",
  },
  "symmetric-keys-in-capitals": {
    summary: "The response of `uploadSecret` has `kty` with `OCT`.",
    source: page("trustframeworkkeyset-uploadsecret"),
    sureness: "documented",
    default: false,
    otherwise: "`kty` is `oct`, as in RFC 7518.",
  },
  "secret-members-never-returned": {
    summary: "No response, log line, or error contains private or symmetric key material or a password.",
    source: page("resources/trustframeworkkey"),
    sureness: "documented",
    default: true,
  },
  "least-rsa-bits": {
    summary: "An RSA key of fewer than 2,048 bits fails with `AADB2C90137`.",
    source: because("The code is listed in 2019, the number isn't documented."),
    sureness: "assumed",
    default: true,
    otherwise: "Any length is accepted.",
  },
  "least-secret-bits": {
    summary: "A secret of fewer than 256 bits fails with `AADB2C90138`.",
    source: because("The code is listed in 2019, the number isn't documented."),
    sureness: "assumed",
    default: false,
    otherwise: "Any length but 0 is accepted.",
  },
  "use-from-the-certificate": {
    summary: "The key usage of a certificate decides its `use`: `enc` if it's for encipherment only, else `sig`.",
    source: issue("azure-ad-b2c/samples", 54),
    sureness: "observed",
    default: true,
  },
  "expired-certificates": {
    summary: "A certificate that has expired can be uploaded.",
    source: because("No source."),
    sureness: "assumed",
    default: true,
    otherwise: "It fails with `AADB2C90215`.",
  },
  "certificate-twice": {
    summary: "Uploading a certificate that the key set has fails with `AADB2C90180`.",
    source: errorList,
    sureness: "assumed",
    default: true,
    otherwise: "The key set gets a second key with this certificate.",
  },
  "pkcs12-encryption": {
    summary: "A PKCS #12 file that is encrypted with AES fails with `AADB2C90213`, even if the password is right.",
    source: issue("microsoftgraph/microsoft-graph-docs-contrib", 8994),
    sureness: "observed",
    default: true,
    otherwise: "The file is accepted.",
  },
  "wrong-password-90213": {
    summary: "A wrong password fails with `AADB2C90213`.",
    source: errorList,
    sureness: "assumed",
    default: true,
    otherwise: "It fails with `AADB2C95025`.",
  },
  "missing-permission": {
    summary: "With `tokenScopes`, a token without a permission fails with status 403 and `AADB2C`.",
    source: issue("Azure/azure-cli", 22755),
    sureness: "observed",
    default: true,
  },
  "concurrent-writes": {
    summary: "A write to a key set while another one isn't finished fails with `AADB2C95053`.",
    source: errorList,
    sureness: "documented",
    default: true,
    otherwise: "The writes wait for each other.",
  },
  "conflicts-are-409": {
    summary: "`AADB2C95028` and `AADB2C95053` come with status 409.",
    source: because("No source gives a status."),
    sureness: "assumed",
    default: false,
    otherwise: "They come with status 400.",
  },
  "malformed-body": {
    summary: "A body that isn't a JSON object of the contract's form fails with `AADB2C`.",
    source: because("The text was seen for `@odata.type` only."),
    sureness: "assumed",
    default: true,
    otherwise: "It fails with `BadRequest`, a code of Microsoft Graph.",
  },
  "unknown-members": {
    summary: "A body with a member that the contract doesn't have, or with null, fails.",
    source: because("No source. Deployed programs send such bodies to `uploadSecret`."),
    sureness: "assumed",
    default: true,
    otherwise: "Such a member of the body itself is ignored. One of a key in it still fails.",
  },
  "content-type-required": {
    summary: "A body without `Content-Type: application/json` fails as a malformed one, but for `updateKeyStatus`.",
    source: page("trustframework-post-keysets"),
    sureness: "documented",
    default: true,
    otherwise: "`Content-Type` is ignored.",
  },
  "paths-ignore-case": {
    summary: "The words of a path match without regard to case.",
    source: because("No source for these paths. Microsoft's list of permissions has them in lower case."),
    sureness: "assumed",
    default: true,
    otherwise: "A path in another case fails with status 404.",
  },
  "odata-key-syntax": {
    summary: "`keySets('{id}')` and `getActiveKey()` work as `keySets/{id}` and `getActiveKey` do.",
    source: because("No source for these paths. `Location` and Microsoft's SDKs have this syntax."),
    sureness: "assumed",
    default: true,
    otherwise: "Such a path fails with status 404.",
  },
  "query-options-ignored": {
    summary: "Query options but `$skiptoken` are ignored.",
    source: because("No source. No page documents a query option."),
    sureness: "assumed",
    default: true,
    otherwise: "They fail with status 400.",
  },
  "lists-are-paged": {
    summary: "A list of more than `pageSize` key sets comes in pages, with the next one in `@odata.nextLink`.",
    source: { name: "Paging in Microsoft Graph", url: "https://learn.microsoft.com/graph/paging" },
    sureness: "documented",
    default: true,
  },
} as const satisfies Record<string, Behavior>;

/** The ID of a behavior. */
export type BehaviorId = keyof typeof behaviors;

/** The ID of a behavior that can be switched. */
export type SwitchableBehavior = {
  [Id in BehaviorId]: (typeof behaviors)[Id] extends { otherwise: string } ? Id : never;
}[BehaviorId];

/** Whether each behavior is on. */
export type Switches = Readonly<Record<BehaviorId, boolean>>;

/**
 * Whether each behavior is on: as the options say, else its default.
 *
 * @throws TypeError for an ID that doesn't exist or can't be switched.
 */
export function switchesFrom(chosen: Partial<Record<SwitchableBehavior, boolean>> = {}): Switches {
  for (const [id, value] of Object.entries(chosen)) {
    const behavior: Behavior | undefined = Object.hasOwn(behaviors, id) ? behaviors[id as BehaviorId] : undefined;
    if (!behavior) throw new TypeError(`Unknown behavior "${id}". generated/emulator.md lists the behaviors.`);
    if (!behavior.otherwise) throw new TypeError(`The behavior "${id}" can't be switched.`);
    if (typeof value !== "boolean") throw new TypeError(`The behavior "${id}" must be true or false.`);
  }
  const defaults = Object.entries(behaviors).map(([id, behavior]) => [id, behavior.default]);
  return { ...Object.fromEntries(defaults), ...chosen };
}
