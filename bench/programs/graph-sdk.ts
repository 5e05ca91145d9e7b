import {
  AllowedHostsValidator,
  BaseBearerTokenAuthenticationProvider,
  HttpMethod,
  type Parsable,
  RequestInformation,
} from "@microsoft/kiota-abstractions";
import { HeadersInspectionOptions } from "@microsoft/kiota-http-fetchlibrary";
import { createGraphBetaServiceClient, GraphBetaRequestAdapter } from "@microsoft/msgraph-beta-sdk";
import {
  createTrustFrameworkKeyFromDiscriminatorValue,
  createTrustFrameworkKeySetFromDiscriminatorValue,
  serializeTrustFrameworkKeySet,
  type TrustFrameworkKey,
  type TrustFrameworkKeySet,
} from "@microsoft/msgraph-beta-sdk/models/index.js";
import { createODataErrorFromDiscriminatorValue } from "@microsoft/msgraph-beta-sdk/models/oDataErrors/index.js";

// The package with the methods of these paths is not on npm, so the requests are made by hand, with the SDK's models.
interface UploadCertificateBody extends Parsable {
  key?: string | null;
}

export function connect(token: string) {
  const hosts = new AllowedHostsValidator(new Set(["graph.microsoft.com"]));
  const tokens = { getAuthorizationToken: async () => token, getAllowedHostsValidator: () => hosts };
  const adapter = new GraphBetaRequestAdapter(new BaseBearerTokenAuthenticationProvider(tokens));
  createGraphBetaServiceClient(adapter); // registers the JSON serializer and the service root
  const errors = { XXX: createODataErrorFromDiscriminatorValue };
  return async (certificate: string) => {
    const create = new RequestInformation(HttpMethod.POST, "{+baseurl}/trustFramework/keySets", {
      baseurl: adapter.baseUrl,
    });
    const set: TrustFrameworkKeySet = { id: "SigningKeys" };
    create.setContentFromParsable(adapter, "application/json", set, serializeTrustFrameworkKeySet);
    const seen = new HeadersInspectionOptions({ inspectResponseHeaders: true });
    create.addRequestOptions([seen]);
    const created = await adapter.send<TrustFrameworkKeySet>(
      create,
      createTrustFrameworkKeySetFromDiscriminatorValue,
      errors,
    );
    const id = created?.id;
    const upload = new RequestInformation(HttpMethod.POST, "{+baseurl}/trustFramework/keySets/{id}/uploadCertificate", {
      baseurl: adapter.baseUrl,
      id,
    });
    const body: UploadCertificateBody = { key: certificate };
    upload.setContentFromParsable(adapter, "application/json", body, (writer, sent) =>
      writer.writeStringValue("key", sent?.key),
    );
    const key = await adapter.send<TrustFrameworkKey>(upload, createTrustFrameworkKeyFromDiscriminatorValue, errors);
    return { location: seen.getResponseHeaders().tryGetValue("location")?.[0], id, kid: key?.kid };
  };
}
